from __future__ import annotations

import hashlib
import shutil
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from campaignlib.campaign import FRAMES
from campaignlib.errors import BadConfig, NoCampaign
from campaignlib.findings import Severity
from campaignlib.forms import FORMS
from campaignlib.loading.folder import load
from tests.broken import files
from tests.support import sheets

BUDGET = [
    ["成本类别", "明细项目", "预算金额(元)", "实际支出(元)", "差异说明", "负责人", "审批人"],
    ["人力成本", "讲师", 500, None, None, "李*", "刘*"],
]
LOG = [
    ["日期", "今日完成事项", "明日计划", "存在问题", "需协调资源", "负责人"],
    ["3.3", "开工", "直播", "-", "-", "张*"],
]
TOML = """
name = "春季"
[dates]
start = 2025-03-03
end = 2025-03-12
[channels.douyin]
label = "抖音"
[metrics.leads]
label = "线索"
"""


def test_the_reference_is_read_without_one_fault(case: Path) -> None:
    c = load(case)
    assert list(c.reading) == []
    assert {name: len(c.frame(name)) for name in FRAMES if len(c.frame(name))}.keys() == set(FRAMES)
    assert len(c.goals) == 6
    assert len(c.answers) == 100
    assert c.answers["score"].mean() == 92
    total = c.total("budget", "planned")
    assert total is not None
    assert (total.value, str(total.cell)) == (7_700_000, "F3!C12")
    assert c.budget["planned"].sum() == 6_800_000


def test_every_value_of_the_reference_has_its_cell(case: Path) -> None:
    c = load(case)
    for form in FORMS:
        for row in c.rows(form.name):
            for field in form.fields:
                cell = c.cell(row, field.name)
                assert cell.file == "forms.xlsx"
                assert cell.sheet
    assert str(c.cell(c.rows("daily")[0], "value")) == "daily.csv!D2"
    assert str(c.cell(c.rows("budget")[1], "cost_class")).startswith("F3!A")


def test_every_input_is_hashed(case: Path) -> None:
    c = load(str(case))
    assert [name for name, _ in c.inputs] == ["campaign.toml", "forms.xlsx", "daily.csv"]
    for name, digest in c.inputs:
        assert digest == hashlib.sha256((case / name).read_bytes()).hexdigest()
    assert c.path == case


def test_a_bare_workbook_takes_the_commonest_year_of_its_full_dates(tmp_path: Path) -> None:
    log = [*LOG, ["2025.3.4", "直播"], [date(2025, 3, 5), "复盘"], ["2024-12-31", "计划"]]
    folder = sheets(tmp_path, {"F3": BUDGET, "F7": log})
    c = load(folder / "forms.xlsx")
    assert c.config.year == 2025
    assert c.daily_log["day"][1].date() == date(2025, 3, 3)
    assert {f.code for f in c.reading} == {"FORM-MISSING"}
    assert c.config.id == "forms"


def test_a_bare_workbook_without_a_year_says_so_and_takes_one(tmp_path: Path) -> None:
    file = sheets(tmp_path, {"F7": LOG}) / "forms.xlsx"
    c = load(file)
    assert {f.code for f in c.reading.at_least(Severity.WARNING)} == {"READ-YEAR", "READ-DATE"}
    given = load(file, year=2023)
    assert given.daily_log["day"][1].date() == date(2023, 3, 3)
    assert not given.reading.at_least(Severity.WARNING)


def test_a_folder_without_settings_is_read_with_defaults(tmp_path: Path) -> None:
    c = load(sheets(tmp_path, {"F3": BUDGET}), year=2025)
    assert [f.code for f in c.reading.at_least(Severity.WARNING)] == ["CONFIG-MISSING"]
    assert c.config.id == "spring"
    assert c.budget["planned"].tolist() == [500_00]


def test_missing_forms_and_daily_data_are_notes(tmp_path: Path) -> None:
    c = load(sheets(tmp_path, {"F3": BUDGET}, TOML))
    missing = c.reading.of("FORM-MISSING")
    assert len(missing) == len(c.reading) == len(FORMS)
    assert {f.severity for f in missing} == {Severity.NOTE}
    assert {f.form for f in missing} >= {"F1", "F12", "daily"}
    assert "F3" not in {f.form for f in missing}


