"""What a reader meets in a real browser: offline, narrow, by keyboard, in the dark, with a screen reader."""

from __future__ import annotations

import itertools

import pytest

from tests.pages import seeing
from tests.pages.conftest import Opened

pytestmark = [pytest.mark.slow, pytest.mark.program("chromium")]

WIDTHS = (320, 390, 768, 1200)


def nothing(wrong: list[str]) -> None:
    """No complaint; otherwise all of them."""
    assert not wrong, "\n".join(["", *wrong])


def test_page_asks_for_nothing_and_complains_about_nothing(opened: Opened) -> None:
    opened.at(390).emulate_media(media="print")
    opened.at(1200)

    own = opened.page.html.as_uri()
    assert [url for url in opened.requests if url != own and not url.startswith("data:")] == []
    assert opened.complaints == []


@pytest.mark.parametrize("width", WIDTHS)
def test_document_is_as_wide_as_its_window(opened: Opened, width: int) -> None:
    nothing(opened.at(width).evaluate(seeing.OVERFLOWING))


@pytest.mark.parametrize("width", WIDTHS)
def test_only_tables_scroll_inside_themselves(opened: Opened, width: int) -> None:
    nothing(opened.at(width).evaluate(seeing.SIDEWAYS))


def test_table_that_scrolls_has_a_name_and_takes_the_focus(opened: Opened) -> None:
    nothing(opened.at(390).evaluate(seeing.UNREACHABLE))


def test_every_link_inside_the_page_has_its_target(opened: Opened) -> None:
    nothing(opened.at(1200).evaluate(seeing.LINKS))


def test_links_out_of_the_page_lead_to_files_of_the_site(opened: Opened) -> None:
    links = opened.at(1200).evaluate("() => [...document.querySelectorAll('a[href]')].map(a => a.href)")
    files = [link.partition("#")[0] for link in links if not link.startswith(opened.page.html.as_uri())]

    assert files, "no way back to the index"
    for link in files:
        assert link.startswith("file:"), link
        found = opened.page.html.parent.joinpath(link.rpartition("/")[2])
        assert found.is_file() or link.endswith(("index.html", opened.page.html.name)), link


def test_one_h1_and_headings_in_order(opened: Opened) -> None:
    headings = opened.at(1200).evaluate(seeing.HEADINGS)
    levels = [level for level, _ in headings]

    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(below <= above + 1 for above, below in itertools.pairwise(levels)), headings
    assert all(text for _, text in headings)


def test_languages_are_declared(opened: Opened) -> None:
    tab = opened.at(1200)
    declared = tab.evaluate("() => document.documentElement.lang")

    assert declared.startswith("zh-Hans" if opened.page.lang == "zh" else "en")
    nothing(tab.evaluate(seeing.FOREIGN_WITHOUT_LANG))


def test_every_table_has_a_caption(opened: Opened) -> None:
    assert opened.at(1200).evaluate("() => document.querySelectorAll('table').length") >= 5
    nothing(opened.at(1200).evaluate(seeing.TABLES_WITHOUT_CAPTION))


def test_every_drawing_says_what_it_shows(opened: Opened) -> None:
    assert opened.at(1200).evaluate("() => document.querySelectorAll('svg[role=img]').length") >= 5
    nothing(opened.at(1200).evaluate(seeing.UNDESCRIBED))


@pytest.mark.parametrize("width", [320, 390, 768, 1024, 1200])
def test_no_text_is_smaller_than_11_px(opened: Opened, width: int) -> None:
    nothing(opened.at(width).evaluate(seeing.SMALL_TEXT))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_background(opened: Opened, scheme: str) -> None:
    tab = opened.at(1200)
    tab.emulate_media(color_scheme=scheme)
    paper = tab.evaluate("() => getComputedStyle(document.body).backgroundColor")

    assert (paper == "rgb(255, 255, 255)") == (scheme == "light")
    nothing(tab.evaluate(seeing.FAINT))


@pytest.mark.parametrize("width", [390, 768, 1200])
def test_chart_labels_keep_apart_and_inside(opened: Opened, width: int) -> None:
    nothing(opened.at(width).evaluate(seeing.TOUCHING))


@pytest.mark.parametrize("width", [390, 768, 1200])
def test_numbers_keep_their_units_and_ranges_their_ends(opened: Opened, width: int) -> None:
    nothing(opened.at(width).evaluate(seeing.BROKEN_NUMBERS))


def test_folds_open_by_keyboard(opened: Opened) -> None:
    tab = opened.at(1200, unfold=False)
    folds = tab.query_selector_all("details > summary")

    assert folds
    for fold in folds:
        fold.focus()
        tab.keyboard.press("Enter")
        assert fold.evaluate("el => el.parentElement.open"), fold.inner_text()


def test_folded_sections_of_a_phone_open_by_keyboard(opened: Opened) -> None:
    tab = opened.at(390, unfold=False)
    for toggle in tab.query_selector_all(".toggle"):
        inside = "el => el.parentElement.querySelector('.inside').checkVisibility()"
        assert not toggle.evaluate(inside)
        toggle.focus()
        tab.keyboard.press("Space")
        assert toggle.evaluate(inside), toggle.get_attribute("aria-label")
        assert toggle.bounding_box()["width"] >= 44
        assert toggle.bounding_box()["height"] >= 44


@pytest.mark.parametrize("width", [390, 1200])
def test_trace_notes_open_inside_the_window_and_close_by_keyboard(opened: Opened, width: int) -> None:
    tab = opened.at(width)
    figures = tab.query_selector_all("[popovertarget]")

    assert len(figures) >= 5
    for figure in figures:
        note = f"() => document.getElementById('{figure.get_attribute('popovertarget')}').matches(':popover-open')"
        figure.focus()
        tab.keyboard.press("Enter")
        assert tab.evaluate(note), figure.inner_text()
        box = tab.query_selector(":popover-open").bounding_box()
        assert box["x"] >= 0, figure.inner_text()
        assert box["x"] + box["width"] <= width, figure.inner_text()
        tab.keyboard.press("Escape")
        assert not tab.evaluate(note)
        assert figure.evaluate("el => el === document.activeElement")


def test_skip_link_comes_first_and_leads_to_the_content(opened: Opened) -> None:
    tab = opened.at(1200)
    tab.evaluate("() => { document.activeElement?.blur(); window.getSelection().removeAllRanges(); }")
    first = tab.evaluate("() => document.querySelector('a, button, input, [tabindex]').getAttribute('href')")

    assert first == "#content"
    assert tab.evaluate("() => document.querySelector('#content').tagName") == "MAIN"
