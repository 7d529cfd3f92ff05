from datetime import date

from tests.forms.conftest import Read, problems


def test_tasks_with_dates_as_text_and_as_dates(read: Read) -> None:
    c = read(
        [
            [
                "任务模块",
                "具体任务",
                "任务描述",
                "交付标准",
                "负责人",
                "协助人",
                "开始时间",
                "结束时间",
                "状态",
            ],
            ["设计执行", "物料设计", "海报", "定稿", "李*", "周*", "3.3", date(2025, 3, 9), "已完成"],
        ]
    )
    (task,) = c.rows("assignments")
    assert (task.start, task.end, task.status) == (date(2025, 3, 3), date(2025, 3, 9), "done")
    assert problems(c) == []


def test_a_status_nobody_knows(read: Read) -> None:
    c = read(
        [
            ["任务模块", "具体任务", "负责人", "开始时间", "结束时间", "状态"],
            ["设计", "海报", "李*", "3.3", "3.9", "快了"],
        ]
    )
    assert c.rows("assignments")[0].status is None
    assert problems(c) == [("READ-VALUE", "F2")]
