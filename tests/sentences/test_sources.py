from datetime import date

from campaignlib.sentences.sources import origin, participants, rules, sources
from tests.support import campaign

INPUTS = (("forms.xlsx", "3f9c" + "0" * 56 + "a41e"), ("a*b.csv", "b07d" + "1" * 56 + "19c2"))


def test_files_hashes_day_and_versions() -> None:
    text = sources(campaign().but(inputs=INPUTS), date(2025, 3, 7), "en").markdown
    assert "forms\\.xlsx (SHA-256 3f9c…a41e)" in text
    assert "a\\*b.csv" in text
    assert "7 Mar" in text
    assert "campaignlib" in text


def test_everybody_a_form_names_once_the_busiest_first() -> None:
    c = campaign(
        budget=[{"item": "a", "owner": "张*", "approver": "刘*"}, {"item": "b", "owner": "刘*"}],
        assignments=[{"task": "t", "owner": "王*", "helper": "全团队"}],
    )
    assert participants(c).plain("zh") == "参与者：刘*、张*、王*。"
    assert participants(campaign()).plain("en") == "The forms name nobody."


def test_origin_and_rules() -> None:
    assert origin("F3", "daily").plain("zh") == "F3 预算，每日数据"
    assert rules(campaign()).plain("en") == "Windows and rules: campaign.toml"
