"""The sentences of the retrospective: verdict, conclusions, what to take along, ROI reconciled, lessons counted."""

from __future__ import annotations

from collections import Counter

from campaignlib.campaign import Campaign
from campaignlib.figures import Figure, Figures
from campaignlib.findings import Findings
from campaignlib.sentences.decisions import Decision
from campaignlib.sentences.headline import inside, names_of
from campaignlib.sentences.rates import level, provisional, rate_text
from campaignlib.sentences.sentence import NOTHING, Sentence, Text, link, listed, raw, run, say, shown, within
from campaignlib.sentences.show import (
    actual,
    amount,
    day,
    days,
    interval_range,
    money,
    nounless,
    priced,
    share,
    target_label,
    unit_of,
)
from campaignlib.words import display, texts
from campaignlib.words.label import Label
from campaignlib.words.terms import LessonKind, Standing

MET, UNPROVEN = Standing.MET, Standing.MET_NOT_PROVEN
SHORT = (Standing.NOT_MET, Standing.NOT_MET_NOT_EXCLUDED)


def results(attainment: Figures) -> tuple[Figure, ...]:
    """The rows of F10, then the goals of F1 whose metric no row of F10 has."""
    stated = tuple(f for f in attainment.named("attainment") if f.key.startswith("F10:"))
    known = {f.inputs.get("metric") for f in stated} - {"", None}
    goals = (f for f in attainment.named("attainment") if f.key.startswith("F1:"))
    return (*stated, *(f for f in goals if f.inputs.get("metric") not in known))


def headline(attainment: Figures, roi: Figures) -> Text:
    """The verdict: how many measures reached their targets; then ROI and what it depends on."""
    return run((_met_clause(results(attainment)), _roi_clause(roi)), texts.text("list.semicolon"))


def _met_clause(found: tuple[Figure, ...]) -> Text:
    known = tuple(f for f in found if f.status in (MET, UNPROVEN, *SHORT))
    short = tuple(f for f in known if f.status in SHORT)
    unproven = tuple(f for f in known if f.status is UNPROVEN)
    n = len(known)
    if not known:
        return say("retro.no_results")
    known_only = "" if n == len(found) else "_known"
    if not short and not unproven:
        return say(f"retro.all_met{known_only}", n, n=n)
    if not short:
        return say(
            f"retro.all_reached{known_only}", n, n=n, names=inside(unproven) if n > 1 else names_of(unproven)
        )
    yet = "_yet" if any(_may_still(f) for f in short) else ""
    if len(short) == n:
        return say(f"retro.none_met{yet}", n, n=n)
    return say(f"retro.some_met{yet}", n=n, k=n - len(short), names=inside(short))


def _may_still(figure: Figure) -> bool:
    """Whether a result can still change on the day it is judged."""
    return bool(figure.final_on and figure.as_of and figure.as_of < figure.final_on)


def _values(roi: Figures) -> tuple[Figure, ...]:
    """ROI on every basis on which it is defined, one figure per value."""
    found = [f for f in roi.named("roi") if f.value is not None]
    return tuple({str(f.value): f for f in reversed(found)}.values())[::-1]


def _roi_clause(roi: Figures) -> Text:
    values = sorted(_values(roi), key=lambda f: f.number)
    if not values:
        return NOTHING
    first, last = share(values[0].number, 0), share(values[-1].number, 0)
    if len(values) == 1:
        return say("retro.roi_one", a=first)
    return say("retro.roi_two" if len(values) == 2 else "retro.roi_three", a=first, b=last)


def conclusions(
    attainment: Figures, roi: Figures, findings: Findings, currency: str = "CNY"
) -> tuple[Sentence, ...]:
    """What was met, what not, what is not proven, what ROI depends on, which goals have no result."""
    found = results(priced(attainment, currency))
    made = []
    for status, name in ((MET, "met"), (Standing.NOT_MET, "not_met")):
        group = [f for f in found if f.status is status]
        if group:
            told = run([_result(f) for f in group], texts.text("list.semicolon"))
            yet = "_yet" if name == "not_met" and any(_may_still(f) for f in group) else ""
            bold = say(f"retro.{name}{yet}", len(group), n=len(group))
            made.append(Sentence(bold=bold, text=say("list.stop", x=told), standing=status, key=name))
    for figure in (f for f in found if f.status in (UNPROVEN, Standing.NOT_MET_NOT_EXCLUDED)):
        assert figure.status is not None
        made.append(
            Sentence(
                bold=say(f"point.{figure.status.value}", name=figure.of),
                text=run((rate_text(figure), provisional(figure))),
                standing=figure.status,
                key=figure.key,
            )
        )
    made += _roi_conclusion(roi, findings, currency)
    silent = [f for f in found if f.status is Standing.NO_DATA]
    if silent:
        names = listed([within(f.of) for f in silent])
        bold = say("retro.no_result", len(silent), n=len(silent))
        made.append(
            Sentence(bold=bold, text=say("list.stop", x=names), standing=Standing.NO_DATA, key="no_data")
        )
    return tuple(made) or (Sentence(bold=say("list.stop", x=say("retro.no_results")), mark="○"),)


