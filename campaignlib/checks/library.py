"""The forms against the metric library: a metric or a channel that campaign.toml does not know is not computed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from campaignlib.campaign import Campaign
from campaignlib.checks import say
from campaignlib.checks.check import Check
from campaignlib.config import plain_name
from campaignlib.findings import Cell, Finding, Severity
from campaignlib.metrics import measures
from campaignlib.words.label import Label

_Named = tuple[str, Cell]
"""A name as written and its cell."""


def _unknown(c: Campaign) -> Iterator[Finding]:
    every = (*measures.goals(c), *measures.board(c), *measures.evaluation(c))
    metrics = [(str(m.row.metric), c.cell(m.row, "metric")) for m in every if m.row.metric and not m.metric]
    channels = [
        (row.channel, c.cell(row, "channel"))
        for row in c.rows("board")
        if row.channel and not c.config.channel(row.channel)
    ]
    if c.config.metrics:
        yield from _one_each(metrics, Label("指标", "metric"))
    elif metrics:
        yield LIBRARY.finding(
            say.span(cell for _, cell in metrics),
            read="、".join(dict.fromkeys(name for name, _ in metrics)),
            message=Label(
                "campaign.toml 里没有指标库，表上的指标都算不出进度。请为每个指标加一节 [metrics.名称]。",
                "campaign.toml has no metric library, so no metric of the forms has a pace. Add a table [metrics.NAME] "
                "for each.",
            ),
        )
    if c.config.channels:
        yield from _one_each(channels, Label("渠道", "channel"))


def _one_each(named: list[_Named], what: Label) -> Iterator[Finding]:
    """A finding per name, with every cell that writes it."""
    for _, group in groupby(sorted(named, key=_folded), key=_folded):
        same = list(group)
        yield LIBRARY.finding(
            (cell for _, cell in same),
            read=same[0][0],
            message=Label(
                "{what}“{name}”不在 campaign.toml 里，与它有关的进度和渠道数字算不出。请写成已有{what}的别名，或新增一项。",
                "The {what} “{name}” is not in campaign.toml, so what depends on it is not computed. Write it as an alias "
                "of a {what} there, or add it.",
            ).fill(what=what, name=same[0][0]),
        )


def _folded(named: _Named) -> str:
    return plain_name(named[0])


LIBRARY = Check(
    "X-LIBRARY",
    Severity.WARNING,
    Label("指标和渠道在 campaign.toml 里", "Metrics and channels are in campaign.toml"),
    _unknown,
    ("attainment", "pace"),
)
CHECKS: tuple[Check, ...] = (LIBRARY,)
