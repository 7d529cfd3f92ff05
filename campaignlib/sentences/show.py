"""A figure's numbers as a sentence or a table shows them, in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from campaignlib.checks import everything
from campaignlib.figures import Figure, Figures, Number, Target, Unit
from campaignlib.findings import Cell, Finding
from campaignlib.sentences.sentence import Text, link, shown
from campaignlib.words import display, texts
from campaignlib.words.label import NONE, Label
from campaignlib.words.terms import Comparison, Standing

JUDGED = ("pace", "rate")
"""Names of the figures that a scorecard judges."""


def unit_of(figure: Figure) -> Unit:
    """What the actual value counts: `inputs["unit"]` where a figure's own value is an index or a ratio of it."""
    unit = figure.inputs.get("unit")
    if isinstance(unit, Unit):
        return unit
    if isinstance(unit, Mapping):
        label = unit.get("label", NONE)
        return Unit(str(unit["kind"]), label if isinstance(label, Label) else Label.same(str(label)))
    return Unit("count") if figure.name in ("pace", "attainment", "alert") else figure.unit


def nounless(unit: Unit) -> Unit:
    """The unit without its English noun, for where the name before it says it: Leads 2,480."""
    return unit if unit.kind == "money" else Unit(unit.kind, Label(unit.label.zh, ""))


def amount(value: Number, unit: Unit) -> Label:
    """A value with its unit.

    >>> amount(850, Unit("count", Label("条", "leads"))).zh
    '850 条'
    """
    if unit.kind == "money":
        return money(value, currency_of(unit))
    if unit.kind == "ratio" and abs(float(value)) >= 1:
        return shown(lambda lang: display.percent(value, lang, 2, trim=True))
    return shown(lambda lang: display.show(value, unit, lang))


def money(value: Number, currency: str = "CNY") -> Label:
    return shown(lambda lang: display.money(value, lang, currency))


def currency_of(unit: Unit) -> str:
    """The currency that `priced` put into a unit of money; else that of most campaigns."""
    code = unit.label.en
    return code if len(code) == 3 and code.isascii() and code.isupper() else "CNY"


def priced(figures: Figures, currency: str) -> Figures:
    """The same figures with the campaign's currency in their units of money, where amounts are read from."""
    label = Label.same(currency)

    def own(figure: Figure) -> Figure:
        unit = figure.inputs.get("unit")
        if isinstance(unit, Mapping) and unit.get("kind") == "money":
            figure = figure.but(inputs={**figure.inputs, "unit": {"kind": "money", "label": label}})
        return figure.but(unit=Unit("money", label)) if figure.unit.kind == "money" else figure

    return Figures(own(figure) for figure in figures)


def about(value: Number, unit: Unit) -> Label:
    """An estimate: counts and money to whole ones, large ones to three digits."""
    return amount(estimate(value) if unit.kind in ("count", "money") else value, unit)


def estimate(value: Number) -> int:
    """A whole number, from 100,000 on only its first three digits.

    >>> estimate(1886.3), estimate(5_122_857.2)
    (1886, 5120000)
    """
    nearest = whole(value)
    spare = len(str(abs(nearest))) - 3
    return nearest if abs(nearest) < 100_000 else whole(Decimal(nearest).scaleb(-spare)) * 10**spare


def whole(value: Number) -> int:
    """The nearest whole number, halves up."""
    return int(display.rounded(value))


def actual(figure: Figure) -> Number | None:
    """The value that was measured: the rate itself, or what the pace or attainment is of."""
    value = figure.inputs.get("actual")
    if value is None and figure.name == "rate" and isinstance(figure.value, int | float | Decimal):
        return figure.value
    return value if isinstance(value, int | float | Decimal) else None


def actual_text(figure: Figure) -> Text:
    """The measured value as a link to its trace note; empty without one."""
    value = actual(figure)
    return link(amount(value, unit_of(figure)), figure) if value is not None else Text(NONE)


