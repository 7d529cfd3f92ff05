"""Texts as people and accidents produce them, for tests that nothing but Unreadable is ever raised."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import strategies as st

from campaignlib.errors import Unreadable
from campaignlib.values.context import Context

SUMMER = Context(year=2024, start=date(2024, 7, 20), end=date(2024, 8, 10))
WINTER = Context(year=2024, start=date(2024, 12, 20), end=date(2025, 1, 10))

_PIECES = st.sampled_from(
    [
        *"0123456789０１２.．,，%％‰+-—~～至到/()（）×*=<>≥≤ ￥¥年月日号前后内万亿千百wWkKM元分条人天周",
        *(
            "工作日",
            "活动结束",
            "不低于",
            "以上",
            "增长",
            "下降",
            "约",
            "转化率",
            "H5",
            "618",
            "2024",
            "12:30",
        ),
        *("\u200b", "\ufeff", "\u00a0", "\n", "²", "①", "٣", "Jul", "at least", "60%", "7.20", "50万元"),
    ]
)
WRITINGS = st.one_of(st.text(max_size=40), st.lists(_PIECES, max_size=14).map("".join))
CELLS = st.one_of(
    WRITINGS,
    st.integers(),
    st.floats(),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.times(),
)


def refused(call: Callable[[], object]) -> Unreadable:
    """The refusal a call must give."""
    with pytest.raises(Unreadable) as caught:
        call()
    return caught.value


def only_refuses(call: Callable[[], object]) -> None:
    """Fails unless the call returns or raises Unreadable with both its texts."""
    said = None
    try:
        call()
    except Unreadable as error:
        said = error
    assert said is None or (said.expected and said.expected_zh)
