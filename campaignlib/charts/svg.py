"""Vega's SVG made fit for a page: named, described, in the page's colours and fonts, the same every time."""

from __future__ import annotations

import re
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Literal
from xml.etree import ElementTree as ET

import vl_convert

from campaignlib.words.label import Lang
from campaignlib.words.tokens import FONTS, PRINT_FONTS, TOKENS, css_fonts

Theme = Literal["screen", "print"]
PRINT_SCALE = 0.9
"""A4 shows the 760 px drawings 684 px wide, so that 12 px become the 8 pt of tables; all drawings alike."""
NS = "http://www.w3.org/2000/svg"
_NUMBER = re.compile(r"-?\d+\.\d{3,}(?:e-?\d+)?")
_HAN = re.compile(r"[\u3400-\u9fff]")
_HEX = {hexa: token for token, hexa in TOKENS["light"].items()}
_DROPPED = ("class", "font-family", "stroke-miterlimit", "role", "version")

# Vega measures text; without one font with Chinese characters on the machine it would leave them out.
for _module in ("cvttf_NotoSansCJK_Regular", "cvttf_NotoSansCJK_Bold"):
    _found = find_spec(_module)
    for _folder in (_found.submodule_search_locations or []) if _found else []:
        for _font in sorted(Path(_folder).rglob("*.[ot]tf")):
            vl_convert.register_font_directory(str(_font.parent))

ET.register_namespace("", NS)


def render(
    spec: dict[str, Any], *, name: str, title: str, description: str, lang: Lang, theme: Theme, css: str = ""
) -> str:
    """A spec as one line of SVG.

    name         prefix of its ids; unique on a page
    title        what it is; read first
    description  finding, extremes, where the table is
    theme        screen: colours as CSS variables with the light token as fallback; print: fixed print colours
    css          classes of the root element
    """
    root = ET.fromstring(vl_convert.vegalite_to_svg(spec))
    _clean(root, theme)
    if lang == "en":
        _mark_chinese(root)
    kept = {k: root.attrib[k] for k in ("width", "height", "viewBox")}
    if theme == "print":
        kept |= {k: f"{float(kept[k]) * PRINT_SCALE:g}" for k in ("width", "height")}
    root.attrib.clear()
    fonts = FONTS[lang] if theme == "screen" else PRINT_FONTS
    root.attrib.update(
        {
            "class": f"drawing {css}".strip(),
            **kept,
            "role": "img",
            "aria-labelledby": f"{name}-title {name}-desc",
            "lang": "zh-Hans" if lang == "zh" else "en",
            "font-family": css_fonts(fonts),
        }
    )
    for index, (tag, text) in enumerate((("title", title), ("desc", description))):
        element = ET.Element(f"{{{NS}}}{tag}", {"id": f"{name}-{tag}"})
        element.text = text
        root.insert(index, element)
    return ET.tostring(root, encoding="unicode").replace("\n", " ").strip()


def themed(color: str, theme: Theme) -> str:
    """A colour of the light tokens as a theme shows it; other colours stay.

    >>> themed("#1F4E8C", "screen"), themed("#1F4E8C", "print"), themed("none", "print")
    ('var(--accent, #1F4E8C)', '#1A437A', 'none')
    """
    token = _HEX.get(color.upper())
    if token is None:
        return color
    return f"var(--{token}, {color.upper()})" if theme == "screen" else TOKENS["print"][token]


def _clean(element: ET.Element, theme: Theme) -> None:
    """Drops Vega's roles, classes and empty parts, rounds coordinates, puts a halo behind its text."""
    for child in list(element):
        _clean(child, theme)
        empty_group = child.tag.endswith("}g") and len(child) == 0
        if empty_group or child.get("class") in ("background", "foreground") or _backdrop(child):
            element.remove(child)
    for key, value in list(element.attrib.items()):
        if key in _DROPPED or key.startswith("aria-"):
            del element.attrib[key]
        elif key in ("fill", "stroke"):
            element.set(key, themed(value, theme))
        elif key in ("d", "transform", "x1", "x2", "y1", "y2", "x", "y", "width", "height"):
            element.set(key, _NUMBER.sub(lambda m: f"{float(m.group()):.2f}".rstrip("0").rstrip("."), value))
    if element.tag.endswith("}text") and element.get("stroke"):
        element.set("paint-order", "stroke")
        element.set("stroke-linejoin", "round")


def _mark_chinese(root: ET.Element) -> None:
    """Chinese names in an English drawing say so: screen readers change their voice, browsers their glyphs."""
    for text in root.iter(f"{{{NS}}}text"):
        if _HAN.search("".join(text.itertext())):
            text.set("lang", "zh-Hans")


def _backdrop(element: ET.Element) -> bool:
    return element.tag.endswith("}rect") and element.get("fill") == "white"
