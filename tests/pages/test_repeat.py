"""The same folder rendered again gives the same bytes, so a page that differs says that something changed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.pages.conftest import WEEKLY, page_of, render

pytestmark = pytest.mark.slow


def test_same_campaign_gives_the_same_bytes(root: Path, case: Path, rendered: Path, tmp_path: Path) -> None:
    kind, as_of = WEEKLY
    render(root, tmp_path, "-", case, as_of, f"{kind}:zh")
    first = page_of(rendered, kind, as_of, "zh", "back-to-school-2024")
    again = page_of(tmp_path, kind, as_of, "zh", "back-to-school-2024")

    assert again.pdf.read_bytes() == first.pdf.read_bytes()
    assert _without_bar(again.text) == _without_bar(first.text)
    assert again.html.with_suffix(".json").read_bytes() == first.html.with_suffix(".json").read_bytes()


def _without_bar(page: str) -> str:
    """The path bar links what else the site holds."""
    text, found = re.subn(r"<!-- bar -->.*?<!-- /bar -->", "", page, flags=re.DOTALL)
    assert found == 1
    return text
