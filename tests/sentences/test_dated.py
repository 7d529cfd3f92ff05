"""The days of the log and the days to come."""

from datetime import date

from campaignlib.sentences.dated import days, next_week, week
from tests.support import campaign


def test_a_week_begins_on_monday() -> None:
    assert week(date(2025, 3, 3)) == (date(2025, 3, 3),)
    assert week(date(2025, 3, 9))[0] == date(2025, 3, 3)


def test_days_keep_two_writers_and_a_day_nobody_logged() -> None:
    log = [
        {"day": date(2025, 3, 4), "done": "布展", "owner": "王*"},
        {"day": date(2025, 3, 4), "done": "投放", "problems": "贵", "owner": "李*"},
    ]
    made = days(campaign(daily_log=log), date(2025, 3, 5))
    assert [(d.day.day, len(d.entries)) for d in made] == [(3, 0), (4, 2), (5, 0)]
    assert made[1].entries[1].problems == "贵"
    assert [str(cell)[:3] for cell in made[1].entries[0].cells] == ["F7!"] * 3


def test_without_any_log_there_are_no_days() -> None:
    assert days(campaign(), date(2025, 3, 5)) == ()


def test_next_week_holds_what_is_dated_after_today_and_within_seven_days() -> None:
    c = campaign(
        creative=[{"module": "内容", "due": date(2025, 3, 6), "owner": "赵*"}],
        schedule=[
            {"task": "布展", "start": date(2025, 3, 8), "end": date(2025, 3, 9), "owner": "王*"},
            {"task": "完了", "start": date(2025, 3, 8), "end": date(2025, 3, 9), "status": "done"},
        ],
        daily_log=[{"day": date(2025, 3, 5), "plan": "试播", "owner": "李*"}],
        goals=[{"metric": "线索", "due": date(2025, 3, 12), "owner": "李*"}] * 2,
        retrospective=[{"content": "写手册", "due": date(2025, 3, 13), "owner": "周*"}],
    )
    said = [(i.day.day, i.what.plain("zh"), i.owner) for i in next_week(c, date(2025, 3, 5))]
    assert said == [
        (6, "试播", "李*"),
        (6, "爆发期开始", "张*"),
        (6, "内容方案完成", "赵*"),
        (8, "布展开始", "王*"),
        (9, "布展结束", "王*"),
        (12, "爆发期结束", "张*"),
        (12, "线索到数", "李*"),
    ]
