from __future__ import annotations

from pathlib import Path

import pytest

from campaignlib.findings import Cell
from campaignlib.sources.rows import DailyOrigins, Source, read_sources

SOURCE = Source(
    "daily.csv", "", {"day": "A", "value": "C"}, [2, 5], {"day": ["3.3", "3.4"], "value": ["1", "2"]}
)


def test_origins_of_forms_and_daily_values_stand_side_by_side() -> None:
    forms = {("budget", 1, "item"): Cell("forms.xlsx", "F3", "B2")}
    origins = DailyOrigins(forms, [(SOURCE, 0), (SOURCE, 1)])
    assert origins["budget", 1, "item"].ref == "B2"
    assert origins["daily", 2, "value"] == Cell("daily.csv", "", "C5")
    assert list(origins)[-1] == ("daily", 2, "value")
    assert len(origins) == 5


@pytest.mark.parametrize(
    "key", [("budget", 2, "item"), ("daily", 0, "day"), ("daily", 3, "day"), ("daily", 1, "x")]
)
def test_what_is_not_there_is_a_key_error(key: tuple[str, int, str]) -> None:
    assert key not in DailyOrigins({}, [(SOURCE, 0), (SOURCE, 1)])


def test_rows_of_a_file_are_raw(tmp_path: Path) -> None:
    file = tmp_path / "d.csv"
    file.write_text("日期,渠道,指标,数值\n3.3,抖音,线索,坏\n", encoding="utf-8")
    (source,), findings = read_sources(file, "d.csv")
    assert source.raw["value"] == ["坏"]
    assert source.letters == {"day": "A", "channel": "B", "metric": "C", "value": "D"}
    assert findings == ()
