from __future__ import annotations

from datetime import date, datetime, time

import pytest
from hypothesis import given

from campaignlib.values import text
from campaignlib.values.context import Context, Raw
from campaignlib.words.terms import AlertStatus, CostClass, TaskStatus, Term
from tests.values.texts import CELLS, SUMMER, WRITINGS, only_refuses, refused


@pytest.mark.parametrize(
    "raw", [None, "", " ", "\u200b", "-", "—", "——", "－", "–", "/", "N/A", "n/a", float("nan")]
)
def test_what_people_leave_for_nothing_is_empty(raw: object) -> None:
    assert text.is_empty(raw)


@pytest.mark.parametrize("raw", [0, 0.0, "0", "无", "-5", "张*", False, date(2024, 8, 2)])
def test_what_says_something_is_not_empty(raw: object) -> None:
    assert not text.is_empty(raw)


@pytest.mark.parametrize(
    ("raw", "number_format", "shown"),
    [
        (" 张* ", "General", "张*"),
        (0.833, "0.0%", "83.3%"),
        (0.7, "0%", "70%"),
        (0.425, "0.00%", "42.50%"),
        (1.24, "0%", "124%"),
        (1530, "General", "1530"),
        (1530.0, "", "1530"),
        (0.1, "", "0.1"),
        (12000, "#,##0", "12,000"),
        (1234.5, "#,##0.00", "1,234.50"),
        (12000, "¥#,##0", "¥12,000"),
        (12000, '"¥"#,##0.00_);[Red]("¥"#,##0.00)', "¥12,000.00"),
        (12000, "[$¥-804]#,##0", "¥12,000"),
        (5, '0"天"', "5天"),
        (92, "0\\分", "92分"),
        (7.2, "0.00", "7.20"),
        (7.25, "0.0#", "7.25"),
        (0.125, "0.00", "0.13"),
        (-1234.5, "#,##0.0", "-1,234.5"),
        (350000, "0,", "350000"),
        (0.5, "# ?/?", "0.5"),
        (5, "yyyy-mm-dd", "5"),
        (1e21, "0.00", "1000000000000000000000"),
        (datetime(2024, 8, 2), "yyyy-mm-dd", "2024-08-02"),
        (datetime(2024, 8, 2, 17, 0), "", "2024-08-02 17:00"),
        (date(2024, 8, 2), "", "2024-08-02"),
        (time(17, 0), "", "17:00"),
        (True, "", "TRUE"),
    ],
)
def test_a_cell_reads_as_it_shows(raw: Raw, number_format: str, shown: str) -> None:
    assert text.parse(raw, Context(number_format=number_format)) == shown


@pytest.mark.parametrize(
    ("term", "written", "code"),
    [
        (CostClass, "人力成本", "people"),
        (CostClass, "物料", "material"),
        (TaskStatus, " 进行中\u200b", "in_progress"),
        (TaskStatus, "Done", "done"),
        (AlertStatus, "预警", "alert"),
    ],
)
def test_a_choice_gives_the_code_of_its_term(term: type[Term], written: str, code: str) -> None:
    assert text.choice(term)(written, SUMMER) == code


def test_a_choice_refuses_and_says_what_it_would_take() -> None:
    error = refused(lambda: text.choice(TaskStatus)("快好了", SUMMER))
    assert (error.read, error.expected_zh) == ("快好了", "已完成/进行中/未开始/已取消")
    assert error.expected == "one of done/in progress/not started/cancelled"


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("社交媒体话题阅读量、品牌搜索指数", ("社交媒体话题阅读量", "品牌搜索指数")),
        ("话题阅读量500万+，搜索量增长30%", ("话题阅读量500万+", "搜索量增长30%")),
        ("线索量2000+；有效率≥60%\n转化率≥15%", ("线索量2000+", "有效率≥60%", "转化率≥15%")),
        ("数据平台(如指数、后台)，CRM", ("数据平台(如指数、后台)", "CRM")),
        ("曝光1,234,500，点击1,200", ("曝光1,234,500", "点击1,200")),
        ("阅读5000，300条线索", ("阅读5000", "300条线索")),
        ("一个", ("一个",)),
        ("、，", ()),
        ("未关(括号、里面\n下一行", ("未关(括号、里面", "下一行")),
    ],
)
def test_lists_are_split_outside_brackets_and_numbers(written: str, parts: tuple[str, ...]) -> None:
    assert text.parts(written) == parts


@given(CELLS)
def test_every_cell_has_a_text(raw: Raw) -> None:
    only_refuses(lambda: text.parse(raw, Context(number_format="#,##0.0%")))
    text.is_empty(raw)


@given(WRITINGS)
def test_splitting_loses_nothing_but_separators(written: str) -> None:
    joined = "".join(text.parts(written))
    kept = set(joined)
    assert kept <= set(text.clean(written)) | {" "}
