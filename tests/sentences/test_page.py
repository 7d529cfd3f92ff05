"""The pieces of a page."""

from datetime import date

import pytest

from campaignlib.figures import Figures
from campaignlib.sentences import page
from campaignlib.sentences.decisions import Decision
from campaignlib.sentences.sentence import NOTHING, Sentence, raw
from campaignlib.words.block import Block
from campaignlib.words.label import LANGS, Label
from campaignlib.words.terms import Standing
from tests.sentences.figures import NAMES, pace
from tests.support import campaign, config


def _decision(text: str) -> Decision:
    return Decision(question=raw(text), stakes=raw("因为"), who=raw("王*"), when=NOTHING, key="F7:1")


def test_kicker() -> None:
    said = page.kicker(campaign(), "weekly", "2025-03-07")
    assert said.plain("zh") == "周报　截至2025年3月7日，周五　总负责人张*"
    assert said.plain("en") == "Weekly report, as of Friday 7 March 2025. Overall lead: 张*"
    final = Figures([pace("F8:1", NAMES["leads"], Standing.AHEAD).but(final_on=date(2025, 4, 1))])
    assert "◇ 暂定，4月1日定数" in page.kicker(campaign(), "retrospective", "2025-03-20", final).plain("zh")


@pytest.mark.parametrize(
    ("day", "zh"),
    [
        ("2025-03-01", "今天3月1日　活动还有2天开始"),
        ("2025-03-07", "今天3月7日　活动第5天，共10天（50.0%）"),
        ("2025-03-20", "3月20日　活动已于3月12日结束，共10天"),
    ],
)
def test_strip_says_where_today_is(day: str, zh: str) -> None:
    block = page.strip(campaign(), day, "zh")
    assert block.plain == zh
    assert "var(--corridor)" in block.markdown
    assert "data:image/svg+xml;base64," in block.markdown
    assert block.markdown.count(":::") == 8


def test_strip_without_stages_and_without_dates() -> None:
    assert "Campaign" in page.strip(campaign(config(stages=[])), "2025-03-07", "en").markdown
    undated = config(dates={}, stages=[], as_of={"report": date(2025, 3, 7)})
    assert page.strip(campaign(undated), None, "zh").markdown == ""


def test_points_carry_glyph_tone_and_bold_verdict() -> None:
    said = Sentence(bold=raw("线索*落后。"), text=raw("因为"), standing=Standing.BEHIND)
    assert page.points([said], "zh").markdown == (
        "::: {.points}\n- [▼]{.glyph .warn} **线索\\*落后。**因为\n:::"
    )


def test_decisions_are_numbered_and_the_rest_is_named() -> None:
    assert page.decisions([], "zh").markdown == "本周没有要决定的事。"
    many = page.decisions([_decision(f"问题{i}") for i in range(8)], "zh").markdown
    assert "6.  **问题5**" in many
    assert "另有2件：" in many
    assert "问题7" in many


def test_rail_escapes_what_forms_say() -> None:
    assert page.rail("zh", "F8 *", Label("规则", "Rule")).markdown == "::: {.rail}\nF8 \\*\n\n规则\n:::"


def test_columns_in_both_languages() -> None:
    for lang in LANGS:
        made = page.summary([Sentence(bold=raw("甲"))], [_decision("乙")], lang).markdown
        assert made.count("## ") == 2
        assert made.startswith("::::: {.columns}")


def test_references_name_the_charts_that_were_drawn() -> None:
    drawn = {"pace": Block("x"), "channels": None, "gantt": Block("y")}
    assert page.references(drawn, "zh").markdown == "进度：@fig-pace，排期：@fig-gantt。"
    assert page.references(drawn, "en").markdown == "Pace: @fig-pace, Schedule: @fig-gantt."
    assert page.references({"pace": None}, "en").markdown == ""


def test_what_is_missing_is_said_once() -> None:
    sentence, gap = Sentence(bold=raw("没有预警。")), Block("没有预警；它来自F8。", missing=True)
    assert page.section("zh", [], sentence, gap).markdown == "没有预警；它来自F8。"
    both = page.section("zh", [], sentence, gap, Block("表")).markdown
    assert both.startswith("::: {.finding}")
    assert page.section("zh", [], sentence, Block("")).markdown.count("没有预警") == 1
    assert "F12没有写下" in page.conclusions([sentence], [], "zh").markdown
