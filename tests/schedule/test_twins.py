"""Tasks of F5 that F4 has under another name."""

from __future__ import annotations

from campaignlib.schedule.twins import twins
from tests.schedule.plans import assigned, row
from tests.support import campaign


def pairs(c: object) -> list[tuple[str, list[str]]]:
    return [(twin.row.task, [t.name for t in twin.tasks]) for twin in twins(c)]  # type: ignore[arg-type]


def test_twins_share_most_words() -> None:
    c = campaign(
        schedule=[
            row("方案最终确认", "3.1-3.2", owner="张*"),
            row("物料设计启动", "3.2-3.4", owner="李*"),
            row("物料设计定稿", "3.4-3.5", owner="李*"),
            row("高校场地对接", "3.2-3.4", owner="王*"),
            row("线上渠道素材准备", "3.4-3.5", owner="张*"),
            row("线下快闪执行", "3.8-3.9", owner="王*"),
        ],
        assignments=[
            assigned("策划统筹", "活动整体进度把控", "3.1-3.12", owner="张*"),
            assigned("设计执行", "线上线下物料设计", "3.3-3.5", owner="李*"),
            assigned("线下执行", "高校快闪店落地", "3.4-3.7", owner="王*"),
        ],
    )
    assert pairs(c) == [
        ("线上线下物料设计", ["物料设计启动", "物料设计定稿"]),
        ("高校快闪店落地", ["线下快闪执行"]),
    ]
    design, shop = twins(c)
    assert (design.starts_differ, design.ends_differ) == (True, False)
    assert (shop.starts_differ, shop.ends_differ) == (True, True)


def test_few_words_are_enough_with_the_same_owner_and_dates() -> None:
    schedule = [row("物料印刷/采购", "3.4-3.8", owner="周*")]
    same = campaign(
        schedule=schedule, assignments=[assigned("后勤保障", "礼品采购与物流", "3.4-3.8", owner="周*")]
    )
    other = campaign(
        schedule=schedule, assignments=[assigned("后勤保障", "礼品采购与物流", "3.4-3.8", owner="吴*")]
    )
    assert pairs(same) == [("礼品采购与物流", ["物料印刷/采购"])]
    assert pairs(other) == []


def test_between_equals_nothing_is_taken() -> None:
    c = campaign(
        schedule=[row("海报设计", "3.1-3.2")],
        assignments=[assigned("一组", "海报设计", "3.1-3.2"), assigned("二组", "海报设计", "3.1-3.2")],
    )
    assert pairs(c) == []
