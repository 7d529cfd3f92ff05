"""Working days in China: public holidays and make-up days as published, a campaign's own calendar before them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

import chinese_calendar

_DAY = timedelta(days=1)
_YEARS = frozenset(day.year for day in chinese_calendar.holidays)


@dataclass(frozen=True, slots=True)
class Calendar:
    """`overrides`: days that work (True) or do not (False) for this campaign, whatever the state says.

    >>> Calendar().add_workdays(date(2024, 8, 10), 3)
    datetime.date(2024, 8, 14)
    """

    overrides: Mapping[date, bool] = field(default_factory=dict)

    def published(self, year: int) -> bool:
        """True if the public holidays of that year are known; other years fall back to Monday–Friday.

        >>> Calendar().published(2024), Calendar().published(2099)
        (True, False)
        """
        return year in _YEARS

    def is_workday(self, day: date) -> bool:
        """True for a working day: overrides first, then the published calendar, then Monday–Friday.

        >>> Calendar().is_workday(date(2024, 9, 14)), Calendar().is_workday(date(2024, 9, 16))
        (True, False)
        """
        said = self.overrides.get(day)
        if said is not None:
            return said
        if day.year in _YEARS:
            return bool(chinese_calendar.is_workday(day))
        return day.weekday() < 5

    def add_workdays(self, day: date, count: int) -> date:
        """The count-th working day after `day` (before it for a negative count); `day` itself for 0.

        Raises OverflowError beyond the years that dates can hold, ValueError when ten years hold no working day.
        """
        step = _DAY if count >= 0 else -_DAY
        left, idle = abs(count), 0
        while left:
            day += step
            working = self.is_workday(day)
            left, idle = left - working, 0 if working else idle + 1
            if idle > 3660:
                raise ValueError("no working day in ten years")
        return day

    def workdays(self, first: date, last: date) -> int:
        """How many working days lie from `first` to `last`, both counted; 0 when last is before first.

        >>> Calendar().workdays(date(2024, 8, 10), date(2024, 8, 16))
        5
        """
        days = (first + _DAY * n for n in range((last - first).days + 1))
        return sum(self.is_workday(day) for day in days)
