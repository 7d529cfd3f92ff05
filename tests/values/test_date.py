from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaignlib.values import date as dates
from campaignlib.values.context import Context, Raw
from tests.values.texts import CELLS, SUMMER, WINTER, WRITINGS, only_refuses, refused


@pytest.mark.parametrize(
    ("raw", "meant"),
    [
        ("7.20", (7, 20)),
        ("８．０１", (8, 1)),
        ("8.05", (8, 5)),
        ("7/20", (7, 20)),
        ("7-20", (7, 20)),
        ("7月20日", (7, 20)),
        ("7 月 20 日", (7, 20)),
        ("7月20号", (7, 20)),
        ("07月05", (7, 5)),
        ("2024.7.31", (7, 31)),
        ("2024.8.01", (8, 1)),
        ("2024-07-31", (7, 31)),
        ("2024/7/31", (7, 31)),
        ("2024年7月31日", (7, 31)),
        ("20240731", (7, 31)),
        ("8月1日前", (8, 1)),
        ("截至8月5日", (8, 5)),
        ("8月2日（周五）", (8, 2)),
        ("2024-08-02 17:00", (8, 2)),
        ("20 Jul", (7, 20)),
        ("July 20, 2024", (7, 20)),
        (date(2024, 8, 2), (8, 2)),
        (datetime(2024, 8, 2, 17, 0), (8, 2)),
        (45506, (8, 2)),
        (45506.75, (8, 2)),
        (20240802, (8, 2)),
        (7.25, (7, 25)),
        (7.4, (7, 4)),
    ],
)
def test_days_as_people_and_workbooks_write_them(raw: Raw, meant: tuple[int, int]) -> None:
    assert dates.day(raw, SUMMER) == date(2024, *meant)


@pytest.mark.parametrize(
    ("raw", "year"),
    [
        ("12.15", 2024),
        ("12.25", 2024),
        ("1.5", 2025),
        ("1月20日", 2025),
        ("2.28", 2025),
        ("2023.12.25", 2023),
    ],
)
def test_the_year_is_the_one_nearest_to_a_campaign_across_new_year(raw: Raw, year: int) -> None:
    assert dates.day(raw, WINTER).year == year


def test_without_a_campaign_the_year_must_be_given() -> None:
    assert dates.day("7.20", Context(year=2023)) == date(2023, 7, 20)
    assert "年份" in refused(lambda: dates.day("7.20", Context())).expected_zh
    assert dates.day("2024.7.20", Context()) == date(2024, 7, 20)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (7.2, "文本格式的日期：这个数字可能是7月2日，也可能是7月20日"),
        (8.1, "文本格式的日期：这个数字可能是8月1日，也可能是8月10日"),
        ("2023/6/31", "存在的日期：2023年6月只有 30 天"),
        ("7.32", "存在的日期：2024年7月只有 31 天"),
        ("2023.2.29", "存在的日期：2023年2月只有 28 天"),
        ("13.1", "1 到 12 之间的月份"),
        (60, "日期；序列号 60 是并不存在的 1900年2月29日"),
        (datetime(1900, 1, 7), "本世纪的日期"),
    ],
)
def test_a_refusal_says_why(raw: Raw, expected: str) -> None:
    assert refused(lambda: dates.day(raw, SUMMER)).expected_zh == expected


@pytest.mark.parametrize(
    "raw",
    ["8月底", "8月中旬", "即日", "周五", "2024年8月", "24.7.31", "7.20.1", "待定", "活动期间", "7.20-7.25", "34,8", 0, 5, -1, 59, 7.123, 1e12, True, time(7, 20)],
)  # fmt: skip
def test_what_is_no_single_day_is_refused(raw: Raw) -> None:
    refused(lambda: dates.day(raw, SUMMER))


