from tests.forms.conftest import Read, problems


def test_levels(read: Read) -> None:
    c = read(
        [
            ["风险场景", "可能性(高/中/低)", "影响程度(高/中/低)", "应对措施", "责任人", "启动条件"],
            ["下雨", "中", "高", "备雨棚", "王*", "降雨概率≥60%"],
        ]
    )
    (risk,) = c.rows("risk_plan")
    assert (risk.likelihood, risk.impact, risk.trigger) == ("medium", "high", "降雨概率≥60%")
    assert problems(c) == []
