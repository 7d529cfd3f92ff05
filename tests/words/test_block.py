from __future__ import annotations

from campaignlib.words.block import Block, div, join, only_html, only_print, raw_html


def test_a_block_never_shows_as_html() -> None:
    assert Block("**领先**", "领先")._repr_mimebundle_() == {
        "text/markdown": "**领先**",
        "text/plain": "领先",
    }
    assert Block("甲")._repr_mimebundle_()["text/plain"] == "甲"


def test_blocks_join_with_a_blank_line() -> None:
    joined = Block("一", "1") + Block("二")
    assert (joined.markdown, joined.plain) == ("一\n\n二", "1\n\n二")
    assert join(()) == Block("")


def test_wrappers_fence_what_they_wrap() -> None:
    assert raw_html("\n<p>x</p>\n") == "```{=html}\n<p>x</p>\n```"
    assert div("文", "note", "wide") == "::: {.note .wide}\n文\n:::"
    assert only_html("文").startswith('::: {.content-visible when-format="html"}\n文')
    assert only_print("文").startswith('::: {.content-hidden when-format="html"}\n文')
