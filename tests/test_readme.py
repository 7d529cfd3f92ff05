"""The README's notebook runs, and what it tells a newcomer to type is there."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import pytest

import campaignlib as cl
from campaignlib.cli.show import FIGURES


def test_the_notebook_of_the_readme_runs_as_written(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)
    failed, tried = doctest.testfile(str(root / "README.md"), module_relative=False, encoding="utf-8")
    assert (failed, tried > 5) == (0, True)


def test_every_name_of_the_library_in_the_readme_is_there(root: Path) -> None:
    readme = (root / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"\bcl\.([a-z_]+)", readme))
    assert not {name for name in named if not hasattr(cl, name)}
    assert set(FIGURES) <= named


def test_commands_and_files_of_the_readme_are_there(root: Path) -> None:
    readme = (root / "README.md").read_text(encoding="utf-8")
    targets = (root / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"\bmake ([a-z]+)", readme):
        assert re.search(rf"^{target}:", targets, re.MULTILINE), target
    for file in re.findall(r"`((?:data|notebooks)/[\w./-]+\.\w+)`", readme):
        assert (root / file).is_file(), file
