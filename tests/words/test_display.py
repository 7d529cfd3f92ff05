from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaignlib.figures import DATE, DAYS, INDEX, RATIO, TEXT, Unit, Value
from campaignlib.values import number
from campaignlib.words import display
from campaignlib.words.display import Number
from campaignlib.words.label import Label, Lang
from campaignlib.words.terms import Comparison

LEADS = Unit("count", Label("条", "leads"))
SCORE = Unit("score", Label("分", "points"))
MONEY = Unit("money")
NUMBERS = st.one_of(
    st.integers(-(10**15), 10**15),
    st.floats(),
    st.decimals(-(10**15), 10**15, places=4),
)


@pytest.mark.parametrize(
    ("value", "digits", "text"),
    [
        (0.125, 2, "0.13"),
        (2.675, 2, "2.68"),
        (-0.125, 2, "−0.13"),
        (0.5, 0, "1"),
        (1.5, 0, "2"),
        (-0.4, 0, "0"),
        (1234567.891, 1, "1,234,567.9"),
        (float("nan"), 1, "—"),
        (float("-inf"), 1, "—"),
        (Decimal("NaN"), 0, "—"),
    ],
)
def test_rounding_is_half_up_on_the_decimal_a_number_shows_as(value: Number, digits: int, text: str) -> None:
    assert display.fixed(value, digits) == text


@pytest.mark.parametrize(
    ("value", "zh", "en", "short"),
    [
        (0, "0", "0", "0"),
        (850, "850", "850", "850"),
        (1_800, "1,800", "1,800", "1,800"),
        (99_999, "99,999", "99,999", "99,999"),
        (99_999.5, "10万", "100,000", "100,000"),
        (100_000, "10万", "100,000", "100,000"),
        (123_456, "12.35万", "123,456", "123,456"),
        (3_500_000, "350万", "3.5 million", "3.5M"),
        (5_000_000, "500万", "5 million", "5.0M"),
        (6_134_000, "613.4万", "6.13 million", "6.13M"),
        (99_994_000, "9,999.4万", "99.99 million", "99.99M"),
        (99_999_999, "1亿", "100 million", "100.0M"),
        (120_000_000, "1.2亿", "120 million", "120.0M"),
        (2_500_000_000, "25亿", "2.5 billion", "2.5B"),
        (-3_500_000, "−350万", "−3.5 million", "−3.5M"),
        (1_335.5, "1,336", "1,336", "1,336"),
    ],
)
def test_counts(value: Number, zh: str, en: str, short: str) -> None:
    assert display.count(value, "zh") == zh
    assert display.count(value, "en") == en
    assert display.count_short(value, "en") == short
    assert display.count_short(value, "zh") == zh


@pytest.mark.parametrize(
    ("value", "zh", "en"),
    [
        (68_000, "68,000 元", "CNY 68,000"),
        (Decimal("77000.00"), "77,000 元", "CNY 77,000"),
        (Decimal("12.5"), "12.50 元", "CNY 12.50"),
        (Decimal(77_000) / 1_530, "50.33 元", "CNY 50.33"),
        (Decimal("12345.67"), "12,345.67 元", "CNY 12,345.67"),
        (Decimal(500_000) / 3, "166,667 元", "CNY 166,667"),
        (-9_000, "−9,000 元", "CNY −9,000"),
        (1_200_000, "1,200,000 元", "CNY 1,200,000"),
        (0, "0 元", "CNY 0"),
        (float("nan"), "—", "—"),
    ],
)
def test_money_is_exact(value: Number, zh: str, en: str) -> None:
    assert (display.money(value, "zh"), display.money(value, "en")) == (zh, en)


@pytest.mark.parametrize(
    ("value", "zh", "en"),
    [
        (1_200_000, "120万元", "CNY 1.2 million"),
        (999_999, "999,999 元", "CNY 999,999"),
        (120_000_000, "1.2亿元", "CNY 120 million"),
    ],
)
def test_money_in_a_sentence_is_short_from_a_million(value: int, zh: str, en: str) -> None:
    assert (display.money(value, "zh", short=True), display.money(value, "en", short=True)) == (zh, en)


