"""A test that needs a missing program is skipped by name; with REQUIRE_ALL=1 every skip is a failure."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Generator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import settings

REQUIRE_ALL = os.environ.get("REQUIRE_ALL") == "1"
ROOT = Path(__file__).parent.parent

# A busy machine is no failure of the code.
settings.register_profile("no-deadline", deadline=None)
settings.load_profile("no-deadline")


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout's top folder."""
    return ROOT


@pytest.fixture(scope="session")
def case(root: Path) -> Path:
    """The reference campaign's folder."""
    return root / "data" / "back-to-school-2024"


@cache
def chinese_font() -> bool:
    """Whether the machine has one; taken for granted where nothing can tell."""
    if shutil.which("fc-list") is None:
        return True
    return bool(subprocess.run(["fc-list", ":lang=zh"], capture_output=True, check=False).stdout.strip())


def pytest_runtest_setup(item: pytest.Item) -> None:
    for mark in item.iter_markers("program"):
        missing = [name for name in mark.args if shutil.which(name) is None]
        if missing:
            pytest.skip(f"needs {', '.join(missing)}")
        if "chromium" in mark.args and not chinese_font():
            pytest.skip("needs a Chinese font for the browser, such as fonts-noto-cjk")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if REQUIRE_ALL and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"REQUIRE_ALL=1: {report.longrepr}"
    return report
