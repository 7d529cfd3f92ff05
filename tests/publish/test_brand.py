import re

import yaml

from campaignlib.publish.brand import css_tokens, typst_tokens
from campaignlib.publish.project import project_file
from campaignlib.words.tokens import TOKENS


def palette() -> dict[str, str]:
    brand = yaml.safe_load(project_file("_brand.yml").read_text(encoding="utf-8"))
    found: dict[str, str] = brand["color"]["palette"]
    return found


def test_the_brand_file_and_the_tokens_say_the_same() -> None:
    ours = {
        name if theme == "light" else f"{name}-{theme}": colour
        for theme, tokens in TOKENS.items()
        for name, colour in tokens.items()
    }
    assert palette() == ours


def test_css_gives_every_token_in_every_theme() -> None:
    css = css_tokens()
    for tokens in TOKENS.values():
        for name, colour in tokens.items():
            assert f"--{name}: {colour}" in css
    assert css.count("{:root{") == 2  # dark and print, each in its media query


def test_typst_gets_the_print_colours() -> None:
    found = dict(re.findall(r'#let (\w+) = rgb\("(#\w+)"\)', typst_tokens()))
    assert found == dict(TOKENS["print"])


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_text_colours_of_the_brand_file_have_enough_contrast() -> None:
    colours = palette()
    for suffix in ("", "-dark", "-print"):
        for name in ("ink", "ink2", "ink3", "accent", "good", "warn", "bad"):
            assert contrast(colours[name + suffix], colours["paper" + suffix]) >= 4.5, name + suffix
        assert contrast(colours["edge" + suffix], colours["paper" + suffix]) >= 3
