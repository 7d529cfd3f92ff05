from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaignlib.values import number
from campaignlib.values.context import Raw
from tests.values.texts import CELLS, SUMMER, WRITINGS, only_refuses, refused


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("0", "0"),
        ("1530", "1530"),
        ("1,234.50", "1234.50"),
        ("1，234", "1234"),
        ("77,000", "77000"),
        ("１２３", "123"),
        ("１,２３４．５", "1234.5"),
        ("500万", "5000000"),
        ("500 万", "5000000"),
        ("1.2亿", "120000000"),
        ("1亿2000万", "120000000"),
        ("3千", "3000"),
        ("5百万", "5000000"),
        ("2千万", "20000000"),
        ("3W", "30000"),
        ("1.5w", "15000"),
        ("2k", "2000"),
        ("2.5K", "2500"),
        ("5M", "5000000"),
        ("60%", "0.60"),
        ("６０％", "0.60"),
        ("83.3%", "0.833"),
        ("5‰", "0.005"),
        ("(500)", "-500"),
        ("（1,200）", "-1200"),
        ("-5", "-5"),
        ("−5.5%", "-0.055"),
        ("+30%", "0.30"),
        ("1.2E+06", "1200000"),
        ("\u200b12 ", "12"),
    ],
)
def test_numbers_as_people_write_them(written: str, value: str) -> None:
    assert number.read(written) == Decimal(value)


@pytest.mark.parametrize(
    "written",
    [
        "34,8", "200+1000", "约2000", "2000左右", "提升3倍", "3倍", "2000多", "1.2.3", "1,23,456", "12,3456", "5²", "①",
        "一百", "半", "", "-", "万", "%", "500万+", "≥60%", "10-15%", "1/3", "8折", "5万3", "2万3亿", "12 34", "#DIV/0!",
        "((500))", "(-500)", "1e999", "0x10", "NaN", "Infinity", "٣",
    ],
)  # fmt: skip
def test_what_may_mean_two_things_or_nothing_is_refused(written: str) -> None:
    assert refused(lambda: number.read(written)).read == written


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        (0.125, 0.125),
        (850, 850.0),
        ("850", 850.0),
        ("1,200条", 1200.0),
        ("92分", 92.0),
        ("12.5%", 0.125),
        ("50元", 50.0),
    ],
)
def test_number_cells_and_texts_with_a_counter(raw: Raw, value: float) -> None:
    assert number.parse(raw, SUMMER) == value


@pytest.mark.parametrize(
    "raw", [True, date(2024, 7, 20), datetime(2024, 7, 20), time(7, 20), float("inf"), float("nan")]
)
def test_cells_of_another_type_are_no_numbers(raw: Raw) -> None:
    refused(lambda: number.parse(raw, SUMMER))
    refused(lambda: number.whole(raw, SUMMER))
    refused(lambda: number.days(raw, SUMMER))


@pytest.mark.parametrize(("raw", "value"), [("1.2万", 12000), (5.0, 5), ("1,000", 1000), ("120条", 120)])
def test_whole_numbers(raw: Raw, value: int) -> None:
    assert number.whole(raw, SUMMER) == value


def test_a_part_of_one_is_not_whole() -> None:
    assert refused(lambda: number.whole("1.5", SUMMER)).expected_zh == "整数"


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("5天", 5),
        ("5 天", 5),
        ("５天", 5),
        ("5", 5),
        (5, 5),
        (5.0, 5),
        ("5日", 5),
        ("2周", 14),
        ("1个星期", 7),
        ("3 days", 3),
    ],
)
def test_days(raw: Raw, value: int) -> None:
    assert number.days(raw, SUMMER) == value


@pytest.mark.parametrize("raw", ["半天", "约5天", "5个工作日", "-1天", 5.5, "1.5天", -1, "5小时", "五天左右"])
def test_days_refuse_what_is_not_whole_days(raw: Raw) -> None:
    refused(lambda: number.days(raw, SUMMER))


@given(WRITINGS)
def test_no_text_raises_anything_else(written: str) -> None:
    only_refuses(lambda: number.read(written))


@given(CELLS)
def test_no_cell_raises_anything_else(raw: Raw) -> None:
    for parser in (number.parse, number.whole, number.days):
        only_refuses(lambda parser=parser: parser(raw, SUMMER))  # type: ignore[misc]


@given(st.decimals(-(10**12), 10**12, places=2))
def test_a_written_number_reads_back(value: Decimal) -> None:
    assert number.read(f"{value:,f}") == value
    assert number.read(f"{value:f}") == value
    assert number.read(f"{value:f}%") == value / 100


@given(st.integers(1, 10**6), st.sampled_from([("万", 4), ("亿", 8), ("w", 4), ("k", 3)]))
def test_a_scale_moves_the_point(digits: int, scale: tuple[str, int]) -> None:
    assert number.read(f"{digits}{scale[0]}") == Decimal(digits).scaleb(scale[1])
