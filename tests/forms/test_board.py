from tests.forms.conftest import Read, problems


def test_counts_rates_and_what_is_written(read: Read) -> None:
    c = read(
        [
            [
                "渠道",
                "核心指标",
                "今日数据",
                "累计数据",
                "目标值",
                "达成率",
                "预警状态",
                "异常原因(如有)",
                "负责人",
            ],
            ["抖音", "曝光量", "80万", "350万", "500万", "70%", "正常", "-", "张*"],
            [
                "整体",
                "转化率",
                (0.11, "0%"),
                (0.125, "0.0%"),
                "≥15%",
                (0.8333, "0.0%"),
                "预警",
                "跟进慢",
                "刘*",
            ],
        ]
    )
    counts, rate = c.rows("board")
    assert (counts.today, counts.cumulative, counts.target, counts.target_is) == (
        800_000,
        3_500_000,
        5_000_000,
        None,
    )
    assert (rate.cumulative, rate.target, rate.target_is, rate.attainment_text) == (
        0.125,
        0.15,
        "at_least",
        "83.3%",
    )
    assert (counts.attainment, counts.status, rate.status) == (0.7, "normal", "alert")
    assert (counts.target_text, rate.target_text) == ("500万", "≥15%")
    assert problems(c) == []
