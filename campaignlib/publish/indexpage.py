"""The index page: every campaign's reports, newest first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.resources import files

from campaignlib.publish import texts
from campaignlib.publish.brand import css_tokens
from campaignlib.publish.emitted import Emitted
from campaignlib.words.display import day
from campaignlib.words.label import Lang
from campaignlib.words.markup import html
from campaignlib.words.tokens import FONTS, css_fonts

TAGS: Mapping[Lang, str] = {"zh": "zh-Hans", "en": "en-GB"}
NAMES: Mapping[Lang, str] = {"zh": "中文", "en": "EN"}
STYLES = files("campaignlib.publish.engines.embedded")
PREVIEWS = 3


@dataclass(frozen=True, slots=True)
class Row:
    """One report in the index: names as plain text, addresses relative to the page."""

    campaign: str
    kind: str
    emitted: Emitted
    pages: tuple[tuple[Lang, str], ...]
    pdf: str | None


def index_page(
    lang: Lang, campaigns: Sequence[tuple[str, Sequence[Row]]], others: Sequence[tuple[Lang, str]]
) -> str:
    """The whole page; `others` are the same page in other languages."""
    style = "\n".join(
        (css_tokens(), _fonts(lang), *(_style(n) for n in ("parts.css", "page.css", "index.css")))
    )
    title = texts.SITE.to(lang)
    switch = "".join(
        f'<li><a lang="{TAGS[other]}" hreflang="{TAGS[other]}" href="{link}">'
        f"{'English' if other == 'en' else '中文'}</a></li>"
        for other, link in others
    )
    body = "\n".join(_campaign(name, rows, lang) for name, rows in campaigns)
    return f"""<!doctype html>
<html lang="{TAGS[lang]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<link rel="icon" href="data:,">
<style>
{style}
</style>
</head>
<body class="index">
<a class="skip" href="#content">{texts.SKIP.to(lang)}</a>
<nav class="pathbar" aria-label="{texts.BAR.to(lang)}"><ul><li>{title}</li>\
<li class="gap" aria-hidden="true"></li>{switch}</ul></nav>
<main id="content">
<header class="opening"><h1>{title}</h1>
<p class="ink2">{_counted(campaigns, lang)}</p></header>
{body or f"<p>{texts.NO_REPORTS.to(lang)}</p>"}
</main>
</body>
</html>
"""


def _campaign(name: str, rows: Sequence[Row], lang: Lang) -> str:
    labels = _preview_labels(rows[0])
    heads = "".join(f'<th scope="col" class="num">{html(label)}</th>' for label in labels)
    lines = "\n".join(_line(row, labels, lang) for row in rows)
    return f"""<section class="part" aria-label="{html(name)}">
<div class="side"><h2>{html(name)}</h2></div>
<div class="body"><div class="scroll" tabindex="0" role="region" aria-label="{html(name)}"><table>
<caption class="visually-hidden">{html(name)}</caption>
<thead><tr><th scope="col">{texts.AS_OF.to(lang)}</th><th scope="col">{texts.REPORT.to(lang)}</th>\
<th scope="col">{texts.STATE.to(lang)}</th>{heads}<th scope="col" class="num">{texts.OPEN.to(lang)}</th></tr></thead>
<tbody>
{lines}
</tbody></table></div></div>
</section>"""


def _line(row: Row, labels: Sequence[str], lang: Lang) -> str:
    previews = list(row.emitted.record.get("preview") or ())[:PREVIEWS]
    cells = "".join(
        _preview(previews[i] if i < len(previews) else None, label) for i, label in enumerate(labels)
    )
    links = [
        f'<a lang="{TAGS[one]}" hreflang="{TAGS[one]}" href="{link}">{NAMES[one]}</a>'
        for one, link in row.pages
    ]
    links += [f'<a href="{row.pdf}">PDF</a>'] if row.pdf else []
    own = next((link for one, link in row.pages if one == lang), row.pdf or "")
    return (
        f'<tr role="row"><th scope="row" class="when">{_day(row.emitted.as_of, lang)}</th>'
        f'<td class="what"><a href="{own}">{html(row.kind)}</a>'
        f'<div class="second">{html(row.emitted.title)}</div></td>'
        f'<td class="state">{_state(row.emitted, lang)}</td>{cells}<td class="num open">{" ".join(links)}</td></tr>'
    )


def _state(emitted: Emitted, lang: Lang) -> str:
    until = emitted.provisional_until
    counts = emitted.record.get("findings") or {}
    said = texts.FINDINGS.to(lang).format(error=counts.get("error", 0), warning=counts.get("warning", 0))
    if until is None:
        return f'<div class="second">{html(said)}</div>' if counts else ""
    final = html(texts.FINAL_ON.to(lang)).format(day=_day(until, lang))
    return (
        f'<span class="glyph" aria-hidden="true">◇</span> <b>{texts.PROVISIONAL.to(lang)}</b>'
        f'<div class="second">{final}</div>'
    )


def _day(value: date, lang: Lang) -> str:
    return f'<span class="day">{html(day(value, lang))}</span>'


def _preview(preview: Mapping[str, str] | None, label: str) -> str:
    if preview is None:
        return '<td class="num">—</td>'
    own = str(preview.get("label") or "")
    named = f'<div class="second">{html(own)}</div>' if own != label else ""
    note = f'<div class="second">{html(str(preview["note"]))}</div>' if preview.get("note") else ""
    said = f' data-label="{html(own or label)}"'
    return f'<td class="num"{said}><b>{html(str(preview.get("value") or "—"))}</b>{named}{note}</td>'


def _preview_labels(row: Row) -> tuple[str, ...]:
    """Column heads are those of the newest report; a row whose label differs says its own."""
    previews = list(row.emitted.record.get("preview") or ())[:PREVIEWS]
    return tuple(str(preview.get("label") or "") for preview in previews)


def _counted(campaigns: Sequence[tuple[str, Sequence[Row]]], lang: Lang) -> str:
    reports = sum(len(rows) for _, rows in campaigns)
    if lang == "zh":
        return f"{len(campaigns)} 个活动，{reports} 份报告"
    return f"{_some(len(campaigns), 'campaign')}, {_some(reports, 'report')}"


def _some(n: int, noun: str) -> str:
    return f"{n} {noun}" if n == 1 else f"{n} {noun}s"


def _fonts(lang: Lang) -> str:
    return f"body{{font-family:{css_fonts(FONTS[lang])}}}"


def _style(name: str) -> str:
    return STYLES.joinpath(name).read_text(encoding="utf-8")