@pytest.mark.parametrize(
    ("raw", "meant"),
    [
        ("活动结束后3个工作日", date(2024, 8, 14)),
        ("活动结束后1个工作日", date(2024, 8, 12)),
        ("活动结束后5个工作日", date(2024, 8, 16)),
        ("活动结束后３个工作日", date(2024, 8, 14)),
        ("活动结束后 3 个工作日内", date(2024, 8, 14)),
        ("活动结束后三个工作日", date(2024, 8, 14)),
        ("活动结束后第3个工作日", date(2024, 8, 14)),
        ("结束后3个工作日", date(2024, 8, 14)),
        ("活动结束后30天内", date(2024, 9, 9)),
        ("活动结束后两周", date(2024, 8, 24)),
        ("活动后7天", date(2024, 8, 17)),
        ("活动结束当天", date(2024, 8, 10)),
        ("活动结束", date(2024, 8, 10)),
        ("活动开始前3天", date(2024, 7, 17)),
        ("活动开始前1个工作日", date(2024, 7, 19)),
        ("3 working days after the campaign end", date(2024, 8, 14)),
        ("end + 3 working days", date(2024, 8, 14)),
        ("campaign end", date(2024, 8, 10)),
        ("8月15日前", date(2024, 8, 15)),
        ("8.20", date(2024, 8, 20)),
        (45506, date(2024, 8, 2)),
    ],
)
def test_deadlines(raw: Raw, meant: date) -> None:
    assert dates.due(raw, SUMMER) == meant


def test_a_deadline_in_working_days_keeps_the_campaigns_own_calendar() -> None:
    closed = Context(end=date(2024, 8, 10), holidays={date(2024, 8, 12): False, date(2024, 8, 11): True})
    assert dates.due("活动结束后3个工作日", closed) == date(2024, 8, 14)
    assert dates.due("活动结束后1个工作日", closed) == date(2024, 8, 11)


@pytest.mark.parametrize(
    "raw",
    [
        "持续",
        "活动期间",
        "T+3",
        "活动结束3天",
        "活动",
        "活动结束后1个月",
        "尽快",
        "活动结束后3个工作日及以后",
    ],
)
def test_open_deadlines_are_refused(raw: str) -> None:
    assert "活动结束后3个工作日" in refused(lambda: dates.due(raw, SUMMER)).expected


def test_a_deadline_from_the_end_needs_the_end() -> None:
    assert "起止日期" in refused(lambda: dates.due("活动结束后3个工作日", Context(year=2024))).expected_zh


@pytest.mark.parametrize(
    ("raw", "meant"),
    [
        ("8月2日 20:15", datetime(2024, 8, 2, 20, 15)),
        ("2024-08-02 20:15:30", datetime(2024, 8, 2, 20, 15, 30)),
        ("2024-08-02T20:15", datetime(2024, 8, 2, 20, 15)),
        ("2024/8/2 9:05", datetime(2024, 8, 2, 9, 5)),
        ("8.2 20：15", datetime(2024, 8, 2, 20, 15)),
        ("8月2日20时15分", datetime(2024, 8, 2, 20, 15)),
        ("8月2日晚上8点", datetime(2024, 8, 2, 20, 0)),
        ("8月2日下午3点半", datetime(2024, 8, 2, 15, 30)),
        ("8月2日 24:00", datetime(2024, 8, 3)),
        ("8月2日", datetime(2024, 8, 2)),
        (datetime(2024, 8, 2, 20, 15), datetime(2024, 8, 2, 20, 15)),
        (date(2024, 8, 2), datetime(2024, 8, 2)),
        (45506.84375, datetime(2024, 8, 2, 20, 15)),
    ],
)
def test_moments(raw: Raw, meant: datetime) -> None:
    assert dates.moment(raw, SUMMER) == meant


@pytest.mark.parametrize(
    "raw", ["20:15", "晚上8点", "8月2日 25:00", "8月2日 20:75", "8月2日 20:15左右", time(20, 15), 0.84, True]
)
def test_moments_need_a_day_and_a_real_time(raw: Raw) -> None:
    refused(lambda: dates.moment(raw, SUMMER))


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("7.20-7.25", (2024, 7, 20), (2024, 7, 25)),
        ("7.26–8.5", (2024, 7, 26), (2024, 8, 5)),
        ("7.26～8.5", (2024, 7, 26), (2024, 8, 5)),
        ("7月26日—8月5日", (2024, 7, 26), (2024, 8, 5)),
        ("8月6日至10日", (2024, 8, 6), (2024, 8, 10)),
        ("8.6-10", (2024, 8, 6), (2024, 8, 10)),
        ("2024-07-20-2024-07-25", (2024, 7, 20), (2024, 7, 25)),
        ("2024.7.20~8.10", (2024, 7, 20), (2024, 8, 10)),
        ("7.20-2024.8.10", (2024, 7, 20), (2024, 8, 10)),
        ("7月20日", (2024, 7, 20), (2024, 7, 20)),
        ("12.25-1.5", (2024, 12, 25), (2025, 1, 5)),
        ("12.25-2025.1.5", (2024, 12, 25), (2025, 1, 5)),
    ],
)
def test_spans(text: str, start: tuple[int, int, int], end: tuple[int, int, int]) -> None:
    campaign = WINTER if text.startswith("12") else SUMMER
    assert dates.span(text, campaign) == dates.Span(date(*start), date(*end))


