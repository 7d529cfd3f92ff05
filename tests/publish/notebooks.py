"""A small report in both languages that uses every part a page may have, written as a notebook's JSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

PARAMETERS = 'campaign = ""\nas_of = None\nlang = "zh"'

SETUP = """
#| include: false
import base64
from datetime import date

from campaignlib.words.block import Block, div, only_html, only_print, raw_html

ZH = lang == "zh"
day = as_of or "2025-03-07"


def say(zh, en):
    return zh if ZH else en


def bar(width, colour):
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="130" height="14" viewBox="0 0 130 14" role="img">'
        f"<title>{width}%</title>"
        f'<rect x="0" y="4" width="120" height="8" fill="var(--corridor)"/>'
        f'<rect x="0" y="4" width="{1.2 * width}" height="8" fill="var(--{colour})"/>'
        f'<rect x="119" y="0" width="2" height="14" fill="var(--ink)"/></svg>'
    )


def chart(print_out):
    ink, accent = ("#000000", "#1A437A") if print_out else ("var(--ink)", "var(--accent)")
    label = say("累计线索", "Leads so far")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="920" height="160" viewBox="0 0 920 160" role="img">'
        f"<title>{label}</title><desc>{label}</desc>"
        f'<path d="M40 140 L300 90 L600 40" fill="none" stroke="{accent}" stroke-width="2.25"/>'
        f'<line x1="40" y1="140" x2="880" y2="140" stroke="{ink}"/>'
        f'<text x="610" y="44" font-size="12" fill="{ink}">{label} 1,200</text></svg>'
    )


def drawn(alt):
    packed = base64.b64encode(chart(True).encode()).decode()
    return only_html(raw_html(chart(False))) + "\\n\\n" + only_print(
        f'![](data:image/svg+xml;base64,{packed}){{fig-alt="{alt}"}}'
    )
