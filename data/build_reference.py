"""Write forms.xlsx and daily.csv of the reference campaign, byte for byte the same every time.

    python data/build_reference.py [FOLDER]

FOLDER defaults to data/back-to-school-2024. campaign.toml and README.md there are written by hand.
"""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

from reference.daily import csv_text
from reference.planning import PLANNING
from reference.preparing import PREPARING
from reference.reviewing import REVIEWING
from reference.running import RUNNING
from reference.sheet import workbook

FOLDER = Path(__file__).parent / "back-to-school-2024"
CREATED = datetime(2024, 8, 16, 9, 0)


def build(folder: Path) -> None:
    """Both files, into an existing folder."""
    sheets = (*PLANNING, *PREPARING, *RUNNING, *REVIEWING)
    (folder / "forms.xlsx").write_bytes(workbook(sheets, CREATED, "开学季·青春焕新计划"))
    (folder / "daily.csv").write_bytes(csv_text().encode("utf-8"))


if __name__ == "__main__":
    build(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
