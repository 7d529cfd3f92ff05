from __future__ import annotations

import json
import re

import pypandoc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from campaignlib.words.markup import html, markdown

HOSTILE = [
    "张*、李*",
    "**粗** _斜_ __x__ ~~删~~ ~下~ ^上^",
    "`code` ``x``",
    "[链接](https://x.example) ![图](a.png) [^1] [@cite] @cite",
    "<script>alert(1)</script> <!-- x --> &amp; &lt;",
    "{{< env HOME >}} {{< include secret >}} {{{< x >}}}",
    "$x^2$ \\(y\\) \\alpha \\newpage",
    "| a | b |",
    "# 标题",
    "- 项",
    "+ 项",
    "* 项",
    "1. 项",
    "1) 项",
    "(1) 项",
    "a. 项",
    "iv) 项",
    "(@) 例",
    "#. 项",
    ": 定义",
    "::: {.note}",
    "> 引用",
    "% 标题",
    "---",
    "***",
    "===",
    "```{=html}",
    "~~~",
    "\"引号\" 'x' it's -- --- ... .... x",
    "[text]{.bad} {#id} {=html}",
    "http://example.com",
    "行\n\n另一行\r\n\t第三行\u2028第四行",
    "    代码",
    "50% ≥60% 5*3=15 a_b_c",
    "+",
    "-",
    "1.",
    ":smile:",
    "http://x_y_z",
    "^[脚注]",
    "\\",
    "\\*",
    "\\{{<",
    "x\\",
]


def said(texts: list[str]) -> list[str]:
    """What pandoc reads each text as: one paragraph of nothing but words each, given back as text."""
    document = "\n\n".join(f"{markdown(text)}\n\n::: {{}}\n:::" for text in texts)
    blocks = json.loads(pypandoc.convert_text(document, "json", format="markdown"))["blocks"]
    paragraphs = [b for b in blocks if not (b["t"] == "Div" and not b["c"][1])]
    assert {b["t"] for b in paragraphs} <= {"Para"}
    return ["".join(plain(inline) for inline in b["c"]) for b in paragraphs]


def plain(inline: dict[str, object]) -> str:
    if inline["t"] in ("Space", "SoftBreak"):
        return " "
    assert inline["t"] == "Str", inline
    return str(inline["c"])


def one_line(text: str) -> str:
    return re.sub(r"[\s\x00-\x1f\x7f\x85\u2028\u2029]+", " ", text).strip()


def test_markdown_comes_out_as_the_text_it_was() -> None:
    assert said(HOSTILE) == [one_line(text) for text in HOSTILE]


@pytest.mark.parametrize("text", HOSTILE)
def test_markdown_is_one_line_without_shortcodes(text: str) -> None:
    made = markdown(text)
    assert "\n" not in made
    assert "{" not in made
    assert "<" not in made


SIGNS = st.sampled_from([*"*_`[](){}<>$@#|~^!\\\"'-+.:=%&;/ 1a张，", "{{<", "--", "...", "1.", "```"])


@settings(max_examples=12)
@given(
    st.lists(
        st.lists(SIGNS, min_size=1, max_size=8).map("".join).filter(lambda t: t.strip()),
        min_size=20,
        max_size=20,
    )
)
def test_any_text_comes_out_as_the_text_it_was(texts: list[str]) -> None:
    assert said(texts) == [one_line(text) for text in texts]


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("<b a=\"1\" c='2'>&</b>", "&lt;b a=&quot;1&quot; c=&#x27;2&#x27;&gt;&amp;&lt;/b&gt;"),
        ("{{< env HOME >}}", "{{&lt; env HOME &gt;}}"),
        ("张*", "张*"),
    ],
)
def test_html_is_inert(text: str, made: str) -> None:
    assert html(text) == made
