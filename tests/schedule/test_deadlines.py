"""Deadlines in texts."""

from __future__ import annotations

from datetime import date

from campaignlib.schedule.deadlines import deadlines, groups
from tests.schedule.plans import assigned, row
from tests.support import campaign


def test_subject_event_and_day_of_each() -> None:
    c = campaign(
        assignments=[assigned("线下执行", "门店落地", "3.3-3.5", deliverable="合同签订，物料3.5前到位")],
        schedule=[row("物料印刷/采购", "3.1-3.4", milestone="3月6日前全部到位")],
        risk_plan=[{"scenario": "延迟", "trigger": "物料未在3月6日前到位"}],
        creative=[{"module": "内容", "content": "预热期(3.3-3.5)：每日17:00前发布"}],
    )
    found = deadlines(c)
    assert [(d.form, d.subject, d.event, d.day, str(d.cell)) for d in found] == [
        ("F4", "物料", "到位", date(2025, 3, 5), "F4!D2"),
        ("F5", "物料印刷/采购", "全部到位", date(2025, 3, 6), "F5!H2"),
        ("F6", "物料", "到位", date(2025, 3, 6), "F6!F2"),
    ]
    assert groups(found) == (found,)


def test_other_things_and_other_events_stay_apart() -> None:
    c = campaign(
        schedule=[
            row("海报", "3.1-3.4", milestone="海报3.4前定稿"),
            row("海报印刷", "3.4-3.6", milestone="海报3.6前印完"),
            row("礼品", "3.1-3.5", milestone="礼品3.5前定稿"),
        ]
    )
    assert [len(g) for g in groups(deadlines(c))] == [1, 1, 1]


def test_english_deadlines() -> None:
    c = campaign(
        assignments=[assigned("Offline", "Stands", "3.3-3.5", deliverable="posters delivered by 2025-03-05")],
        schedule=[row("Print posters", "3.1-3.4", milestone="posters delivered before 2025-03-06")],
    )
    assert [[d.day.day for d in g] for g in groups(deadlines(c))] == [[5, 6]]
