"""The patterns reports are made of, in both languages: `texts.toml` beside this file, read once."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from campaignlib.words.label import Label


@cache
def _patterns() -> Mapping[str, Mapping[str, str]]:
    """Section.name -> {zh, en, and where a count of one reads differently zh_one, en_one}."""
    raw = tomllib.loads(files(__package__).joinpath("texts.toml").read_text(encoding="utf-8"))
    return {f"{section}.{name}": entry for section, entries in raw.items() for name, entry in entries.items()}


def text(name: str, n: object = None) -> Label:
    """The pattern with this name; with `n` equal to 1 the one for a single thing. KeyError when there is none.

    >>> text("list.and").en
    '{first} and {last}'
    >>> text("findings.errors", 1).en, text("findings.errors", 2).en
    ('one error', '{n} errors')
    """
    entry = _patterns()[name]
    one = "_one" if n is not None and n == 1 else ""
    return Label(entry.get(f"zh{one}", entry["zh"]), entry.get(f"en{one}", entry["en"]))


def has(name: str) -> bool:
    """Whether there is a pattern with this name: some are only there for some rules."""
    return name in _patterns()


def names() -> tuple[str, ...]:
    """The names of all patterns."""
    return tuple(_patterns())
