"""The scorecard."""

from datetime import date

import pytest
from syrupy.assertion import SnapshotAssertion

from campaignlib.figures import Figure, Figures
from campaignlib.findings import Findings
from campaignlib.tables.scorecard import scorecard
from campaignlib.words.label import LANGS, Label, Lang
from campaignlib.words.terms import Standing
from tests.sentences.figures import NAMES, finding, forecast, most, pace, rate
from tests.tables.seen import root, rows

STATED = {"stated_status": "normal", "stated_cell": "F8!G5"}
OTHER = {
    "start": date(2025, 3, 6),
    "end": date(2025, 3, 12),
    "share": 0.25,
    "pace": 0.85,
    "status": "on_pace",
}
PACE = Figures(
    [
        pace(
            "F8:1",
            NAMES["douyin"],
            Standing.BEHIND,
            channel="douyin",
            alternatives=(OTHER | {"cell": "F4!G6"},),
            **STATED,
        ),
        rate("F8:2", Label("转化率", "Conversion"), Standing.ABOVE_FLOOR, final_on=date(2025, 4, 1)),
        pace(
            "F8:3", Label("转发", "Shares"), Standing.AHEAD, metric="shares", channel="groups", attainment=1.4
        ),
        pace("F1:1", NAMES["leads"], Standing.ON_PACE, dimension="线索*获取"),
        pace("F1:2", Label("销售额", "Sales"), Standing.NO_DATA, metric="sales", dimension="销售").but(
            final_on=date(2025, 3, 16)
        ),
    ]
)
GOALS = Figures(
    [
        Figure(
            name="attainment", key="F1:1", of=NAMES["leads"], value=0.4,
            inputs={"metric": "leads", "dimension": "线索*获取"},
        ),
        Figure(
            name="attainment", key="F1:9", of=Label("转化率", "Conversion"), value=0.8,
            inputs={"metric": "conversion_rate", "dimension": "销售"},
        )
    ]
)  # fmt: skip


def _made(lang: Lang, **more: str):  # type: ignore[no-untyped-def]
    found = Findings([finding("F8-STATUS", ref="G5", sheet="F8")])
    return scorecard(PACE, Figures([forecast("F8:1")]), found, lang, GOALS, **more)


@pytest.mark.parametrize("lang", LANGS)
def test_as_a_reader_sees_it(lang: Lang, snapshot: SnapshotAssertion) -> None:
    assert rows(_made(lang)) == snapshot


def test_no_row_is_dropped_and_the_whole_stands_above_its_channels() -> None:
    names = [r[0].split(" / ")[0] for r in rows(_made("zh"))]
    assert names == [
        "指标与来源",
        "线索*获取",
        "线索",
        "抖音线索",
        "销售",
        "转化率 ◇",
        "销售额",
        "渠道指标",
        "转发",
    ]


def test_a_status_the_form_gives_otherwise_names_its_cell() -> None:
    assert "≠ F8!G5写“正常”" in str(rows(_made("zh")))
    without = scorecard(PACE, Figures(), Findings(), "zh")
    assert "≠" not in str(rows(without))


def test_on_paper_rows_without_data_become_a_line() -> None:
    _, _, screen, paper = _made("zh").block().markdown.split("::: {.content-")[1:]
    assert "销售额" in screen
    assert paper.count("销售额") == 1
    assert "○ **尚无数据：**销售额（3月16日到）。" in paper


def test_values_link_to_their_notes_and_bars_say_their_percentage() -> None:
    made = root(_made("en"))
    assert [a.get("href") for a in made.iter("a")] == [
        "#figure-pace-f1-1", "#figure-pace-f8-1", "#figure-rate-f8-2", "#figure-pace-f8-3",
    ]  # fmt: skip
    assert [s.get("aria-label") for s in made.iter("svg")] == [
        "42.5%",
        "42.5%",
        "Undefined",
        "No data",
        "140.0%",
    ]


def test_a_limit_has_its_sign() -> None:
    cost = pace("F8:1", NAMES["leads"], Standing.BEHIND).but(target=most(2000))
    assert "≤2,000 条" in str(rows(scorecard(Figures([cost]), Figures(), Findings(), "zh")))


def test_money_in_the_campaigns_currency() -> None:
    money = {"kind": "money", "label": Label("", "")}
    sales = pace("F8:1", Label("销售额", "Sales"), Standing.BEHIND, unit=money)
    made = scorecard(Figures([sales]), Figures(), Findings(), "en", currency="EUR")
    assert "EUR 850" in str(rows(made))


def test_without_goals_one_sentence_says_where_they_come_from() -> None:
    for lang in LANGS:
        text = scorecard(Figures(), Figures(), Findings(), lang).block().markdown
        assert "F1" in text
        assert "<table" not in text