def target(figure: Figure, sign: bool = False) -> Label:
    """The target with its unit; with its comparison where asked for (≥15%)."""
    return target_label(figure.target, unit_of(figure), sign) if figure.target else NONE


def target_label(wanted: Target, unit: Unit, sign: bool = True) -> Label:
    """A target on its own.

    >>> target_label(Target(0.15), Unit("ratio")).en
    '≥15%'
    """
    comparison = wanted.comparison if sign or wanted.comparison is Comparison.RANGE else None
    currency = currency_of(unit)
    return shown(lambda lang: display.target(wanted.value, comparison, unit, lang, currency, wanted.upper))


def goal(value: Number, unit: Unit) -> Label:
    """A target or floor without its comparison: a share loses needless decimals (15%, 12.5%)."""
    return target_label(Target(value), unit, sign=False)


def share(fraction: Number, digits: int = 1, least: bool = False) -> Label:
    """A fraction as a percentage; `least` drops decimals that say nothing.

    >>> share(0.425).zh, share(0.15, least=True).zh, share(0.125, least=True).zh
    ('42.5%', '15%', '12.5%')
    """
    return shown(lambda lang: display.percent(fraction, lang, 2 if least else digits, trim=least))


def shares(low: Number, high: Number) -> Label:
    """A range of shares as a rule writes it: 10%～15%, 10–15%."""
    first, last = share(low, least=True), share(high, least=True)
    return Label(f"{first.zh}～{last.zh}", f"{first.en.removesuffix('%')}–{last.en}")


def index(value: Number) -> Label:
    return Label.same(display.index(float(value)))


def brief(value: Number, unit: Unit) -> Label:
    """A value as a table shows it: in English in short form and without a noun, which the row's name says."""
    return Label(
        amount(value, unit).zh, bare(value, unit).en if unit.kind == "count" else amount(value, unit).en
    )


def brief_target(wanted: Target, unit: Unit) -> Label:
    """A target as a table shows it, with its comparison."""
    if unit.kind != "count":
        return target_label(wanted, unit)
    noun = Unit("count", Label(unit.label.zh, ""))
    short = Label(target_label(wanted, noun).zh, bare(wanted.value, unit).en)
    if wanted.upper is not None:
        return Label(short.zh, interval_range(float(wanted.value), float(wanted.upper), unit).en)
    return Label(short.zh, display.compared(short.en, wanted.comparison))


def bare(value: Number, unit: Unit) -> Label:
    """A value without its noun, for table columns."""
    if unit.kind in ("ratio", "score"):
        return amount(value, Unit(unit.kind))
    if unit.kind == "money":
        return shown(lambda lang: display.fixed(value, 0))
    return shown(lambda lang: display.count_short(value, lang))


def interval_range(low: float, high: float, unit: Unit) -> Label:
    """An interval in one piece: 10.3%～15.1%, 10.3–15.1%."""
    digits = {"score": 1, "money": 0}.get(unit.kind)
    return shown(
        lambda lang: display.value_range(low, high, lang, percent=unit.kind == "ratio", digits=digits)
    )


def day(value: date, **style: bool) -> Label:
    return shown(lambda lang: display.day(value, lang, **style))


def days(start: date, end: date) -> Label:
    """A range of days; a single day is not a range."""
    return day(start) if start == end else shown(lambda lang: display.day_range(start, end, lang))


def window(figure: Figure) -> Label:
    """The window a pace was judged over; empty when unknown."""
    start, end = figure.inputs.get("window_start"), figure.inputs.get("window_end")
    return days(start, end) if isinstance(start, date) and isinstance(end, date) else NONE


_INSIDE = {
    Standing.MET_NOT_PROVEN: Label("达成但未证实", "met but not proven"),
    Standing.NOT_MET_NOT_EXCLUDED: Label("未达成但未排除", "not met but not excluded"),
}
"""Statuses whose word holds a comma, as they stand in a list."""


