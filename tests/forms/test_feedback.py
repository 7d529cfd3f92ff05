from tests.forms.conftest import Read, problems


def test_answers(read: Read) -> None:
    c = read(
        [
            ["编号", "日期", "渠道", "满意度(分)", "参与意愿", "意见"],
            ["A01", "3.12", "抖音", 95, "愿意", "礼品好"],
            ["A02", "3.12", "社群", "88分", "-", None],
        ]
    )
    assert [r.score for r in c.rows("answers")] == [95, 88]
    assert problems(c) == []
