"""The Chinese font a PDF is set in: one of the system's, else the one the extra [fonts] brings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from campaignlib.errors import RenderFailed
from campaignlib.words.tokens import PRINT_FONTS

BROUGHT = ("cvttf_NotoSansCJK_Regular", "cvttf_NotoSansCJK_Bold")


@dataclass(frozen=True, slots=True)
class PrintFont:
    """A font family and the folders it is to be looked for beside the system's."""

    family: str
    folders: tuple[Path, ...] = ()


@cache
def print_font() -> PrintFont:
    """The first family of the print list this machine has; RenderFailed when it has none."""
    import typst

    system = choose(typst.Fonts(include_embedded_fonts=False).families())
    if system:
        return PrintFont(system)
    folders = brought_folders()
    if folders:
        paths = [str(folder) for folder in folders]
        families = typst.Fonts(include_system_fonts=False, font_paths=paths).families()
        brought = next((family for family in families if family.startswith("Noto Sans CJK")), None)
        if brought:
            return PrintFont(brought, folders)
    raise RenderFailed(
        f"no Chinese font for the PDF: install one of {', '.join(PRINT_FONTS)}, or campaignlib[fonts]"
    )


def choose(families: Iterable[str]) -> str | None:
    """The family of the print list that stands first.

    >>> choose(["Arial", "Microsoft YaHei", "Source Han Sans SC"])
    'Source Han Sans SC'
    """
    here = set(families)
    return next((family for family in PRINT_FONTS if family in here), None)


def brought_folders() -> tuple[Path, ...]:
    """Folders of the fonts that come as Python packages."""
    found = (find_spec(name) for name in BROUGHT)
    return tuple(Path(spec.origin).parent for spec in found if spec is not None and spec.origin)
