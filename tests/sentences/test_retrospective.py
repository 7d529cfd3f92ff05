"""The retrospective: verdict, conclusions, what to take along, reconciliation, lessons."""

from datetime import date
from decimal import Decimal
from itertools import product
from typing import Any

import pytest

from campaignlib.figures import TEXT, Figure, Figures, Target, Unit
from campaignlib.findings import Findings, Severity
from campaignlib.sentences import retrospective as retro
from campaignlib.words.label import LANGS, Label
from campaignlib.words.terms import Standing
from tests.sentences.figures import LEADS, finding
from tests.support import campaign

MET, PART, SHORT, OPEN, NONE = (
    Standing.MET,
    Standing.MET_NOT_PROVEN,
    Standing.NOT_MET,
    Standing.NOT_MET_NOT_EXCLUDED,
    Standing.NO_DATA,
)


def _goal(key: str, status: Standing, metric: str = "", name: str = "线索", en: str = "Leads") -> Figure:
    known = status is not NONE
    unproven = status in (PART, OPEN)
    return Figure(
        name="attainment",
        key=key,
        of=Label(name, en),
        value=1.2 if known else None,
        undefined=None if known else Label("没有结果", "no result"),
        target=Target(0.15 if unproven else 1200),
        status=status,
        low=0.14 if unproven else None,
        high=0.18 if unproven else None,
        inputs={
            "actual": (0.16 if unproven else 1530) if known else None,
            "metric": metric or key,
            "numerator": 248 if unproven else None,
            "denominator": 1530 if unproven else None,
            "unit": {"kind": "ratio", "label": Label("", "")} if unproven else LEADS,
        },
    )


def _roi(key: str, value: float | None, cost: int | None, used: bool = False) -> Figure:
    names = {
        "stated": Label("表上合计", "stated total"),
        "items": Label("明细合计", "sum of items"),
        "actual": Label("实际支出", "actual spend"),
    }
    return Figure(
        name="roi",
        key=key,
        of=Label("活动", "Campaign"),
        value=value,
        undefined=None if value is not None else Label("实际支出未填", "no actual spend recorded"),
        basis=names[key],
        target=Target(3.0),
        status=None if value is None else MET if value >= 3 else SHORT,
        inputs={
            "cost": None if cost is None else Decimal(cost),
            "revenue": Decimal(5000),
            "used": used,
            "revenue_source": Label("F10 所写增量收入", "incremental revenue as F10 states it"),
        },
    )


TWO = Figures([_roi("stated", 4.0, 1000, True), _roi("items", 5.25, 800), _roi("actual", None, None)])


def test_every_combination_of_results_is_said_truly() -> None:
    for states in product((MET, PART, SHORT, OPEN, NONE), repeat=3):
        goals = Figures(
            _goal(f"F10:{i}", s, name=f"第{i}项", en=f"Measure {i}") for i, s in enumerate(states)
        )
        for lang in LANGS:
            assert "{" not in retro.headline(goals, TWO).plain(lang)
            for said in retro.conclusions(goals, TWO, Findings()):
                assert "{" not in said.plain(lang)
        zh = retro.headline(goals, Figures()).plain("zh")
        assert ("未达成" in zh) is bool({SHORT, OPEN} & set(states))
        assert ("都达成" in zh or "一项指标达成" in zh or "唯一的指标达成" in zh) is (
            MET in states and not {PART, SHORT, OPEN} & set(states)
        )
        told = "".join(s.plain("zh") for s in retro.conclusions(goals, Figures(), Findings()))
        for i in range(3):
            assert f"第{i}项" in told, (states, told)


