"""The sentence of each section: singular, plural, none; both languages."""

from datetime import date
from decimal import Decimal

import pytest

from campaignlib.figures import DAYS, Figure, Figures, Unit
from campaignlib.findings import Findings, Severity
from campaignlib.sentences import sections
from campaignlib.sentences.dated import Day, Entry, Item
from campaignlib.sentences.sentence import raw
from campaignlib.words.label import Label
from campaignlib.words.terms import Standing
from tests.sentences.figures import NAMES, finding, pace, rate

A, B, D = Standing.AHEAD, Standing.BEHIND, Standing.NO_DATA


def _paces(*states: Standing) -> Figures:
    names = list(NAMES.values())
    return Figures(pace(f"F8:{i}", names[i], s) for i, s in enumerate(states))


@pytest.mark.parametrize(
    ("states", "zh", "en"),
    [
        ((), "没有目标可比：F1和F8是空的。", "Nothing to compare: F1 and F8 are empty."),
        ((A,), "1项目标：1项领先。", "One goal: 1 ahead."),
        (
            (A, B, D),
            "3项目标：1项领先、1项落后、1项无数据。",
            "Of 3 goals: 1 ahead, 1 behind, 1 without data.",
        ),
    ],
)
def test_scorecard(states: tuple[Standing, ...], zh: str, en: str) -> None:
    said = sections.scorecard(_paces(*states))
    assert (said.plain("zh"), said.plain("en")) == (zh, en)


def _alert(fired: bool, state: str = "unknown") -> Figure:
    return pace("F8:1", NAMES["leads"], B).but(name="alert", inputs={"fired": fired, "state": state})


@pytest.mark.parametrize(
    ("found", "zh", "en"),
    [
        ([], "没有预警：规则没有触发，表上也没有写。", "No alerts: no rule fired and no form states one."),
        ([_alert(True)], "按规则触发1条。", "One alert fired by rule."),
        (
            [_alert(False)],
            "没有规则触发；表上写了1条，规则不支持。",
            "No rule fired; the forms state one alert that the rules do not support.",
        ),
        (
            [_alert(True), _alert(True, "breach"), _alert(False), _alert(False)],
            "按规则触发2条；表上另写了2条，规则不支持；1条响应超时。",
            "2 alerts fired by rule; the forms state 2 more that the rules do not support; one answered late.",
        ),
    ],
)
def test_alerts(found: list[Figure], zh: str, en: str) -> None:
    said = sections.alerts(Figures(found))
    assert (said.plain("zh"), said.plain("en")) == (zh, en)


@pytest.mark.parametrize(
    ("states", "en"),
    [
        ((D,), "No measure has a pace: it needs a target, a window and cumulative data (F8 or daily.csv)."),
        ((A,), "The one measure is not under its alert line."),
        ((A, A), "None of 2 measures is under its alert line."),
        ((B,), "Leads are under the alert line."),
        ((A, B), "Of 2 measures only douyin leads are under the alert line."),
        ((B, B), "Of 2 measures leads and douyin leads are under the alert line."),
        ((B, B, B), "All 3 measures are under the alert line."),
    ],
)
def test_pace(states: tuple[Standing, ...], en: str) -> None:
    assert sections.pace(_paces(*states)).plain("en") == en


def _channel(name: str, key: str, share: float | None, value: float = 1) -> Figure:
    label = {"抖音": Label("抖音", "Douyin"), "社群": Label("社群", "Groups")}.get(key, Label.same(key))
    return Figure(
        name=name,
        key=key,
        of=label,
        value=value,
        unit=Unit("count"),
        inputs={"share_of_all": share, "metric_label": Label("线索", "Leads")},
    )


def test_channels() -> None:
    own = [_channel("leads", "抖音", 0.7), _channel("leads", "社群", 0.3), _channel("leads", "all", 1.0)]
    assert sections.channels(Figures(own)).plain("en") == (
        "Douyin brings 70.0% of leads; no spend per channel is recorded."
    )
    spent = [_channel("spend", "抖音", 0.3), _channel("spend", "unallocated", 0.7)]
    assert sections.channels(Figures([*own, *spent])).plain("zh") == (
        "抖音带来70.0%的线索；支出的70.0%归不到渠道，不分摊。"
    )
    assert "都来自抖音" in sections.channels(Figures([_channel("leads", "抖音", 1.0)])).plain("zh")
    assert "daily.csv" in sections.channels(Figures()).plain("en")


def _total(actual: int | None, daily: int | None) -> Figures:
    said = {"planned": Decimal(1000), "actual": actual, "daily_spend": daily}
    missing = Label("实际支出未填", "no actual spend")
    return Figures(
        [Figure(name="variance", key="total", of=Label("合计", "Total"), undefined=missing, inputs=said)]
    )


