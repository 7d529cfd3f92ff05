from datetime import date

from tests.forms.conftest import Read, problems


def test_framework_and_details_in_one_sheet(read: Read) -> None:
    c = read(
        [
            ["复盘报告框架"],
            ["模块", "内容要点"],
            ["活动概述", "主题、时间"],
            ["成功经验提炼", "扫码领礼"],
            [],
            [
                "类型(成功经验/待改进问题/行动项)",
                "内容",
                "根本原因",
                "负责人",
                "完成时间",
                "预期效果",
                "沉淀至",
            ],
            ["成功经验", "扫码领礼", "-", "王*", "-", "-", "检查表"],
            ["行动项", "更新手册", "-", "周*", "3月20日", "线索+10%", "模板"],
        ]
    )
    assert [r.module for r in c.rows("outline")] == ["活动概述", "成功经验提炼"]
    lesson, action = c.rows("retrospective")
    assert (lesson.kind, action.kind, action.due) == ("success", "action", date(2025, 3, 20))
    assert problems(c) == []
