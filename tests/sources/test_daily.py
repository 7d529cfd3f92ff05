from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
import xlsxwriter

from campaignlib.sources import said
from campaignlib.sources.daily import DailyRead, read_daily
from campaignlib.values.context import Context
from tests.support import config

HEAD = "date,channel,metric,value\n"


def read(tmp_path: Path, text: str | bytes, name: str = "daily.csv") -> DailyRead:
    file = tmp_path / name
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_daily([(file, name)], config(), Context(year=2025))


def codes(found: DailyRead) -> list[tuple[str, str]]:
    return [(f.code, f.cells[0].ref) for f in found.findings]


def test_names_become_ids_and_values_keep_their_cells(tmp_path: Path) -> None:
    found = read(tmp_path, HEAD + '2025-03-03,抖音同城投放,线索留资量,12\n3.4, Douyin ,Leads,"1,200"\n')
    assert found.frame["channel"].tolist() == ["douyin", "douyin"]
    assert found.frame["metric"].tolist() == ["leads", "leads"]
    assert found.frame["value"].tolist() == [12.0, 1200.0]
    assert [d.date() for d in found.frame["day"]] == [date(2025, 3, 3), date(2025, 3, 4)]
    origins = found.origins({})
    assert str(origins["daily", 2, "value"]) == "daily.csv!D3"
    assert len(origins) == len(list(origins)) == 8
    assert origins.get(("daily", 3, "value")) is None
    assert found.findings == ()


def test_columns_stand_in_any_order_under_chinese_headings(tmp_path: Path) -> None:
    found = read(tmp_path, "数值,备注,指标,日期,渠道\n5万,x,订单,3月3日,社群\n")
    assert found.frame.loc[1].tolist() == [pd.Timestamp(2025, 3, 3), "groups", "orders", 50_000.0]
    assert str(found.origins({})["daily", 1, "day"]) == "daily.csv!D2"


def test_an_unknown_name_is_one_finding_with_its_lines_and_the_nearest_name(tmp_path: Path) -> None:
    rows = "3.3,抖音号,线索,1\n3.4,抖音号,线索,2\n3.5,B站,曝光,3\n"
    found = read(tmp_path, HEAD + rows)
    assert codes(found) == [("DAILY-CHANNEL", "B2"), ("DAILY-CHANNEL", "B4"), ("DAILY-METRIC", "C4")]
    first = found.findings[0]
    assert "共 2 行" in first.message.zh
    assert "是否指“抖音”" in first.message.zh
    assert "Douyin" in first.expected.en
    assert found.frame["channel"].isna().all()
    assert found.frame["value"].tolist() == [1, 2, 3]


def test_a_bad_cell_costs_that_cell_only(tmp_path: Path) -> None:
    found = read(
        tmp_path, HEAD + "2月30日,抖音,线索,1\n3.4,抖音,线索,很多\n3.5,抖音,线索,\n3.6,抖音,线索,4\n"
    )
    assert codes(found) == [("READ-DATE", "A2"), ("READ-VALUE", "D3"), ("READ-MISSING", "D4")]
    assert found.frame["value"].isna().tolist() == [False, True, True, False]
    assert found.frame["day"].isna().tolist() == [True, False, False, False]


def test_of_two_rows_for_one_day_the_later_stays(tmp_path: Path) -> None:
    rows = "3.3,抖音,线索,1\n3.3,社群,线索,5\n2025-03-03,Douyin,线索量,2\n3.3,抖音,线索,3\n"
    found = read(tmp_path, HEAD + rows)
    assert found.frame[["channel", "value"]].to_numpy().tolist() == [["groups", 5.0], ["douyin", 3.0]]
    assert found.frame.index.tolist() == [1, 2]
    assert [[c.ref for c in f.cells] for f in found.findings] == [["D5", "D4"], ["D5", "D2"]]
    assert {f.code for f in found.findings} == {"DAILY-DUPLICATE"}
    assert [f.read for f in found.findings] == ["2 / 3", "1 / 3"]
    assert str(found.origins({})["daily", 2, "value"]) == "daily.csv!D5"


