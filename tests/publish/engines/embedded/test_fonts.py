import sys
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest

from campaignlib.errors import RenderFailed
from campaignlib.publish.engines.embedded import fonts
from campaignlib.publish.engines.embedded.fonts import brought_folders, choose, print_font


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    print_font.cache_clear()
    yield
    print_font.cache_clear()


def machine(monkeypatch: pytest.MonkeyPatch, system: list[str], brought: list[str]) -> None:
    """A machine whose system and whose Python packages have these families."""

    def families(**options: Any) -> SimpleNamespace:
        return SimpleNamespace(families=lambda: brought if options.get("font_paths") else system)

    monkeypatch.setitem(sys.modules, "typst", SimpleNamespace(Fonts=families))


def test_a_font_of_the_system_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    machine(monkeypatch, ["Arial", "Microsoft YaHei"], ["Noto Sans CJK TC"])
    found = print_font()
    assert (found.family, found.folders) == ("Microsoft YaHei", ())


def test_else_the_one_the_extra_brings(monkeypatch: pytest.MonkeyPatch) -> None:
    machine(monkeypatch, ["Arial"], ["Noto Sans CJK TC"])
    found = print_font()
    assert found.family == "Noto Sans CJK TC"
    assert found.folders == brought_folders()
    assert all(list(folder.glob("*.otf")) for folder in found.folders)


def test_without_any_chinese_font_there_is_no_pdf(monkeypatch: pytest.MonkeyPatch) -> None:
    machine(monkeypatch, ["Arial"], [])
    monkeypatch.setattr(fonts, "brought_folders", lambda: ())
    with pytest.raises(
        RenderFailed, match=r"no Chinese font for the PDF: install one of .*campaignlib\[fonts\]"
    ):
        print_font()


def test_no_family_is_chosen_by_part_of_its_name() -> None:
    assert choose(["Noto Sans CJK SC Bold", "Noto Serif CJK SC"]) is None
