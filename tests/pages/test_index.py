"""The site's front pages: how a reader finds the reports."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.pages import seeing
from tests.pages.conftest import Opened, Page, open_page

pytestmark = [pytest.mark.slow, pytest.mark.program("chromium")]

INDEXES = {"index.html": "zh", "zh/index.html": "zh", "en/index.html": "en"}


@pytest.fixture(params=INDEXES, scope="module")
def front(request: pytest.FixtureRequest, rendered: Path, browser: Any) -> Iterator[Opened]:
    one = open_page(browser, Page("index", INDEXES[request.param], rendered / request.param))
    yield one
    one.tab.close()


def test_index_asks_for_nothing_and_complains_about_nothing(front: Opened) -> None:
    own = front.page.html.as_uri()

    assert [url for url in front.requests if url != own and not url.startswith("data:")] == []
    assert front.complaints == []


@pytest.mark.parametrize("width", [320, 390, 768, 1200])
def test_index_fits_its_window(front: Opened, width: int) -> None:
    tab = front.at(width)

    assert tab.evaluate(seeing.OVERFLOWING) == []
    assert tab.evaluate(seeing.SIDEWAYS) == []
    assert tab.evaluate(seeing.SMALL_TEXT) == []


def test_index_leads_to_every_report_and_its_pdf(front: Opened, rendered: Path) -> None:
    links = front.at(1200).evaluate("() => [...document.querySelectorAll('a[href]')].map(a => a.href)")
    files = [link.partition("#")[0] for link in links]
    made = [
        p.as_uri() for p in sorted(rendered.glob(f"{front.page.lang}/*/*")) if p.suffix in (".html", ".pdf")
    ]

    assert len(made) == 4
    assert [file for file in made if file not in files] == []
    assert [file for file in files if not Path(file.removeprefix("file://")).is_file()] == []


def test_index_is_readable_for_everyone(front: Opened) -> None:
    tab = front.at(1200)
    levels = [level for level, _ in tab.evaluate(seeing.HEADINGS)]

    assert levels.count(1) == 1
    assert tab.evaluate("() => document.documentElement.lang").startswith(front.page.lang)
    assert tab.evaluate(seeing.LINKS) == []
    assert tab.evaluate(seeing.FOREIGN_WITHOUT_LANG) == []
    for scheme in ("light", "dark"):
        tab.emulate_media(color_scheme=scheme)
        assert tab.evaluate(seeing.FAINT) == []