def test_empty_lines_and_short_lines_keep_the_count_of_rows(tmp_path: Path) -> None:
    found = read(tmp_path, HEAD + "\n3.3,抖音,线索,1\n,,,\n3.4,抖音\n")
    assert [str(found.origins({})["daily", n, "day"]) for n in (1, 2)] == ["daily.csv!A3", "daily.csv!A5"]
    assert codes(found) == [("READ-MISSING", "C5"), ("READ-MISSING", "D5")]


def test_gb18030_is_read_and_said(tmp_path: Path) -> None:
    found = read(tmp_path, (HEAD + "3.3,抖音,线索,1\n").encode("gb18030"))
    assert found.frame["channel"].tolist() == ["douyin"]
    assert [(f.code, f.severity) for f in found.findings] == [("READ-ENCODING", "note")]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("", "READ-FILE"),
        (b"\xff\xff\x80", "READ-FILE"),
        ("date,channel,metric,amount\n3.3,a,b,1\n", "READ-HEADING"),
    ],
)
def test_a_file_that_holds_no_daily_data_is_a_finding(
    content: str | bytes, code: str, tmp_path: Path
) -> None:
    found = read(tmp_path, content)
    assert found.frame.empty
    assert [f.code for f in found.findings] == [code]


def test_headings_alone_are_no_data_and_no_fault(tmp_path: Path) -> None:
    found = read(tmp_path, HEAD)
    assert found.frame.empty
    assert found.findings == ()


def test_a_workbook_holds_daily_data_as_well(tmp_path: Path) -> None:
    file = tmp_path / "daily.xlsx"
    with xlsxwriter.Workbook(str(file)) as book:
        sheet = book.add_worksheet("数据")
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        sheet.write_row(0, 0, ["日期", "渠道", "指标", "数值"])
        sheet.write_datetime(1, 0, date(2025, 3, 3), day)
        sheet.write_row(1, 1, ["抖音", "线索", 12])
    found = read_daily([(file, "daily.xlsx")], config(), Context(year=2025))
    assert found.frame.loc[1].tolist() == [pd.Timestamp(2025, 3, 3), "douyin", "leads", 12.0]
    assert str(found.origins({})["daily", 1, "value"]) == "数据!D2"


def test_a_workbook_without_the_columns_is_a_finding(tmp_path: Path) -> None:
    file = tmp_path / "daily.xlsx"
    with xlsxwriter.Workbook(str(file)) as book:
        book.add_worksheet("数据").write_row(0, 0, ["姓名", "电话"])
    found = read_daily([(file, "daily.xlsx")], config(), Context())
    assert [f.code for f in found.findings] == ["READ-FILE"]


def test_without_a_library_names_are_ids(tmp_path: Path) -> None:
    file = tmp_path / "daily.csv"
    file.write_text(HEAD + "2025-03-03,B站,播放,1\n", encoding="utf-8")
    found = read_daily([(file, "daily.csv")], config(channels={}, metrics={}), Context())
    assert found.frame.loc[1, ["channel", "metric"]].tolist() == ["B站", "播放"]


def test_many_bad_cells_are_counted_not_listed(tmp_path: Path) -> None:
    found = read(tmp_path, HEAD + "".join(f"坏{n},抖音,线索,1\n" for n in range(300)))
    assert len(found.findings) == said.MOST + 1
    assert "250" in found.findings[-1].message.zh


def test_no_files_are_no_data() -> None:
    assert read_daily([], config(), Context()).frame.empty


def test_a_hundred_thousand_rows_are_read_in_well_under_a_second(tmp_path: Path) -> None:
    days = [f"{day:%Y-%m-%d}" for day in pd.date_range("2020-01-01", periods=5000)]
    rows = [
        f"{day},{c},{m},{n}.5"
        for n, day in enumerate(days)
        for c in ("抖音", "社群", "整体", "douyin2", "x")
        for m in ("线索", "订单", "销售额", "花费")
    ]
    file = tmp_path / "daily.csv"
    file.write_text(HEAD + "\n".join(rows), encoding="utf-8")
    settings = config(channels={c: {} for c in ("抖音", "社群", "整体", "douyin2", "x")})
    started = time.process_time()
    found = read_daily([(file, "daily.csv")], settings, Context(year=2025))
    took = time.process_time() - started
    assert len(found.frame) == len(rows) == 100_000
    assert found.findings == ()
    assert took < 2.0
