from datetime import date

from tests.forms.conftest import Read, problems


def test_durations_and_predecessors(read: Read) -> None:
    c = read(
        [
            ["任务名称", "负责人", "开始时间", "结束时间", "持续时间", "前置任务", "状态", "关键节点说明"],
            ["方案确认", "张*", "3.1", "3.5", "4天", "-", "已完成", "总经理审批"],
            ["物料设计", "李*", "3.5", "3.8", "3天", "方案确认", "进行中", None],
        ]
    )
    first, second = c.rows("schedule")
    assert (first.duration, first.predecessor, second.predecessor) == (4, None, "方案确认")
    assert (second.start, second.end) == (date(2025, 3, 5), date(2025, 3, 8))
    assert problems(c) == []


def test_a_day_that_never_was(read: Read) -> None:
    c = read(
        [
            ["任务名称", "负责人", "开始时间", "结束时间", "前置任务", "状态"],
            ["方案", "张*", "2.30", "3.5", "-", "已完成"],
        ]
    )
    (task,) = c.rows("schedule")
    assert (task.start, task.end) == (None, date(2025, 3, 5))
    assert problems(c) == [("READ-DATE", "C2")]
