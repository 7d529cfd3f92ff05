"""A campaign nobody built this for goes through all of it: across New Year, other channels, other money, two forms
missing. Its reports show its own figures."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

import campaignlib as cl
from tests.other import other_campaign


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return other_campaign(tmp_path_factory.mktemp("other"))


@pytest.fixture(scope="module")
def c(folder: Path) -> cl.Campaign:
    return cl.load(folder)


def test_dates_take_their_year_from_the_campaign(c: cl.Campaign) -> None:
    assert [(r.start, r.end) for r in c.rows("schedule")][2:] == [
        (date(2025, 12, 22), date(2025, 12, 31)),
        (date(2026, 1, 1), date(2026, 1, 20)),
    ]
    assert [r.day for r in c.rows("daily_log")] == [date(2026, 1, 3), date(2026, 1, 4)]
    assert c.rows("goals")[0].due == date(2026, 1, 22)


def test_reading_only_notes_the_missing_forms(c: cl.Campaign) -> None:
    assert {(f.code, f.form) for f in c.reading} == {
        ("FORM-MISSING", "F9"),
        ("FORM-MISSING", "F11"),
        ("FORM-MISSING", "F12"),
    }


def test_checks_find_only_what_is_there(c: cl.Campaign) -> None:
    codes = [f.code for f in cl.check(c) if f.code != "FORM-MISSING"]
    assert codes == ["F7-MISSING-DAY", "F10-ROI", "X-RESULT-GOAL", "X-CHANNEL"]


def test_its_own_figures(c: cl.Campaign) -> None:
    roi = cl.roi(c, "2026-01-20")
    assert roi.one("roi", "items").inputs["used"] is True
    assert roi.one("roi", "items").value == pytest.approx(226_950 / 40_000 - 1)
    assert roi.one("roi", "actual").value == pytest.approx(226_950 / 37_400 - 1)
    pace = cl.pace(c)
    share = 0.2 + 0.8 * 4 / 20  # all of the warm-up, four days of the burst
    assert pace.one("pace", "F8:1").value == pytest.approx(105 / 600 / share)
    assert pace.one("rate", "F8:3").inputs["numerator"] == 14
    assert cl.variance(c).one("variance", "total").value == -2600
    assert cl.contingency(c).one("contingency", "items").value == pytest.approx(0.1)
    assert cl.timeline(c).one("network").value == 35
    assert cl.feedback(c).one("satisfaction").value is None


@pytest.mark.slow
@pytest.mark.parametrize(
    ("kind", "as_of", "own"),
    [("weekly", "2026-01-04", "小红书"), ("retrospective", "2026-01-27", "每周换素材")],
)
def test_its_reports_show_its_own_figures(
    folder: Path, tmp_path: Path, kind: str, as_of: str, own: str
) -> None:
    made = cl.publish_report(
        folder, kind, as_of=as_of, lang=("zh",), to=("html", "pdf"), engine="embedded", out=tmp_path
    )
    page = next(p for p in made if p.suffix == ".html").read_text(encoding="utf-8")
    text = re.sub(r"<(style|script|svg).*?</\1>", " ", page, flags=re.DOTALL)
    assert "新年焕新季" in text
    assert "港元" in text
    assert own in text
    for foreign in ("开学季", "77,000", "68,000", "549", "快闪店"):
        assert foreign not in text
    pdf = next(p for p in made if p.suffix == ".pdf")
    assert pdf.read_bytes().startswith(b"%PDF")
