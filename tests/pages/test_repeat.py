"""The same folder rendered again gives the same bytes, so a page that differs says that something changed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.pages.conftest import WEEKLY, page_of

pytestmark = pytest.mark.slow


def test_same_campaign_gives_the_same_bytes(rendered: Path, again: Path) -> None:
    kind, as_of = WEEKLY
    one = page_of(rendered, kind, as_of, "zh", "back-to-school-2024")
    two = page_of(again, kind, as_of, "zh", "back-to-school-2024")

    assert two.pdf.read_bytes() == one.pdf.read_bytes()
    assert _without_bar(two.text) == _without_bar(one.text)
    assert two.html.with_suffix(".json").read_bytes() == one.html.with_suffix(".json").read_bytes()


def _without_bar(page: str) -> str:
    """The path bar links what else the site holds."""
    text, found = re.subn(r"<!-- bar -->.*?<!-- /bar -->", "", page, flags=re.DOTALL)
    assert found == 1
    return text
