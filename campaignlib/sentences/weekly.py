"""The points a weekly opens with: what is ahead, what is behind, the rate; then trust and gaps."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from campaignlib.figures import Figure, Figures
from campaignlib.findings import Finding, Findings, Severity
from campaignlib.sentences.headline import (
    AHEAD,
    BEHIND,
    ON_PACE,
    headline,
    input_channel,
    opening,
    plural,
    ranked,
    unit_is_one,
    worst_rates,
)
from campaignlib.sentences.rates import rate_point
from campaignlib.sentences.sentence import NOTHING, Sentence, Text, are, listed, run, say, within
from campaignlib.sentences.show import (
    about,
    actual_text,
    affected,
    cells,
    day,
    days,
    index,
    priced,
    readers_names,
    says,
    share,
    standing,
    target,
    unit_of,
    window,
)
from campaignlib.words import texts
from campaignlib.words.terms import Standing

__all__ = ["bearing", "contradictions", "headline", "missing", "points"]


def points(
    figures: Figures, forecast: Figures, findings: Findings, currency: str = "CNY"
) -> tuple[Sentence, ...]:
    """Three to five sentences: ahead, behind, rate, contradictions that bear on figures, no data.

    `figures` are those of pace. Without any goal there is one sentence that says so.
    """
    figures, forecast = priced(figures, currency), priced(forecast, currency)
    ahead, behind, steady = (ranked(figures, status) for status in (AHEAD, BEHIND, ON_PACE))
    made = [_paced(group, forecast) for group in (ahead, behind) if group]
    if steady and len(made) < 2:
        made.append(_steady(steady))
    rates = worst_rates(figures)
    if rates:
        made.append(rate_point(rates))
    made += [s for s in (contradictions(findings), *missing(figures)) if s]
    if not figures.named("pace", "rate"):
        made.insert(0, Sentence(bold=say("point.nothing"), text=say("point.nothing_why"), mark="○"))
    return tuple(made)


def bearing(findings: Findings) -> tuple[Finding, ...]:
    """Findings that change a figure: errors first, then what changes a sum or a status."""
    found = [f for f in findings.at_least(Severity.WARNING) if affected(f)]
    return tuple(sorted(found, key=lambda f: (f.severity.rank, _weight(f))))


_WEIGHTS = ("roi", "pace", "rate", "alert", "contingency", "variance", "forecast", "task")
"""What a reader should hear of first: a sum or a status before the rest."""


def _weight(finding: Finding) -> int:
    return min((_WEIGHTS.index(a) for a in affected(finding) if a in _WEIGHTS), default=len(_WEIGHTS))


def contradictions(findings: Findings) -> Sentence | None:
    """How many places contradict each other, and the first two that change a figure; None without any."""
    total = len(findings.at_least(Severity.WARNING))
    if not total:
        return None
    changing = bearing(findings)
    if not changing:
        return Sentence(bold=say("point.contradictions_none", total, n=total), mark="≠", key="contradictions")
    name = "contradictions"
    if len(changing) == total:
        name += "_one" if total == 1 else "_all"
    elif len(changing) == 1:
        name += "_some_one"
    first = tuple({f.code: f for f in reversed(changing)}.values())[::-1][:2]
    told = run([_contradiction(f) for f in first], texts.text("list.semicolon"))
    more = say("point.contradiction_more") if len(changing) > len(first) else NOTHING
    return Sentence(
        bold=say(f"point.{name}", n=total, k=len(changing)),
        text=run((say("list.stop", x=told), more)),
        mark="≠",
        key="contradictions",
    )


def _contradiction(finding: Finding) -> Text:
    what = listed(readers_names(affected(finding)))
    return say("point.contradiction", says=says(finding), cells=cells(finding.cells, 2), what=what)


def missing(figures: Figures) -> tuple[Sentence, ...]:
    """What has no data yet, with the day it is due; and what has not started, with the day it does."""
    made = []
    for status, due in ((Standing.NO_DATA, "no_data"), (Standing.NOT_STARTED, "not_started")):
        found = [f for f in figures.named("pace", "rate") if f.status is status]
        if not found:
            continue
        dated = sorted(found, key=lambda f: (_date(f, status) is None, _date(f, status) or date.min))
        groups = [(when, tuple(g)) for when, g in groupby(dated, key=lambda f: _date(f, status))]
        told = run([_group(g, when, due) for when, g in groups], texts.text("list.semicolon"))
        made.append(
            Sentence(
                bold=say(f"point.{due}"), text=say("list.stop", x=told), standing=status, key=status.value
            )
        )
    return tuple(made)


def _date(figure: Figure, status: Standing) -> date | None:
    names = ("due",) if status is Standing.NO_DATA else ("window_start",)
    said = next((v for n in names if isinstance(v := figure.inputs.get(n), date)), None)
    return said or (figure.final_on if status is Standing.NO_DATA else None)


def _group(figures: Sequence[Figure], when: date | None, kind: str) -> Text:
    names = listed([f.of if input_channel(f) else within(f.of) for f in figures])
    if when is None:
        return names
    name = "point.no_data_due" if kind == "no_data" else "point.not_started_from"
    return say(name, names=names, date=day(when))


def _paced(group: tuple[Figure, ...], forecast: Figures) -> Sentence:
    """The most telling figure ahead or behind, in full; the others of the group by name."""
    first = group[0]
    behind = first.status is BEHIND
    ahead_of = forecast.get("forecast", first.key)
    name = f"point.{'behind' if behind else 'ahead'}{'' if are(first.of) else '_is'}"
    rest = tuple(group[1:])
    also = "also_behind" if behind else "also_ahead"
    more = say(f"point.{also}", 2 if plural(group[1:]) else 1, names=opening(rest)) if rest else NOTHING
    tail = _needed(first, ahead_of) if behind else _forecast(ahead_of)
    return Sentence(
        bold=say(name, name=first.of),
        text=run((_stood(first, behind), tail, _other_window(first), more)),
        standing=first.status,
        key=first.key,
    )


def _stood(figure: Figure, behind: bool) -> Text:
    passed = figure.inputs.get("share")
    value = run((actual_text(figure),))
    linear = passed == share_of_days(figure)
    told = say(
        "point.share" if linear else "point.share_planned",
        1 if unit_is_one(figure) else 2,
        v=value,
        t=target(figure),
        a=share(figure.inputs.get("attainment") or 0),
        window=window(figure),
        share=share(passed or 0),
        p=index(figure.number),
    )
    if not behind:
        return say("point.share_stop", x=told)
    return say("point.alert_line", x=told, lo=index(1 - _tolerance(figure)))


def share_of_days(figure: Figure) -> float | None:
    """The part of the window's days that has passed; what a linear plan asks for."""
    passed, all_days = figure.inputs.get("days_passed"), figure.inputs.get("days")
    return passed / all_days if passed is not None and all_days else figure.inputs.get("share")


