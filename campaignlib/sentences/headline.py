"""The verdict of a week in one line: best, worst; then the rate. No number but the gap."""

from __future__ import annotations

from campaignlib.figures import Figure, Figures
from campaignlib.sentences.sentence import NOTHING, Text, are, listed, run, say, shown, some, within
from campaignlib.sentences.show import actual, amount, judged, unit_of
from campaignlib.words import display, texts
from campaignlib.words.label import Label
from campaignlib.words.terms import Comparison, Standing

AHEAD, BEHIND, ON_PACE = Standing.AHEAD, Standing.BEHIND, Standing.ON_PACE

RATES = (
    Standing.BELOW_FLOOR,
    Standing.NOT_MET,
    Standing.NOT_MET_NOT_EXCLUDED,
    Standing.ABOVE_FLOOR,
    Standing.MET_NOT_PROVEN,
    Standing.MET,
)
"""What a rate can be, in the order in which a reader should hear of it."""


def headline(figures: Figures) -> Text:
    """The verdict: at most two clauses. `figures` are those of pace: names `pace` and `rate`."""
    return run((_pace_clause(figures), _rate_clause(figures)), texts.text("list.semicolon")) or _silence(
        figures
    )


def ranked(figures: Figures, status: Standing) -> tuple[Figure, ...]:
    """Figures of pace with this status, the most telling first: highest ahead, lowest behind."""
    found = [f for f in figures.named("pace") if f.status is status]
    return tuple(sorted(found, key=lambda f: f.number, reverse=status is AHEAD))


def worst_rates(figures: Figures) -> tuple[Figure, ...]:
    """Rates that have a value, the one to hear of first at the front."""
    found = [f for f in figures.named("rate") if f.status in RATES]
    return tuple(sorted(found, key=lambda f: RATES.index(f.status) if f.status else len(RATES)))


def gap(figure: Figure, to: float) -> Label:
    """How far a rate is from a value: percentage points, or its own unit for a score."""
    unit, away = unit_of(figure), abs(float(actual(figure) or 0) - to)
    if unit.kind != "ratio":
        return amount(away, unit)
    return shown(lambda lang: display.points(away, lang))


def names_of(figures: tuple[Figure, ...], most: int = 2) -> Text:
    return some([figure.of for figure in figures], most)


def plural(figures: tuple[Figure, ...]) -> bool:
    """Whether their names, as a list, take a plural verb."""
    return are(figures[0].of, *(f.of for f in figures[1:]))


def _pace_clause(figures: Figures) -> Text:
    ahead, behind, steady = (ranked(figures, status) for status in (AHEAD, BEHIND, ON_PACE))
    if not (ahead or behind or steady):
        return NOTHING
    if not (ahead or behind):
        return _steady(steady, _silent(figures))
    name = "".join(
        (
            "ahead" + ("" if plural(ahead) else "_is") if ahead else "",
            "_" if ahead and behind else "",
            "behind" + ("" if plural(behind) else "_is") if behind else "",
        )
    )
    if not (ahead and behind):
        name += ("_rest_known" if _silent(figures) else "_rest") if steady else "_only"
    places = {key: names_of(group) for key, group in (("ahead", ahead), ("behind", behind)) if group}
    if ahead and behind:
        places["behind"] = inside(behind)
    return say(f"headline.{name}", **places)


def _steady(steady: tuple[Figure, ...], silent: bool) -> Text:
    if len(steady) > 2:
        return say("headline.on_pace_known" if silent else "headline.on_pace_all")
    name = "on_pace_only" if plural(steady) else "on_pace_is_only"
    return say(f"headline.{name}", name=listed([f.of for f in steady]))


def _silent(figures: Figures) -> bool:
    """Whether some measures have no status yet, so that nothing may be said of all."""
    return any(f.status not in (AHEAD, BEHIND, ON_PACE) for f in figures.named("pace"))


def inside(figures: tuple[Figure, ...], most: int = 2) -> Text:
    """Their names inside an English sentence: a channel's name keeps its capital letter."""
    return some([within(f.of) if not input_channel(f) else f.of for f in figures], most)


def opening(figures: tuple[Figure, ...]) -> Text:
    """All their names at the start of an English sentence: only the first word of all keeps its capital."""
    return listed([figures[0].of, *(within(f.of) if not input_channel(f) else f.of for f in figures[1:])])


def input_channel(figure: Figure) -> str:
    """The channel a figure is of, empty for the whole: a channel's name keeps its capital letter."""
    channel = figure.inputs.get("channel") or ""
    return "" if channel == "all" else str(channel)


def _rate_clause(figures: Figures) -> Text:
    rates = worst_rates(figures)
    if not rates or rates[0].status is None:
        return NOTHING
    first, status = rates[0], rates[0].status
    below = tuple(f for f in rates if f.status is Standing.BELOW_FLOOR)
    paced = any(f.status in (AHEAD, BEHIND, ON_PACE) for f in figures.named("pace"))
    if len(below) > 1:
        return say("headline.below_floor_several", rate=inside(below) if paced else names_of(below))
    over = first.target is not None and first.target.comparison is Comparison.AT_MOST
    turned = "_over" if over and status in (Standing.NOT_MET, Standing.NOT_MET_NOT_EXCLUDED) else ""
    name = f"headline.{status.value}{turned}{'_are' if are(first.of) else ''}"
    against = first.inputs.get("floor") if status is Standing.BELOW_FLOOR else None
    if against is None and first.target:
        against = first.target.value
    return say(name, rate=inside((first,)) if paced else first.of, gap=gap(first, float(against or 0)))


def _silence(figures: Figures) -> Text:
    known = figures.named("pace", "rate")
    if not known:
        return say("headline.nothing")
    if len(judged(known, Standing.NOT_STARTED)) == len(known):
        return say("headline.not_started")
    return say("headline.no_data")


def unit_is_one(figure: Figure) -> bool:
    """Whether its value takes a singular verb in English: one, money, a share, a score."""
    return actual(figure) == 1 or unit_of(figure).kind in ("money", "ratio", "score")
