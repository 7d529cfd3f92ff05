"""A rate against its floor and its target, with what its interval leaves open."""

from __future__ import annotations

from campaignlib.figures import Figure, Number
from campaignlib.metrics.intervals import cases_to_settle
from campaignlib.sentences.sentence import NOTHING, Sentence, Text, are, run, say, shown
from campaignlib.sentences.show import actual_text, day, goal, interval_range, share, standing, unit_of
from campaignlib.words import display, texts
from campaignlib.words.label import Label
from campaignlib.words.terms import Standing

CONFIDENCE = 0.95


def rate_point(rates: tuple[Figure, ...]) -> Sentence:
    """The first of these rates in full, the others by name, value and status."""
    first, *rest = rates
    assert first.status is not None
    name = f"point.{first.status.value}{'_are' if are(first.of) else ''}"
    others = run([_other(f) for f in rest], texts.text("list.semicolon"))
    return Sentence(
        bold=say(name, name=first.of),
        text=run(
            (
                rate_text(first),
                provisional(first),
                say("point.other_rates", list=others) if rest else NOTHING,
            )
        ),
        standing=first.status,
        key=first.key,
    )


def rate_text(figure: Figure) -> Text:
    """12.5% (90 ÷ 720), floor 10%, target 15%; the 95% interval and what it includes."""
    floor, target = figure.inputs.get("floor"), figure.target
    below = figure.status is Standing.BELOW_FLOOR
    parts = [counts(figure)]
    if floor is not None:
        parts.append(say("point.with_floor", f=goal(floor, unit_of(figure))))
    if target is not None and not below:
        parts.append(say("point.with_target", t=goal(target.value, unit_of(figure))))
    told = run(parts, texts.text("list.comma"))
    tail = _interval(figure)
    return say("list.stop", x=run((told, tail), texts.text("list.semicolon")))


def counts(figure: Figure) -> Text:
    """The rate with its numerator and denominator, where they are known."""
    k, n = figure.inputs.get("numerator"), figure.inputs.get("denominator")
    value = actual_text(figure)
    if k is None or n is None:
        return value
    return say("point.of_counts", v=value, k=number(k), n=number(n))


def number(value: Number) -> Label:
    return shown(lambda lang: display.count(value, lang))


def level(figure: Figure) -> Label:
    return share(figure.inputs.get("confidence") or CONFIDENCE, least=True)


def _interval(figure: Figure) -> Text:
    if figure.low is None or figure.high is None:
        return NOTHING
    said = {"level": level(figure), "range": interval_range(figure.low, figure.high, unit_of(figure))}
    floor, target = figure.inputs.get("floor"), figure.target
    if figure.status is Standing.BELOW_FLOOR and floor is not None:
        inside = figure.low <= float(floor) <= figure.high
        return say("point.includes_floor" if inside else "point.excludes_floor", **said)
    if target is None:
        return say("point.interval", **said)
    wanted = float(target.value)
    if not figure.low <= wanted <= figure.high:
        return say("point.excludes_target", **said)
    if figure.status in (Standing.MET_NOT_PROVEN, Standing.MET):
        told = say("point.includes_target", t=goal(target.value, unit_of(figure)), **said)
        return run((told, settle(figure)), texts.text("list.semicolon"))
    return say("point.includes_target_short", **said)


def settle(figure: Figure) -> Text:
    """How many cases would settle it at the present rate; empty where the counts are unknown."""
    k, n = figure.inputs.get("numerator"), figure.inputs.get("denominator")
    if not (isinstance(k, int | float) and isinstance(n, int | float) and n and figure.target):
        return NOTHING
    confidence = figure.inputs.get("confidence") or CONFIDENCE
    needed = cases_to_settle(int(k), int(n), float(figure.target.value), confidence)
    return say("point.settle", n=number(needed)) if needed else NOTHING


def provisional(figure: Figure) -> Text:
    return say("point.provisional", date=day(figure.final_on)) if figure.final_on else NOTHING


def _other(figure: Figure) -> Text:
    assert figure.status is not None
    return say("point.other_rate", name=figure.of, v=actual_text(figure), status=standing(figure.status))