def standing(status: Standing) -> Label:
    """A status inside a sentence: 落后, behind."""
    label = status.label
    return _INSIDE.get(status) or Label(label.zh, label.en[:1].lower() + label.en[1:])


def cells(found: Iterable[Cell], most: int = 3) -> Label:
    """Addresses as they stand in text: neighbours as one range, a file's rows by their numbers.

    >>> cells([Cell("a.xlsx", "F8", "D5"), Cell("a.xlsx", "F8", "E5"), Cell("daily.csv", "", "D2:D9")]).zh
    'F8!D5:E5、daily.csv第2—9行'
    """
    places = [_place(cell) for cell in _joined(found)]
    kept = places[:most] + ([Label.same("…")] if len(places) > most else [])
    return Label("、".join(p.zh for p in kept), ", ".join(p.en for p in kept))


def sources(found: Iterable[Cell], most: int = 3) -> Label:
    """The first of them for the second line of a table, where a file stands without its rows; trace has them all."""
    kept = list(dict.fromkeys(cell.file if _rows(cell) else str(cell) for cell in _joined(found)))[:most]
    return Label("、".join(kept), ", ".join(kept))


_REF = re.compile(r"([A-Z]+)(\d+)")


def _rows(cell: Cell) -> tuple[str, str] | None:
    """First and last row of a cell of a plain file."""
    found = [] if cell.sheet else _REF.findall(cell.ref)
    return (found[0][1], found[-1][1]) if found else None


def _place(cell: Cell) -> Label:
    rows = _rows(cell)
    if rows is None:
        return Label.same(str(cell))
    first, last = rows
    if first == last:
        return Label(f"{cell.file}第{first}行", f"{cell.file} row {first}")
    return Label(f"{cell.file}第{first}—{last}行", f"{cell.file} rows {first}–{last}")


def _joined(found: Iterable[Cell]) -> list[Cell]:
    """Neighbouring cells of one row as one range."""
    made: list[Cell] = []
    for cell in dict.fromkeys(found):
        last = made[-1] if made else None
        if last and (last.file, last.sheet) == (cell.file, cell.sheet) and _beside(last.ref, cell.ref):
            made[-1] = Cell(last.file, last.sheet, f"{last.ref.split(':')[0]}:{cell.ref}")
        else:
            made.append(cell)
    return made


def _beside(one: str, other: str) -> bool:
    a, b = _REF.fullmatch(one.split(":")[-1]), _REF.fullmatch(other)
    return bool(a and b) and a[2] == b[2] and _column(b[1]) == _column(a[1]) + 1  # type: ignore[index]


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def affected(finding: Finding) -> tuple[str, ...]:
    """Names of the figures that a finding changes."""
    return everything.affected(finding.code)


def rule_of(finding: Finding) -> Label:
    """The rule behind a finding, in a few words."""
    return everything.rule(finding.code)


def says(finding: Finding) -> Label:
    """What a finding says, without what to do about it: its first sentence, no stop at the end."""
    zh = _FIRST_ZH.split(finding.message.zh, maxsplit=1)[0]
    en = _FIRST_EN.split(finding.message.en, maxsplit=1)[0]
    return Label(zh.rstrip("。"), en.rstrip("."))


_FIRST_ZH = re.compile(r"(?<=[。？])")
_FIRST_EN = re.compile(r"(?<=[.?])\s")


def readers_names(names: Iterable[str]) -> tuple[Label, ...]:
    """The readers' names of figures, as Check.affects names them; each once."""
    return tuple(
        dict.fromkeys(
            texts.text(f"affects.{n}") if texts.has(f"affects.{n}") else Label.same(n) for n in names
        )
    )


def judged(figures: Figures, *states: Standing) -> tuple[Figure, ...]:
    """The pace and rate figures with one of these statuses."""
    return tuple(f for f in figures.named(*JUDGED) if f.status in states)


def input_of(figure: Figure, name: str) -> Any:
    """An input that may be missing."""
    return figure.inputs.get(name)
