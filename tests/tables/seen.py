"""A table as a reader sees it: rows of texts, a line break as ` / `."""

from __future__ import annotations

import re
from functools import cache
from html import unescape
from pathlib import Path
from xml.etree import ElementTree as ET

from campaignlib.campaign import Campaign
from campaignlib.loading.folder import load
from campaignlib.tables.style import Table

ROOT = Path(__file__).parents[2]


def root(made: Table) -> ET.Element:
    found = re.search(r"<table.*</table>", made.html(), re.DOTALL)
    assert found
    return ET.fromstring(found.group())


def rows(made: Table) -> list[list[str]]:
    """Every row, head and groups too."""
    return [[cell(c) for c in row] for row in root(made).iter("tr")]


def cell(element: ET.Element) -> str:
    text = ET.tostring(element, encoding="unicode", method="xml")
    text = re.sub(r'<svg[^>]*aria-label="([^"]*)".*?</svg>', r"[\1]", text, flags=re.DOTALL)
    text = re.sub(r"<br ?/>", " / ", text)
    return unescape(" ".join(re.sub(r"<[^>]+>", "", text).split()))


WEEK, END = "2024-08-02", "2024-08-16"


@cache
def case() -> Campaign:
    """The reference campaign, read once."""
    return load(ROOT / "data" / "back-to-school-2024")


def whole(made: Table) -> None:
    """What must hold for readers of screens: caption, scopes, ids of their own, full rows."""
    found = root(made)
    assert found.findtext("caption")
    assert all(th.get("scope") for th in found.iter("th"))
    ids = [e.get("id") for e in found.iter() if e.get("id")]
    assert len(ids) == len(set(ids))
    told = {name for td in found.iter("td") for name in (td.get("headers") or "").split()}
    assert told <= set(ids)
    columns = len(found.findall("./thead/tr/th"))
    assert all(len(tr) == columns for tr in found.findall("./tbody/tr") if tr.get("role"))


def sentence(made: Table) -> str:
    """What an empty table says instead; it has no rows."""
    text = made.block().markdown
    assert "<table" not in text
    return text