@pytest.mark.parametrize(
    ("states", "zh", "en"),
    [
        ((MET,), "唯一的指标达成", "The one measure met its target"),
        ((MET, MET), "2项指标都达成", "All 2 measures met their targets"),
        (
            (MET, SHORT),
            "2项指标里1项到了目标，线索未达成",
            "1 of 2 measures reached their targets; not met: leads",
        ),
        ((SHORT, SHORT), "2项指标都未达成", "None of 2 measures met its target"),
        ((PART,), "线索到了目标，还未证实", "Leads reached the target, not proven yet"),
        ((MET, NONE), "有结果的一项指标达成", "The one measure that has a result met its target"),
        (
            (MET, PART, NONE),
            "有结果的2项指标都到了目标，线索还未证实",
            "All 2 measures that have a result reached their targets, not proven for leads",
        ),
        ((NONE,), "还没有结果", "There are no results yet"),
        ((), "还没有结果", "There are no results yet"),
    ],
)
def test_headline(states: tuple[Standing, ...], zh: str, en: str) -> None:
    goals = Figures(_goal(f"F10:{i}", s) for i, s in enumerate(states))
    said = retro.headline(goals, Figures())
    assert (said.plain("zh"), said.plain("en")) == (zh, en)


def test_a_headline_names_what_roi_depends_on() -> None:
    goals = Figures([_goal("F10:1", MET)])
    assert retro.headline(goals, TWO).plain("zh").endswith("；ROI是400%还是525%，取决于用哪个成本")
    one = Figures([_roi("stated", 4.0, 1000)])
    assert retro.headline(goals, one).plain("en").endswith("; ROI is 400%")


def test_goals_that_no_result_answers_stay() -> None:
    goals = Figures(
        [
            _goal("F1:1", MET, "leads"),
            _goal("F1:2", NONE, "search", "搜索", "Search"),
            _goal("F8:1", MET, "shares"),
            _goal("F10:1", MET, "leads"),
        ]
    )
    assert [f.key for f in retro.results(goals)] == ["F10:1", "F1:2"]


def test_conclusions_in_full() -> None:
    goals = Figures([_goal("F10:1", MET), _goal("F10:2", PART, name="转化率", en="Conversion")])
    equal = finding("F10-EQUALS-TARGET", Severity.NOTE, sheet="F10")
    met, part, roi = retro.conclusions(goals, TWO, Findings([equal]))
    assert met.plain("en") == "One met. Leads 1,530 (target ≥1,200, 120.0%)."
    assert part.plain("zh").startswith(
        "转化率达成，未证实。16.0%（248÷1,530），目标15%；95%区间14.0%～18.0%含目标15%；约"
    )
    assert roi.plain("zh") == (
        "ROI有2个值。按表上合计1,000 元是400.00%，按明细合计800 元是525.00%；都达到≥300%。"
        "收入取自F10 所写增量收入。合计不符。"
    )
    assert roi.glyph == "≠"


@pytest.mark.parametrize(
    ("figures", "en"),
    [
        (
            TWO,
            "The whole difference comes from cost: the sum of items is CNY 200 lower, ROI 125.00 percentage points higher.",
        ),
        (
            Figures([_roi("stated", 4.0, 1000), _roi("items", 5.25, 800, True)]),
            "The whole difference comes from cost: the stated total is CNY 200 higher, ROI 125.00 percentage points lower.",
        ),
        (
            Figures([_roi("stated", 4.0, 1000), _roi("items", 4.0, 1000)]),
            "The cost is the same on every basis, ROI is 400.00%.",
        ),
        (
            Figures([_roi("items", 4.0, 1000)]),
            "ROI can be computed on one basis only: on the sum of items it is 400.00%.",
        ),
        (Figures([_roi("actual", None, None)]), "ROI is undefined: no actual spend recorded."),
        (
            Figures(),
            "There is nothing to compute ROI from: cost comes from F3, incremental revenue from F10 or the daily data.",
        ),
    ],
)
def test_reconciliation(figures: Figures, en: str) -> None:
    said = retro.reconciliation(figures)
    assert said.plain("en") == en
    assert "{" not in said.plain("zh")


def _lesson(kind: str, key: str = "F12:1", **inputs: Any) -> Figure:
    name = "action" if kind == "action" else "lesson"
    return Figure(
        name=name, key=key, of=Label.same(kind), value=f"*{kind}*", unit=TEXT, inputs={"kind": kind} | inputs
    )


def test_lessons_say_which_part_is_empty() -> None:
    full = Figures([_lesson("success"), _lesson("problem"), _lesson("action")])
    assert retro.lessons(full).plain("zh") == "成功1条，待改进1条，行动1条：三段都写了。"
    part = Figures([_lesson("success"), _lesson("action")])
    assert retro.lessons(part).plain("en") == (
        "What worked 1, to improve 0, actions 1: nothing is written under to improve."
    )
    assert "F12" in retro.lessons(Figures()).plain("zh")


