"""Trace notes: for each figure its definition, calculation, source cells, rule and what contradicts it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from campaignlib.figures import RATIO, Figure, Number, Unit
from campaignlib.findings import Finding, Findings
from campaignlib.sentences.rates import level, number
from campaignlib.sentences.sentence import NOTHING, Text, raw, run, say
from campaignlib.sentences.show import (
    actual,
    affected,
    amount,
    cells,
    day,
    days,
    index,
    interval_range,
    money,
    share,
    standing,
    target_label,
    unit_of,
)
from campaignlib.words import texts
from campaignlib.words.block import Block, div
from campaignlib.words.label import Label, Lang
from campaignlib.words.terms import Comparison, Standing


def trace(figures: Iterable[Figure], findings: Findings, lang: Lang, currency: str = "CNY") -> Block:
    """A note per figure under its anchor, numbered; each figure once."""
    unique = {f.anchor: f for f in figures}
    if not unique:
        return Block(say("trace.none").markdown(lang))
    notes = [
        f"{i}.  []{{#{anchor}}}{note(figure, findings, currency).markdown(lang)}"
        for i, (anchor, figure) in enumerate(unique.items(), 1)
    ]
    return Block(div("\n".join(notes), "trace"))


def note(figure: Figure, findings: Findings, currency: str = "CNY") -> Text:
    """One note: **name value** definition, calculation, interval, basis, source, rule, contradictions, final day."""
    parts = [
        say("trace.definition", x=figure.definition) if figure.definition else NOTHING,
        _stop(_calculation(figure, currency)),
        _stop(_interval(figure)),
        say("trace.basis", x=figure.basis) if figure.basis else NOTHING,
        say("trace.source", x=cells(figure.cells, 4)) if figure.cells else NOTHING,
        say("trace.rule", x=_rule(figure)) if figure.rule or figure.status else NOTHING,
        _stop(_windows(figure)),
        *(_contradiction(f) for f in contradicting(figure, findings)[:3]),
        say("point.provisional", date=day(figure.final_on)) if figure.final_on else NOTHING,
    ]
    return run((_name(figure, currency), *parts))


def contradicting(figure: Figure, findings: Findings) -> tuple[Finding, ...]:
    """Findings that change figures of this name and speak of one of its cells."""
    places = {str(cell) for cell in figure.cells} | {str(figure.inputs.get("stated_cell") or "")}
    names = {figure.name} | ({"pace"} if figure.name == "rate" else set())
    if figure.name in ("pace", "rate"):
        names.add("alert")
    return tuple(f for f in findings if names & set(affected(f)) and places & {str(cell) for cell in f.cells})


def value(figure: Figure, currency: str = "CNY") -> Label:
    """The value of any figure in its unit; the reason where there is none."""
    if figure.value is None:
        return figure.undefined or Label("—", "—")
    if isinstance(figure.value, str):
        return Label.same(figure.value)
    if isinstance(figure.value, date):
        return day(figure.value)
    if figure.unit.kind == "money":
        return money(figure.value, currency)
    if figure.name.startswith("roi"):
        return share(figure.value, 2)
    return amount(figure.value, figure.unit)


def _name(figure: Figure, currency: str) -> Text:
    """The figure's name and value in bold; a pace is named by what it is of and shows the value reached."""
    reached = actual(figure)
    shown = value(figure, currency)
    if figure.name == "pace" and reached is not None:
        shown = _amount(reached, unit_of(figure), currency)
    head: Label | Text = shown
    if figure.name == "attainment" and reached is not None:
        reach = _amount(reached, unit_of(figure), currency)
        head = (
            say("trace.head_attained", v=reach, a=share(figure.number)) if figure.value is not None else reach
        )
    if figure.name == "variance" and figure.inputs.get("planned") is not None:
        head = say("trace.head_planned", planned=money(figure.inputs["planned"], currency), v=shown)
    name = texts.text(f"affects.{figure.name}") if figure.name in ("roi", "contingency", "variance") else None
    of = Label(f"{figure.of.zh}{name.zh}", f"{figure.of.en}, {name.en}") if name else figure.of
    if name and (name.zh in figure.of.zh or not figure.of):
        of = figure.of
    return Text(Label("**{of} {v}**　", "**{of} {v}.**"), {"of": of, "v": head})


