from __future__ import annotations

from pathlib import Path

import pytest

from campaignlib.errors import RenderFailed
from campaignlib.publish import report
from tests.cli.conftest import Run


def test_options_reach_publishing_and_paths_are_printed(
    run: Run, case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: dict[str, object] = {}

    def publish(path: Path, kind: str, **options: object) -> tuple[Path, ...]:
        asked.update(path=path, kind=kind, **options)
        return (tmp_path / "weekly.html",)

    monkeypatch.setattr(report, "publish_report", publish)
    ran = run(
        "report", "weekly", case, "--as-of", "2024-08-02", "--lang", "en", "--to", "html", "--out", tmp_path
    )
    assert (ran.code, ran.out.strip()) == (0, str(tmp_path / "weekly.html"))
    assert asked == {
        "path": case,
        "kind": "weekly",
        "as_of": "2024-08-02",
        "lang": ("en",),
        "to": ("html",),
        "engine": "auto",
        "out": tmp_path,
    }


def test_a_failed_render_is_4(run: Run, case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def publish(*_: object, **__: object) -> None:
        raise RenderFailed("cell 3 of weekly.ipynb: ZeroDivisionError")

    monkeypatch.setattr(report, "publish_report", publish)
    ran = run("report", "weekly", case)
    assert ran.code == 4
    assert ran.err.strip() == "campaignlib: cell 3 of weekly.ipynb: ZeroDivisionError"


@pytest.mark.parametrize("to", ["docx", "", "html,exe"])
def test_unknown_formats_are_2(run: Run, case: Path, to: str) -> None:
    assert run("report", "weekly", case, "--to", to).code == 2


def test_unknown_reports_and_early_dates_are_2(run: Run, case: Path, tmp_path: Path) -> None:
    assert run("report", "monthly", case, "--out", tmp_path).code == 2
    assert run("report", "weekly", case, "--as-of", "2024-07-01", "--out", tmp_path).code == 2
    assert not list(tmp_path.iterdir())
