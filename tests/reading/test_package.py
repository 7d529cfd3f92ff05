from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from campaignlib.reading import package
from campaignlib.reading.package import formulas_inside, refusal
from tests.broken import files

SEEN_BEFORE = [name for name in files.UNREADABLE if name not in ("damaged inside", "without sheets")]


@pytest.mark.parametrize("name", SEEN_BEFORE)
def test_what_cannot_be_opened_is_refused_with_its_reason(name: str, tmp_path: Path) -> None:
    make, word = files.UNREADABLE[name]
    reason = refusal(make(tmp_path / "forms.xlsx"))
    assert reason is not None
    assert word in reason.zh
    assert reason.en


@pytest.mark.parametrize("make", [files.plain, files.formulas, files.far_corner])
def test_what_can_be_opened_is_not_refused(make: Callable[[Path], Path], tmp_path: Path) -> None:
    assert refusal(make(tmp_path / "forms.xlsx")) is None


def test_a_file_larger_than_can_be_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MAX_FILE", 100)
    reason = refusal(files.plain(tmp_path / "forms.xlsx"))
    assert reason is not None
    assert "过大" in reason.zh


def test_a_folder_is_no_workbook(tmp_path: Path) -> None:
    reason = refusal(tmp_path)
    assert reason is not None
    assert "无法打开" in reason.zh


def test_formulas_inside(tmp_path: Path) -> None:
    assert formulas_inside(files.formulas(tmp_path / "a.xlsx"))
    assert not formulas_inside(files.plain(tmp_path / "b.xlsx"))
