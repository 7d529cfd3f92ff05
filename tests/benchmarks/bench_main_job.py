"""How long the main job takes; printed, never judged. `make bench`."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import campaignlib as cl


def timed(what: str, call: Callable[[], object], runs: int = 5) -> None:
    """Median and range of a few runs after one that is not counted."""
    call()
    took = []
    for _ in range(runs):
        start = time.perf_counter()
        call()
        took.append(time.perf_counter() - start)
    print(f"\n{what:32} {statistics.median(took):7.3f} s  ({min(took):.3f}–{max(took):.3f}, {runs} runs)")


def test_load_check_and_compute(case: Path) -> None:
    c = cl.load(case)
    timed("load the reference campaign", lambda: cl.load(case))
    timed("check it", lambda: cl.check(c.but()))
    timed("pace and forecast", lambda: (cl.pace(c), cl.forecast(c)))


def test_many_daily_rows(case: Path, tmp_path: Path) -> None:
    rows = "".join(f"2024-07-{20 + i % 12},抖音,线索留资量,{i}\n" for i in range(100_000))
    for name in ("campaign.toml", "forms.xlsx"):
        (tmp_path / name).write_bytes((case / name).read_bytes())
    (tmp_path / "daily.csv").write_text(f"date,channel,metric,value\n{rows}", encoding="utf-8")
    timed("load 100,000 daily rows", lambda: cl.load(tmp_path), runs=3)


def test_help_starts_light() -> None:
    timed(
        "campaignlib --help",
        lambda: subprocess.run([sys.executable, "-m", "campaignlib", "--help"], capture_output=True),
    )


@pytest.mark.parametrize("kind", ["weekly", "retrospective"])
def test_render(case: Path, tmp_path: Path, kind: str) -> None:
    day = "2024-08-02" if kind == "weekly" else "2024-08-16"
    timed(
        f"report {kind}",
        lambda: cl.publish_report(case, kind, as_of=day, engine="embedded", out=tmp_path),
        runs=3,
    )
