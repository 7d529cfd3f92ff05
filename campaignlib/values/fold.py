"""One way of writing for what people write in several: full width, odd blanks, odd dashes, signs of currency."""

from __future__ import annotations

_INVISIBLE = dict.fromkeys((0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0x00AD, 0x200E, 0x200F))
_BLANKS = dict.fromkeys((160, 5760, 8239, 8287, 12288, *range(8192, 8203)), " ")
_WIDE = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_SIGNS = {
    ord("￥"): "¥",
    ord("−"): "-",
    ord("﹣"): "-",
    ord("﹪"): "%",
    ord("﹢"): "+",
    ord("﹤"): "<",
    ord("﹥"): ">",
    ord("≧"): "≥",
    ord("≦"): "≤",
    ord("⩾"): "≥",
    ord("⩽"): "≤",
}
_CLEAN = _INVISIBLE | _BLANKS
_FOLD = _CLEAN | _WIDE | _SIGNS


def clean(text: str) -> str:
    """The text without invisible characters and surrounding blanks; everything visible stays as written.

    >>> clean("\\ufeff\\u00a0张*\\u200b ")
    '张*'
    """
    return text.translate(_CLEAN).strip()


def fold(text: str) -> str:
    """`clean`, with full-width signs and digits made half-width, position by position but for invisible ones.

    Unlike NFKC it leaves ² and ① alone: 5² is not 52.

    >>> fold("≥６０％")
    '≥60%'
    """
    return text.translate(_FOLD).strip()
