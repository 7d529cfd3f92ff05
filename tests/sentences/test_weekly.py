"""The points of the weekly."""

from datetime import date
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from campaignlib.figures import Figure, Figures
from campaignlib.findings import Findings, Severity
from campaignlib.sentences.weekly import bearing, contradictions, missing, points
from campaignlib.words.label import LANGS, Label
from campaignlib.words.terms import Standing
from tests.sentences.figures import NAMES, finding, forecast, pace, rate

STATES = (Standing.AHEAD, Standing.ON_PACE, Standing.BEHIND, Standing.NO_DATA, Standing.NOT_STARTED)
RATED = (
    Standing.BELOW_FLOOR,
    Standing.ABOVE_FLOOR,
    Standing.MET,
    Standing.MET_NOT_PROVEN,
    Standing.NOT_MET,
    Standing.NOT_MET_NOT_EXCLUDED,
)
RATE = Label("转化率", "Conversion rate")


def _texts(*figures: Figure) -> dict[str, list[str]]:
    said = points(Figures(figures), Figures([forecast("F8:0"), forecast("F8:1")]), Findings())
    return {lang: [s.plain(lang) for s in said] for lang in LANGS}


def test_every_state_gives_its_sentence_and_no_other() -> None:
    names = list(NAMES.values())
    for states in product(STATES, repeat=3):
        figures = [pace(f"F8:{i}", names[i], s) for i, s in enumerate(states)]
        zh = "\n".join(_texts(*figures)["zh"])
        both = Standing.AHEAD in states and Standing.BEHIND in states
        for name, status in zip((n.zh for n in names), states, strict=False):
            assert name in zh or (both and status is Standing.ON_PACE), (states, zh)
        assert ("领先" in zh) is (Standing.AHEAD in states)
        assert ("尚无数据" in zh) is (Standing.NO_DATA in states)
        assert ("未开始" in zh) is (Standing.NOT_STARTED in states)
        assert ("低于警戒线" in zh) is (Standing.BEHIND in states)


def test_ahead_in_full() -> None:
    said = _texts(pace("F8:0", NAMES["leads"], Standing.AHEAD, actual=1200, attainment=0.6))
    assert said["zh"] == [
        "线索领先。1,200 条，是目标2,000 条的60.0%；3月3日—3月12日过了50.0%，节奏1.40。照此推算，期末约1,700 条。"
    ]
    assert said["en"] == [
        "Leads are ahead. 1,200 leads are 60.0% of the target of 2,000 leads, with 50.0% of the window gone "
        "(3–12 Mar): pace 1.40. At this rate about 1,700 leads by the end."
    ]


def test_behind_says_the_line_what_is_needed_and_the_other_window() -> None:
    other = {
        "start": date(2025, 3, 6),
        "end": date(2025, 3, 12),
        "share": 0.25,
        "pace": 1.7,
        "status": "ahead",
        "why": Label("爆发期", "Burst"),
        "cell": "",
    }
    figure = pace("F8:0", NAMES["reach"], Standing.BEHIND, alternatives=(other,))
    said = _texts(figure)
    assert "低于警戒线0.80。每天要73 条，今天65 条。" in said["zh"][0]
    assert "状态取决于窗口：按爆发期（3月6日—3月12日）算，节奏1.70，领先。" in said["zh"][0]
    assert said["en"][0].startswith("Awareness is behind. 850 leads are")
    assert "73 leads a day are needed; today brought 65 leads." in said["en"][0]


def test_one_and_money_are_singular_in_english() -> None:
    money = {"kind": "money", "label": Label("", "")}
    one = _texts(pace("F8:0", NAMES["leads"], Standing.AHEAD, actual=1))["en"][0]
    sales = _texts(pace("F8:0", Label("销售额", "Sales"), Standing.AHEAD, actual=1000, unit=money))["en"][0]
    assert "1 lead is" in one
    assert "CNY 1,000 is" in sales


def test_the_campaigns_own_currency() -> None:
    money = {"kind": "money", "label": Label("", "")}
    sales = pace("F8:0", Label("销售额", "Sales"), Standing.BEHIND, actual=1000, unit=money)
    said = points(Figures([sales]), Figures(), Findings(), currency="EUR")[0]
    assert "1,000 欧元" in said.plain("zh")
    assert "EUR 1,000" in said.plain("en")


