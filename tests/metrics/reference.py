"""The reference campaign, read once for all tests of figures."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from campaignlib.campaign import Campaign
from campaignlib.loading.folder import load

FOLDER = Path(__file__).parents[2] / "data" / "back-to-school-2024"


@cache
def reference() -> Campaign:
    return load(FOLDER)
