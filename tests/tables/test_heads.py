"""Column heads."""

from campaignlib.tables.heads import HEADS, head


def test_every_head_is_in_both_languages() -> None:
    assert all(label.zh and label.en for label in HEADS.values())


def test_a_head_may_have_a_second_line() -> None:
    assert head("actual", "en") == "Actual"
    assert head("actual", "zh", "元") == '实际<br/><span class="second">元</span>'
