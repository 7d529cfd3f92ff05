"""What a manager would check by hand: sums on the page are right, figures lead to their own note, counts agree."""

from __future__ import annotations

import re
from collections import Counter
from decimal import ROUND_HALF_UP, Decimal

import pytest

from tests.pages.conftest import Page
from tests.pages.reading import Element, document, squeezed

pytestmark = pytest.mark.slow

NUMBER = r"(?:CNY)?(\d[\d,]*(?:\.\d+)?)(万|million|M|%)?(?:个百分点|元|次|条|分|单|人|leads|reads|points|impressions|shares|orders|qualifiedleads)?"
QUOTIENT = re.compile(rf"{NUMBER}÷{NUMBER}[＝=]{NUMBER}")
RATIO = re.compile(rf"{NUMBER}[＝=]{NUMBER}÷{NUMBER}(?![＝=\d])")
RETURN = re.compile(rf"[(（]{NUMBER}[−-]{NUMBER}[)）]÷{NUMBER}[＝=]{NUMBER}")
SCALES = {
    "万": Decimal(10_000),
    "million": Decimal(1_000_000),
    "M": Decimal(1_000_000),
    "%": Decimal("0.01"),
    "": Decimal(1),
}


def numbers(groups: tuple[str | None, ...]) -> list[tuple[Decimal, Decimal]]:
    """Lowest and highest value each written number can stand for."""
    made = []
    for digits, scale in zip(groups[::2], groups[1::2], strict=True):
        value = Decimal((digits or "").replace(",", ""))
        exponent = value.as_tuple().exponent
        assert isinstance(exponent, int)
        rounded = Decimal(1).scaleb(exponent) / 2 if scale or exponent else Decimal(0)
        factor = SCALES[scale or ""]
        made.append(((value - rounded) * factor, (value + rounded) * factor))
    return made


def agrees(
    dividend: tuple[Decimal, Decimal], divisor: tuple[Decimal, Decimal], result: tuple[Decimal, Decimal]
) -> bool:
    return dividend[0] / divisor[1] <= result[1] and dividend[1] / divisor[0] >= result[0]


def test_every_quotient_written_is_right(page: Page) -> None:
    text = squeezed(document(page.html).find("main")[0].text)
    wrong, seen = [], 0
    for hit in RETURN.finditer(text):
        revenue, cost, again, result = numbers(hit.groups())
        seen += 1
        if not agrees((revenue[0] - cost[1], revenue[1] - cost[0]), again, result):
            wrong.append(hit[0])
    for hit in QUOTIENT.finditer(text):
        dividend, divisor, result = numbers(hit.groups())
        seen += 1
        if not agrees(dividend, divisor, result) and not _inside(hit, RETURN, text):
            wrong.append(hit[0])
    for hit in RATIO.finditer(text):
        result, dividend, divisor = numbers(hit.groups())
        seen += 1
        if not agrees(dividend, divisor, result) and not _inside(hit, QUOTIENT, text):
            wrong.append(hit[0])

    assert seen >= 4
    assert wrong == []


def _inside(hit: re.Match[str], pattern: re.Pattern[str], text: str) -> bool:
    return any(other.start() < hit.end() and hit.start() < other.end() for other in pattern.finditer(text))


def test_every_traced_figure_stands_in_its_own_note(page: Page) -> None:
    root = document(page.html)
    notes = {e.attributes["id"]: squeezed(e.text) for e in root.walk() if "popover" in e.attributes}
    buttons = [b for b in root.find("button") if "popovertarget" in b.attributes]

    assert len(buttons) >= 5
    lost = [
        f"{b.text} not in: {notes[b.attributes['popovertarget']][:60]}"
        for b in buttons
        if _short(b.text) not in _short(notes[b.attributes["popovertarget"]])
    ]
    assert lost == []


def _short(text: str) -> str:
    """Tables write 3.26M for what sentences call 3.26 million."""
    return squeezed(text).replace("million", "M")


def test_counts_of_findings_agree_with_their_tables(page: Page) -> None:
    tables = [
        t for t in document(page.html).find("table") if t.attributes.get("id", "").startswith("findings")
    ]
    levels = Counter(_level(row) for t in tables for body in t.find("tbody") for row in body.find("tr"))
    words = {"zh": ("错误", "警告", "提示"), "en": ("Error", "Warning", "Note")}[page.lang]
    section = next(s for s in document(page.html).find("section") if tables[0] in s.find("table"))
    said = next(e for e in section.find("div", "label") if "finding" in e.classes).text

    assert set(levels) == set(words)
    for level in words:
        number = "one" if page.lang == "en" and levels[level] == 1 else str(levels[level])
        assert re.search(rf"(?<!\d){number}(?!\d)", said), (level, levels[level], said)


def _level(row: Element) -> str:
    return row.find("th", "td")[1].text


def test_numbers_keep_one_precision(page: Page) -> None:
    """A figure is not 108.2% in one place and 108.24% in another; ROI alone has two digits, everywhere."""
    text = squeezed(document(page.html).find("main")[0].text)
    percents = set(re.findall(r"(?<![\d.,])(\d+(?:\.\d+)?)%", text))
    doubled = {
        (short, long)
        for long in percents
        for digits in ("1", "0.1")
        if len(long.partition(".")[2]) == 2
        and (short := str(Decimal(long).quantize(Decimal(digits), ROUND_HALF_UP))) in percents
    }

    assert {pair for pair in doubled if not pair[1].startswith(("549", "635"))} == set()
