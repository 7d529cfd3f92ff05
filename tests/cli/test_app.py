from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from campaignlib import errors
from campaignlib.cli import app
from tests.cli.conftest import Run


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (errors.BadRequest("x"), 2),
        (errors.BadConfig("x"), 2),
        (errors.NoCampaign("x"), 3),
        (errors.RenderFailed("x"), 4),
        (errors.Busy("x"), 5),
    ],
)
def test_errors_end_in_their_exit_code(error: errors.CampaignError, code: int) -> None:
    assert app.exit_code(error) == code


def test_help_names_the_verbs(run: Run) -> None:
    ran = run("--help")
    assert ran.code == 0
    for verb in ("check", "show", "report"):
        assert verb in ran.out


@pytest.mark.parametrize(
    "words", [("check", "nowhere"), ("dance",), ("check",), ("check", ".", "--fail-on", "note")]
)
def test_wrong_usage_is_2(run: Run, words: tuple[str, ...]) -> None:
    assert run(*words).code == 2


def test_a_folder_without_forms_is_3_and_one_line(run: Run, tmp_path: Path) -> None:
    ran = run("check", tmp_path)
    assert (ran.code, ran.out) == (3, "")
    assert len(ran.err.strip().splitlines()) == 1
    assert "Traceback" not in ran.err


def test_python_m_campaignlib_and_a_light_start() -> None:
    """--help pulls in none of the heavy libraries: that is what keeps it under 0.3 s."""
    code = (
        "import sys; sys.argv = ['campaignlib', '--help']\n"
        "import runpy\n"
        "try: runpy.run_module('campaignlib', run_name='__main__')\n"
        "except SystemExit as left: assert not left.code\n"
        "heavy = {'pandas', 'pandera', 'openpyxl', 'altair', 'great_tables', 'scipy', 'papermill'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "Usage: campaignlib" in done.stdout