def test_every_rate_state_in_both_languages() -> None:
    for status in RATED:
        for value, low, high in ((0.125, 0.103, 0.151), (0.16, 0.155, 0.17), (0.08, 0.06, 0.09)):
            figure = rate("F8:9", RATE, status, value, low=low, high=high)
            for lang in LANGS:
                text = _texts(figure)[lang][0]
                assert "{" not in text
                inside = low <= (0.1 if status is Standing.BELOW_FLOOR else 0.15) <= high
                words = ("不含", "excludes") if not inside else ("含", "includes")
                assert words[0 if lang == "zh" else 1] in text


def test_rate_above_its_floor_in_full() -> None:
    figure = rate("F8:9", RATE, Standing.ABOVE_FLOOR, final_on=date(2025, 4, 1))
    assert _texts(figure)["zh"] == [
        "转化率在底线之上，未到目标。12.5%（90÷720），底线10%，目标15%；95%区间10.3%～15.1%含目标，"
        "还不能断定未达成。暂定，4月1日定数。"
    ]


def test_a_rate_without_interval_or_floor() -> None:
    figure = rate("F8:9", RATE, Standing.MET, 0.2, low=None, high=None, inputs={"actual": 0.2})
    assert _texts(figure)["en"] == ["Conversion rate has met its target. 20.0%, target 15%."]


def test_other_rates_are_not_dropped() -> None:
    first = rate("F8:9", RATE, Standing.BELOW_FLOOR, 0.08)
    other = rate("F8:8", Label("有效率", "Qualified rate"), Standing.MET, 0.6)
    assert "另：有效率60.0%，达成。" in _texts(other, first)["zh"][0].replace("有效率 ", "有效率")


def test_contradictions_count_and_name_what_they_change() -> None:
    one = contradictions(Findings([finding("F3-SUM", Severity.ERROR)]))
    assert one is not None
    assert one.plain("zh").startswith("各表错误和警告1处，影响数字：合计不符（F3!C12），影响ROI")
    assert one.plain("en").startswith("The forms hold one error or warning, which bears on")
    harmless = contradictions(Findings([finding("F7-MISSING-DAY")]))
    assert harmless is not None
    assert "不影响数字" in harmless.plain("zh")
    assert contradictions(Findings([finding("F3-SUM", Severity.NOTE)])) is None
    assert contradictions(Findings()) is None


def test_bearing_puts_errors_first() -> None:
    found = Findings([finding("F8-STATUS", ref="G5", sheet="F8"), finding("F3-SUM", Severity.ERROR)])
    assert [f.code for f in bearing(found)] == ["F3-SUM", "F8-STATUS"]


def test_missing_groups_by_the_day_it_is_due() -> None:
    figures = Figures(
        [
            pace("F1:1", NAMES["leads"], Standing.NO_DATA).but(final_on=date(2025, 3, 14)),
            pace("F1:2", NAMES["reach"], Standing.NO_DATA).but(final_on=date(2025, 3, 14)),
            pace("F1:3", Label("销售额", "Sales"), Standing.NO_DATA),
        ]
    )
    (said,) = missing(figures)
    assert said.plain("zh") == "尚无数据：线索和知名度（3月14日到）；销售额。"
    assert said.plain("en") == "No data yet: leads and awareness (due 14 Mar); sales."


def test_nothing_to_judge_is_said() -> None:
    assert "F1和F8都没有目标" in _texts()["zh"][0]


@given(st.text(min_size=1, max_size=20))
def test_names_from_forms_cannot_become_markup(name: str) -> None:
    figure = pace("F8:0", Label.same(name), Standing.BEHIND)
    for sentence in points(Figures([figure]), Figures(), Findings()):
        text = sentence.markdown("zh")
        assert "{{<" not in text
        assert "<script" not in text


def test_a_traced_figure_is_a_link() -> None:
    (said,) = points(Figures([pace("F8:0", NAMES["leads"], Standing.AHEAD)]), Figures(), Findings())
    assert "[850 条](#figure-pace-f8-0){.figure}" in said.markdown("zh")


def test_planned_shares_are_not_called_time_that_passed() -> None:
    linear = pace("F8:1", NAMES["leads"], Standing.BEHIND, share=0.5, days_passed=5, days=10)
    staged = pace("F8:1", NAMES["leads"], Standing.BEHIND, share=0.2, days_passed=5, days=10)
    said = [points(Figures([f]), Figures(), Findings())[0].plain("zh") for f in (linear, staged)]
    assert "过了50.0%" in said[0]
    assert "按阶段份额应到20.0%" in said[1]
