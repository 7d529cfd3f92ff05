"""The finding sentence that opens each section of the weekly."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from campaignlib.figures import Figure, Figures
from campaignlib.findings import Findings, Severity
from campaignlib.sentences.dated import Day, Item
from campaignlib.sentences.headline import AHEAD, BEHIND, ON_PACE, inside, names_of, ranked
from campaignlib.sentences.sentence import Sentence, Text, are, run, say, some
from campaignlib.sentences.show import affected, days, money, share, shares, standing
from campaignlib.words import texts
from campaignlib.words.label import Label
from campaignlib.words.terms import Standing

UNALLOCATED = "unallocated"


def _sentence(key: str, *clauses: Text, between: str = "list.semicolon") -> Sentence:
    told = run(clauses, texts.text(between))
    return Sentence(bold=say("list.stop", x=told), key=key)


def scorecard(pace: Figures) -> Sentence:
    """How many goals stand where."""
    known = pace.named("pace", "rate")
    if not known:
        return Sentence(bold=say("section.scorecard_none"), key="scorecard")
    counted = [(s, sum(f.status is s for f in known)) for s in Standing]
    parts = [
        say("section.standing_no_data", n=n)
        if s is Standing.NO_DATA
        else say("section.standing", n=n, status=standing(s))
        for s, n in counted
        if n
    ]
    listing = run(parts, Label("、", ", "))
    return Sentence(bold=say("section.scorecard", len(known), n=len(known), list=listing), key="scorecard")


def alerts(figures: Figures) -> Sentence:
    """How many alerts the rule fired, how many only a form states, how many were answered late."""
    found = figures.named("alert")
    fired = sum(bool(f.inputs.get("fired")) for f in found)
    stated = len(found) - fired
    late = sum(f.inputs.get("state") == "breach" for f in found)
    clauses = []
    if not found:
        clauses.append(say("section.alerts_none"))
    elif not fired:
        clauses.append(say("section.alerts_only_stated", stated, n=stated))
    else:
        clauses.append(say("section.alerts_fired", fired, n=fired))
        if stated:
            clauses.append(say("section.alerts_stated", stated, n=stated))
    if late:
        clauses.append(say("section.alerts_breach", late, n=late))
    return _sentence("alerts", *clauses)


def pace(figures: Figures) -> Sentence:
    """Which measures lie under their alert line."""
    known = tuple(f for f in figures.named("pace") if f.status in (AHEAD, ON_PACE, BEHIND))
    below = ranked(figures, BEHIND)
    if not known:
        return Sentence(bold=say("section.pace_none"), key="pace")
    if not below:
        return Sentence(bold=say("section.pace_all_in", len(known), n=len(known)), key="pace")
    one = f"{'_are' if are(below[0].of) else ''}"
    if len(below) == 1:
        name = f"pace_below_one{one}" if len(known) > 1 else f"pace_below_single{one}"
    else:
        name = "pace_below_all" if len(below) == len(known) and len(known) > 2 else "pace_below"
    told = say(
        f"section.{name}", n=len(known), names=names_of(below) if len(known) == 1 else inside(below, 3)
    )
    return Sentence(bold=told, key="pace")


def channels(funnel: Figures, metric: str = "leads") -> Sentence:
    """Which channel brought most of a metric, and how much of the spending belongs to no channel."""
    own = [f for f in funnel.named(metric) if f.key not in ("all", UNALLOCATED) and f.value is not None]
    shares = [f for f in own if f.inputs.get("share_of_all") is not None]
    if not shares:
        return Sentence(bold=say("section.channels_none"), key="channels")
    first = max(shares, key=lambda f: float(f.inputs["share_of_all"]))
    label = first.inputs.get("metric_label")
    noun = label if isinstance(label, Label) else Label.same(metric)
    noun = Label(noun.zh, noun.en[:1].lower() + noun.en[1:])
    part = float(first.inputs["share_of_all"])
    if part >= 1:
        clauses = [say("section.channels_all_one", channel=first.of, metric=noun)]
    else:
        clauses = [say("section.channels_lead", channel=first.of, share=share(part), metric=noun)]
    spend = funnel.named("spend")
    rest = funnel.get("spend", UNALLOCATED)
    if not spend:
        clauses.append(say("section.channels_no_spend"))
    elif rest is not None and rest.inputs.get("share_of_all"):
        clauses.append(say("section.channels_unallocated", share=share(rest.inputs["share_of_all"])))
    return _sentence("channels", *clauses)


def budget(variance: Figures, contingency: Figures, currency: str = "CNY") -> Sentence:
    """What was spent of the items' sum, how the stated total differs, and where the contingency lies."""
    total = variance.get("variance", "total")
    planned = total.inputs.get("planned") if total else None
    if total is None or planned is None:
        return Sentence(bold=say("section.budget_none"), key="budget")
    clauses = [_spent(total, planned, currency)]
    stated = contingency.get("contingency", "stated")
    base = stated.inputs.get("base") if stated else None
    if base is not None and base != planned:
        name = "budget_more" if base > planned else "budget_less"
        clauses.append(say(f"section.{name}", gap=money(abs(base - planned), currency)))
    reserve = contingency.get("contingency", "items")
    if reserve is not None and reserve.value is not None:
        low, high = float(reserve.inputs["low"]), float(reserve.inputs["high"])
        name = "reserve_in" if low <= reserve.number <= high else "reserve_out"
        clauses.append(
            say(
                f"section.{name}",
                base=reserve.basis,
                share=share(reserve.number),
                range=shares(low, high),
            )
        )
    return _sentence("budget", *clauses)


