"""The findings of daily data, in both languages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from campaignlib.config import Channel, Metric
from campaignlib.findings import Cell, Finding, Severity
from campaignlib.forms import DAILY, Field
from campaignlib.words.label import Label

READABLE = Label(
    "含日期、渠道、指标、数值四列的 CSV 或 .xlsx 文件",
    "a CSV or .xlsx file with the columns date, channel, metric, value",
)
MOST = 50
"""Findings of one kind that are listed one by one; the others are counted."""
_WHAT = {"channel": Label("渠道", "channel"), "metric": Label("指标", "metric")}


def encoding(file: str) -> Finding:
    """Not UTF-8: said, because a wrong guess shows as garbled names."""
    return Finding(
        code="READ-ENCODING",
        severity=Severity.NOTE,
        form=DAILY.code,
        cells=(Cell(file, "", "A1"),),
        read="GB18030",
        expected=Label("UTF-8 编码", "UTF-8"),
        message=Label(
            "文件不是 UTF-8 编码，已按 GB18030（GBK）读取；如有乱码，请另存为 UTF-8 的 CSV",
            "The file is not UTF-8 and was read as GB18030 (GBK); save it as CSV UTF-8 if names look garbled",
        ),
    )


def unknown_name(
    field: Field, cell: Cell, read: str, lines: int, things: Sequence[Channel | Metric], near: str
) -> Finding:
    """A channel or metric the settings do not know; once per name, with the number of lines."""
    known = Label("、".join(t.label.zh for t in things), ", ".join(t.label.en for t in things))
    message = Label(
        "{what}“{read}”不在 campaign.toml 中（共 {lines} 行），这些行不计入；请加为别名或新增一项",
        "The {what} “{read}” is not in campaign.toml ({lines} lines), and these lines do not count; add it there, as "
        "an alias or anew",
    )
    if near:
        message = Label(
            "{what}“{read}”不在 campaign.toml 中（共 {lines} 行），这些行不计入；是否指“{near}”？如是，请加为别名",
            "The {what} “{read}” is not in campaign.toml ({lines} lines), and these lines do not count; is “{near}” "
            "meant? If so, add it as an alias",
        )
    return Finding(
        code=f"DAILY-{field.name.upper()}",
        severity=Severity.ERROR,
        form=DAILY.code,
        cells=(cell,),
        read=read,
        expected=known,
        message=message.fill(what=_WHAT[field.name], read=read, lines=lines, near=near),
    )


def duplicate(later: Cell, earlier: Cell, read: str) -> Finding:
    """Two values for the same day, channel and metric."""
    return Finding(
        code="DAILY-DUPLICATE",
        severity=Severity.WARNING,
        form=DAILY.code,
        cells=(later, earlier),
        read=read,
        expected=Label("每天每渠道每指标一行", "one line per day, channel and metric"),
        message=Label(
            "同一天、同一渠道、同一指标有两行，采用后一行；请删除其中一行",
            "Two lines for the same day, channel and metric; the later one was taken; delete one of them",
        ),
    )


def limited(findings: Iterable[Finding]) -> Iterator[Finding]:
    """At most MOST findings of each code; one more says how many were left out."""
    seen: dict[str, list[Finding]] = {}
    for finding in findings:
        seen.setdefault(finding.code, []).append(finding)
    for same in seen.values():
        yield from same[:MOST]
        if len(same) > MOST:
            yield _others(same[MOST], len(same) - MOST)


def _others(first: Finding, count: int) -> Finding:
    return Finding(
        code=first.code,
        severity=first.severity,
        form=first.form,
        cells=first.cells[:1],
        read=first.read,
        expected=first.expected,
        message=Label(
            "从此处起另有 {n} 处同类问题，未逐一列出",
            "{n} more of the same kind from here on, not listed one by one",
        ).fill(n=count),
    )
