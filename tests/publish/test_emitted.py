from datetime import date
from typing import Any

import pytest

from campaignlib.errors import RenderFailed
from campaignlib.figures import REPORT_MIME
from campaignlib.publish.emitted import emitted_by, parse

RECORD: dict[str, Any] = {
    "version": 1,
    "kind": "weekly",
    "campaign": "spring",
    "campaign_name": "春季",
    "as_of": "2025-03-07",
    "lang": "zh",
    "title": "线索领先",
    "state": {"provisional_until": "2025-04-11"},
}


def cell(record: dict[str, Any]) -> dict[str, Any]:
    return {"outputs": [{"output_type": "display_data", "data": {REPORT_MIME: record}}]}


def test_the_last_record_of_a_notebook_counts() -> None:
    book = {"cells": [cell(RECORD | {"title": "旧"}), {"source": "text"}, cell(RECORD)]}
    found = emitted_by(book)
    assert (found.title, found.stem, found.as_of) == ("线索领先", "weekly-2025-03-07", date(2025, 3, 7))
    assert found.provisional_until == date(2025, 4, 11)


def test_a_notebook_without_a_record_is_no_report() -> None:
    with pytest.raises(RenderFailed, match="no cell"):
        emitted_by({"cells": [{"source": "x"}]})


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"title": ""}, "title"),
        ({"as_of": "8月2日"}, "as_of"),
        ({"lang": "fr"}, "lang"),
        ({"version": 2}, "version"),
        ({"campaign": "../up"}, "cannot name a folder"),
        ({"campaign": ".hidden"}, "cannot name a folder"),
        ({"kind": "a/b"}, "cannot name a folder"),
    ],
)
def test_a_record_that_is_wrong_names_what_is_wrong(change: dict[str, Any], said: str) -> None:
    with pytest.raises(RenderFailed, match=said):
        parse(RECORD | change)


def test_a_campaign_may_have_a_chinese_id() -> None:
    assert parse(RECORD | {"campaign": "开学季-2024"}).campaign == "开学季-2024"


def test_a_settled_report_is_not_provisional_and_repeats_are_equal() -> None:
    settled = parse(RECORD | {"state": {}})
    assert settled.provisional_until is None
    assert settled.text() == parse(dict(reversed(list((RECORD | {"state": {}}).items())))).text()