"""

LEAD = '''
strip = div(drawn(say("四个阶段，今天第 5 天", "Four stages, today is day 5")), "strip")
points = say(
    """- [▲]{.glyph .good} **线索领先。** 到8月5日 [1,200](#figure-leads){.figure} 条，是目标 2,000 条的 60.0%。负责人 张\\\\*、李\\\\*。
- [◆]{.glyph .bad} **转化率破底线。** [8.8%](#figure-rate){.figure}（63÷720），底线 10%。""",
    """- [▲]{.glyph .good} **Leads are ahead.** [1,200](#figure-leads){.figure} are 60.0% of the target of 2,000. Owners 张\\\\*, 李\\\\*.
- [◆]{.glyph .bad} **Conversion is below its floor.** [8.8%](#figure-rate){.figure} (63 ÷ 720), floor 10%.""",
)
decisions = say(
    """1. 快闪店到 8月5日结束，还是 8月10日？

   前者每天要 73 条线索，后者 28 条。王\\\\*，今天

2. 直播改到晚上？

   上一场观看 2,000 人。刘\\\\*，8月3日""",
    """1. Do the pop-ups close on 5 or 10 August?

   The first needs 73 leads a day, the second 28. 王\\\\*, today

2. Move the live show to the evening?

   The last one drew 2,000 viewers. 刘\\\\*, 3 Aug""",
)
left = f"## {say('本周要点', 'This week')}\\n\\n" + div(points, "points")
right = f"## {say('需要决定：2 件', 'Decisions needed: 2')}\\n\\n" + div(decisions, "decisions")
Block(
    div(say("周报　截至 2025年3月7日，周五　总负责人 张\\\\*", "Weekly report, as of Friday 7 March 2025"), "kicker")
    + "\\n\\n" + strip + "\\n\\n"
    + ":::: {.columns}\\n" + div(left, "column") + "\\n\\n" + div(right, "column") + "\\n::::"
)
'''

TABLE = """
#| label: tbl-card
#| tbl-cap: "达成情况 / Attainment"
import great_tables as gt
import pandas as pd

rows = pd.DataFrame(
    {
        "metric": [f"{say('抖音线索', 'Douyin leads')} {i}<div class='second'>F8!D{i} 张*</div>" for i in range(1, 41)],
        "actual": [f"<b>{i * 100:,}</b> {say('条', '')}" for i in range(1, 41)],
        "bar": [bar(60, "accent") if i % 5 else bar(40, "warn") for i in range(1, 41)],
        "status": [f"<span class='good'><span class='glyph' aria-hidden='true'>▲</span> {say('领先', 'Ahead')}</span>"] * 40,
        "group": ["A"] * 20 + ["B"] * 20,
    }
)
table = (
    gt.GT(rows, id="card", groupname_col="group")
    .cols_label(metric=say("指标", "Metric"), actual=say("实际", "Actual"), bar=say("达成率", "Attainment"),
                status=say("状态", "Status"))
    .fmt_passthrough(columns=["metric", "actual", "bar", "status"], escape=False)
    .cols_align("right", ["actual"])
    .cols_align("left", ["metric", "bar", "status"])
)
Block(div(say("F8 看板，F1 目标", "F8 board, F1 goals"), "rail") and raw_html(table.as_raw_html()))
"""

CHART = """
#| label: fig-pace
#| fig-cap: "累计 / Cumulative"
Block(drawn(say("线索累计 1,200 条，高于计划", "Leads stand at 1,200, above plan")))
"""

PANELS = """
panel = lambda name: div(f"### {name} [▲ {say('领先', 'Ahead')}]{{.good}}\\n\\n{say('窗口', 'Window')} 3/3–3/12\\n\\n" + drawn(name), "panel")
Block(
    div(say("六项里只有一项落后。", "Only one of six is behind."), "finding")
    + "\\n\\n" + div(say("蓝线：实际", "Blue line: actual"), "key")
    + "\\n\\n:::: {.panels}\\n" + "\\n\\n".join(panel(f"{say('线索', 'Leads')} {i}") for i in range(1, 5)) + "\\n::::"
)
"""

TRACE = """
Block(
    div(
        "- []{#figure-leads} **" + say("线索", "Leads") + " 1,200** F8!D5\\n"
        "- []{#figure-rate} **" + say("转化率", "Conversion") + " 8.8%** 63÷720；F8!D8",
        "trace",
    )
    + "\\n\\n" + div("forms.xlsx 3f9c…a41e", "sources")
)
"""

EMIT = """
#| include: false
from IPython.display import display

record = {
    "version": 1, "kind": "weekly", "campaign": "spring", "campaign_name": say("春季", "Spring"),
    "as_of": day, "lang": lang, "title": say("线索领先，张*的转化率破底线", "Leads are ahead, conversion is below its floor"),
    "kicker": "", "summary": [], "state": {"provisional_until": "2025-04-11"},
    "preview": [{"label": say("线索", "Leads"), "value": "1,200", "note": "▲ 1.20"},
                {"label": say("转化率", "Conversion"), "value": "8.8%", "note": "◆"},
                {"label": say("支出", "Spend"), "value": "48,800", "note": ""}],
    "figures": [], "inputs": [["forms.xlsx", "3f9c"]], "findings": {"error": 3, "warning": 7, "note": 2},
}
display({"application/vnd.campaignlib.report+json": record, "text/plain": ""}, raw=True)
"""


def code(source: str, *tags: str) -> dict[str, Any]:
    """A code cell as saved without outputs."""
    return {
        "cell_type": "code",
        "execution_count": None,
        "metadata": {"tags": list(tags)} if tags else {},
        "outputs": [],
        "source": source.strip().splitlines(keepends=True),
    }


def text(source: str, *tags: str) -> dict[str, Any]:
    """A Markdown cell; tags name its language."""
    return {"cell_type": "markdown", "metadata": {"tags": list(tags)}, "source": source}


def raw(source: str) -> dict[str, Any]:
    return {"cell_type": "raw", "metadata": {}, "source": source}


def notebook(*cells: dict[str, Any]) -> dict[str, Any]:
    return {
        "cells": [{"id": f"c{i}", **cell} for i, cell in enumerate(cells)],
        "metadata": {
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }


def full() -> dict[str, Any]:
    """The report that uses everything."""
    return notebook(
        raw('---\ntitle: "x"\n---'),
        code(PARAMETERS, "parameters"),
        code(SETUP),
        code(LEAD),
        text("## 记分卡\n\n::: rail\nF8 看板，F1 目标\n\n窗口与规则：campaign.toml\n:::", "zh"),
        text("## Scorecard\n\n::: rail\nF8 board, F1 goals\n\nWindows and rules: campaign.toml\n:::", "en"),
        code(TABLE),
        text("## 进度\n\n负责人 张\\*、李\\*；见 @fig-pace 和 @tbl-card。", "zh"),
        text("## Pace\n\nOwners 张\\*, 李\\*; see @fig-pace and @tbl-card.", "en"),
        code(PANELS),
        code(CHART),
        text('::: {.callout-note collapse="true" title="展开其余 8 处"}\n折叠的内容\n:::', "zh"),
        text('::: {.callout-note collapse="true" title="Show the other 8"}\nFolded content\n:::', "en"),
        text("## 溯源与口径", "zh"),
        text("## Trace", "en"),
        code(TRACE),
        code(EMIT),
    )


def write(folder: Path, name: str, content: dict[str, Any]) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return path
