from datetime import date

from campaignlib.checks import across_budget
from campaignlib.checks.check import run
from tests.support import LIBRARY, campaign, config

CHANNELS = {**LIBRARY["channels"], "accounts": {"label": {"zh": "公众号", "en": "Accounts"}}}


def test_a_costed_channel_without_kpi_and_a_kpi_without_cost() -> None:
    c = campaign(
        config(channels=CHANNELS),
        budget=[
            {"cost_class": "channel", "item": "抖音同城投放", "planned": 1},
            {"cost_class": "channel", "item": "公众号推文", "planned": 1},
        ],
        board=[
            {"channel": "抖音", "metric": "线索", "cumulative": 1, "target": 2},
            {"channel": "社群", "metric": "转发量", "cumulative": 1, "target": 2},
            {"channel": "整体", "metric": "转化率", "cumulative": 0.1, "target": 0.2},
        ],
    )
    kpi, cost = sorted(run(c, [across_budget.CHANNEL]), key=lambda f: str(f.cells[0]))
    assert [str(x) for x in kpi.cells] == ["F3!B3", "F3!C3", "F8!A2:A4"]
    assert [str(x) for x in cost.cells] == ["F8!A3", "F3!B2:B3"]


def test_paid_days_are_held_against_the_days_of_the_task_and_the_places() -> None:
    item = {"cost_class": "other", "item": "场地租赁(商场2天×1000元/天)", "planned": 2000_00}
    task = {
        "task": "路演执行",
        "milestone": "商场现场活动",
        "start": date(2025, 3, 6),
        "end": date(2025, 3, 10),
    }
    plan = {"module": "渠道组合", "content": "线下：3家目标商场门口摆点"}
    (found,) = run(campaign(budget=[item], schedule=[task], creative=[plan]), [across_budget.SCOPE])
    assert [str(x) for x in found.cells] == ["F3!B2", "F5!C2", "F5!D2", "F2!C2"]
    assert "5 天" in found.message.zh
    fits = {**task, "end": date(2025, 3, 7)}
    assert not run(campaign(budget=[item], schedule=[fits], creative=[plan]), [across_budget.SCOPE])


def test_places_that_the_arithmetic_counts_are_not_held_against_it() -> None:
    item = {"cost_class": "other", "item": "场地租赁(商场3家×2天×1000元/天)", "planned": 6000_00}
    task = {"task": "路演", "milestone": "商场活动", "start": date(2025, 3, 6), "end": date(2025, 3, 10)}
    plan = {"module": "渠道组合", "content": "线下：3家目标商场门口摆点"}
    (found,) = run(campaign(budget=[item], schedule=[task], creative=[plan]), [across_budget.SCOPE])
    assert [str(x) for x in found.cells] == ["F3!B2", "F5!C2", "F5!D2"]
