"""mypy tells the frames of two forms apart, without a plugin."""

from __future__ import annotations

from pathlib import Path

import pytest
from mypy import api

SNIPPET = """
from pandera.typing import DataFrame

import campaignlib as cl
from campaignlib.forms import BudgetFrame, GoalsFrame


def goals_only(frame: DataFrame[GoalsFrame]) -> None: ...


def budget_only(frame: DataFrame[BudgetFrame]) -> None: ...


c = cl.load("folder")
goals_only(c.goals)
budget_only(c.budget)
goals_only(c.budget)
"""


@pytest.mark.slow
def test_a_budget_is_no_list_of_goals(root: Path, tmp_path: Path) -> None:
    snippet = tmp_path / "snippet.py"
    snippet.write_text(SNIPPET, encoding="utf-8")
    config, cache = root / "pyproject.toml", root / ".mypy_cache"
    out, errors, code = api.run(["--config-file", str(config), "--cache-dir", str(cache), str(snippet)])
    assert code == 1, out + errors
    assert out.count("error:") == 1, out
    assert 'incompatible type "DataFrame[BudgetFrame]"; expected "DataFrame[GoalsFrame]"' in out
