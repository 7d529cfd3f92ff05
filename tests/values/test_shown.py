from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaignlib.values.shown import shown


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (0.6, "0%", "60%"),
        (0.125, "0.0%", "12.5%"),
        (0.00005, "0.00%", "0.01%"),
        (1e-7, "", "0.0000001"),
        (123456789, "", "123456789"),
        (1e20, "", "100000000000000000000"),
        (12.5, "0", "13"),
        (2, "0.0##", "2.0"),
        (float("inf"), "0", "inf"),
        (5, "[>100]0", "5"),
    ],
)
def test_a_number_under_its_format(value: float, number_format: str, text: str) -> None:
    assert shown(value, number_format) == text


@given(st.floats(), st.text(alphabet='0#?.,%"[]_*\\¥;天 General@/Ee-', max_size=12))
def test_any_format_gives_a_text(value: float, number_format: str) -> None:
    assert shown(value, number_format)