def test_takeaways_are_what_worked_then_the_actions() -> None:
    found = Figures(
        [
            _lesson("action", owner="周*", due=date(2025, 4, 1), effect="≥20 人。"),
            _lesson("problem"),
            _lesson("success", owner="王*", goes_to="知识库"),
            _lesson("action", key="F12:4"),
        ]
    )
    first, second, third = retro.takeaways(found)
    assert first.stakes.plain("zh") == "沉淀至知识库。"
    assert second.stakes.plain("zh") == "预期效果：≥20 人。"
    assert second.by().plain("zh") == "周*，4月1日"
    assert third.stakes.plain("en") == "No measurable effect is written."
    assert third.by().plain("zh") == "负责人未填，没有写日期"
    assert "\\*success\\*" in first.question.markdown("zh")


def test_overview_says_what_is_missing() -> None:
    c = campaign(
        goals=[{"metric": "线索", "target_text": "线索量2000+"}],
        outline=[{"module": "活动概述", "points": "高校快闪"}],
    )
    told = {label.zh: text.plain("zh") for label, text in retro.overview(c, TWO)}
    assert told == {
        "主题": "春季",
        "时间": "3月3日—3月12日，10天；筹备从3月1日起",
        "目标": "线索量2000+",
        "概述": "高校快闪",
        "成本": "1,000 元（表上合计），800 元（明细合计）",
    }
    empty = {label.en: text.plain("en") for label, text in retro.overview(campaign(), Figures())}
    assert empty["Goals"] == empty["Cost"] == empty["Summary"] == "not filled in"


def test_feedback_always_says_how_many_answered() -> None:
    mean = Figure(
        name="satisfaction",
        of=Label("满意度", "Satisfaction"),
        value=92.0,
        unit=Unit("score", Label("分", "points")),
        inputs={"n": 100},
    )
    assert retro.feedback(Figures([mean])).plain("zh") == "满意度92 分（n=100）。"
    willing = Figure(
        name="willing", of=Label("意愿", "Willing"), value=0.79, low=0.7, high=0.86, inputs={"n": 100}
    )
    said = retro.feedback(Figures([mean.but(low=90.96, high=93.04), willing]))
    assert said.plain("en") == (
        "Satisfaction 92 points (n=100, 95% interval 91.0–93.0); "
        "79.0% would take part again (n=100, 95% interval 70.0–86.0%)."
    )
    assert "F11" in retro.feedback(Figures()).plain("zh")


def _entry(kind: str, **inputs: object) -> Figure:
    said = {"kind": kind, "goes_to": None, "root_cause": None, "state": ""} | inputs
    name = "action" if kind == "action" else "lesson"
    return Figure(name=name, key=str(inputs), of=Label.same("x"), value="x", unit=TEXT, inputs=said)


def test_each_part_of_the_details_opens_with_its_count() -> None:
    found = Figures(
        [
            _entry("success", goes_to="检查表"),
            _entry("success"),
            _entry("problem", root_cause="没有核对课表"),
            _entry("action", state="overdue"),
            _entry("action", state="no_date"),
        ]
    )
    assert retro.worked(found).plain("zh") == "2条做法有效，1条写明沉淀到哪里。"
    assert retro.problems(found).plain("en") == "One problem; a root cause is written for 1."
    assert retro.acted(found).plain("en") == "2 actions: 1 overdue, 1 without a date."
    for part in (retro.worked, retro.problems, retro.acted):
        assert part(Figures()).plain("zh").startswith("没有写下")


def test_before_the_end_nothing_is_missed_for_good() -> None:
    open_ = _goal("F10:1", SHORT).but(as_of=date(2025, 3, 7), final_on=date(2025, 3, 13))
    said = retro.headline(Figures([open_, _goal("F10:2", MET)]), Figures())
    assert said.plain("zh") == "2项指标里1项到了目标，线索尚未达成"
    assert (
        retro.conclusions(Figures([open_]), Figures(), Findings())[0]
        .plain("en")
        .startswith("One not met yet.")
    )
