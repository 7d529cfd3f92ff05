"""Lessons and actions."""

from __future__ import annotations

from datetime import date

from campaignlib.metrics.actions import actions
from campaignlib.words.label import Label
from tests.metrics.reference import reference
from tests.support import campaign


def test_the_reference_case():
    figures = actions(reference(), "2024-08-16")
    assert [f.name for f in figures] == ["lesson"] * 4 + ["action"] * 3
    book, creators, incentive = figures.named("action")
    assert (book.inputs["owner"], book.inputs["state"], book.inputs["days_late"]) == ("周*", "overdue", 1)
    assert book.rule == Label("8月15日到期，过了1天", "due 15 Aug, 1 day ago")
    assert (creators.inputs["due"], creators.inputs["state"]) == (date(2024, 8, 20), "due")
    assert incentive.inputs["state"] == "no_date"


def test_the_due_day_itself_is_not_late():
    rows = [{"kind": "action", "content": "更新手册", "due": date(2025, 3, 15), "owner": "周*"}]
    c = campaign(retrospective=rows)
    assert actions(c, "2025-03-15")[0].inputs["state"] == "due"
    late = actions(c, "2025-03-18")[0]
    assert (late.inputs["days_late"], late.rule.en) == (3, "due 15 Mar, 3 days ago")
    assert (late.key, late.value, str(late.cells[0])) == ("F12:1", "更新手册", "F12!B2")


def test_a_row_without_content_is_no_lesson():
    assert len(actions(campaign(retrospective=[{"kind": "success"}]), "2025-03-15")) == 0
