from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from campaignlib.config import Config, Thresholds, Window, parse_config, read_config
from campaignlib.errors import BadConfig
from campaignlib.words.label import Label
from campaignlib.words.terms import Comparison
from tests.support import LIBRARY, config


def test_an_empty_file_gives_the_defaults(tmp_path: Path) -> None:
    (tmp_path / "spring").mkdir()
    file = tmp_path / "spring" / "campaign.toml"
    file.write_text("", encoding="utf-8")
    read = read_config(file)
    assert read == Config(id="spring", name=Label.same("spring"))
    assert read.thresholds == Thresholds()
    assert (read.starts, read.year, read.cost_basis, read.languages) == (None, None, "stated", ("zh", "en"))


def test_a_byte_order_mark_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "campaign.toml").write_text('id = "x"', encoding="utf-8-sig")
    assert read_config(tmp_path / "campaign.toml").id == "x"


def test_everything_a_file_may_say() -> None:
    read = config(
        lead="张*",
        languages=["en"],
        currency="EUR",
        time_zone="Europe/Berlin",
        as_of={"report": date(2025, 3, 7), "board": date(2025, 3, 6)},
        roi={"cost_basis": "items", "margin": 0.35},
        thresholds={"tolerance": 0.1, "response_minutes": 15, "confidence": 0.9},
        calendar={"holidays": [date(2025, 3, 5)], "workdays": [date(2025, 3, 8)]},
        files={"forms": ["a.xlsx"], "daily": ["d.csv"]},
    )
    assert read.window == Window(date(2025, 3, 3), date(2025, 3, 12))
    assert read.starts == date(2025, 3, 1)
    assert read.year == 2025
    assert (read.as_of, read.board_as_of) == (date(2025, 3, 7), date(2025, 3, 6))
    assert (read.languages, read.currency, read.time_zone) == (("en",), "EUR", "Europe/Berlin")
    assert (read.cost_basis, read.margin) == ("items", 0.35)
    assert (read.thresholds.tolerance, read.thresholds.response_minutes, read.thresholds.reserve_low) == (
        0.1,
        15,
        0.10,
    )
    assert read.holidays == {date(2025, 3, 5): False, date(2025, 3, 8): True}
    assert (read.forms, read.daily) == (("a.xlsx",), ("d.csv",))
    assert [s.label.en for s in read.stages] == ["Warm-up", "Burst"]


