"""A table of a TOML file, read key by key: what is wrong is refused by its name, what is unknown is not overlooked."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from campaignlib.config.settings import Window
from campaignlib.errors import BadConfig
from campaignlib.words.label import Label


class Table:
    """A table of the file: typed look-ups that name the key when they refuse, and a check for unknown keys."""

    def __init__(self, raw: Any, path: str, dot: str = ": ") -> None:
        if not isinstance(raw, Mapping):
            raise BadConfig(f"{path}: a table is needed")
        self.raw, self.path, self.seen = raw, path + dot, set[str]()

    def _get(self, key: str, kinds: tuple[type, ...], what: str) -> Any:
        self.seen.add(key)
        value = self.raw.get(key)
        if value is not None and (
            not isinstance(value, kinds) or (isinstance(value, bool) and bool not in kinds)
        ):
            raise BadConfig(f"{self.path}{key} = {value!r}, expected {what}")
        return value

    def text(self, key: str, default: str) -> str:
        value = self._get(key, (str,), "a text")
        return default if value is None else str(value)

    def texts(self, key: str) -> tuple[str, ...]:
        value = self._get(key, (list,), "a list of texts") or []
        if not all(isinstance(v, str) for v in value):
            raise BadConfig(f"{self.path}{key}: only texts in this list")
        return tuple(value)

    def number(self, key: str, low: float = -math.inf, high: float = math.inf) -> float | None:
        """A number from `low` to `high`; never nan or inf, which TOML knows too."""
        value = self._get(key, (int, float), "a number")
        if value is not None and not (math.isfinite(value) and low <= value <= high):
            between = f" from {low:g} to {high:g}" if math.isfinite(high) else f", at least {low:g}"
            raise BadConfig(
                f"{self.path}{key} = {value}, expected a number{between if math.isfinite(low) else ''}"
            )
        return None if value is None else float(value)

    def whole(self, key: str) -> int | None:
        value = self._get(key, (int,), "a whole number")
        if value is not None and value < 0:
            raise BadConfig(f"{self.path}{key} = {value}, expected a whole number, at least 0")
        return None if value is None else int(value)

    def day(self, key: str) -> date | None:
        value = self._get(key, (date,), "a date such as 2024-07-20, without quotes")
        return None if value is None else _day(value)

    def days(self, key: str) -> tuple[date, ...]:
        value = self._get(key, (list,), "a list of dates") or []
        if not all(isinstance(v, date) for v in value):
            raise BadConfig(f"{self.path}{key}: only dates in this list")
        return tuple(map(_day, value))

    def window(self, first: str, last: str) -> Window | None:
        start, end = self.day(first), self.day(last)
        if start is None and end is None:
            return None
        if start is None or end is None or end < start or end - start > timedelta(days=3660):
            raise BadConfig(f"{self.path}{first} and {last} are two dates, the second not before the first")
        return Window(start, end)

    def label(self, key: str, default: Label) -> Label:
        value = self._get(key, (str, dict), "a text or {zh = …, en = …}")
        if value is None:
            return default
        if isinstance(value, str):
            return Label.same(value)
        table = Table(value, f"{self.path}{key}", ".")
        zh, en = table.text("zh", ""), table.text("en", "")
        table.nothing_else()
        return Label(zh or en, en or zh)

    def choice(self, key: str, allowed: tuple[str, ...], default: str) -> str:
        value = self.text(key, default)
        if value not in allowed:
            raise BadConfig(f"{self.path}{key} = {value!r}, expected one of {', '.join(allowed)}")
        return value

    def table(self, key: str) -> Table:
        return Table(self._get(key, (dict,), "a table") or {}, f"{self.path}{key}", ".")

    def tables(self, key: str) -> Iterable[Table]:
        value = self._get(key, (list,), f"a list of tables [[{key}]]") or []
        return [Table(v, f"{self.path}{key}[{i}]", ".") for i, v in enumerate(value)]

    def named(self, key: str) -> Iterable[tuple[str, Table]]:
        value = self._get(key, (dict,), f"tables [{key}.NAME]") or {}
        return [(k, Table(v, f"{self.path}{key}.{k}", ".")) for k, v in value.items()]

    def nothing_else(self) -> None:
        unknown = sorted(set(self.raw) - self.seen)
        if unknown:
            raise BadConfig(
                f"{self.path}{unknown[0]} is not known here; known are {', '.join(sorted(self.seen))}"
            )


def _day(value: date) -> date:
    """The day of a date or, since TOML has both, of a moment."""
    return date(value.year, value.month, value.day)
