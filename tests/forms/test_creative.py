from datetime import date

from tests.forms.conftest import Read, problems


def test_modules_with_their_dates(read: Read) -> None:
    c = read(
        [
            ["模块", "设计要点", "具体内容(示例)", "备选方案", "负责人", "完成时间"],
            ["活动主题", "醒目", "春季焕新", "-", "张*", "3月1日"],
            ["内容规划", "分期", "预热期(3.3-3.5)：海报", "短视频", "赵*", "3.8"],
        ]
    )
    first, second = c.rows("creative")
    assert (first.due, second.due, first.alternative) == (date(2025, 3, 1), date(2025, 3, 8), None)
    assert problems(c) == []
