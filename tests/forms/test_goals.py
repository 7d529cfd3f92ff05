from datetime import date

from tests.forms.conftest import Read, problems


def test_one_row_with_two_targets_is_two_goals(read: Read) -> None:
    c = read(
        [
            ["春季活动目标"],
            [
                "核心目标维度",
                "具体目标描述",
                "量化指标(示例)",
                "目标值",
                "数据来源",
                "负责人",
                "完成时间节点",
                "备注",
            ],
            [
                "线索获取",
                "拉新",
                "线索量、有效率",
                "线索量2000+，有效率≥60%",
                "CRM",
                "李*",
                "活动结束后1个工作日",
                "-",
            ],
        ]
    )
    first, second = c.rows("goals")
    assert (first.metric, first.target, first.target_is, first.target_text) == (
        "线索量",
        2000,
        "at_least",
        "线索量2000+",
    )
    assert (second.metric, second.target, second.target_is) == ("有效率", 0.6, "at_least")
    assert first.due == second.due == date(2025, 3, 17)  # the 14th is a Friday
    assert str(c.cell(second, "target")).endswith("D3")
    assert problems(c) == []


def test_a_target_that_is_no_number_costs_only_that_value(read: Read) -> None:
    c = read(
        [
            ["目标维度", "量化指标", "目标值", "数据来源", "负责人", "完成时间"],
            ["线索", "线索量", "越多越好", "CRM", "李*", "3月20日"],
        ]
    )
    (goal,) = c.rows("goals")
    assert (goal.target, goal.target_text, goal.owner, goal.due) == (
        None,
        "越多越好",
        "李*",
        date(2025, 3, 20),
    )
    assert problems(c) == [("READ-VALUE", "C2")]
