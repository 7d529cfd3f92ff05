from datetime import datetime

from tests.forms.conftest import Read, problems


def test_moments_and_draws(read: Read) -> None:
    heads = [
        "编号",
        "问题",
        "级别(小/大)",
        "上报时间",
        "上报人",
        "原因分析",
        "决策人",
        "决策时间",
        "调整措施",
    ]
    c = read(
        [
            [*heads, "关联(预警/风险/任务/渠道)", "动用备用金(元)", "完成时间", "状态"],
            [
                1,
                "直播观看少",
                "大",
                "2025-3-5 21:10",
                "张*",
                "冲突",
                "刘*",
                datetime(2025, 3, 5, 22, 40),
                "改时段",
                "抖音",
                1000,
                "-",
                "处理中",
            ],
            [2, "转发少", "小", "-", "李*", "-", "-", "-", "-", "社群", "-", "-", "待处理"],
        ]
    )
    first, second = c.rows("issues")
    assert (first.reported, first.decided) == (datetime(2025, 3, 5, 21, 10), datetime(2025, 3, 5, 22, 40))
    assert (first.draw, first.size, first.status, second.reported) == (1000_00, "large", "open", None)
    assert problems(c) == []
