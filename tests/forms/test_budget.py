from tests.forms.conftest import Read, problems


def test_merged_classes_fill_down_and_the_total_is_kept_apart(read: Read) -> None:
    c = read(
        [
            ["成本类别", "明细项目", "预算金额(元)", "实际支出(元)", "差异说明", "负责人", "审批人"],
            ["人力成本", "加班费", 12000, "-", "-", "张*", "刘*"],
            [None, "讲师", "5,000", "—", None, "李*", "刘*"],
            ["物料", "礼品", "￥1,000.50", 990, None, "赵*", "刘*"],
            ["合计", None, 18000, None, None, None, None],
            ["注：含税"],
        ]
    )
    rows = c.rows("budget")
    assert [r.cost_class for r in rows] == ["people", "people", "material"]
    assert [(r.planned, r.actual) for r in rows] == [(12000_00, None), (5000_00, None), (1000_50, 990_00)]
    total = c.total("budget", "planned")
    assert total is not None
    assert (total.value, total.cell.ref) == (18000_00, "C5")
    assert problems(c) == []


def test_text_where_money_belongs(read: Read) -> None:
    c = read(
        [
            ["成本类别", "明细项目", "预算金额(元)", "负责人", "审批人"],
            ["人力", "加班费", "待定", "张*", "刘*"],
        ]
    )
    assert c.rows("budget")[0].planned is None
    assert problems(c) == [("READ-VALUE", "C2")]
