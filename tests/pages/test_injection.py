"""Whatever people type into the forms and the settings comes out as that text, on the page and on paper."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.pages.conftest import (
    HOSTILE_RETROSPECTIVE,
    HOSTILE_WEEKLY,
    Opened,
    Page,
    open_page,
    page_of,
    pictures,
)
from tests.pages.hostile import LABELLED, PAYLOADS, WORKBOOK, written
from tests.pages.reading import Element, document, pdf_pages, squeezed

pytestmark = pytest.mark.slow

REPORTS = [HOSTILE_WEEKLY, HOSTILE_RETROSPECTIVE]
SHOWN = {"weekly": ("预算", "排期", "风险", "日报", "问题"), "retrospective": ("评估", "复盘", "提纲")}
"""The sheets whose free texts a report shows; of some only a column or two."""
COLUMNS_SHOWN = {"预算": 6, "排期": 6, "风险": 4, "日报": 6, "问题": 6, "评估": 3, "复盘": 6, "提纲": 1}


@pytest.fixture(params=REPORTS, ids=lambda p: p[0], scope="module")
def attacked(request: pytest.FixtureRequest, hostile: Path) -> Page:
    kind, as_of = request.param
    return page_of(hostile / "site", kind, as_of, "zh", "new-year-2026")


@pytest.fixture(scope="module")
def entered(browser: Any, attacked: Page) -> Iterator[Opened]:
    one = open_page(browser, attacked)
    yield one
    one.tab.close()


def texts_of(page: Page) -> str:
    return squeezed("".join(document(page.html).find("body")[0].texts()))


def test_payloads_are_shown_as_plain_text(attacked: Page) -> None:
    text = texts_of(attacked)

    assert [p for p in PAYLOADS if squeezed(p) not in text] == []


def test_signs_of_payloads_are_not_swallowed(attacked: Page) -> None:
    """Where one is shown, it is shown with all its signs, or visibly cut off."""
    for whole, part in (("{{<envHOME>}}", "envHOME"), ("**bold**", "bold"), ("$x^2$", "x^2")):
        for text in document(attacked.html).find("body")[0].texts():
            assert squeezed(text).count(whole) == squeezed(text).count(part) or "…" in text, text


def test_texts_of_the_forms_are_shown_whole(attacked: Page) -> None:
    text = texts_of(attacked)
    for sheet in SHOWN[attacked.kind]:
        found = [cell for cell in written()[sheet] if squeezed(cell) in text]
        assert len(found) >= COLUMNS_SHOWN[sheet], (sheet, found)


def test_labels_of_the_settings_are_shown_whole(attacked: Page) -> None:
    text = texts_of(attacked)
    wanted = {"lead", "campaign", "metric"} | ({"stage", "channel"} if attacked.kind == "weekly" else set())

    assert [name for name in sorted(wanted) if squeezed(LABELLED[name]) not in text] == []


def test_file_name_is_shown_whole(attacked: Page) -> None:
    assert squeezed(WORKBOOK) in texts_of(attacked)


def test_page_holds_no_element_but_our_own(attacked: Page, page: Page) -> None:
    """The reference campaign's page shows which elements and attributes ours are."""
    if page.lang != "zh" or page.kind != attacked.kind:
        return
    own = {(e.tag, key) for e in document(page.html).walk() for key in ("", *e.attributes)}
    found = {(e.tag, key) for e in document(attacked.html).walk() for key in ("", *e.attributes)}
    strange = {
        (tag, key)
        for tag, key in found - own
        if tag in ("script", "img", "iframe", "math", "table") or not _plain(key)
    }

    assert strange == set()


def _plain(attribute: str) -> bool:
    return re.fullmatch(
        r"|[a-z][a-z0-9-]*|viewBox|viewbox", attribute
    ) is not None and not attribute.startswith("on")


def test_page_runs_nothing_and_leads_nowhere(attacked: Page) -> None:
    elements = list(document(attacked.html).walk())

    assert [
        e for e in elements if e.tag in ("script", "iframe", "object", "embed", "form", "base", "math")
    ] == []
    assert [e for e in elements if any(key.startswith("on") for key in e.attributes)] == []
    assert [e for e in elements if "javascript:" in e.attributes.get("href", "")] == []
    assert [
        e for e in elements if e.tag == "img" and not e.attributes.get("src", "").startswith("data:")
    ] == []
    assert [e for e in elements if e.tag in ("strong", "b") and e.text == "bold"] == []
    assert [e for e in elements if e.tag == "em"] == []
    assert "red" not in _styles(elements)


def _styles(elements: list[Element]) -> set[str]:
    return {word for e in elements for word in re.findall(r"\w+", e.attributes.get("style", ""))}


@pytest.mark.program("chromium")
def test_browser_opens_no_dialog_and_fetches_nothing(entered: Opened) -> None:
    tab = entered.at(1200)
    for figure in tab.query_selector_all("[popovertarget]"):
        figure.click()
        tab.keyboard.press("Escape")

    own = entered.page.html.as_uri()
    assert [url for url in entered.requests if url != own and not url.startswith("data:")] == []
    assert entered.complaints == []
    assert tab.evaluate("() => document.scripts.length") == 0
    assert squeezed(tab.title()) == squeezed(tab.query_selector("h1").inner_text())


@pytest.mark.program("chromium")
@pytest.mark.parametrize("width", [390, 1200])
def test_long_words_do_not_widen_the_page(entered: Opened, width: int) -> None:
    tab = entered.at(width)

    assert tab.evaluate("() => document.documentElement.scrollWidth") <= width


def test_index_shows_names_as_plain_text(hostile: Path) -> None:
    for index in (hostile / "site" / "index.html", hostile / "site" / "zh" / "index.html"):
        root = document(index)
        assert squeezed(LABELLED["campaign"]) in squeezed(root.text)
        assert root.find("script", "img") == []


def test_pdf_shows_payloads_as_plain_text(attacked: Page) -> None:
    text = squeezed("".join(pdf_pages(attacked.pdf)))

    assert [p for p in PAYLOADS if squeezed(p) not in text] == []
    for sheet in SHOWN[attacked.kind]:
        found = [cell for cell in written()[sheet] if squeezed(cell) in text]
        assert len(found) >= COLUMNS_SHOWN[sheet], (sheet, found)


@pytest.mark.program("pdftoppm")
def test_pdf_keeps_its_paper_white(attacked: Page, tmp_path: Path) -> None:
    for width, height, grey in pictures(attacked.pdf, tmp_path):
        corners = [grey[0], grey[width - 1], grey[(height - 1) * width], grey[-1]]
        assert min(corners) > 250


def test_engine_is_given_no_short_code(hostile: Path) -> None:
    """Quarto expands `{{< env HOME >}}` wherever it stands, even in code and behind a backslash."""
    made = sorted((hostile / "prepared").glob("*.json"))

    assert len(made) == len(REPORTS)
    for file in made:
        cells = json.loads(file.read_text(encoding="utf-8"))["cells"]
        shown = [part for cell in cells for part in _strings(cell)]
        assert sum("env HOME" in part for part in shown) >= 3
        assert [part[:200] for part in shown if re.search(r"\{\{\s*<", part)] == []


def _strings(value: Any) -> Iterator[str]:
    """Every text of a cell; lines of a source or an output are read as one text."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list) and all(isinstance(v, str) for v in value):
        yield "".join(value)
    elif isinstance(value, (list, dict)):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _strings(inner)
