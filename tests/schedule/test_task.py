"""F5 rows as tasks."""

from __future__ import annotations

from datetime import date

import pytest

from campaignlib.schedule.task import Task, tasks
from campaignlib.words.terms import TaskStatus
from tests.support import campaign


def test_a_row_becomes_a_task() -> None:
    c = campaign(
        schedule=[
            {"task": "印刷", "start": date(2025, 3, 3), "end": date(2025, 3, 6), "status": "in_progress"},
            {"task": "布场", "start": date(2025, 3, 6), "duration": 2, "predecessor": "印刷", "owner": "王*"},
        ]
    )
    printing, stands = tasks(c)
    assert (printing.days, printing.written, printing.status) == (3, "", TaskStatus.IN_PROGRESS)
    assert (stands.days, stands.finish, stands.written, stands.owner) == (2, date(2025, 3, 8), "印刷", "王*")


@pytest.mark.parametrize(
    ("status", "end", "days"),
    [
        (TaskStatus.IN_PROGRESS, date(2025, 3, 6), 2),
        (TaskStatus.NOT_STARTED, date(2025, 3, 6), 2),
        (None, date(2025, 3, 6), 2),
        (TaskStatus.DONE, date(2025, 3, 6), 0),
        (TaskStatus.CANCELLED, date(2025, 3, 6), 0),
        (TaskStatus.IN_PROGRESS, date(2025, 3, 8), 0),
        (TaskStatus.IN_PROGRESS, None, 0),
    ],
)
def test_overdue_is_strictly_after_the_end(status: TaskStatus | None, end: date | None, days: int) -> None:
    assert Task(record=1, name="印刷", end=end, status=status).overdue(date(2025, 3, 8)) == days


def test_an_end_before_the_start_gives_no_duration() -> None:
    wrong = Task(record=1, name="印刷", start=date(2025, 3, 6), end=date(2025, 3, 3))
    assert wrong.days is None