def _tolerance(figure: Figure) -> float:
    said = figure.inputs.get("tolerance")
    return float(said) if said is not None else 0.0


def _forecast(figure: Figure | None) -> Text:
    if figure is None or figure.value is None:
        return NOTHING
    unit = unit_of(figure)
    return say("point.forecast", f=about(figure.number, unit))


def _needed(figure: Figure, forecast: Figure | None) -> Text:
    if forecast is None:
        return NOTHING
    if forecast.inputs.get("days_left") == 0:
        return say("point.window_over")
    per_day = forecast.inputs.get("needed_per_day")
    if per_day is None:
        return NOTHING
    unit, today = unit_of(figure), forecast.inputs.get("today")
    needed = about(per_day, unit)
    one = 1 if needed.en.startswith("1 ") or unit.kind == "money" else 2
    if today is None:
        return say("point.needed", one, n=needed)
    return say("point.needed_today", one, n=needed, d=about(today, unit))


def _other_window(figure: Figure) -> Text:
    """The status under another window of the same thing, where it would be another status."""
    other = next(iter(figure.inputs.get("alternatives") or ()), None)
    if not other:
        return NOTHING
    return say(
        "point.other_window",
        source=other.get("cell") or other.get("why") or "",
        window=days(other["start"], other["end"]),
        p=index(other["pace"]),
        status=standing(Standing(other["status"])),
    )


def _steady(group: tuple[Figure, ...]) -> Sentence:
    first = min(group, key=lambda f: f.number)
    rest = tuple(f for f in group if f is not first)
    tolerance = _tolerance(first)
    told = say(
        "point.within",
        v=actual_text(first),
        p=index(first.number),
        lo=index(1 - tolerance),
        hi=index(1 + tolerance),
    )
    more = (
        say("point.also_on_pace", 2 if plural(rest) else 1, names=opening(tuple(rest))) if rest else NOTHING
    )
    name = "point.on_pace" if are(first.of) else "point.on_pace_is"
    return Sentence(
        bold=say(name, name=first.of),
        text=run((told, _other_window(first), more)),
        standing=first.status,
        key=first.key,
    )
