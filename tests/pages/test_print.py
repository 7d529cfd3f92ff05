"""The PDF as it is handed over: readable, tagged, complete, and nothing cut off or blank."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.generic import IndirectObject

from tests.pages.conftest import DPI, Page, pictures
from tests.pages.reading import document, pdf_pages, squeezed

pytestmark = pytest.mark.slow

A4 = (595.276, 841.89)
NAMES = {"zh": "开学季·青春焕新计划", "en": "Back to School"}
FOOTERS = {"zh": "第{n}页，共{N}页", "en": "Page{n}of{N}"}
LANGS = {"zh": "zh", "en": "en"}
LARGEST = {"html": 400 * 1024, "pdf": 600 * 1024}


def reader(page: Page) -> PdfReader:
    return PdfReader(page.pdf)


def printed(page: Page) -> str:
    return squeezed("".join(pdf_pages(page.pdf)))


@pytest.mark.parametrize("ending", LARGEST)
def test_file_is_small_enough_to_mail(page: Page, ending: str) -> None:
    assert page.html.with_suffix(f".{ending}").stat().st_size <= LARGEST[ending]


def test_every_page_is_a4_and_has_text(page: Page) -> None:
    for number, sheet in enumerate(reader(page).pages, 1):
        assert (float(sheet.mediabox.width), float(sheet.mediabox.height)) == pytest.approx(A4, abs=0.5)
        assert len(pdf_pages(page.pdf)[number - 1]) > 100, f"page {number}"


def test_fonts_are_embedded(page: Page) -> None:
    fonts = {
        str(font["/BaseFont"]): font
        for sheet in reader(page).pages
        for font in (f.get_object() for f in sheet["/Resources"].get("/Font", {}).values())
    }

    assert fonts
    for name, font in fonts.items():
        for inner in font.get("/DescendantFonts", [font]):
            descriptor = inner.get_object()["/FontDescriptor"]
            assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(descriptor), name


def test_name_and_verdict_can_be_read_and_searched(page: Page) -> None:
    (verdict,) = document(page.html).find("h1")

    assert squeezed(NAMES[page.lang]) in printed(page)
    assert squeezed(verdict.text) in squeezed(pdf_pages(page.pdf)[0])


def test_no_glyph_is_missing(page: Page) -> None:
    """A missing glyph has no character behind it; what is shown on the page can be found in the PDF."""
    assert "\ufffd" not in printed(page)
    assert "\x00" not in printed(page)
    shown = {
        c
        for e in document(page.html).find("h1", "h2", "strong", "td")
        for c in e.text
        if "\u3400" <= c <= "\u9fff"
    }
    assert shown - set(printed(page)) == set()


def test_pdf_is_tagged_titled_and_says_its_language(page: Page) -> None:
    made = reader(page)
    catalog = made.trailer["/Root"]
    (verdict,) = document(page.html).find("h1")

    assert catalog["/MarkInfo"]["/Marked"] is True or catalog["/MarkInfo"]["/Marked"] == True  # noqa: E712
    assert catalog["/StructTreeRoot"]["/K"]
    assert str(catalog["/Lang"]).startswith(LANGS[page.lang])
    assert made.metadata is not None
    assert squeezed(made.metadata.title or "") == squeezed(verdict.text)
    assert catalog["/ViewerPreferences"]["/DisplayDocTitle"]


def test_structure_holds_headings_tables_and_figures(page: Page) -> None:
    kinds = _structure(reader(page).trailer["/Root"]["/StructTreeRoot"])

    assert kinds["/H1"] == 1
    assert kinds["/H2"] >= 8
    assert kinds["/Table"] >= 5
    assert kinds["/TH"] >= 20
    assert kinds["/Figure"] >= 1


def _structure(node: object) -> dict[str, int]:
    """How often each kind of element occurs in the tree of tags."""
    counts: dict[str, int] = dict.fromkeys(("/H1", "/H2", "/Table", "/TH", "/Figure"), 0)
    stack, seen = [node], set[tuple[int, int]]()
    while stack:
        one = stack.pop()
        if isinstance(one, IndirectObject):
            if (one.idnum, one.generation) in seen:
                continue
            seen.add((one.idnum, one.generation))
            one = one.get_object()
        if isinstance(one, list):
            stack += one
        elif isinstance(one, dict):
            counts[str(one.get("/S"))] = counts.get(str(one.get("/S")), 0) + 1
            stack.append(dict.get(one, "/K"))
    return counts


def test_pages_are_numbered_from_first_to_last(page: Page) -> None:
    texts = pdf_pages(page.pdf)

    for number, text in enumerate(texts, 1):
        assert FOOTERS[page.lang].format(n=number, N=len(texts)) in squeezed(text)


def test_every_finding_is_printed(page: Page) -> None:
    tables = [
        t for t in document(page.html).find("table") if t.attributes.get("id", "").startswith("findings")
    ]
    rows = [row for table in tables for body in table.find("tbody") for row in body.find("tr")]

    assert len(rows) >= 30
    lost = [
        row.text for row in rows for cell in row.find("td", "th") if squeezed(cell.text) not in printed(page)
    ]
    assert lost == []


def test_every_table_is_printed_whole(page: Page) -> None:
    """Every table of the page is on paper with every row but those without data, which share one line below."""
    lost = []
    for table in document(page.html).find("table"):
        for row in table.find("tr"):
            cells = [squeezed(e.text) for e in row.find("td", "th")]
            dark = any("无数据" in c or "Nodata" in c for c in cells) or not any(cells)
            missing = [c for c in cells if c and _without_notes(c) not in _without_notes(printed(page))]
            if missing and not dark:
                lost.append((table.attributes.get("id"), missing))

    assert lost == []


def _without_notes(text: str) -> str:
    """Without what numbers and units may carry behind them on paper: small raised numbers of trace notes."""
    return re.sub(r"[\d¹²³⁴⁵⁶⁷⁸⁹⁰]", "", text)


def test_nothing_speaks_of_clicking_on_paper(page: Page) -> None:
    words = (
        ("点任何", "展开", "点击")
        if page.lang == "zh"
        else ("dotted line", "click", "Show the other", "Expand")
    )

    assert [word for word in words if squeezed(word) in printed(page)] == []


@pytest.mark.program("pdftoppm")
def test_sheets_are_neither_blank_nor_black_and_keep_their_margins(page: Page, tmp_path: Path) -> None:
    sheets = pictures(page.pdf, tmp_path)

    assert len(sheets) == len(pdf_pages(page.pdf))
    for number, (width, height, grey) in enumerate(sheets, 1):
        dark = [i for i, level in enumerate(grey) if level < 200]
        assert 0.003 < len(dark) / len(grey) < 0.25, f"page {number}: {len(dark) / len(grey):.4f}"
        across, down = [i % width for i in dark], [i // width for i in dark]
        edge = 10 / 25.4 * DPI  # the narrowest margin is 12 mm
        assert min(across) >= edge, f"page {number}"
        assert max(across) <= width - edge, f"page {number}"
        assert min(down) >= edge * 0.8, f"page {number}"
        assert max(down) <= height - edge * 0.8, f"page {number}"


@pytest.mark.program("pdftoppm")
def test_no_sheet_but_the_last_ends_half_empty(page: Page, tmp_path: Path) -> None:
    sheets = pictures(page.pdf, tmp_path)

    for number, (width, height, grey) in enumerate(sheets[:-1], 1):
        body = int(height * 0.93)  # below it is the footer
        last = max(i // width for i, level in enumerate(grey[: body * width]) if level < 200)
        assert last > 0.55 * height, f"page {number} ends at {last / height:.0%}"
