"""Reads one sheet, written as a person would write it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from campaignlib.campaign import Campaign
from campaignlib.loading.folder import load
from tests.support import sheets

TOML = """
id = "spring"
[dates]
preparation = 2025-03-01
start = 2025-03-03
end = 2025-03-14
"""

Read = Callable[[Sequence[Sequence[Any]]], Campaign]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """A campaign whose only sheet has these rows."""

    def reading(rows: Sequence[Sequence[Any]]) -> Campaign:
        return load(sheets(tmp_path, {"表": rows}, TOML))

    return reading


def problems(c: Campaign) -> list[tuple[str, str]]:
    """(code, first cell) of what reading found, absent forms and daily data aside."""
    return [(f.code, f.cells[0].ref if f.cells else "") for f in c.reading if f.code != "FORM-MISSING"]
