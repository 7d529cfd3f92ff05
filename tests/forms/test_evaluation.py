from tests.forms.conftest import Read, problems


def test_results_with_their_texts(read: Read) -> None:
    c = read(
        [
            ["评估维度", "核心指标", "目标值", "实际值", "达成率", "分析说明", "负责人"],
            ["整体效果", "ROI", "≥300%", "549%", "183%", "成本控制良好", "刘*"],
            ["用户反馈", "活动满意度(抽样100人)", "≥85分", "92分", "108%", "-", "王*"],
        ]
    )
    roi, score = c.rows("evaluation")
    assert (roi.target, roi.actual, roi.actual_text, roi.attainment) == (3.0, 5.49, "549%", 1.83)
    assert (score.target, score.actual, score.target_is) == (85, 92, "at_least")
    assert (roi.target_text, score.target_text) == ("≥300%", "≥85分")
    assert problems(c) == []