@pytest.mark.parametrize(
    "text", ["7.25-7.20", "2024.8.10-2024.7.20", "7.20-", "7.20-7.32", "x", "", "10-15%"]
)
def test_what_is_no_span_is_refused(text: str) -> None:
    refused(lambda: dates.span(text, SUMMER))


@pytest.mark.parametrize(
    ("prose", "found"),
    [
        ("场地合同签订，物料7.30前到位", [("物料", "7.30", "前到位")]),
        ("8月1日前全部到位", [("", "8月1日", "前全部到位")]),
        ("物料未在8月1日前到位", [("物料未在", "8月1日", "前到位")]),
        (
            "预热期(7.20-7.25)：短视频；爆发期（7.26-8.5）：直播；收尾期(8.6-8.10)：晒单",
            [
                ("预热期", "7.20-7.25", "短视频"),
                ("爆发期", "7.26-8.5", "直播"),
                ("收尾期", "8.6-8.10", "晒单"),
            ],
        ),
        ("直播自7月26日至8月5日，每晚20:00", [("直播自", "7月26日至8月5日", "")]),
        ("于2024-08-05复盘", [("于", "2024-08-05", "复盘")]),
        ("评分4.5分，互动率8.5%，成本7.7万元，转化3.5", []),
        ("每日17:00前提交，5-8人一组，10.5-12.5%", []),
        ("版本1.2.3，比例1/3，7.32前", []),
    ],
)
def test_dates_in_prose(prose: str, found: list[tuple[str, str, str]]) -> None:
    assert [(m.before, m.text, m.after) for m in dates.mentions(prose, SUMMER)] == found


def test_a_mention_has_its_days_and_its_place() -> None:
    (found,) = dates.mentions("收尾期(8.6-8.10)", SUMMER)
    assert found.span == dates.Span(date(2024, 8, 6), date(2024, 8, 10))
    assert found.start == 4


@given(WRITINGS)
def test_no_text_raises_anything_else(written: str) -> None:
    for context in (SUMMER, WINTER, Context(), Context(year=2023)):
        only_refuses(lambda context=context: dates.span(written, context))  # type: ignore[misc]
        dates.mentions(written, context)


@given(CELLS)
def test_no_cell_raises_anything_else(raw: Raw) -> None:
    for parser in (dates.day, dates.due, dates.moment):
        only_refuses(lambda parser=parser: parser(raw, SUMMER))  # type: ignore[misc]


@given(st.dates(date(2024, 3, 1), date(2024, 12, 31)))
def test_a_written_day_reads_back(day: date) -> None:
    year = Context(year=day.year)
    for written in (
        f"{day:%Y-%m-%d}",
        f"{day.month}.{day.day}",
        f"{day.month}月{day.day}日",
        f"{day:%Y%m%d}",
        f"{day:%d %b %Y}",
    ):
        assert dates.day(written, year) == day


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.booleans())
def test_a_serial_reads_back(day: date, date1904: bool) -> None:
    serial = (day - (date(1904, 1, 1) if date1904 else date(1899, 12, 30))).days
    assert dates.day(serial, Context(date1904=date1904)) == day


@given(st.dates(date(2024, 7, 20), date(2024, 8, 10)), st.integers(0, 20))
def test_a_written_span_reads_back(start: date, days: int) -> None:
    end = start + timedelta(days=days)
    span = dates.Span(start, end)
    assert dates.span(f"{start.month}.{start.day}-{end.month}.{end.day}", SUMMER) == span
    assert (
        dates.mentions(f"预热期({start.month}月{start.day}日—{end.month}月{end.day}日)", SUMMER)[0].span
        == span
    )
