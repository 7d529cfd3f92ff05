"""Colours and type of the published pages: the one place that styles, charts and tests read them from."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from campaignlib.words.label import Lang

Theme = Literal["light", "dark", "print"]

TOKENS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "light": MappingProxyType(
            {
                "paper": "#FFFFFF",
                "wash": "#F5F5F1",
                "rule": "#DCDBD5",
                "edge": "#83888E",
                "ink": "#1B1E22",
                "ink2": "#4D545B",
                "ink3": "#666D74",
                "accent": "#1F4E8C",
                "corridor": "#E4E7EB",
                "corridor2": "#CDD2D8",
                "good": "#1A6A55",
                "warn": "#8E4F00",
                "bad": "#B0261C",
            }
        ),
        "dark": MappingProxyType(
            {
                "paper": "#15181B",
                "wash": "#1E2226",
                "rule": "#353A40",
                "edge": "#7B838B",
                "ink": "#E8E9EA",
                "ink2": "#B8BEC4",
                "ink3": "#979EA6",
                "accent": "#8DB8EE",
                "corridor": "#2B3138",
                "corridor2": "#3A424B",
                "good": "#6CC7A9",
                "warn": "#E6A74F",
                "bad": "#FF8A7A",
            }
        ),
        "print": MappingProxyType(
            {
                "paper": "#FFFFFF",
                "wash": "#F2F2F2",
                "rule": "#C4C4C4",
                "edge": "#7A7A7A",
                "ink": "#000000",
                "ink2": "#3A3A3A",
                "ink3": "#555555",
                "accent": "#1A437A",
                "corridor": "#E2E2E2",
                "corridor2": "#CFCFCF",
                "good": "#145744",
                "warn": "#7A4300",
                "bad": "#98180F",
            }
        ),
    }
)
"""Theme -> token -> hex. No two tokens of one theme share a hex, so that a hex names its token."""

_CHINESE = (
    "PingFang SC",
    "Hiragino Sans GB",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Microsoft YaHei",
    "WenQuanYi Micro Hei",
)
_LATIN = ("Helvetica Neue", "Segoe UI", "Noto Sans", "Source Sans 3")

FONTS: Mapping[Lang, tuple[str, ...]] = MappingProxyType(
    {"zh": (*_CHINESE, "sans-serif"), "en": (*_LATIN, *_CHINESE, "sans-serif")}
)
"""Page fonts. On a Chinese page the Chinese font stands first: a Latin one would make “ ” … — narrow."""

PRINT_FONTS: tuple[str, ...] = ("Noto Sans CJK SC", "Source Han Sans SC", *_CHINESE[:2], *_CHINESE[4:])


def css_fonts(names: tuple[str, ...]) -> str:
    """Font names as the value of `font-family`.

    >>> css_fonts(("PingFang SC", "sans-serif"))
    "'PingFang SC', sans-serif"
    """
    return ", ".join(name if name.isidentifier() or name == "sans-serif" else f"'{name}'" for name in names)