def test_money_names_its_currency() -> None:
    assert display.money(500, "zh", "USD") == "500 美元"
    assert display.money(500, "en", "USD") == "USD 500"
    assert display.money(500, "zh", "CHF") == "500 CHF"


@pytest.mark.parametrize(
    ("fraction", "digits", "trim", "text"),
    [
        (0.125, 1, False, "12.5%"),
        (0.6, 1, False, "60.0%"),
        (0.6, 1, True, "60%"),
        (5.493506, 2, False, "549.35%"),
        (1.08235, 1, False, "108.2%"),
        (0.10345, 1, False, "10.3%"),
        (0.0005, 1, False, "0.1%"),
        (-0.6, 1, False, "−60.0%"),
        (0.29, 0, False, "29%"),
        (Decimal(106) / Decimal(128), 1, False, "82.8%"),
        (float("nan"), 1, False, "—"),
    ],
)
def test_percentages(fraction: Number, digits: int, trim: bool, text: str) -> None:
    assert display.percent(fraction, "zh", digits, trim=trim) == text
    assert display.percent(fraction, "en", digits, trim=trim) == text


def test_a_difference_is_in_percentage_points() -> None:
    assert display.points(0.025, "zh") == "2.5 个百分点"
    assert display.points(-0.025, "en") == "−2.5 percentage points"
    assert display.points(0.8594, "zh", 2, sign=True) == "+85.94 个百分点"
    assert display.points(0.0, "zh", sign=True) == "0.0 个百分点"
    assert display.points(0.01, "en") == "1.0 percentage point"


@pytest.mark.parametrize(("value", "text"), [(1.2, "1.20"), (0.6678, "0.67"), (0.935, "0.94"), (1, "1.00")])
def test_an_index_has_two_decimals(value: Number, text: str) -> None:
    assert display.index(value) == text


@pytest.mark.parametrize(
    ("value", "text"), [(121_473, "+121,473"), (-159_954, "−159,954"), (0, "0"), (0.4, "0"), (-0.4, "0")]
)
def test_a_change_has_its_sign(value: Number, text: str) -> None:
    assert display.signed(value) == text


@pytest.mark.parametrize(
    ("lang", "year", "weekday", "text"),
    [
        ("zh", False, False, "8月2日"),
        ("zh", True, True, "2024年8月2日，周五"),
        ("zh", False, True, "8月2日，周五"),
        ("en", False, False, "2 Aug"),
        ("en", True, False, "2 Aug 2024"),
        ("en", True, True, "Friday 2 August 2024"),
    ],
)
def test_days(lang: Lang, year: bool, weekday: bool, text: str) -> None:
    assert display.day(date(2024, 8, 2), lang, year, weekday) == text


@pytest.mark.parametrize(
    ("first", "last", "zh", "en"),
    [
        (date(2024, 7, 26), date(2024, 8, 10), "7月26日—8月10日", "26 Jul–10 Aug"),
        (date(2024, 8, 6), date(2024, 8, 10), "8月6日—8月10日", "6–10 Aug"),
        (date(2024, 8, 6), date(2024, 8, 6), "8月6日", "6 Aug"),
        (date(2024, 12, 25), date(2025, 1, 5), "2024年12月25日—2025年1月5日", "25 Dec 2024–5 Jan 2025"),
    ],
)
def test_day_ranges(first: date, last: date, zh: str, en: str) -> None:
    assert (display.day_range(first, last, "zh"), display.day_range(first, last, "en")) == (zh, en)


def test_times() -> None:
    assert display.clock_range(time(20), time(22), "zh") == "20:00—22:00"
    assert display.clock_range(time(20), time(22), "en") == "20:00–22:00"
    assert display.moment(datetime(2024, 8, 2, 9, 5), "en") == "2 Aug 09:05"
    assert display.day_short(date(2024, 8, 2), "zh") == "8/2"
    assert display.day_short(date(2024, 8, 2), "en") == "2 Aug"


