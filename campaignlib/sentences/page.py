"""The pieces a page is made of: kicker, stage strip, rail, finding, points and decisions as blocks."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from campaignlib.campaign import Campaign
from campaignlib.config import Window
from campaignlib.figures import Figures
from campaignlib.sentences.decisions import Decision
from campaignlib.sentences.sentence import NOTHING, Sentence, Text, raw, run, say, shown
from campaignlib.sentences.show import day, days, share
from campaignlib.words import display, markup, texts
from campaignlib.words.block import Block, div, join, only_html, only_print, raw_html
from campaignlib.words.label import Label, Lang
from campaignlib.words.tokens import PRINT_FONTS, TOKENS, css_fonts

SHOWN = 6
"""Decisions shown; the others are counted."""


def kicker(c: Campaign, kind: str, as_of: date | str | None, figures: Figures | None = None) -> Text:
    """The line above the title: kind, as-of date with weekday, until when it is provisional, overall lead."""
    when = shown(lambda lang: display.day(c.day(as_of), lang, True, True))
    final = [f.final_on for f in figures or () if f.final_on] if kind == "retrospective" else []
    parts = [
        say("page.kind_as_of", kind=texts.text(f"page.{kind}"), day=when),
        say("page.final", day=day(max(final))) if final else NOTHING,
        say("page.lead", lead=c.config.lead) if c.config.lead else NOTHING,
    ]
    return run(parts, Label("　", ". "))


def kicker_block(text: Text, lang: Lang) -> Block:
    return Block(div(text.markdown(lang), "kicker"), text.plain(lang))


def rail(lang: Lang, *parts: str | Label | Text) -> Block:
    """What a section comes from: form codes, rules; stands directly after its heading."""
    told = [(p if isinstance(p, Text) else raw(p)).markdown(lang) for p in parts]
    return Block(div("\n\n".join(told), "rail"))


def section(
    lang: Lang, origin: Sequence[str | Label | Text], sentence: Sentence | None, *parts: Block
) -> Block:
    """What stands under a heading: the rail, the finding, then blocks.

    A block that says what is missing stands for the finding, so that nothing is said twice.
    """
    opening = [rail(lang, *origin)] if origin else []
    if sentence and not (parts and all(part.missing for part in parts)):
        opening.append(finding(sentence, lang))
    return join([*opening, *(part for part in parts if part.markdown)])


class Drawn(Protocol):
    """A chart: it knows its block."""

    def block(self) -> Block: ...


def drawn(chart: Drawn | None) -> Block | None:
    """A chart's block; None where there was nothing to draw, so that its cell shows nothing."""
    block = chart.block() if chart else None
    return block if block and block.markdown else None


def references(charts: Mapping[str, Block | None], lang: Lang) -> Block:
    """Where each chart of the page is: `{"pace": block}` is referred to as @fig-pace; those not drawn are left out."""
    colon, between, stop = ("：", "，", "。") if lang == "zh" else (": ", ", ", ".")
    found = [
        f"{texts.text(f'charts.{name}').to(lang)}{colon}@fig-{name}"
        for name, block in charts.items()
        if block
    ]
    return Block(between.join(found) + stop if found else "")


def finding(sentence: Sentence, lang: Lang) -> Block:
    """The sentence that opens a section."""
    return Block(div(sentence.markdown(lang), "finding"), sentence.plain(lang))


def note(text: Text | Sentence, lang: Lang) -> Block:
    """A small line below a chart or table."""
    made = text.markdown(lang) if isinstance(text, Text) else text.bold.markdown(lang)
    return Block(div(made, "note"), text.plain(lang))


def points(sentences: Sequence[Sentence], lang: Lang) -> Block:
    """The points as a list: glyph, verdict, what it rests on."""
    lines = [f"- [{s.glyph}]{{.glyph .{s.tone}}} {s.markdown(lang)}" for s in sentences]
    return Block(div("\n".join(lines), "points"), "\n".join(f"{s.glyph} {s.plain(lang)}" for s in sentences))


