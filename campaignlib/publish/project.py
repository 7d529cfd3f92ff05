"""Where notebooks, brand and Quarto settings are: the project in the current folder, the checkout, the package."""

from __future__ import annotations

from pathlib import Path

from campaignlib.errors import RenderFailed

CHECKOUT = Path(__file__).resolve().parents[2]
PACKAGED = Path(__file__).resolve().parent / "project"
"""Filled when a wheel is built (setup.py); a checkout has none and uses its own folders."""


def notebook_file(name: str) -> Path:
    """The notebook of this name: a project's own `notebooks/` in the current folder wins."""
    return _first(f"notebooks/{name}", (Path.cwd(), *_homes()))


def project_file(name: str) -> Path:
    """A file every report needs (`_brand.yml`, `_quarto.yml`, `reports/…`), as campaignlib brings it."""
    return _first(name, _homes())


def _homes() -> tuple[Path, ...]:
    return (PACKAGED, CHECKOUT)


def _first(name: str, homes: tuple[Path, ...]) -> Path:
    for home in homes:
        if (home / name).is_file():
            return home / name
    raise RenderFailed(f"{name} not found; looked in {', '.join(str(h) for h in homes)}")
