from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaignlib.values.calendar import Calendar


@pytest.mark.parametrize(("count", "day"), [(0, 10), (1, 12), (3, 14), (5, 16), (-1, 9), (-5, 5)])
def test_working_days_from_a_saturday(count: int, day: int) -> None:
    assert Calendar().add_workdays(date(2024, 8, 10), count) == date(2024, 8, day)


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2024, 9, 14), True),  # a Saturday that makes up for Mid-Autumn
        (date(2024, 9, 16), False),
        (date(2024, 10, 1), False),
        (date(2024, 10, 12), True),
        (date(2024, 8, 10), False),
        (date(2024, 8, 12), True),
    ],
)
def test_public_holidays_and_make_up_days(day: date, works: bool) -> None:
    assert Calendar().is_workday(day) is works


def test_a_year_not_yet_published_is_monday_to_friday() -> None:
    calendar = Calendar()
    assert not calendar.published(2099)
    assert [calendar.is_workday(date(2099, 10, 1) + timedelta(n)) for n in range(4)] == [
        True,
        True,
        False,
        False,
    ]


def test_published_years_have_their_national_day() -> None:
    calendar = Calendar()
    years = [year for year in range(2000, 2100) if calendar.published(year)]
    assert {2023, 2024, 2025} <= set(years)
    assert not any(calendar.is_workday(date(year, 10, 1)) for year in years)


def test_a_campaigns_own_days_win() -> None:
    calendar = Calendar({date(2024, 8, 12): False, date(2024, 8, 11): True, date(2024, 10, 1): True})
    assert not calendar.is_workday(date(2024, 8, 12))
    assert calendar.is_workday(date(2024, 10, 1))
    assert calendar.add_workdays(date(2024, 8, 10), 2) == date(2024, 8, 13)


def test_counting_includes_both_ends() -> None:
    calendar = Calendar()
    assert calendar.workdays(date(2024, 8, 12), date(2024, 8, 16)) == 5
    assert calendar.workdays(date(2024, 8, 12), date(2024, 8, 12)) == 1
    assert calendar.workdays(date(2024, 8, 10), date(2024, 8, 11)) == 0
    assert calendar.workdays(date(2024, 8, 16), date(2024, 8, 12)) == 0


def test_beyond_the_last_date_it_says_so() -> None:
    with pytest.raises(OverflowError):
        Calendar().add_workdays(date(9999, 12, 30), 5)


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(1, 60))
def test_adding_and_counting_agree(day: date, count: int) -> None:
    calendar = Calendar()
    last = calendar.add_workdays(day, count)
    assert calendar.is_workday(last)
    assert calendar.workdays(day + timedelta(1), last) == count
