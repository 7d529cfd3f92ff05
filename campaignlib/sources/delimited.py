"""Delimited text as rows of cells, whatever program wrote it."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path

from campaignlib.words.label import Label

MAX_FILE = 200_000_000
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


class NotText(Exception):
    """Why a file cannot be read as delimited text."""

    def __init__(self, reason: Label) -> None:
        self.reason = reason
        super().__init__(reason.en)


def decoded(raw: bytes) -> tuple[str, str]:
    """The text and the encoding it was read in: a byte order mark decides, then strict UTF-8, then GB18030.

    >>> decoded("渠道".encode("gb18030"))
    ('渠道', 'gb18030')
    """
    encodings = [name for mark, name in _MARKS if raw.startswith(mark)] or ["utf-8", "gb18030"]
    for encoding in encodings:
        try:
            return raw.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    raise NotText(
        Label(
            "编码既不是 UTF-8 也不是 GB18030；请另存为 UTF-8 的 CSV",
            "neither UTF-8 nor GB18030; save it as CSV UTF-8",
        )
    )


def read_rows(path: Path) -> tuple[list[list[str]], str]:
    """Rows of cells as a spreadsheet shows them (row n of the file is item n − 1), and the encoding."""
    try:
        if path.stat().st_size > MAX_FILE:
            raise NotText(Label("文件过大", "it is too large"))
        text, encoding = decoded(path.read_bytes())
    except OSError as error:
        raise NotText(
            Label(f"无法打开（{error.strerror}）", f"it cannot be opened ({error.strerror})")
        ) from None
    if not text.strip():
        raise NotText(Label("文件是空的", "it is empty"))
    if "\0" in text:
        raise NotText(
            Label("它不是文本文件；请另存为 CSV", "it is no text file; save it as CSV"),
        )
    try:
        return list(csv.reader(StringIO(text, newline=""), delimiter=_delimiter(text))), encoding
    except csv.Error as error:
        raise NotText(Label(f"CSV 格式有误（{error}）", f"it is no proper CSV ({error})")) from None


def _delimiter(text: str) -> str:
    first = text.lstrip().split("\n", 1)[0]
    return max(",\t;，", key=first.count)