@pytest.mark.parametrize(
    ("low", "high", "percent", "digits", "zh", "en"),
    [
        (0.1034, 0.1512, True, None, "10.3%～15.1%", "10.3–15.1%"),
        (0.1, 0.15, True, 0, "10%～15%", "10–15%"),
        (-0.05, 0.1, True, None, "−5.0%～10.0%", "−5.0% to 10.0%"),
        (1623, 1765, False, None, "1,623～1,765", "1,623–1,765"),
        (6_130_000, 7_930_000, False, None, "613万～793万", "6.13M–7.93M"),
        (0.8, 1.2, False, 2, "0.80～1.20", "0.80–1.20"),
        (-5, 3, False, None, "−5～3", "−5 to 3"),
    ],
)
def test_ranges(low: Number, high: Number, percent: bool, digits: int | None, zh: str, en: str) -> None:
    assert display.value_range(low, high, "zh", percent, digits) == zh
    assert display.value_range(low, high, "en", percent, digits) == en


@pytest.mark.parametrize(
    ("value", "comparison", "unit", "text"),
    [
        (0.15, Comparison.AT_LEAST, RATIO, "≥15%"),
        (0.125, Comparison.AT_MOST, RATIO, "≤12.5%"),
        (3, Comparison.AT_LEAST, RATIO, "≥300%"),
        (5_000_000, Comparison.AT_LEAST, LEADS, "≥500万条"),
        (2_000, None, LEADS, "2,000 条"),
        (85, Comparison.AT_LEAST, SCORE, "≥85 分"),
        (500_000, Comparison.EXACTLY, MONEY, "500,000 元"),
    ],
)
def test_targets_keep_their_comparison(
    value: Number, comparison: Comparison | None, unit: Unit, text: str
) -> None:
    assert display.target(value, comparison, unit, "zh") == text


def test_a_target_range_shows_both_ends() -> None:
    assert display.target(0.1, Comparison.RANGE, RATIO, "zh", upper=0.15) == "10.0%～15.0%"
    assert display.target(80, Comparison.RANGE, SCORE, "zh", upper=90) == "80～90"


@pytest.mark.parametrize(
    ("value", "unit", "zh", "en"),
    [
        (850, LEADS, "850 条", "850 leads"),
        (1, LEADS, "1 条", "1 lead"),
        (3_500_000, LEADS, "350万条", "3.5 million leads"),
        (0.125, RATIO, "12.5%", "12.5%"),
        (1.2, INDEX, "1.20", "1.20"),
        (Decimal(68_000), MONEY, "68,000 元", "CNY 68,000"),
        (92, SCORE, "92 分", "92 points"),
        (91.96, SCORE, "92 分", "92 points"),
        (1, DAYS, "1 天", "1 day"),
        (12, DAYS, "12 天", "12 days"),
        (date(2024, 8, 2), DATE, "8月2日", "2 Aug"),
        ("更新手册", TEXT, "更新手册", "更新手册"),
        (None, RATIO, "—", "—"),
        (float("nan"), RATIO, "—", "—"),
    ],
)
def test_a_value_shows_by_its_unit(value: Value | None, unit: Unit, zh: str, en: str) -> None:
    assert (display.show(value, unit, "zh"), display.show(value, unit, "en")) == (zh, en)


@given(NUMBERS)
def test_any_number_has_a_text_in_both_languages(value: Number) -> None:
    for lang in ("zh", "en"):
        for text in (
            display.count(value, lang),
            display.money(value, lang, short=True),
            display.percent(value, lang),
        ):
            assert text
            assert "-" not in text
            assert "E" not in text


@given(st.integers(0, 10**12), st.sampled_from(["zh", "en"]))
def test_a_count_reads_back_within_its_last_digit(value: int, lang: Lang) -> None:
    text = display.count_short(value, lang).replace("B", "000M")
    if "." in text and "000M" in text:
        return
    back = number.read(text)
    assert abs(back - value) <= Decimal(value) / 100


@given(st.decimals(0, 100, places=3))
def test_a_percentage_reads_back(fraction: Decimal) -> None:
    assert number.read(display.percent(fraction, "zh")) == fraction
