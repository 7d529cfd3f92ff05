"""Where a page's data came from: files with their hashes, versions, the day, who took part."""

from __future__ import annotations

from collections import Counter
from datetime import date
from importlib.metadata import version

from campaignlib.campaign import FRAMES, Campaign
from campaignlib.sentences.sentence import Text, raw, run, say
from campaignlib.sentences.show import day as shown_day
from campaignlib.words.block import Block, div
from campaignlib.words.label import Label, Lang

PACKAGES = ("campaignlib", "pandas", "pandera")
PEOPLE = ("owner", "helper", "approver", "reporter", "decider")
SEMICOLON = Label("；", "; ")


def sources(c: Campaign, as_of: date | str | None, lang: Lang) -> Block:
    """Files with the first and last digits of their SHA-256, the as-of date, versions. No time of making: the same
    inputs give the same page."""
    files = run(
        [say("sources.file", name=name, digest=short(digest)) for name, digest in c.inputs], SEMICOLON
    )
    versions = run([raw(f"{name} {version(name)}") for name in PACKAGES], Label("，", ", "))
    lines = [files, say("sources.as_of", day=shown_day(c.day(as_of)), versions=versions)]
    return Block(div("\n\n".join(line.markdown(lang) for line in lines if line), "sources"))


def short(digest: str) -> str:
    """A hash as a reader compares it.

    >>> short("3f9c0000000000000000a41e")
    '3f9c…a41e'
    """
    return f"{digest[:4]}…{digest[-4:]}" if len(digest) > 9 else digest


def participants(c: Campaign) -> Text:
    """Everybody whom a form names, those with most entries first."""
    counted: Counter[str] = Counter()
    for name in FRAMES:
        for row in c.rows(name):
            counted.update(who for part in PEOPLE if (who := getattr(row, part, None)) and who.endswith("*"))
    people = [who for who, _ in counted.most_common()]
    return (
        say("sources.people", list=run([raw(p) for p in people], Label("、", ", ")))
        if people
        else say("sources.nobody")
    )


def origin(*codes: str) -> Text:
    """The forms a section comes from, by their codes (`F8`, `daily`, `all`).

    >>> origin("F8", "F1").plain("zh"), origin("F8", "F1").plain("en")
    ('F8 看板，F1 目标', 'F8 board, F1 goals')
    """
    return run([say(f"forms.{code}") for code in codes], Label("，", ", "))


def rules(c: Campaign) -> Text:
    """Where windows and thresholds are written."""
    return say("sources.rules", file=c.config.source)
