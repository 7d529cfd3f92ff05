from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaignlib.charts.style import (
    SLACK,
    Text,
    day_ticks,
    fit,
    nice_ticks,
    one_line,
    overlap,
    spread,
    text_width,
)


def test_chinese_is_wider_than_latin_and_bold_wider_than_regular() -> None:
    assert text_width("线索", 12) == 24
    assert text_width("leads", 12) < text_width("线索线索线", 12)
    assert text_width("1,200", 12, bold=True) > text_width("1,200", 12)


@given(st.text(max_size=40), st.floats(10, 300))
def test_a_fitted_text_fits_with_slack(text: str, room: float) -> None:
    assert fit(text, room) == "" or text_width(fit(text, room)) * SLACK <= room


@given(st.lists(st.floats(0, 200), max_size=5))
def test_spread_keeps_order_gap_and_bounds(places: list[float]) -> None:
    spread_out = spread(places, 16, 0, 200)
    ordered = [spread_out[i] for i in sorted(range(len(places)), key=lambda i: places[i])]
    assert all(b - a >= 15.9 for a, b in pairwise(ordered))
    assert all(-0.01 <= p <= 200.01 for p in ordered)


def test_label_box_leaves_a_fifth_of_slack_on_its_open_side() -> None:
    box = Text(100, 50, "抖音", align="right").box
    assert box[2] == 100
    assert box[0] == pytest.approx(100 - 24 * 1.2)
    assert Text(2, 50, "8月10日", align="center").inside(358).box[0] == pytest.approx(0)
    assert overlap((0, 0, 10, 10), (9, 9, 20, 20))
    assert not overlap((0, 0, 10, 10), (10, 0, 20, 10))


@pytest.mark.parametrize(
    ("start", "end", "most", "shown"),
    [
        (date(2025, 3, 1), date(2025, 3, 6), 8, ["3/1", "3/2", "3/3", "3/4", "3/5", "3/6"]),
        (date(2024, 12, 20), date(2025, 1, 10), 6, ["12/20", "12/25", "12/30", "1/5", "1/10"]),
        (date(2025, 1, 10), date(2025, 4, 20), 8, ["1/15", "2/1", "2/15", "3/1", "3/15", "4/1", "4/15"]),
        (date(2025, 1, 1), date(2026, 12, 31), 6, ["1/1", "5/1", "9/1", "1/1", "5/1", "9/1"]),
        (date(2025, 3, 17), date(2025, 3, 17), 6, ["3/17"]),
    ],
)
def test_ticks_are_round_dates(start: date, end: date, most: int, shown: list[str]) -> None:
    assert [f"{d.month}/{d.day}" for d in day_ticks(start, end, most)] == shown


def test_number_ticks_start_at_zero_and_are_round() -> None:
    assert nice_ticks(9000) == [0, 2000, 4000, 6000, 8000]
    assert nice_ticks(0.31) == [0, 0.1, 0.2, 0.3]
    assert nice_ticks(0) == [0]


def test_breaks_and_control_characters_become_blanks() -> None:
    assert one_line("a\tb\r\nc\x00") == "a b  c"