def _amount(number: Number, unit: Unit, currency: str) -> Label:
    return money(number, currency) if unit.kind == "money" else amount(number, unit)


def _calculation(figure: Figure, currency: str) -> Text:
    said = figure.inputs
    if figure.value is None:
        return NOTHING
    if figure.name == "pace" and said.get("attainment") is not None and said.get("share"):
        unit = unit_of(figure)
        return say(
            "trace.formula_pace",
            a=share(said["attainment"]),
            s=share(said["share"]),
            v=index(figure.number),
            actual=_amount(said["actual"], unit, currency),
            target=target_label(figure.target, unit, sign=False) if figure.target else "",
        )
    if figure.name == "attainment":
        return _attained(figure, currency)
    if figure.name == "roi" and said.get("cost") is not None:
        return say(
            "trace.formula_roi",
            revenue=money(said["revenue"], currency),
            cost=money(said["cost"], currency),
            v=share(figure.number, 2),
        )
    if figure.name == "contingency" and said.get("base"):
        pair = {"a": money(said["reserve"], currency), "b": money(said["base"], currency)}
        return say("trace.formula_share", v=share(figure.number), **pair)
    if figure.name == "variance" and said.get("planned") is not None:
        pair = {"a": money(said["actual"], currency), "b": money(said["planned"], currency)}
        return say("trace.formula_minus", v=value(figure, currency), **pair)
    return _quotient(figure, currency)


def _attained(figure: Figure, currency: str) -> Text:
    """Actual ÷ target where that is the formula; a rate with the counts behind it."""
    reached, wanted, unit = actual(figure), figure.target, unit_of(figure)
    if reached is None or wanted is None or wanted.comparison is not Comparison.AT_LEAST:
        return NOTHING
    said: dict[str, Label] = {
        "a": _amount(reached, unit, currency),
        "b": target_label(wanted, unit, sign=False),
        "v": share(figure.number),
    }
    k, n = figure.inputs.get("numerator"), figure.inputs.get("denominator")
    if k is None or n is None:
        return say("trace.formula_share", **said)
    return say("trace.formula_attained", k=number(k), n=number(n), **said)


def _quotient(figure: Figure, currency: str) -> Text:
    k, n = figure.inputs.get("numerator"), figure.inputs.get("denominator")
    if not isinstance(k, int | float | Decimal) or not isinstance(n, int | float | Decimal):
        return NOTHING
    return say("trace.formula_rate", k=number(k), n=number(n), v=value(figure, currency))


def _interval(figure: Figure) -> Text:
    if figure.low is None or figure.high is None or figure.name == "contingency_remaining":
        return NOTHING
    unit = RATIO if figure.name == "attainment" else figure.unit
    name = "wilson" if figure.inputs.get("denominator") and unit.kind == "ratio" else "interval"
    said = Label.same("90%") if figure.name == "forecast" else level(figure)
    return say(f"trace.{name}", level=said, range=interval_range(figure.low, figure.high, unit))


def _rule(figure: Figure) -> Text:
    if figure.status is None or figure.status is Standing.NO_DATA:
        return raw(figure.rule or (figure.status.label if figure.status else ""))
    if not figure.rule:
        return raw(standing(figure.status))
    return run((raw(standing(figure.status)), raw(figure.rule)), texts.text("list.comma"))


def _windows(figure: Figure) -> Text:
    told = [
        say(
            "trace.other_window",
            source=found.get("cell") or found.get("why") or "",
            window=days(found["start"], found["end"]),
            share=share(found["share"]),
            p=index(found["pace"]),
            status=standing(Standing(found["status"])),
        )
        for found in figure.inputs.get("alternatives") or ()
    ]
    return run(told, texts.text("list.semicolon"))


def _contradiction(finding: Finding) -> Text:
    return say("trace.contradiction", x=finding.message)


def _stop(text: Text) -> Text:
    return say("list.stop", x=text) if text else NOTHING