def decisions(found: Sequence[Decision], lang: Lang, most: int = SHOWN) -> Block:
    """The decisions, numbered: question in bold, what hangs on it, who and by when."""
    if not found:
        return Block(say("decision.none").markdown(lang))
    lines = []
    for i, decision in enumerate(found[:most], 1):
        by = run((decision.who, decision.when), texts.text("list.comma"))
        lines.append(
            f"{i}.  **{decision.question.markdown(lang)}**\n\n"
            f"    {decision.stakes.markdown(lang)}\n\n    [{by.markdown(lang)}]{{.by}}"
        )
    rest = len(found) - most
    if rest > 0:
        asked = run([decision.question for decision in found[most:]])
        more = say("page.more_decisions", rest, n=rest, list=asked).markdown(lang)
        return Block(div("\n\n".join(lines), "decisions") + "\n\n" + div(more, "note"))
    return Block(div("\n\n".join(lines), "decisions"))


def columns(first: Text, left: Block, second: Text, right: Block, lang: Lang) -> Block:
    """Two columns with headings: the summary, and what must be decided."""
    made = [
        f":::: {{.column}}\n## {heading.markdown(lang)} {{.unnumbered .unlisted}}\n\n{block.markdown}\n::::"
        for heading, block in ((first, left), (second, right))
    ]
    return Block("::::: {.columns}\n" + "\n\n".join(made) + "\n:::::")


def summary(sentences: Sequence[Sentence], found: Sequence[Decision], lang: Lang) -> Block:
    """The weekly's points beside its decisions."""
    heading = say("decision.heading_n", n=len(found)) if found else say("decision.heading")
    return columns(say("point.heading"), points(sentences, lang), heading, decisions(found, lang), lang)


def conclusions(sentences: Sequence[Sentence], found: Sequence[Decision], lang: Lang) -> Block:
    """The retrospective's conclusions beside what to take along."""
    nothing = Block(say("retro.nothing_along").markdown(lang))
    left, right = points(sentences, lang), decisions(found, lang, most=8) if found else nothing
    return columns(say("retro.conclusions"), left, say("retro.takeaways"), right, lang)


@dataclass(frozen=True, slots=True)
class _Span:
    label: Label
    window: Window
    before: bool


def strip(c: Campaign, as_of: date | str | None, lang: Lang) -> Block:
    """The stages as one bar with today on it; nothing without dates."""
    spans, today = _spans(c), c.day(as_of)
    if not spans or c.config.window is None:
        return Block("")
    told = _today(c.config.window, today)
    page = _bar(spans, today, told, lang)
    paper = _svg(spans, today, told, lang)
    data = b64encode(paper.encode()).decode()
    image = f'![](data:image/svg+xml;base64,{data}){{fig-alt="{markup.html(_alt(spans, told, lang))}"}}'
    made = only_html(div(raw_html(page), "strip")) + "\n\n" + only_print(div(image, "strip"))
    return Block(made, told.plain(lang))


def _spans(c: Campaign) -> tuple[_Span, ...]:
    window = c.config.window
    if window is None:
        return ()
    made = []
    prepared = c.config.preparation
    if prepared is not None and prepared < window.start:
        before = Window(prepared, window.start - timedelta(days=1))
        made.append(_Span(texts.text("page.prepare"), before, True))
    stages = sorted(c.config.stages, key=lambda s: s.window.start)
    if not stages:
        return (*made, _Span(texts.text("page.campaign"), window, False))
    return (*made, *(_Span(s.label, s.window, False) for s in stages))


def _today(window: Window, today: date) -> Text:
    if today < window.start:
        left = (window.start - today).days
        return say("page.today_before", left, day=day(today), n=left)
    if today > window.end:
        return say("page.today_after", window.days, day=day(today), end=day(window.end), n=window.days)
    passed = window.passed(today)
    return say("page.today_in", day=day(today), k=passed, n=window.days, share=share(passed / window.days))


def _alt(spans: tuple[_Span, ...], told: Text, lang: Lang) -> str:
    stages = [f"{s.label.to(lang)} {days(s.window.start, s.window.end).to(lang)}" for s in spans]
    between = "，" if lang == "zh" else ", "
    return between.join(stages) + ("；" if lang == "zh" else "; ") + told.plain(lang)