def _result(figure: Figure) -> Text:
    unit, value = nounless(unit_of(figure)), actual(figure)
    reached = link(amount(value, unit), figure) if value is not None else NOTHING
    wanted = target_label(figure.target, unit) if figure.target else Label("—", "—")
    said: dict[str, Label | Text] = {"name": figure.of, "v": reached, "t": wanted}
    if figure.value is None:
        return say("retro.result_no_ratio", **said)
    return say("retro.result", a=share(figure.number), **said)


def _roi_conclusion(roi: Figures, findings: Findings, currency: str) -> list[Sentence]:
    values = _values(roi)
    if not values:
        return []
    source = values[0].inputs.get("revenue_source")
    tail = say("retro.revenue_source", source=source) if isinstance(source, Label) else NOTHING
    questioned = [raw(f.message) for f in findings.of("F10-EQUALS-TARGET")][:1]
    end = run((tail, *questioned))
    if len(values) == 1:
        only = values[0]
        bold = say("retro.roi_value", basis=only.basis, cost=_cost(only, currency), v=_roi(only))
        return [Sentence(bold=bold, text=end, standing=only.status, key="roi")]
    listing = run(
        [say("retro.roi_basis", basis=f.basis, cost=_cost(f, currency), v=link(_roi(f), f)) for f in values],
        texts.text("list.comma"),
    )
    told = run((listing, _against_target(values)), texts.text("list.semicolon"))
    bold = say("retro.roi_values", n=len(values))
    return [Sentence(bold=bold, text=run((say("list.stop", x=told), end)), mark="≠", key="roi")]


def _against_target(values: tuple[Figure, ...]) -> Text:
    judged = [f for f in values if f.target is not None and f.status is not None]
    if len(judged) < len(values) or judged[0].target is None:
        return NOTHING
    met = sum(f.status is MET for f in judged)
    name = "all" if met == len(judged) else "some" if met else "none"
    return say(f"retro.roi_target_{name}", t=target_label(judged[0].target, judged[0].unit))


def _roi(figure: Figure) -> Label:
    return share(figure.number, 2)


def _cost(figure: Figure, currency: str) -> Label:
    return money(figure.inputs.get("cost") or 0, currency)


def takeaways(actions: Figures) -> tuple[Decision, ...]:
    """What worked and where it goes, then the actions with owner, due date and expected effect."""
    return tuple(
        _takeaway(f) for kind in (LessonKind.SUCCESS, LessonKind.ACTION) for f in _of_kind(actions, kind)
    )


def _of_kind(actions: Figures, kind: LessonKind) -> tuple[Figure, ...]:
    return tuple(f for f in actions.named("action", "lesson") if f.inputs.get("kind") == kind.value)


def _takeaway(figure: Figure) -> Decision:
    said = figure.inputs
    if figure.name == "action":
        effect = said.get("effect")
        stakes = say("retro.effect", effect=_bare(effect)) if effect else say("retro.effect_none")
    else:
        where = said.get("goes_to")
        stakes = say("retro.success", where=_bare(where)) if where else say("retro.success_none")
    due = said.get("due")
    return Decision(
        question=raw(str(figure.value)),
        stakes=stakes,
        who=raw(said["owner"]) if said.get("owner") else say("decision.nobody"),
        when=raw(day(due)) if due else say("retro.no_date") if figure.name == "action" else NOTHING,
        key=figure.key,
    )


def _bare(text: str) -> str:
    return text.strip().rstrip("。.；;")


def overview(c: Campaign, roi: Figures) -> tuple[tuple[Label, Text], ...]:
    """Theme, time, goals, the summary of F12 and cost; what is missing is said to be."""
    theme = next((r.content for r in c.rows("creative") if r.module and "主题" in r.module), None)
    summary = next((r.points for r in c.rows("outline") if r.module and "概述" in r.module), None)
    nothing = say("retro.missing")
    return (
        (texts.text("retro.theme"), raw(theme) if theme else raw(c.config.name)),
        (texts.text("retro.time"), _time(c) or nothing),
        (texts.text("retro.goals"), _goals(c) or nothing),
        (texts.text("retro.strategy"), raw(summary) if summary else nothing),
        (texts.text("retro.cost"), _costs(roi, c.config.currency) or nothing),
    )


def _time(c: Campaign) -> Text:
    window = c.config.window
    if window is None:
        return NOTHING
    told = say("retro.time_days", window.days, span=days(window.start, window.end), n=window.days)
    if c.config.preparation is None or c.config.preparation == window.start:
        return told
    return say("retro.time_prepared", x=told, day=day(c.config.preparation))


def _goals(c: Campaign) -> Text:
    return run([raw(row.target_text) for row in c.rows("goals") if row.target_text], Label("、", ", "))


def _costs(roi: Figures, currency: str) -> Text:
    known = [f for f in roi.named("roi") if f.inputs.get("cost") is not None]
    told = [say("retro.cost_of", cost=_cost(f, currency), basis=f.basis) for f in known]
    return run(told, Label("，", ", "))


