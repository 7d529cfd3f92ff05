"""Schedules for tests, written as rows: task, start–end, predecessor, status, owner, milestone."""

from __future__ import annotations

from datetime import date
from typing import Any

STATUS = {"完成": "done", "进行中": "in_progress", "未开始": "not_started", "取消": "cancelled", "": None}


def day(text: str, year: int = 2025) -> date:
    """`3.5` -> 2025-03-05"""
    month, number = text.split(".")
    return date(year, int(month), int(number))


def row(
    task: str,
    dates: str,
    predecessor: str = "",
    status: str = "",
    owner: str = "王*",
    milestone: str = "",
    **more: Any,
) -> dict[str, Any]:
    """One row of F5: `row("印刷", "3.1-3.4", "设计", "进行中")`."""
    start, end = dates.split("-")
    made = {"task": task, "start": day(start), "end": day(end), "duration": (day(end) - day(start)).days}
    made |= {"predecessor": predecessor or None, "status": STATUS[status], "owner": owner}
    return made | {"milestone": milestone or None} | more


def assigned(
    module: str, task: str, dates: str, status: str = "", owner: str = "王*", **more: Any
) -> dict[str, Any]:
    """One row of F4."""
    start, end = dates.split("-")
    made = {"module": module, "task": task, "start": day(start), "end": day(end)}
    return made | {"status": STATUS[status], "owner": owner} | more