def test_sheets_are_known_by_their_headings_not_by_their_names(tmp_path: Path) -> None:
    c = load(sheets(tmp_path, {"随便": LOG, "Sheet2": [["预算"], *BUDGET]}, TOML))
    assert (len(c.daily_log), len(c.budget)) == (1, 1)
    assert c.cell(c.rows("budget")[0], "planned").sheet == "Sheet2"
    assert c.cell(c.rows("budget")[0], "planned").ref == "C3"


def test_all_workbooks_of_a_folder_are_read_but_lock_files(tmp_path: Path) -> None:
    folder = sheets(tmp_path, {"F3": BUDGET}, TOML, name="a.xlsx")
    sheets(tmp_path, {"F7": LOG}, name="b.XLSX")
    (folder / "~$a.xlsx").write_bytes(b"lock")
    c = load(folder)
    assert c.cell(c.rows("daily_log")[0], "day").file == "b.XLSX"
    assert [name for name, _ in c.inputs] == ["campaign.toml", "a.xlsx", "b.XLSX"]


def test_a_copy_beside_the_workbook_is_asked_about(tmp_path: Path) -> None:
    folder = sheets(tmp_path, {"F3": BUDGET}, TOML)
    shutil.copy(folder / "forms.xlsx", folder / "forms - 副本.xlsx")
    c = load(folder)
    assert [f.code for f in c.reading.at_least(Severity.WARNING)] == ["FORM-TWICE"]
    named = load(sheets(tmp_path, {"F3": BUDGET}, TOML + '[files]\nforms = ["forms.xlsx"]'))
    assert not named.reading.at_least(Severity.WARNING)
    assert len(named.budget) == 1


def test_a_bad_workbook_costs_that_workbook_only(tmp_path: Path) -> None:
    folder = sheets(tmp_path, {"F3": BUDGET}, TOML)
    files.renamed_text(folder / "z.xlsx")
    c = load(folder)
    assert [f.code for f in c.reading.at_least(Severity.ERROR)] == ["READ-FILE"]
    assert len(c.budget) == 1


def test_files_named_but_absent_are_findings(tmp_path: Path) -> None:
    toml = TOML + '[files]\nforms = ["forms.xlsx", "more.xlsx"]\ndaily = ["none.csv"]'
    c = load(sheets(tmp_path, {"F3": BUDGET}, toml))
    assert [(f.code, f.read) for f in c.reading.at_least(Severity.ERROR)] == [
        ("READ-FILE", "more.xlsx"),
        ("READ-FILE", "none.csv"),
    ]


def test_files_may_lie_in_a_folder_below(tmp_path: Path) -> None:
    folder = sheets(
        tmp_path, {"F3": BUDGET}, TOML + '[files]\nforms = ["sub/forms.xlsx"]\ndaily = ["sub/d.csv"]'
    )
    (folder / "sub").mkdir()
    (folder / "forms.xlsx").rename(folder / "sub" / "forms.xlsx")
    (folder / "sub" / "d.csv").write_text("date,channel,metric,value\n3.3,抖音,线索,7\n", encoding="utf-8")
    c = load(folder)
    assert c.cell(c.rows("budget")[0], "item").file == "sub/forms.xlsx"
    assert c.cell(c.rows("daily")[0], "value").file == "sub/d.csv"
    assert c.rows("daily")[0].value == 7


@pytest.mark.parametrize("name", ["../other.xlsx", "/etc/hosts", "sub/../../x.xlsx", "", ".", "a\0b.xlsx"])
@pytest.mark.parametrize("key", ["forms", "daily"])
def test_no_path_leads_out_of_the_folder(name: str, key: str, tmp_path: Path) -> None:
    quoted = name.replace("\0", "\\u0000")
    folder = sheets(tmp_path, {"F3": BUDGET}, TOML + f'[files]\n{key} = ["{quoted}"]')
    with pytest.raises(BadConfig, match=f"files.{key}"):
        load(folder)


def test_no_link_leads_out_of_the_folder(tmp_path: Path) -> None:
    other = sheets(tmp_path / "other", {"F3": BUDGET})
    folder = sheets(tmp_path, {"F7": LOG}, TOML)
    (folder / "link.xlsx").symlink_to(other / "forms.xlsx")
    with pytest.raises(BadConfig, match="leads out"):
        load(folder)


