"""The pages around the reports: the index in each language and the path bar on each report."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from campaignlib.errors import RenderFailed
from campaignlib.publish import texts
from campaignlib.publish.catalogue import REPORTS
from campaignlib.publish.emitted import Emitted, parse
from campaignlib.publish.indexpage import Row, index_page
from campaignlib.words.display import day
from campaignlib.words.label import LANGS, Label, Lang
from campaignlib.words.markup import html

BAR = ("<!-- bar -->", "<!-- /bar -->")
KINDS = {report.kind: report.label for report in REPORTS}


@dataclass(frozen=True, slots=True)
class Published:
    """One report as it lies in the site: its record and its files, relative to the site."""

    emitted: Emitted
    folder: Path
    page: bool
    pdf: bool

    @property
    def lang(self) -> Lang:
        return self.emitted.lang

    def link(self, start: str, ending: str) -> str:
        """Relative address from a folder of the site."""
        return Path(os.path.relpath(self.folder / f"{self.emitted.stem}.{ending}", start)).as_posix()


def refresh(out: Path) -> tuple[Path, ...]:
    """Write the index pages anew and put the right links into every report's path bar; gives the index pages.

    Only the records beside the reports are read. `index.html` is in the first language that has reports.
    """
    reports = published(out)
    for report in reports:
        if report.page:
            _write_bar(out, report, reports)
    present = tuple(lang for lang in LANGS if any(r.lang == lang for r in reports)) or LANGS[:1]
    made = [out / "index.html", *(out / lang / "index.html" for lang in present)]
    _write(made[0], _index(present[0], ".", reports, present))
    for lang, path in zip(present, made[1:], strict=True):
        _write(path, _index(lang, lang, reports, present))
    return tuple(made)


def published(out: Path) -> tuple[Published, ...]:
    """Every report of the site whose record can be read, by language, campaign and date, newest first."""
    found = [
        entry
        for lang in LANGS
        for path in sorted(out.glob(f"{lang}/*/*.json"))
        if (entry := _entry(out, path)) is not None
    ]
    return tuple(sorted(found, key=_newest_first))


def _entry(out: Path, path: Path) -> Published | None:
    """None for a file beside the reports that is no report's record."""
    try:
        emitted = parse(json.loads(path.read_text(encoding="utf-8")))
    except (RenderFailed, ValueError, AttributeError):
        return None
    if path.name != f"{emitted.stem}.json":
        return None
    page, pdf = path.with_suffix(".html").is_file(), path.with_suffix(".pdf").is_file()
    return Published(emitted, path.parent.relative_to(out), page, pdf) if page or pdf else None


def _newest_first(report: Published) -> tuple[Any, ...]:
    kinds = list(KINDS)
    rank = kinds.index(report.emitted.kind) if report.emitted.kind in kinds else len(kinds)
    return report.lang, report.emitted.campaign, -report.emitted.as_of.toordinal(), -rank


# The path bar


def _write_bar(out: Path, report: Published, reports: Sequence[Published]) -> None:
    path = out / report.folder / f"{report.emitted.stem}.html"
    text = path.read_text(encoding="utf-8")
    start, end = text.find(BAR[0]), text.find(BAR[1])
    if 0 <= start < end:
        _write(path, text[: start + len(BAR[0])] + bar(report, reports) + text[end:])


def bar(report: Published, reports: Sequence[Published]) -> str:
    """Site, campaign, previous and next report of the campaign, the other language, the PDF."""
    here, lang = report.folder.as_posix(), report.lang
    own = [r for r in reports if r.folder == report.folder and r.page]
    at = own.index(report)
    newer, older = (own[at - 1] if at else None), (own[at + 1] if at + 1 < len(own) else None)
    items = [
        f'<li><a href="{os.path.relpath(f"{lang}/index.html", here)}">{texts.SITE.to(lang)}</a></li>',
        f"<li>{html(report.emitted.campaign_name)}</li>",
        '<li class="gap" aria-hidden="true"></li>',
    ]
    if older:
        items.append(f'<li><a rel="prev" href="{older.link(here, "html")}">← {_when(older, report)}</a></li>')
    if newer:
        items.append(f'<li><a rel="next" href="{newer.link(here, "html")}">{_when(newer, report)} →</a></li>')
    items += [_other(other, here) for other in reports if _same_in_other_language(report, other)]
    if report.pdf:
        items.append(f'<li><a href="{report.link(here, "pdf")}">PDF</a></li>')
    return f"<ul>{''.join(items)}</ul>"


def _when(other: Published, report: Published) -> str:
    """The other report's date, with its kind when that differs."""
    shown = html(day(other.emitted.as_of, report.lang))
    same = other.emitted.kind == report.emitted.kind
    return shown if same else f"{kind_label(other).to(report.lang)} {shown}"


def _other(other: Published, here: str) -> str:
    tag = "en" if other.lang == "en" else "zh-Hans"
    name = "English" if other.lang == "en" else "中文"
    return f'<li><a lang="{tag}" hreflang="{tag}" href="{other.link(here, "html")}">{name}</a></li>'


def _same_in_other_language(report: Published, other: Published) -> bool:
    mine, its = report.emitted, other.emitted
    return other.page and its.lang != mine.lang and (its.campaign, its.stem) == (mine.campaign, mine.stem)


def kind_label(report: Published) -> Label:
    return KINDS.get(report.emitted.kind, Label.same(html(report.emitted.kind)))


# The index


def _index(lang: Lang, start: str, reports: Sequence[Published], present: Iterable[Lang]) -> str:
    own = [r for r in reports if r.lang == lang]
    campaigns = [
        (rows[0].campaign, rows)
        for _, group in groupby(own, key=lambda r: r.emitted.campaign)
        if (rows := [_row(r, start, reports) for r in group])
    ]
    others = [(other, _relative(f"{other}/index.html", start)) for other in present if other != lang]
    return index_page(lang, campaigns, others)


def _row(report: Published, start: str, reports: Sequence[Published]) -> Row:
    versions = [
        r
        for r in reports
        if (r.emitted.campaign, r.emitted.stem) == (report.emitted.campaign, report.emitted.stem)
    ]
    return Row(
        campaign=report.emitted.campaign_name,
        kind=kind_label(report).to(report.lang),
        emitted=report.emitted,
        pages=tuple(
            (r.lang, r.link(start, "html")) for one in LANGS for r in versions if r.page and r.lang == one
        ),
        pdf=report.link(start, "pdf") if report.pdf else None,
    )


def _relative(target: str, start: str) -> str:
    return Path(os.path.relpath(target, start)).as_posix()


def _write(path: Path, text: str) -> None:
    """Write by rename, and only when something changed."""
    if path.is_file() and path.read_text(encoding="utf-8") == text:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    scratch = path.with_name(f".{path.name}.new")
    scratch.write_text(text, encoding="utf-8", newline="\n")
    os.replace(scratch, path)
