from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from campaignlib.cli.show import FIGURES, FORMS
from tests.cli.conftest import Run
from tests.support import sheets


def test_roi_names_each_cost_basis(run: Run, case: Path) -> None:
    said = json.loads(run("show", "roi", case, "--json", "--as-of", "2024-08-16").out)
    assert (said["name"], said["as_of"]) == ("roi", "2024-08-16")
    by_basis = {row["key"]: row for row in said["rows"] if row["name"] == "roi"}
    assert round(by_basis["stated"]["value"], 4) == 5.4935
    assert round(by_basis["items"]["value"], 4) == 6.3529
    assert by_basis["actual"]["value"] is None
    assert by_basis["actual"]["undefined"]
    assert len({row["basis"] for row in by_basis.values()}) == 3
    assert by_basis["stated"]["inputs"]["cost"] == 77000


@pytest.mark.parametrize("name", [*FORMS, *FIGURES])
@pytest.mark.parametrize("form", ["--json", "--csv"])
def test_everything_can_be_shown(run: Run, case: Path, name: str, form: str) -> None:
    ran = run("show", name, case, form)
    assert ran.code == 0, ran.err
    if form == "--json":
        said = json.loads(ran.out)
        assert said["name"] == name
        assert said["rows"]
        assert "NaN" not in ran.out
    else:
        rows = list(csv.DictReader(io.StringIO(ran.out)))
        assert rows
        assert not [v for row in rows for v in row.values() if v.startswith(("=", "+", "@"))]


def test_money_is_shown_in_the_currency_unit(run: Run, case: Path) -> None:
    said = json.loads(run("show", "budget", case, "--json").out)
    assert said["rows"][0]["planned"] == 12000
    assert said["rows"][0]["actual"] is None
    assert said["as_of"] is None


def test_a_table_for_people(run: Run, case: Path) -> None:
    ran = run("show", "board", case)
    assert ran.code == 0
    assert "抖音" in ran.out


@pytest.mark.parametrize(
    "words",
    [("show", "nothing"), ("show", "roi", "--as-of", "2024-07-01"), ("show", "roi", "--as-of", "soon")],
)
def test_what_cannot_be_shown_is_2_and_one_line(run: Run, case: Path, words: tuple[str, ...]) -> None:
    ran = run(*words[:2], case, *words[2:])
    assert (ran.code, ran.out) == (2, "")
    assert len(ran.err.strip().splitlines()) == 1


def test_after_the_end_is_fine(run: Run, case: Path) -> None:
    assert run("show", "pace", case, "--as-of", "2025-01-01", "--json").code == 0


def test_people_read_figures_in_units_with_their_rule(run: Run, case: Path) -> None:
    ran = run("show", "pace", case, "--as-of", "2024-08-02", "--lang", "en")
    lines = ran.out.splitlines()
    at = next(n for n, line in enumerate(lines) if line.startswith("pace F8:2 "))
    assert lines[at].split("  ")[1:2] == ["Douyin leads"]
    assert ("0.67" in lines[at], "≥2,000 leads" in lines[at], "Behind" in lines[at]) == (True, True, True)
    assert lines[at + 1].startswith("    pace <0.80 · ")
    assert ran.err.strip() == "as of 2024-08-02 · 10 rows · CNY"


def test_nothing_to_show_is_said_and_leaves_stdout_empty(run: Run, case: Path, tmp_path: Path) -> None:
    ran = run("show", "feedback", case, "--as-of", "2024-08-02", "--csv")
    assert ran.code == 0
    thin = sheets(tmp_path, {"F3": [["成本类别", "明细项目", "预算金额(元)"], ["渠道成本", "广告", 10]]})
    ran = run("show", "goals", thin, "--lang", "en")
    assert (ran.code, ran.out, ran.err.strip()) == (0, "", "no records")