def _reserve(key: str, base: int, value: float) -> Figure:
    return Figure(
        name="contingency",
        key=key,
        of=Label("备用金", "Contingency"),
        basis=Label("明细合计", "sum of items"),
        value=value,
        inputs={"base": Decimal(base), "reserve": Decimal(100), "low": 0.1, "high": 0.15},
    )


def test_budget() -> None:
    assert sections.budget(Figures(), Figures()).plain("zh") == "没有预算：F3是空的。"
    assert sections.budget(_total(None, None), Figures()).plain("en") == (
        "The items add up to CNY 1,000; no actual spend is recorded."
    )
    stated = Figures([_reserve("items", 1000, 0.1), _reserve("stated", 1200, 0.083)])
    assert sections.budget(_total(500, None), stated, "EUR").plain("en") == (
        "EUR 500 spent, 50.0% of the items' sum of EUR 1,000; the stated total is EUR 200 more than the items; "
        "the contingency is 10.0% of the sum of items, within the rule of 10–15%."
    )
    less = Figures([_reserve("items", 1000, 0.2), _reserve("stated", 900, 0.2)])
    assert sections.budget(_total(None, 250), less).plain("zh") == (
        "表上没有实际支出；每日数据记了250 元，是明细合计1,000 元的25.0%；表上合计比明细少100 元；"
        "备用金占明细合计20.0%，规定10%～15%。"
    )


def _task(name: str, late: int, slip: int | None, critical: bool = False) -> Figure:
    said = {"overdue_days": late, "slip": slip, "critical": critical}
    return Figure(name="task", key=name, of=Label.same(name), value=0, unit=DAYS, inputs=said)


def test_schedule() -> None:
    assert sections.schedule(Figures()).plain("en") == "There is no schedule: F5 is empty."
    network = Figure(name="network", of=Label("排期", "Schedule"), value=21, unit=DAYS)
    assert sections.schedule(Figures([_task("甲", 0, 1), network])).plain("en") == (
        "One task, not late; the critical path is 21 days."
    )
    late = Figures([_task("甲", 3, 2), _task("乙", 1, 5, True), _task("丙", 1, None), _task("丁", 2, None)])
    assert sections.schedule(late).plain("zh") == (
        "关键路径上的“乙”逾期1天，离影响后续任务还有4天；“甲”逾期3天，后续任务的开始已受影响；另有2项逾期。"
    )
    assert "with no task waiting for it" in sections.schedule(Figures([_task("丙", 1, None)])).plain("en")


def test_log() -> None:
    entry = Entry("布展", "雨", "", "王*", ())
    full, empty = Day(date(2025, 3, 3), (entry,)), Day(date(2025, 3, 4), ())
    assert sections.log([]).plain("zh") == "这一周没有日报；它来自F7。"
    assert sections.log([full]).plain("en") == "The one day has a log; one problem noted."
    assert sections.log([full, empty]).plain("en") == "1 of 2 days has a log; one problem noted."
    assert sections.log([full, full]).plain("zh") == "2天都有日报；写了2个问题。"


def _risk(state: str, note: Label | None = None) -> Figure:
    return Figure(
        name="risk", key=state, of=Label("下雨", "Rain"), value=1, inputs={"state": state, "note": note}
    )


def test_risks() -> None:
    assert sections.risks(Figures()).plain("en") == "There is no risk plan: F6 is empty."
    quiet = [_risk("not_triggered"), _risk("person"), _risk("person"), _risk("no_data")]
    assert sections.risks(Figures(quiet)).plain("en") == (
        "No risk has met its trigger; 2 are for a person to judge; one lacks data."
    )
    fired = Figures([_risk("triggered", Label("另一表", "other"))])
    assert sections.risks(fired).plain("en") == "Rain has met its trigger; for one risk two forms disagree."


def test_coming() -> None:
    item = Item(date(2025, 3, 8), raw("试播"), "李*", "F7!C2")
    today = date(2025, 3, 7)
    assert sections.coming([item], today).plain("en") == "One dated item, 8–14 Mar."
    assert sections.coming([], today).plain("zh").startswith("3月8日—3月14日没有写日期的事")


def test_findings() -> None:
    assert sections.findings(Findings()).plain("zh") == "没有发现矛盾。"
    one = Findings([finding("F3-SUM", Severity.ERROR)])
    assert sections.findings(one).plain("en") == "Found: one error; start with the one that changes a figure."
    notes = Findings([finding("X-OWNER", Severity.NOTE), finding("X-OWNER", Severity.NOTE, "C13")])
    assert sections.findings(notes).plain("zh") == "提示2处；都不动数字。"


def test_rates_are_counted_too() -> None:
    made = rate("F8:5", Label("转化率", "Conversion"), Standing.MET_NOT_PROVEN)
    assert "1项达成但未证实" in sections.scorecard(Figures([made])).plain("zh")
