from pathlib import Path

import pytest

from campaignlib.errors import RenderFailed
from campaignlib.publish import project
from campaignlib.publish.project import notebook_file, project_file


def test_a_projects_own_notebook_in_the_current_folder_wins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "notebooks" / "weekly.ipynb"
    own.parent.mkdir()
    own.write_text("{}")
    monkeypatch.chdir(tmp_path)
    assert notebook_file("weekly.ipynb") == own


def test_brand_and_settings_never_come_from_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "_brand.yml").write_text("color: {}")
    monkeypatch.chdir(tmp_path)
    assert project_file("_brand.yml").parent != tmp_path


def test_an_installed_package_has_them_beside_its_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    carried = tmp_path / "project"
    (carried / "notebooks").mkdir(parents=True)
    (carried / "notebooks" / "weekly.ipynb").write_text("{}")
    monkeypatch.setattr(project, "PACKAGED", carried)
    monkeypatch.chdir(tmp_path)
    assert notebook_file("weekly.ipynb") == carried / "notebooks" / "weekly.ipynb"


def test_a_missing_notebook_is_named() -> None:
    with pytest.raises(RenderFailed, match=r"nothing\.ipynb not found"):
        notebook_file("nothing.ipynb")