STYLE = """
.cl-strip{font-size:13px;line-height:1.4;color:var(--ink)}
.cl-strip .today{display:flex;padding-bottom:4px}
.cl-strip .bar{display:flex;gap:2px;position:relative}
.cl-strip .bar>div{min-width:0}
.cl-strip .track{height:9px;background:var(--corridor)}
.cl-strip .track>div{height:9px;background:var(--ink3)}
.cl-strip .before .track>div{background:var(--edge)}
.cl-strip .name{padding-top:4px;overflow-wrap:anywhere}
.cl-strip .dates{color:var(--ink2);margin-left:8px;white-space:nowrap}
.cl-strip .line{position:absolute;top:-4px;height:17px;border-left:2px solid var(--ink)}
@media (max-width:720px){.cl-strip .dates{display:none}}
"""


def _bar(spans: tuple[_Span, ...], today: date, told: Text, lang: Lang) -> str:
    """The strip of the page: it has the width of the page, and on a phone only the names."""
    first, last = spans[0].window.start, max(s.window.end for s in spans)
    here = round(Window(first, last).passed(today) / Window(first, last).days * 100, 2)
    side = f"justify-content:flex-end;width:{here}%" if here > 40 else f"padding-left:{here}%"
    stages = "".join(
        f'<div class="{"before" if span.before else "stage"}" style="flex:{span.window.days} 1 0">'
        f'<div class="track"><div style="width:{_done(span.window, today)}%"></div></div>'
        f'<div class="name">{markup.html(span.label.to(lang))}'
        f'<span class="dates">{markup.html(days(span.window.start, span.window.end).to(lang))}</span></div></div>'
        for span in spans
    )
    return (
        f'<div class="cl-strip" role="img" aria-label="{markup.html(_alt(spans, told, lang))}">'
        f"<style>{STYLE}</style>"
        f'<div class="today" style="{side}"><span>{markup.html(told.plain(lang))}</span></div>'
        f'<div class="bar">{stages}<div class="line" style="left:calc({here}% - 1px)"></div></div></div>'
    )


def _done(window: Window, today: date) -> float:
    return round(window.passed(today) / window.days * 100, 2)


WIDTH, BAR, THICK, SIZE = 690, 24, 8, 11.4
"""In print 504.6 pt wide, so that the text has 8.3 pt."""
_PAPER = TOKENS["print"]


def _svg(spans: tuple[_Span, ...], today: date, told: Text, lang: Lang) -> str:
    """The strip on paper, as wide as its text."""
    first, last = spans[0].window.start, max(s.window.end for s in spans)
    whole = Window(first, last)

    def x(days_passed: int) -> float:
        return round(days_passed / whole.days * WIDTH, 1)

    here = x(whole.passed(today))
    parts = []
    for span in spans:
        a, b = x((span.window.start - first).days), x((span.window.end - first).days + 1) - 2
        parts.append(_rect(a, b, _PAPER["corridor"]))
        if here > a:
            parts.append(_rect(a, min(b, here), _PAPER["edge" if span.before else "ink3"]))
        name, dates = span.label.to(lang), days(span.window.start, span.window.end).to(lang)
        fits = _wide(f"{name} {dates}") <= b - a
        told_dates = f' <tspan fill="{_PAPER["ink2"]}">{markup.html(dates)}</tspan>' if fits else ""
        parts.append(
            f'<text x="{a}" y="{BAR + 22}" fill="{_PAPER["ink"]}">{markup.html(name)}{told_dates}</text>'
        )
    side = "end" if here > WIDTH * 0.4 else "start"
    parts.append(f'<path d="M{here} {BAR - 5}V{BAR + THICK + 4}" stroke="{_PAPER["ink"]}" stroke-width="2"/>')
    parts.append(
        f'<text x="{here}" y="{BAR - 9}" text-anchor="{side}" fill="{_PAPER["ink"]}">'
        f"{markup.html(told.plain(lang))}</text>"
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {BAR + 28}" width="{WIDTH}" '
        f'height="{BAR + 28}" font-size="{SIZE}" font-family="{css_fonts(PRINT_FONTS)}">{"".join(parts)}</svg>'
    )


def _wide(text: str) -> float:
    """About how wide a text is."""
    return sum(SIZE if ord(sign) > 0x2E7F else SIZE * 0.56 for sign in text)


def _rect(a: float, b: float, fill: str) -> str:
    return f'<rect x="{a}" y="{BAR}" width="{round(max(b - a, 0), 1)}" height="{THICK}" fill="{fill}"/>'