def test_a_metric_with_all_it_may_have() -> None:
    said = {
        "label": {"zh": "成本", "en": "Cost"},
        "kind": "money",
        "direction": "at_most",
        "unit": "元",
        "tolerance": 0.3,
        "from": date(2025, 3, 4),
        "to": date(2025, 3, 6),
        "conversion_days": 30,
    }
    metric = config(metrics={"cost": said}).by_id("cost")
    assert metric.direction is Comparison.AT_MOST
    assert metric.window == Window(date(2025, 3, 4), date(2025, 3, 6))
    assert (metric.tolerance, metric.conversion_days, metric.unit.label.en) == (0.3, 30, "元")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"nmae": "x"}, "nmae is not known here; known are"),
        ({"id": 5}, "id = 5, expected a text"),
        (
            {"dates": {"start": "2025-03-03", "end": date(2025, 3, 4)}},
            "dates.start = '2025-03-03', expected a date",
        ),
        ({"dates": {"start": date(2025, 3, 3)}}, "start and end are two dates"),
        ({"dates": {"start": date(2025, 3, 3), "end": date(2025, 3, 2)}}, "the second not before the first"),
        ({"dates": {"start": date(1, 1, 1), "end": date(9999, 1, 1)}}, "start and end are two dates"),
        (
            {
                "dates": {"preparation": date(2025, 4, 1)}
                | LIBRARY["dates"]
                | {"preparation": date(2025, 4, 1)}
            },
            "preparation is after",
        ),
        ({"dates": 5}, "dates = 5, expected a table"),
        ({"languages": ["zh", "fr"]}, "only zh, en"),
        ({"roi": {"cost_basis": "guess"}}, "expected one of stated, items, actual"),
        ({"roi": {"margin": True}}, "margin = True, expected a number"),
        ({"roi": {"margin": 35}}, "margin = 35, expected a number from 0 to 1"),
        ({"thresholds": {"tolerance": 20}}, "tolerance = 20, expected a number from 0 to 1"),
        ({"thresholds": {"reserve_low": 0.2}}, "reserve_low is above reserve_high"),
        ({"thresholds": {"confidence": 1.0}}, "confidence lies between 0 and 1"),
        ({"thresholds": {"tolernce": 0.1}}, "tolernce is not known"),
        ({"stages": [{"id": "a"}]}, "stages.0..start and end are needed"),
        ({"stages": {"id": "a"}}, "expected a list of tables"),
        ({"stages": ["a"]}, "a table is needed"),
        ({"channels": {"a": {"colour": "red"}}}, "channels.a.colour is not known"),
        ({"channels": {"a": {"aliases": "b"}}}, "aliases = 'b', expected a list of texts"),
        ({"channels": {"a": {"aliases": [1]}}}, "only texts in this list"),
        ({"channels": {"a": {"label": {"fr": "x"}}}}, "label.fr is not known"),
        ({"metrics": {"a": {"kind": "sum"}}}, "expected one of count, rate"),
        ({"metrics": {"a": {"kind": "rate", "numerator": "b"}}}, "metrics.a needs 'b', which is not among a"),
        ({"metrics": {"a": {"conversion_days": 1.5}}}, "expected a whole number"),
        ({"calendar": {"holidays": ["2025-03-05"]}}, "only dates in this list"),
        ({"files": {"forms": "a.xlsx"}}, "expected a list of texts"),
    ],
)
def test_what_a_file_may_not_say_is_refused_by_its_key(changes: dict[str, Any], said: str) -> None:
    with pytest.raises(BadConfig, match=said) as caught:
        config(**changes)
    assert str(caught.value).startswith("campaign.toml: ")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"as_of": {"report": date(2024, 3, 7)}}, "as_of.report"),
        ({"as_of": {"board": date(2025, 2, 28)}}, "as_of.board"),
        ({"stages": [{"id": "old", "start": date(2024, 3, 3), "end": date(2024, 3, 5)}]}, "stages.old.end"),
    ],
)
def test_what_a_copied_file_still_says_of_its_old_campaign(changes: dict[str, Any], key: str) -> None:
    with pytest.raises(BadConfig, match=rf"{key} = .* is before the campaign begins on 2025-03-01"):
        config(**changes)
    assert config(as_of={"report": date(2025, 3, 1)}).as_of == date(2025, 3, 1)


@pytest.mark.parametrize("content", [b"= 5", b"\xff\xfe"])
def test_what_is_no_toml_is_refused(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "campaign.toml").write_bytes(content)
    with pytest.raises(BadConfig, match=r"campaign\.toml"):
        read_config(tmp_path / "campaign.toml")


def test_a_label_in_one_language_serves_for_both() -> None:
    read = parse_config({"name": {"zh": "春季"}}, "spring")
    assert read.name == Label("春季", "春季")


def test_a_file_that_cannot_be_opened_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadConfig, match=r"campaign\.toml: it cannot be opened"):
        read_config(tmp_path / "campaign.toml")


def test_the_whole_campaign_is_known_without_being_listed() -> None:
    read = config(channels={"douyin": {"label": "抖音"}})
    assert [c.id for c in read.channels] == ["douyin", "all"]
    assert (read.channel("整体"), read.channel("Overall")) == (read.channels[1], read.channels[1])
    named = config(channels={"all": {"label": "全国"}, "douyin": {"label": "抖音"}})
    assert [c.id for c in named.channels] == ["all", "douyin"]
    assert config(channels={}).channels == ()


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        (
            {"metrics": {"a": {"aliases": ["x"]}, "b": {"label": "Ｘ"}}},
            "metrics.a and metrics.b are both called 'x'",
        ),
        ({"channels": {"a": {"label": "b"}, "b": {}}}, "channels.a and channels.b are both called 'b'"),
        (
            {"stages": [{"id": "a", "start": date(2025, 3, n), "end": date(2025, 3, n)} for n in (3, 4)]},
            "stages.a and stages.a are both called 'a'",
        ),
    ],
)
def test_a_name_stands_for_one_thing(changes: dict[str, Any], said: str) -> None:
    with pytest.raises(BadConfig, match=said):
        config(**changes)
