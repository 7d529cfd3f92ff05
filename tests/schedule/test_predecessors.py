"""Predecessors as people write them."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from campaignlib.schedule.predecessors import By, resolve
from campaignlib.schedule.task import Task


def plan(*rows: tuple[str, str, str, str, str]) -> list[Task]:
    """name, start, end (month.day), predecessor, milestone -> tasks with records 1, 2 …"""
    return [
        Task(record=i, name=name, start=_day(a), end=_day(b), written=written, milestone=milestone)
        for i, (name, a, b, written, milestone) in enumerate(rows, 1)
    ]


def _day(text: str) -> date | None:
    return date(2025, *map(int, text.split("."))) if text else None  # type: ignore[arg-type]


BACK_TO_SCHOOL = plan(
    ("方案最终确认", "7.15", "7.20", "", "提交总经理审批"),
    ("物料设计启动", "7.20", "7.25", "方案确认", "设计需求明确"),
    ("物料设计定稿", "7.25", "7.28", "物料设计", "设计稿通过审核"),
    ("物料印刷/采购", "7.28", "8.1", "设计定稿", "8月1日前全部到位"),
    ("高校场地对接", "7.22", "7.26", "方案确认", "签订场地使用协议"),
    ("线上渠道素材准备", "7.26", "7.30", "物料设计", "抖音/公众号素材"),
    ("活动预热启动", "7.31", "8.5", "渠道素材", "社群转发、广告投放"),
    ("线下快闪执行", "8.6", "8.10", "物料到位", "高校现场活动"),
)


def test_short_names_of_a_whole_schedule() -> None:
    links = resolve(BACK_TO_SCHOOL)
    assert {(link.record, link.written): (link.meant, link.by) for link in links} == {
        (2, "方案确认"): (1, By.NAME),
        (3, "物料设计"): (2, By.NAME),
        (4, "设计定稿"): (3, By.NAME),
        (5, "方案确认"): (1, By.NAME),
        (6, "物料设计"): (2, By.DATES),
        (7, "渠道素材"): (6, By.NAME),
        (8, "物料到位"): (4, By.MILESTONE),
    }
    assert all(link.proposed and link.fits for link in links)


def test_an_exact_name_is_taken_whatever_width_and_blanks() -> None:
    links = resolve(
        plan(("Ｈ5 邀请函", "3.1", "3.2", "", ""), ("H5邀请函推送", "3.3", "3.4", " h5邀请函 ", ""))
    )
    assert [(link.meant, link.by, link.proposed) for link in links] == [(1, By.EXACT, False)]


def test_several_in_a_cell_and_a_name_that_holds_a_slash() -> None:
    rows = plan(
        ("印刷/采购", "3.1", "3.3", "", ""),
        ("场地对接", "3.1", "3.2", "", ""),
        ("人员培训", "3.1", "3.2", "", ""),
        ("布场", "3.4", "3.5", "印刷/采购、场地对接", ""),
        ("彩排", "3.4", "3.5", "场地+培训", ""),
        ("开业", "3.6", "3.7", "印刷/采购", ""),
        ("收尾", "3.8", "3.9", "布场；彩排\n开业", ""),
    )
    assert [(link.record, link.written, link.meant) for link in resolve(rows)] == [
        (4, "印刷/采购", 1),
        (4, "场地对接", 2),
        (5, "场地", 2),
        (5, "培训", 3),
        (6, "印刷/采购", 1),
        (7, "布场", 4),
        (7, "彩排", 5),
        (7, "开业", 6),
    ]


def test_a_tie_lists_all_and_chooses_none() -> None:
    rows = plan(
        ("海报设计", "3.1", "3.2", "", ""),
        ("展架设计", "3.1", "3.2", "", ""),
        ("印刷", "3.4", "3.5", "设计", ""),
    )
    (link,) = resolve(rows)
    assert (link.by, link.meant, link.candidates) == (By.TIE, None, (1, 2))


def test_an_unknown_name_has_no_candidate() -> None:
    (link,) = resolve(plan(("海报设计", "3.1", "3.2", "", ""), ("印刷", "3.4", "3.5", "合同盖章", "")))
    assert (link.by, link.meant, link.candidates) == (By.UNKNOWN, None, ())


def test_a_milestone_alone_can_point_to_a_task() -> None:
    (link,) = resolve(
        plan(("印刷采购", "3.1", "3.2", "", "物料全部到位"), ("布场", "3.4", "3.5", "物料到位", ""))
    )
    assert (link.meant, link.proposed) == (1, True)


def test_dates_that_do_not_fit_are_said() -> None:
    (link,) = resolve(plan(("海报设计", "3.1", "3.8", "", ""), ("印刷", "3.4", "3.5", "设计", "")))
    assert (link.meant, link.fits) == (1, False)


def test_a_task_of_the_same_name_twice_is_settled_by_dates() -> None:
    rows = plan(
        ("直播", "3.1", "3.2", "", ""), ("直播", "3.6", "3.7", "", ""), ("复盘", "3.4", "3.5", "直播", "")
    )
    (link,) = resolve(rows)
    assert (link.meant, link.by, link.proposed) == (1, By.DATES, True)


def test_words_for_none_and_empty_cells_are_no_predecessor() -> None:
    assert resolve(plan(("设计", "3.1", "3.2", "无", ""), ("印刷", "3.4", "3.5", "/", ""))) == ()


def test_a_task_is_never_proposed_for_itself_but_may_say_so_exactly() -> None:
    wrong, alike = resolve(
        plan(("设计", "3.1", "3.2", "设计", ""), ("设计定稿", "3.2", "3.3", "设计稿", "")),
    )
    assert (wrong.meant, wrong.by) == (1, By.EXACT)
    assert alike.meant != 2


def test_a_task_whose_own_name_is_closest_is_passed_over() -> None:
    rows = plan(("物料设计稿", "3.1", "3.2", "", ""), ("设计定稿评审", "3.4", "3.5", "设计定稿", ""))
    (link,) = resolve(rows)
    assert (link.meant, link.by) == (1, By.NAME)


TEXTS = st.text(alphabet="物料设计定稿/+、， -无a1", max_size=8)


@given(st.lists(st.tuples(TEXTS, TEXTS, TEXTS), max_size=6))
def test_any_text_settles_on_tasks_of_the_schedule(rows: list[tuple[str, str, str]]) -> None:
    given_tasks = plan(*((name, "3.1", "3.4", written, milestone) for name, written, milestone in rows))
    for link in resolve(given_tasks):
        assert link.written
        assert set(link.candidates) <= {t.record for t in given_tasks}
        assert (link.meant is None) == (link.by in (By.TIE, By.UNKNOWN))
        assert link.meant is None or link.candidates == (link.meant,)
        assert link.by is By.EXACT or link.meant != link.record
