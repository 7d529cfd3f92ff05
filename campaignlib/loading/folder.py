"""A campaign folder, or a bare workbook, as a Campaign."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from campaignlib.campaign import Campaign, StatedTotal
from campaignlib.config import Config, read_config
from campaignlib.errors import BadConfig, NoCampaign
from campaignlib.findings import Cell, Finding, Findings, Severity
from campaignlib.forms import DAILY, FORMS, Form
from campaignlib.reading import notices
from campaignlib.reading.form import YEARS, read_form
from campaignlib.reading.layout import Table, find_tables
from campaignlib.reading.twins import copies
from campaignlib.reading.workbook import Grid, read_workbook
from campaignlib.sources.daily import DailyRead, read_daily
from campaignlib.values.context import Context
from campaignlib.words.label import Label

SETTINGS = "campaign.toml"
WORKBOOKS = (".xlsx", ".xlsm")
OTHERS = (".xls", ".et", ".xlsb")
"""Workbooks that cannot be read; looked at only where there is no other, so that it can be said what to do."""
_FULL_DATE = re.compile(r"(?<!\d)(20\d\d)\s*[./年-]\s*\d{1,2}(?!\d)")


def load(path: str | Path, *, year: int | None = None) -> Campaign:
    """Everything a campaign folder holds: `campaign.toml`, the workbooks with the forms, the daily data.

    A bare workbook is read with default settings; its year comes from `year`, else from the full dates in it.
    What is wrong in the data is in `Campaign.reading`, never raised.

    Raises NoCampaign when the path does not exist or holds no form that could be read, BadConfig when
    campaign.toml says something it may not say or names a file outside the folder.

    >>> c = load("data/back-to-school-2024")
    >>> len(c.budget), c.rows("goals")[0].target, str(c.cell(c.rows("schedule")[0], "task"))[:3]
    (8, 5000000.0, 'F5!')
    """
    path = Path(path)
    files = _files(path)
    grids, findings = _grids(files)
    config, doubts = _with_year(files.config, year, grids)
    tables = [table for grid in grids for table in find_tables(grid, FORMS)]
    if not any(table.readable for table in tables):
        raise NoCampaign(_nothing(path, files, findings))
    ctx = config.context
    daily = read_daily(files.daily, config, ctx)
    return _assembled(path, files, config, tables, ctx, daily, (*files.findings, *findings, *doubts))


@dataclass(frozen=True, slots=True)
class _Files:
    """What a path leads to. Each file is (path, its name relative to the folder)."""

    config: Config
    forms: tuple[tuple[Path, str], ...]
    daily: tuple[tuple[Path, str], ...]
    settings: tuple[tuple[Path, str], ...]
    findings: tuple[Finding, ...]

    def hashes(self) -> tuple[tuple[str, str], ...]:
        """(name, SHA-256) of every file that can be opened."""
        every = (*self.settings, *self.forms, *self.daily)
        return tuple((name, digest) for file, name in every if (digest := _digest(file)))


def _digest(file: Path) -> str:
    try:
        with file.open("rb") as opened:
            return hashlib.file_digest(opened, "sha256").hexdigest()
    except OSError:
        return ""  # the finding of reading it says why


def _files(path: Path) -> _Files:
    if path.is_dir():
        return _folder(path)
    if not path.exists():
        raise NoCampaign(f"{path}: there is no such folder or workbook")
    config = Config(id=path.stem, name=Label.same(path.stem), source=path.name)
    return _Files(config, ((path, path.name),), (), (), ())


def _folder(folder: Path) -> _Files:
    settings = folder / SETTINGS
    findings: list[Finding] = []
    if settings.is_file():
        config = read_config(settings)
    else:
        name = folder.resolve().name
        config = Config(id=name, name=Label.same(name))
        findings.append(_no_settings())
    forms = _named(folder, config.forms, "forms", findings) or _workbooks(folder)
    daily = _named(folder, config.daily, "daily", findings)
    if not config.daily and (folder / "daily.csv").is_file():
        daily = ((_inside(folder, "daily.csv", "daily"), "daily.csv"),)
    kept = ((settings, SETTINGS),) if settings.is_file() else ()
    return _Files(config, forms, daily, kept, tuple(findings))


def _workbooks(folder: Path) -> tuple[tuple[Path, str], ...]:
    """Every workbook in the folder itself, without the lock files of open ones."""
    there = sorted(
        p.name for p in folder.iterdir() if p.is_file() and not p.name.startswith(("~$", ".~", "."))
    )
    found = [n for n in there if n.lower().endswith(WORKBOOKS)] or [
        n for n in there if n.lower().endswith(OTHERS)
    ]
    return tuple((_inside(folder, name, "forms"), name) for name in found)


def _named(
    folder: Path, names: Iterable[str], key: str, findings: list[Finding]
) -> tuple[tuple[Path, str], ...]:
    """The files campaign.toml names; a finding for each that is not there."""
    found = []
    for name in names:
        file = _inside(folder, name, key)
        if file.is_file():
            found.append((file, file.relative_to(folder.resolve()).as_posix()))
        else:
            reason = Label(
                "campaign.toml 指明了它，但文件夹中没有",
                "campaign.toml names it, but it is not in the folder",
            )
            findings.append(notices.file_unreadable(name, reason))
    return tuple(found)


def _inside(folder: Path, name: str, key: str) -> Path:
    """The file with this name in the folder; BadConfig when the name, or a link, leads out of it."""
    root = folder.resolve()
    try:
        file = (root / name).resolve()
    except (OSError, ValueError, RuntimeError):
        raise BadConfig(f"{SETTINGS}: files.{key}: {name!r} is no file name") from None
    if not file.is_relative_to(root) or file == root:
        raise BadConfig(f"{SETTINGS}: files.{key}: {name!r} leads out of the campaign's folder")
    return file


def _grids(files: _Files) -> tuple[tuple[Grid, ...], tuple[Finding, ...]]:
    grids: list[Grid] = []
    findings: list[Finding] = []
    for file, name in files.forms:
        found, troubles = read_workbook(file, name)
        grids += found
        findings += troubles
    return tuple(grids), tuple(findings)


def _with_year(config: Config, year: int | None, grids: Iterable[Grid]) -> tuple[Config, tuple[Finding, ...]]:
    """The settings with a year: their own, else the one given, else the commonest of full dates in the forms."""
    if config.year is not None:
        return config, ()
    if year is not None:
        return replace(config, year=year), ()
    seen = Counter(y for grid in grids for value in grid.cells.values() for y in _years(value) if y in YEARS)
    if seen:
        most = max(seen.values())
        return replace(config, year=min(y for y, n in seen.items() if n == most)), ()
    return config, (_no_year(config),)


def _years(value: object) -> Iterator[int]:
    if isinstance(value, date):
        yield value.year
    elif isinstance(value, str):
        yield from (int(y) for y in _FULL_DATE.findall(value))


def _assembled(
    path: Path,
    files: _Files,
    config: Config,
    tables: Sequence[Table],
    ctx: Context,
    daily: DailyRead,
    findings: Iterable[Finding],
) -> Campaign:
    frames: dict[str, Any] = {}
    origins: dict[tuple[str, int, str], Cell] = {}
    said = [*findings, *daily.findings]
    totals: list[StatedTotal] = []
    for form in FORMS:
        own = [t for t in tables if t.form == form]
        read = read_form(form, own, ctx)
        frames[form.name] = read.frame
        origins |= read.origins
        totals += read.totals
        said += read.findings
        said += copies(form, own)
        said += _absent(form, own, files.forms)
    said += _absent(DAILY, files.daily, files.forms)
    return Campaign(
        config=config,
        **frames,
        daily=daily.frame,
        origins=daily.origins(origins),
        totals=tuple(totals),
        reading=Findings(said),
        path=path,
        inputs=files.hashes(),
    )


def _absent(form: Form, found: Sequence[object], files: Iterable[tuple[Path, str]]) -> list[Finding]:
    return [] if found else [notices.form_missing(form.code, form.title, (name for _, name in files))]


def _nothing(path: Path, files: _Files, findings: Sequence[Finding]) -> str:
    if not files.forms:
        return f"{path}: no workbook (.xlsx, .xlsm) in this folder"
    if findings:
        return f"{path}: {findings[0].message.en}"
    names = ", ".join(name for _, name in files.forms)
    return f"{path}: none of the forms F1 to F12 is in {names}; forms are recognised by their heading row"


def _no_settings() -> Finding:
    return Finding(
        code="CONFIG-MISSING",
        severity=Severity.WARNING,
        form="config",
        cells=(),
        read="",
        expected=Label("文件夹中有 campaign.toml", "a campaign.toml in the folder"),
        message=Label(
            "没有 campaign.toml：活动日期、渠道和指标库未知，按默认设置读取；请补上该文件",
            "There is no campaign.toml: dates, channels and the metric library are unknown and defaults were taken; "
            "add the file",
        ),
    )


def _no_year(config: Config) -> Finding:
    return Finding(
        code="READ-YEAR",
        severity=Severity.WARNING,
        form="config",
        cells=(),
        read="",
        expected=Label("活动的年份", "the campaign's year"),
        message=Label(
            "表中的日期都没有年份；请在 campaign.toml 写明活动日期，或用 --year 给出年份",
            "No date in the forms has a year; give the dates in campaign.toml, or the year with --year",
        ),
    )
