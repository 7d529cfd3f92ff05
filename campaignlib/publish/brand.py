"""The colour tokens as the style sheets and the print template take them. A test holds `_brand.yml` to them."""

from __future__ import annotations

from campaignlib.words.tokens import TOKENS, Theme


def css_tokens() -> str:
    """The tokens as CSS variables: light, dark by the reader's system, and print."""
    return "\n".join(
        (
            f":root{{{_declarations('light')};color-scheme:light dark}}",
            f"@media screen and (prefers-color-scheme:dark){{:root{{{_declarations('dark')}}}}}",
            f"@media print{{:root{{{_declarations('print')};color-scheme:light}}}}",
        )
    )


def typst_tokens() -> str:
    """The print tokens as Typst definitions.

    >>> typst_tokens().splitlines()[0]
    '#let paper = rgb("#FFFFFF")'
    """
    return "\n".join(f'#let {name} = rgb("{colour}")' for name, colour in TOKENS["print"].items())


def _declarations(theme: Theme) -> str:
    return ";".join(f"--{name}: {colour}" for name, colour in TOKENS[theme].items())