def test_a_wrong_setting_names_its_key(tmp_path: Path) -> None:
    with pytest.raises(BadConfig, match="dates"):
        load(sheets(tmp_path, {"F3": BUDGET}, "[dates]\nstart = 'soon'"))
    with pytest.raises(BadConfig, match=r"campaign\.toml"):
        load(sheets(tmp_path, {"F3": BUDGET}, "not toml"))


def nothing(path: Path) -> Path:
    return path / "none"


def folder_without_forms(path: Path) -> Path:
    (path / "notes.txt").write_text("x", encoding="utf-8")
    return path


def empty_workbook(path: Path) -> Path:
    return sheets(path, {"Sheet1": []})


def other_workbook(path: Path) -> Path:
    return sheets(path, {"Sheet1": [["姓名", "电话"], ["张*", 1]]}) / "forms.xlsx"


def old_workbook(path: Path) -> Path:
    files.old(path / "forms.xls")
    return path


def text_as_workbook(path: Path) -> Path:
    return files.renamed_text(path / "forms.xlsx")


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (nothing, "no such folder or workbook"),
        (folder_without_forms, "no workbook"),
        (empty_workbook, "none of the forms"),
        (other_workbook, "none of the forms"),
        (text_as_workbook, "no Excel workbook"),
        (old_workbook, "old format"),
    ],
)
def test_where_no_form_can_be_read_there_is_no_campaign(make: Any, said: str, tmp_path: Path) -> None:
    with pytest.raises(NoCampaign, match=said) as caught:
        load(make(tmp_path))
    assert "\n" not in str(caught.value)


def test_a_blank_form_is_a_campaign_without_records(tmp_path: Path) -> None:
    c = load(sheets(tmp_path, {"F3": BUDGET[:1]}, TOML))
    assert c.budget.empty
    assert not c.reading.at_least(Severity.WARNING)


def test_dates_without_a_year_go_across_new_year(tmp_path: Path) -> None:
    toml = TOML.replace("2025-03-03", "2024-12-20").replace("2025-03-12", "2025-01-15")
    log = [LOG[0], ["12.25", "a"], ["1.5", "b"], [datetime(2025, 1, 6), "c"]]
    c = load(sheets(tmp_path, {"F7": log}, toml))
    assert [d.date() for d in c.daily_log["day"]] == [date(2024, 12, 25), date(2025, 1, 5), date(2025, 1, 6)]


def test_wrong_cells_cost_themselves_only(tmp_path: Path) -> None:
    rows = [
        [*BUDGET[0], "发票号"],
        ["人力成本", "讲师", "待定", None, None, "李*", "刘*", "1"],
        ["外星成本", "翻译", "5,000元", None, None, "李*", "刘*", "2"],
    ]
    c = load(sheets(tmp_path, {"F3": rows, "F7": [LOG[0], ["2月30日", "开工"]]}, TOML))
    found = [(f.code, str(f.cells[0])) for f in c.reading if f.code != "FORM-MISSING"]
    assert found == [
        ("READ-COLUMN", "F3!H1"),
        ("READ-VALUE", "F3!C2"),
        ("READ-VALUE", "F3!A3"),
        ("READ-DATE", "F7!A2"),
    ]
    assert c.budget["planned"].tolist()[1] == 5000_00
    assert c.rows("daily_log")[0].done == "开工"


def test_a_formula_never_calculated_is_a_finding_and_not_zero(tmp_path: Path) -> None:
    c = load(files.formulas(tmp_path / "forms.xlsx"), year=2025)
    assert [(f.code, f.cells[0].ref, f.read) for f in c.reading.of("READ-VALUE")] == [
        ("READ-VALUE", "C2", "=2*250"),
        ("READ-VALUE", "C3", "#DIV/0!"),
    ]
    assert c.budget["planned"].isna().tolist() == [True, True, False]


def test_an_old_workbook_beside_a_new_one_is_left_alone(tmp_path: Path) -> None:
    folder = sheets(tmp_path, {"F3": BUDGET}, TOML)
    files.old(folder / "forms.xls")
    c = load(folder)
    assert not c.reading.at_least(Severity.WARNING)


def test_what_was_read_is_the_same_again(case: Path) -> None:
    first, second = load(case), load(case)
    assert first.reading == second.reading
    assert first.inputs == second.inputs
    assert all(first.frame(name).equals(second.frame(name)) for name in FRAMES)
