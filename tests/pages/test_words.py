"""What the pages say: no leftovers of the machinery, one language, every person as the forms write them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.pages.conftest import Page
from tests.pages.reading import CHINESE, data_texts, document, pdf_pages, squeezed

pytestmark = pytest.mark.slow

LEFTOVERS = {
    "Markdown": re.compile(r"\*\*|:::|\{\.|\]\(|\]\{|\{\{<|\\\*|\\_|`|^#+ |\(#|@fig|@tbl"),
    "braces": re.compile(r"[{}]"),
    "missing values": re.compile(r"\b(?:None|nan|NaN|NaT|NA|<NA>|inf|null|undefined|True|False)\b"),
    "Python": re.compile(
        r"\b(?:Label|Decimal|Timestamp|dict|tuple|<class|object at 0x)\b|\d{4}-\d\d-\d\d \d\d:"
    ),
    "entities": re.compile(r"&(?:amp|lt|gt|quot|#\d+);"),
    "doubled marks": re.compile(r"。。|，，|；；|、、|：：|。；|；。|，。|\.\.(?!\.)|,,|;;|\(\)|（）"),
    "blanks before marks": re.compile(r" [，。；：、！？）]| [,.;:!?)](?:\s|$)"),
    "replacement character": re.compile("\ufffd"),
}
UNDEFINED_IS_A_WORD = {"en": "undefined", "zh": ""}
ENGLISH_IN_CHINESE = {
    "ROI",
    "iROAS",
    "Wilson",
    "SHA-",
    "PDF",
    "English",
    "SMART",
    "campaignlib",
    "pandas",
    "pandera",
    "campaign",
    "toml",
    "daily",
    "csv",
    "forms",
    "xlsx",
    "n",
}
OWN_CHINESE = {"中文"}
"""The only Chinese of our own on an English page: the link to the Chinese one."""


def spoken(page: Page) -> list[str]:
    """Every text of the page's body, and what the browser's tab shows."""
    root = document(page.html)
    return [
        text
        for part in root.find("title", "body")
        for text in part.texts()
        if text.strip() and text not in ("<!-- bar -->",)
    ]


@pytest.mark.parametrize("kind", LEFTOVERS)
def test_page_shows_no_leftovers(page: Page, kind: str) -> None:
    allowed = UNDEFINED_IS_A_WORD[page.lang]
    found = [
        text.strip()[:160]
        for text in spoken(page)
        for hit in LEFTOVERS[kind].finditer(text)
        if hit[0] != allowed
    ]

    assert not found, "\n".join(["", *found])


@pytest.mark.parametrize("kind", LEFTOVERS)
def test_pdf_shows_no_leftovers(page: Page, kind: str) -> None:
    """Lines end between words on paper, so blanks before marks are looked for within lines."""
    allowed = UNDEFINED_IS_A_WORD[page.lang]
    found = [
        f"page {number}: {line[:160]}"
        for number, text in enumerate(pdf_pages(page.pdf), 1)
        for line in text.splitlines()
        for hit in LEFTOVERS[kind].finditer(line)
        if hit[0] != allowed
    ]

    assert not found, "\n".join(["", *found])


def test_chinese_page_says_everything_in_chinese(page: Page, case: Path) -> None:
    if page.lang != "zh":
        return
    data = data_texts(case).casefold()
    body = document(page.html).find("main")[0]
    foreign = {
        word
        for text in body.texts()
        for word in re.findall(
            r"[A-Za-z][A-Za-z'-]+", re.sub(r"F\d+![A-Z:\d]+|[A-Z]\d*-[A-Z-]+|[0-9a-f]{4}…", "", text)
        )
        if word not in ENGLISH_IN_CHINESE
        and word.casefold() not in data
        and not re.fullmatch(r"[0-9a-f]{4}", word)
    }

    assert foreign == set()


def test_english_page_quotes_chinese_only_from_the_data(page: Page, case: Path) -> None:
    if page.lang != "en":
        return
    data = data_texts(case)
    strange = {
        run
        for text in spoken(page)
        for run in CHINESE.findall(squeezed(text))
        if run not in data and run not in OWN_CHINESE
    }

    assert strange == set()


def test_english_page_uses_no_full_width_marks_of_its_own(page: Page, case: Path) -> None:
    """Full-width marks stand only inside what is quoted from the forms."""
    if page.lang != "en":
        return
    data = data_texts(case)
    found = [
        text.strip()[:120]
        for text in spoken(page)
        for hit in re.finditer(r"[，。；：、（）！？]", squeezed(text))
        if squeezed(text)[max(0, hit.start() - 2) : hit.end()] not in data
    ]

    assert not found, "\n".join(["", *found])


def test_persons_stay_as_the_forms_write_them(page: Page) -> None:
    text = squeezed(" ".join(spoken(page)))

    for surname in "张李王赵":
        assert f"{surname}*" in text
    assert not re.search(r"[张李王赵刘周吴孙]\s*(?:\\\*|＊|<em>|_)", page.text)


def test_texts_of_one_page_are_nowhere_empty(page: Page) -> None:
    """Headings, captions, summaries and table heads say something."""
    root = document(page.html)
    silent = [e.tag for e in root.find("h1", "h2", "h3", "caption", "summary", "button", "a") if not e.text]

    assert silent == []


def test_every_sentence_of_the_summary_ends(page: Page) -> None:
    """A point of the summary is whole: it ends with a full stop and holds nothing that was cut off."""
    points = [
        li.text
        for part in document(page.html).find("div")
        if "points" in part.classes
        for li in part.find("li")
    ]

    assert len(points) >= 3
    for point in points:
        assert point.endswith(("。", "？", ".", "?")), point
