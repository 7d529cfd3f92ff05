"""What must be decided, from whom, by when."""

from datetime import date, datetime

from campaignlib.figures import Figure, Figures
from campaignlib.findings import Findings, Severity
from campaignlib.sentences.decisions import decisions, owner_of
from campaignlib.words.label import Label
from campaignlib.words.terms import Standing
from tests.sentences.figures import NAMES, finding, pace
from tests.support import campaign

TODAY = date(2025, 3, 7)


def _asked(c, alerts=(), risks=(), findings=()):  # type: ignore[no-untyped-def]
    return decisions(c, Figures(alerts), Figures(risks), Findings(findings), TODAY)


def _risk(state: str, **inputs: object) -> Figure:
    said = {"state": state, "trigger": "首日曝光<50万", "response": "追加投放", "owner": "张*"} | inputs
    return Figure(name="risk", key="F6:1", of=Label.same("流量不足"), value=4, inputs=said)


def test_nothing_to_decide() -> None:
    assert _asked(campaign()) == ()


def test_a_trigger_that_fired_is_for_today() -> None:
    (one,) = _asked(campaign(), risks=[_risk("triggered"), _risk("not_triggered"), _risk("person")])
    assert one.question.plain("zh") == "“流量不足”到了启动条件，按预案执行吗？"
    assert one.stakes.plain("en") == "Trigger: 首日曝光<50万. Response: 追加投放."
    assert one.by().plain("zh") == "张*，今天"


def test_a_trigger_without_response_or_owner_says_so() -> None:
    (one,) = _asked(campaign(), risks=[_risk("triggered", response=None, owner=None)])
    assert "预案未填" in one.stakes.plain("zh")
    assert one.who.plain("zh") == "张*"


def test_a_fired_alert_without_first_action() -> None:
    base = pace("F8:1", NAMES["leads"], Standing.BEHIND).but(name="alert")
    fired = base.but(inputs={"fired": True, "first_action": None, "owner": "李*"})
    answered = base.but(key="F8:2", inputs={"fired": True, "first_action": "加投", "owner": "李*"})
    (one,) = _asked(campaign(), alerts=[fired, answered])
    assert one.question.plain("en") == "Leads: behind. What is the first action?"
    assert one.by().plain("en") == "李*, today"


def test_only_large_issues_that_nobody_decided_by_the_day() -> None:
    issue = {"problem": "直播观看少", "size": "large", "status": "open", "reported": datetime(2025, 3, 7, 10)}
    rows = [
        issue | {"adjustment": "改到晚上。", "decider": "张*", "draw": 100_000},
        issue | {"size": "small"},
        issue | {"decided": datetime(2025, 3, 7, 11)},
        issue | {"reported": datetime(2025, 3, 8, 9)},
        issue | {"status": "closed"},
        issue | {"decided": datetime(2025, 3, 8, 9)},
    ]
    first, last = _asked(campaign(issues=rows))
    assert first.question.plain("zh") == "改到晚上，批准吗？"
    assert "动用备用金1,000 元。" in first.stakes.plain("zh")
    assert last.question.plain("zh") == "“直播观看少”怎么解决？"


def test_asks_of_the_last_seven_days() -> None:
    log = [
        {"day": date(2025, 2, 28), "needs": "太早", "owner": "王*"},
        {"day": date(2025, 3, 6), "needs": "采购2个雨棚", "problems": "雨棚不足", "owner": "王*"},
        {"day": date(2025, 3, 7), "needs": None, "owner": "王*"},
        {"day": date(2025, 3, 8), "needs": "太晚", "owner": "王*"},
    ]
    (one,) = _asked(campaign(daily_log=log))
    assert one.question.plain("zh") == "“采购2个雨棚”，同意吗？"
    assert one.stakes.plain("zh").startswith("问题：雨棚不足（F7!")
    assert one.by().plain("zh") == "王*提，张*定，今天"


def test_findings_that_change_a_sum_or_a_status_once_per_rule() -> None:
    c = campaign(budget=[{"item": "广告", "planned": 100_00, "owner": "李*", "approver": "刘*"}])
    found = [
        finding("F3-SUM", Severity.ERROR),
        finding("F8-STATUS", ref="G5", sheet="F8"),
        finding("F8-STATUS", ref="G6", sheet="F8"),
        finding("F7-MISSING-DAY", Severity.NOTE, sheet="F7"),
    ]
    first, second = _asked(c, findings=found)
    assert "68,000 元" in first.question.plain("zh")
    assert "This changes ROI, the contingency and budget variance." in first.stakes.plain("en")
    assert first.by().plain("zh") == "刘*，3月14日前"
    assert "同类2处" in second.stakes.plain("zh")


def test_the_owner_of_a_cell() -> None:
    c = campaign(board=[{"metric": "线索", "owner": "赵*"}])
    row = c.rows("board")[0]
    assert owner_of(c, c.cell(row, "status")) == "赵*"
    assert owner_of(c, finding("F3-SUM").cells[0]) is None
