from __future__ import annotations

import pytest
from hypothesis import given

from campaignlib.values.fold import clean, fold
from tests.values.texts import WRITINGS


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("\ufeff张*\u200b", "张*"),
        ("\u00a0\u3000 李*\u2003", "李*"),
        ("预算（元）", "预算（元）"),
    ],
)
def test_invisible_signs_go_and_visible_ones_stay(written: str, meant: str) -> None:
    assert clean(written) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("１２３", "123"),
        ("６０％", "60%"),
        ("￥５００", "¥500"),
        ("（−５）", "(-5)"),
        ("5²①", "5²①"),
        ("≧６０", "≥60"),
    ],
)
def test_wide_signs_become_narrow_and_others_keep_their_meaning(written: str, meant: str) -> None:
    assert fold(written) == meant


@given(WRITINGS)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert clean(clean(text)) == clean(text)
