"""The wheel, installed into an empty environment elsewhere, renders a report outside any checkout."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.other import other_campaign


def run(*words: str | Path, cwd: Path) -> str:
    kept = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "COVERAGE_PROCESS_START")}
    done = subprocess.run([*map(str, words)], cwd=cwd, env=kept, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{words}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.mark.slow
def test_the_wheel_works_where_there_is_no_checkout(root: Path, tmp_path: Path) -> None:
    source = (
        tmp_path / "source"
    )  # a build leaves its folder behind, and what was deleted since would stay in it
    left_out = shutil.ignore_patterns(".*", "_site", "build", "data", "tests", "*.egg-info", "__pycache__")
    shutil.copytree(root, source, ignore=left_out)
    pip = (sys.executable, "-m", "pip")
    run(*pip, "wheel", source, "--no-deps", "--quiet", "--wheel-dir", tmp_path, cwd=tmp_path)
    (wheel,) = tmp_path.glob("campaignlib-*.whl")
    run(sys.executable, "-m", "venv", tmp_path / "env", cwd=tmp_path)
    bin_ = tmp_path / "env" / ("Scripts" if os.name == "nt" else "bin")
    pins = root / "constraints.txt"
    run(
        bin_ / "python", "-m", "pip", "install", "--quiet", "-c", pins, f"{wheel}[report,fonts]", cwd=tmp_path
    )
    folder = other_campaign(tmp_path / "away")
    where = run(bin_ / "python", "-c", "import campaignlib; print(campaignlib.__file__)", cwd=folder)
    assert str(root) not in where
    made = run(
        bin_ / "campaignlib",
        "report",
        "weekly",
        folder,
        "--as-of",
        "2026-01-04",
        "--engine",
        "embedded",
        "--out",
        "site",
        cwd=folder,
    )
    page, pdf = (folder / line for line in made.split())
    assert "新年焕新季" in page.read_text(encoding="utf-8")
    assert pdf.read_bytes().startswith(b"%PDF")