def reconciliation(roi: Figures, currency: str = "CNY") -> Sentence:
    """Why ROI differs between the cost bases."""
    known = [f for f in roi.named("roi") if f.value is not None]
    values = _values(roi)
    if not known:
        first = next(iter(roi.named("roi")), None)
        why = first.undefined if first is not None else None
        return Sentence(
            bold=say("retro.reconciled_none", why=why) if why else say("retro.no_roi"), key="reconciliation"
        )
    if len(known) == 1:
        bold = say("retro.reconciled_one", basis=known[0].basis, v=_roi(known[0]))
    elif len(values) == 1:
        bold = say("retro.reconciled_same", v=_roi(values[0]))
    else:
        used = next((f for f in known if f.inputs.get("used")), known[0])
        other = next(f for f in known if str(f.value) != str(used.value))
        lower = other.inputs["cost"] < used.inputs["cost"]
        gap = shown(lambda lang: display.points(abs(other.number - used.number), lang, 2))
        bold = say(
            "retro.reconciled" if lower else "retro.reconciled_more",
            basis=other.basis,
            cost=money(abs(other.inputs["cost"] - used.inputs["cost"]), currency),
            points=gap,
        )
    return Sentence(bold=bold, key="reconciliation")


def lessons(actions: Figures) -> Sentence:
    """Success, to improve, action: how many of each, and which one is empty."""
    counts = {kind: len(_of_kind(actions, kind)) for kind in LessonKind}
    if not any(counts.values()):
        return Sentence(bold=say("retro.lessons_none"), key="lessons")
    told = say(
        "retro.lessons",
        s=counts[LessonKind.SUCCESS],
        p=counts[LessonKind.PROBLEM],
        a=counts[LessonKind.ACTION],
    )
    empty = [Label(k.label.zh, k.label.en.lower()) for k, n in counts.items() if not n]
    if empty:
        return Sentence(bold=say("retro.lessons_empty", x=told, names=listed(empty)), key="lessons")
    return Sentence(bold=say("retro.lessons_all", x=told), key="lessons")


def worked(actions: Figures) -> Sentence:
    """How many things worked, and for how many it is written where they go."""
    found = _of_kind(actions, LessonKind.SUCCESS)
    if not found:
        return Sentence(bold=say("retro.nothing_worked"), key="worked")
    placed = sum(bool(f.inputs.get("goes_to")) for f in found)
    return Sentence(bold=say("retro.worked", len(found), n=len(found), k=placed), key="worked")


def problems(actions: Figures) -> Sentence:
    """How many problems there were, and for how many a root cause is written."""
    found = _of_kind(actions, LessonKind.PROBLEM)
    if not found:
        return Sentence(bold=say("retro.no_problems"), key="problems")
    rooted = sum(bool(f.inputs.get("root_cause")) for f in found)
    return Sentence(bold=say("retro.problems", len(found), n=len(found), k=rooted), key="problems")


def acted(actions: Figures) -> Sentence:
    """How many actions there are, and how many of them are overdue, not due yet, without a date."""
    found = _of_kind(actions, LessonKind.ACTION)
    if not found:
        return Sentence(bold=say("retro.no_actions"), key="actions")
    counts = Counter(str(f.inputs.get("state")) for f in found)
    told = [say(f"retro.state_{s}", n=counts[s]) for s in ("overdue", "due", "no_date") if counts[s]]
    listing = run(told, texts.text("list.comma"))
    return Sentence(bold=say("retro.acted", len(found), n=len(found), list=listing), key="actions")


def feedback(figures: Figures) -> Sentence:
    """Satisfaction and willingness, with how many answered."""
    mean, willing = figures.get("satisfaction"), figures.get("willing")
    clauses = [c for c in (_mean(mean), _willing(willing)) if c]
    if not clauses:
        return Sentence(bold=say("retro.feedback_none"), key="feedback")
    told = run(clauses, texts.text("list.semicolon"))
    return Sentence(bold=say("list.stop", x=told), key="feedback")


def _mean(figure: Figure | None) -> Text:
    if figure is None or figure.value is None:
        return NOTHING
    value = shown(lambda lang: display.show(figure.number, figure.unit, lang))
    said: dict[str, Label | int | str] = {"v": value, "n": figure.inputs.get("n") or "?"}
    said["name"] = figure.of
    if figure.low is None or figure.high is None:
        return say("retro.satisfaction", **said)
    ends = interval_range(figure.low, figure.high, figure.unit)
    return say("retro.satisfaction_interval", level=level(figure), range=ends, **said)


def _willing(figure: Figure | None) -> Text:
    if figure is None or figure.value is None or figure.low is None or figure.high is None:
        return NOTHING
    ends = interval_range(figure.low, figure.high, unit_of(figure))
    n = figure.inputs.get("n") or 0
    return say("retro.willing", v=share(figure.number), n=n, level=level(figure), range=ends)


def evaluated(attainment: Figures) -> Sentence:
    """How many goals stand where, for the section of goal attainment."""
    found = results(attainment)
    known = [f for f in found if actual(f) is not None]
    if not known:
        return Sentence(bold=say("list.stop", x=say("retro.no_results")), key="evaluated")
    return Sentence(bold=say("list.stop", x=_met_clause(found)), key="evaluated")
