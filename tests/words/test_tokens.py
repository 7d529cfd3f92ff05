from __future__ import annotations

import pytest

from campaignlib.words.tokens import FONTS, PRINT_FONTS, TOKENS, css_fonts


def luminance(color: str) -> float:
    parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a: str, b: str) -> float:
    high, low = sorted((luminance(a), luminance(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark", "print"])
def test_text_colours_read_on_paper(theme: str) -> None:
    tokens = TOKENS[theme]
    for token in ("ink", "ink2", "ink3", "accent", "good", "warn", "bad"):
        assert contrast(tokens[token], tokens["paper"]) >= 4.5, token
    assert contrast(tokens["edge"], tokens["paper"]) >= 3
    assert contrast(tokens["accent"], tokens["corridor"]) >= 4.5


def test_contrasts_are_the_ones_the_design_counts_on() -> None:
    counted = {
        (theme, token): round(contrast(TOKENS[theme][token], TOKENS[theme]["paper"]), 1)
        for theme in ("light", "dark", "print")
        for token in ("ink", "accent", "edge")
    }
    assert counted == {
        ("light", "ink"): 16.7,
        ("light", "accent"): 8.3,
        ("light", "edge"): 3.6,
        ("dark", "ink"): 14.7,
        ("dark", "accent"): 8.7,
        ("dark", "edge"): 4.6,
        ("print", "ink"): 21.0,
        ("print", "accent"): 9.9,
        ("print", "edge"): 4.3,
    }


def test_themes_have_the_same_tokens_and_no_colour_twice() -> None:
    assert len({tuple(t) for t in TOKENS.values()}) == 1
    for tokens in (TOKENS["light"], TOKENS["dark"]):
        assert len(set(tokens.values())) == len(tokens)


def test_chinese_fonts_stand_before_latin_ones_on_chinese_pages() -> None:
    assert FONTS["zh"][0] == "PingFang SC"
    assert FONTS["en"][0] == "Helvetica Neue"
    assert PRINT_FONTS[0] == "Noto Sans CJK SC"
    assert css_fonts(FONTS["zh"]).endswith("sans-serif")
