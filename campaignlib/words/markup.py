"""People's text inside markup: whatever it holds, it comes out as that text and runs nothing."""

from __future__ import annotations

import re
from html import escape

_BREAKS = re.compile(r"[\s\x00-\x1f\x7f\x85\u2028\u2029]+")
# As entities: Quarto expands `{{<` even behind a backslash, and pandoc turns quotes, `--` and `...` into others.
_ENTITIES = {sign: f"&#{ord(sign)};" for sign in "{}\"'"} | {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_ESCAPED = str.maketrans(_ENTITIES | {sign: f"\\{sign}" for sign in "\\*_`[]$@#|~^!"})
_SMART = re.compile(r"(?<=[-.])(?=[-.])")
_ORDERED = re.compile(r"^(\(?)(\d+|[A-Za-z]{1,8})([.)])")


def html(text: str) -> str:
    """Text for HTML, inside elements and quoted attributes; Quarto's `{{<` becomes inert.

    >>> html("<b>张*</b> {{< env HOME >}}")
    '&lt;b&gt;张*&lt;/b&gt; {{&lt; env HOME &gt;}}'
    """
    return escape(text, quote=True)


def markdown(text: str) -> str:
    """Text for Markdown as pandoc and Quarto read it, on one line, also at the start of a line.

    >>> markdown("张*、李*"), markdown("{{< env HOME >}}")
    ('张\\\\*、李\\\\*', '&#123;&#123;&lt; env HOME &gt;&#125;&#125;')
    >>> markdown("1. 第一步")
    '1\\\\. 第一步'
    """
    line = _BREAKS.sub(" ", text).strip()
    ordered = _ORDERED.match(line)
    lead = ""
    if ordered:
        lead, line = _lead(ordered), line[ordered.end() :]
    elif line[:1] in ("-", "+", ":", "%", "="):
        lead, line = f"\\{line[0]}", line[1:]
    return lead + _SMART.sub("\\\\", line.translate(_ESCAPED))


def _lead(ordered: re.Match[str]) -> str:
    bracket, number, sign = ordered.groups()
    return f"{bracket and chr(92) + bracket}{number}\\{sign}"
