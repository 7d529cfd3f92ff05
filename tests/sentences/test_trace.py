"""Trace notes: every figure says where it comes from, under its anchor."""

from datetime import date
from decimal import Decimal

from campaignlib.figures import Figure, Figures, Target, Unit
from campaignlib.findings import Cell, Findings, Severity
from campaignlib.sentences.trace import contradicting, note, trace
from campaignlib.words.label import LANGS, NONE, Label
from campaignlib.words.terms import Standing
from tests.sentences.figures import NAMES, finding, pace, rate


def test_a_pace_shows_its_calculation_cells_rule_and_other_windows() -> None:
    other = {
        "start": date(2025, 3, 6),
        "end": date(2025, 3, 12),
        "share": 0.25,
        "pace": 1.7,
        "status": "ahead",
        "why": Label("爆发期", "Burst"),
        "cell": "F5!C9",
    }
    figure = pace("F8:2", NAMES["leads"], Standing.BEHIND, alternatives=(other,)).but(
        definition=Label("达成率 ÷ 应到份额", "attainment ÷ planned share"), final_on=date(2025, 3, 14)
    )
    said = note(figure, Findings()).plain("zh")
    assert said == (
        "**线索 850 条**　定义：达成率 ÷ 应到份额。算式：42.5%÷50.0%＝0.50；达成率42.5%＝850 条÷2,000 条。"
        "来源：F8!D5:E5。判定：落后，节奏 <0.80。"
        "另一窗口：按F5!C9（3月6日—3月12日），过了25.0%，节奏1.70，领先。暂定，3月14日定数。"
    )


def test_a_rate_shows_its_counts_and_interval() -> None:
    figure = rate("F8:5", Label("转化率", "Conversion"), Standing.ABOVE_FLOOR)
    assert "Calculation: 90 ÷ 720 = 12.5%. 95% interval 10.3–15.1% (Wilson)." in note(
        figure, Findings()
    ).plain("en")


def test_roi_contingency_and_variance_show_theirs() -> None:
    money = Unit("money")
    roi = Figure(
        name="roi",
        key="stated",
        of=Label("活动", "Campaign"),
        value=4.0,
        inputs={"cost": Decimal(1000), "revenue": Decimal(5000)},
    )
    reserve = Figure(
        name="contingency",
        key="items",
        of=Label("备用金", "Contingency"),
        value=0.1,
        inputs={"reserve": Decimal(100), "base": Decimal(1000)},
    )
    spent = Figure(
        name="variance",
        key="total",
        of=Label("合计", "Total"),
        value=Decimal(-100),
        unit=money,
        inputs={"planned": Decimal(1000), "actual": Decimal(900)},
    )
    said = [note(f, Findings(), "EUR").plain("zh") for f in (roi, reserve, spent)]
    assert "算式：（5,000 欧元−1,000 欧元）÷1,000 欧元＝400.00%。" in said[0]
    assert "算式：100 欧元÷1,000 欧元＝10.0%。" in said[1]
    assert "算式：900 欧元−1,000 欧元＝−100 欧元。" in said[2]


def test_rows_of_a_file_are_named_as_rows() -> None:
    figure = pace("F8:1", NAMES["leads"], Standing.AHEAD).but(cells=(Cell("daily.csv", "", "D2:D177"),))
    assert "来源：daily.csv第2—177行。" in note(figure, Findings()).plain("zh")
    assert "Source: daily.csv rows 2–177." in note(figure, Findings()).plain("en")


def test_only_findings_about_the_figures_own_cells() -> None:
    figure = pace("F8:1", NAMES["leads"], Standing.BEHIND, stated_cell="F8!G5")
    own = finding("F8-STATUS", ref="G5", sheet="F8")
    elsewhere = finding("F8-STATUS", ref="G9", sheet="F8")
    other = finding("F3-SUM", Severity.ERROR, ref="D5", sheet="F8")
    assert contradicting(figure, Findings([own, elsewhere, other])) == (own,)
    assert "≠ 合计不符。" in note(figure, Findings([own])).plain("zh")


def test_each_figure_once_under_its_anchor() -> None:
    figure = pace("F8:1", NAMES["leads"], Standing.BEHIND)
    for lang in LANGS:
        block = trace([figure, figure, *Figures()], Findings(), lang).markdown
        assert block.count("[]{#figure-pace-f8-1}") == 1
        assert block.startswith("::: {.trace}")
    assert "没有可溯源" in trace([], Findings(), "zh").markdown


def test_what_has_no_value_says_why() -> None:
    figure = pace("F8:1", NAMES["leads"], Standing.NO_DATA)
    assert note(figure, Findings()).plain("en").startswith("**Leads no data yet.**")


def test_an_attainment_of_a_rate_gives_both_quotients() -> None:
    figure = Figure(
        name="attainment",
        key="F10:3",
        of=Label("转化率", "Conversion"),
        value=1.08,
        target=Target(0.15),
        inputs={
            "actual": 0.162,
            "numerator": 248,
            "denominator": 1530,
            "unit": {"kind": "ratio", "label": NONE},
        },
    )
    said = note(figure, Findings()).plain("zh")
    assert said.startswith("**转化率 16.2%，达成率108.0%**")
    assert "算式：248÷1,530＝16.2%；16.2%÷15%＝108.0%。" in said


def test_a_variance_without_spending_still_says_its_budget() -> None:
    why = Label("实际支出未填", "no actual spend recorded")
    inputs = {"planned": Decimal(68000), "actual": None}
    unspent = Figure(name="variance", key="total", of=Label("合计", "Total"), undefined=why, inputs=inputs)
    assert "预算68,000 元，实际支出未填" in note(unspent, Findings()).plain("zh")