def _spent(total: Figure, planned: Decimal, currency: str) -> Text:
    sums = {"planned": money(planned, currency)}
    actual, daily = total.inputs.get("actual"), total.inputs.get("daily_spend")
    for name, spent in (("budget_spent", actual), ("budget_daily", daily)):
        if spent is not None and planned:
            part = share(float(spent) / float(planned))
            return say(f"section.{name}", spent=money(spent, currency), share=part, **sums)
    return say("section.budget_unspent", **sums)


def schedule(timeline: Figures) -> Sentence:
    """What is late, how much time is left before it moves something, and the length of the critical path."""
    tasks = timeline.named("task")
    if not tasks:
        return Sentence(bold=say("section.schedule_none"), key="schedule")
    late = sorted(
        (f for f in tasks if (f.inputs.get("overdue_days") or 0) > 0),
        key=lambda f: (not f.inputs.get("critical"), -f.inputs["overdue_days"]),
    )
    clauses = [_late(f) for f in late[:2]]
    if len(late) > 2:
        clauses.append(say("section.schedule_more", len(late) - 2, n=len(late) - 2))
    if not late:
        clauses.append(say("section.schedule_on_time", len(tasks), n=len(tasks)))
        network = timeline.get("network")
        if network is not None and network.value is not None:
            clauses.append(say("section.schedule_network", network.value, n=int(network.number)))
    return _sentence("schedule", *clauses)


def _late(figure: Figure) -> Text:
    over, slip = int(figure.inputs["overdue_days"]), figure.inputs.get("slip")
    name = "schedule_late_critical" if figure.inputs.get("critical") else "schedule_late"
    told = say(f"section.{name}", over, task=figure.of, n=over)
    if slip is None:
        rest = say("section.schedule_no_next")
    elif slip - over >= 0:
        rest = say("section.schedule_slack", slip - over, n=slip - over)
    else:
        rest = say("section.schedule_no_slack")
    return run((told, rest), texts.text("list.comma"))


def log(week: Sequence[Day]) -> Sentence:
    """How many days of the week have a log, and how many problems it notes."""
    kept = [d for d in week if d.entries]
    if not kept:
        return Sentence(bold=say("section.log_none"), key="log")
    name = "log_all" if len(kept) == len(week) else "log_some"
    n = len(week) if name == "log_all" else len(kept)
    problems = sum(bool(entry.problems) for d in kept for entry in d.entries)
    noted = say("section.log_problems", problems, n=problems) if problems else say("section.log_no_problems")
    return _sentence("log", say(f"section.{name}", n, n=len(week), k=len(kept)), noted)


def risks(figures: Figures) -> Sentence:
    """Which risks met their trigger, and how many nobody's data can judge."""
    found = figures.named("risk")
    if not found:
        return Sentence(bold=say("section.risks_none"), key="risks")
    fired = [f for f in found if f.inputs.get("state") == "triggered"]
    if fired:
        name = "risks_triggered_one" if len(fired) == 1 else "risks_triggered"
        clauses = [say(f"section.{name}", names=some([f.of for f in fired], 3))]
    else:
        clauses = [say("section.risks_quiet")]
    for name, n in (
        ("risks_noted", sum(bool(f.inputs.get("note")) for f in found)),
        ("risks_person", sum(f.inputs.get("state") == "person" for f in found)),
        ("risks_no_data", sum(f.inputs.get("state") == "no_data" for f in found)),
    ):
        if n:
            clauses.append(say(f"section.{name}", n, n=n))
    return _sentence("risks", *clauses)


def coming(items: Sequence[Item], today: date, days_ahead: int = 7) -> Sentence:
    """How many things of the next days have a date."""
    span = days(today + timedelta(days=1), today + timedelta(days=days_ahead))
    if not items:
        return Sentence(bold=say("section.next_none", span=span), key="next")
    return _sentence("next", say("section.next_some", len(items), span=span, n=len(items)))


def findings(found: Findings) -> Sentence:
    """How many errors, warnings and notes, and how many of them change a figure."""
    if not found:
        return Sentence(bold=say("section.findings_none"), key="findings")
    counts = found.summary()
    kinds = (("errors", Severity.ERROR), ("warnings", Severity.WARNING), ("notes", Severity.NOTE))
    told = [
        say(f"findings.{name}", counts[s.value], n=counts[s.value]) for name, s in kinds if counts[s.value]
    ]
    changing = sum(bool(affected(f)) for f in found.at_least(Severity.WARNING))
    fix = say("section.findings_fix", changing, n=changing) if changing else say("section.findings_no_figure")
    return _sentence("findings", say("section.findings_all", x=run(told, texts.text("list.comma"))), fix)
