from datetime import date

from tests.forms.conftest import Read, problems


def test_days_as_people_write_them(read: Read) -> None:
    c = read(
        [
            ["日期", "今日完成事项", "明日计划", "存在问题", "需协调资源", "负责人"],
            ["2025.3.4", "视频上线，播放量5万+", "推文", "/", "-", "张*"],
            ["3月5日", "物料到货", "布置", "雨棚不足", "采购2个雨棚", "王*"],
        ]
    )
    first, second = c.rows("daily_log")
    assert (first.day, second.day, first.problems) == (date(2025, 3, 4), date(2025, 3, 5), None)
    assert problems(c) == []
