"""A look into a workbook's package before it is opened: is it one, and is it of a size that can be read?"""

from __future__ import annotations

import re
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from openpyxl.utils import column_index_from_string

from campaignlib.words.label import Label

MAX_FILE = 50_000_000
MAX_UNPACKED = 80_000_000
MAX_MEMBERS = 5_000
MAX_MERGED = 200_000

_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
_MERGE = re.compile(rb'mergeCell\b[^>]*?\bref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')
_FORMULA = re.compile(rb"<(?:\w+:)?f[ />]")

_TOO_LARGE = Label(
    "文件过大；请只保留活动的表格，删除图片和多余的工作表",
    "it is too large; keep only the campaign's forms, without pictures and further sheets",
)


def refusal(path: Path) -> Label | None:
    """Why this file is not opened, or None when it may be.

    Not opened are: empty, oversized, old (.xls), encrypted and renamed files, and packages that would unpack to
    more than can be read or that hold an XML document type.
    """
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            start = file.read(8)
    except OSError as error:
        return Label(f"无法打开（{error.strerror}）", f"it cannot be opened ({error.strerror})")
    if size == 0:
        return Label("文件是空的（0 字节）", "it is empty (0 bytes)")
    if size > MAX_FILE:
        return _TOO_LARGE
    if start == _OLD:
        return _old_or_encrypted(path)
    try:
        with ZipFile(path) as package:
            return _package_refusal(package)
    except (BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError, ValueError):
        return Label(
            "它不是 Excel 工作簿，或文件已损坏；改扩展名不会改变内容，请用 Excel 或 WPS 另存为 .xlsx",
            "it is no Excel workbook, or damaged; renaming a file does not change what it is: "
            "save it as .xlsx in Excel or WPS",
        )


def formulas_inside(path: Path) -> bool:
    """Whether any sheet holds a formula."""
    with ZipFile(path) as package:
        return any(_FORMULA.search(package.read(name)) for name in _sheets(package))


def _sheets(package: ZipFile) -> list[str]:
    return [name for name in package.namelist() if _SHEET.fullmatch(name)]


def _package_refusal(package: ZipFile) -> Label | None:
    members = package.infolist()
    names = {member.filename for member in members}
    if "xl/workbook.bin" in names:
        return Label(
            "它是二进制工作簿（.xlsb）；请另存为 .xlsx", "it is a binary workbook (.xlsb); save it as .xlsx"
        )
    if "xl/workbook.xml" not in names:
        return Label(
            "它是别的文件，不是 Excel 工作簿；请用 Excel 或 WPS 另存为 .xlsx",
            "it is another kind of file, no Excel workbook; save it as .xlsx in Excel or WPS",
        )
    texts = [m for m in members if m.filename.endswith((".xml", ".rels", ".vml"))]
    if len(members) > MAX_MEMBERS or sum(m.file_size for m in texts) > MAX_UNPACKED:
        return _TOO_LARGE
    for member in texts:
        if b"<!DOCTYPE" in package.read(member):
            return Label(
                "其中含有文档类型声明，正常的工作簿不会有；请用 Excel 或 WPS 另存为 .xlsx",
                "it holds a document type, which no real workbook does; save it as .xlsx in Excel or WPS",
            )
    if sum(_merged_cells(package.read(name)) for name in _sheets(package)) > MAX_MERGED:
        return Label(
            "合并单元格的范围过大；请取消整行、整列的合并",
            "its merged ranges are too large; unmerge whole rows and columns",
        )
    return None


def _merged_cells(sheet: bytes) -> int:
    total = 0
    for left, top, right, bottom in _MERGE.findall(sheet):
        width = column_index_from_string(right.decode()) - column_index_from_string(left.decode()) + 1
        total += width * (int(bottom) - int(top) + 1)
    return total


def _old_or_encrypted(path: Path) -> Label:
    if _ENCRYPTED in path.read_bytes():
        return Label(
            "文件有打开密码；请在 Excel 或 WPS 中去掉密码后保存",
            "it has a password; remove the password in Excel or WPS and save it",
        )
    return Label(
        "它是旧格式（.xls 或 .et）；请用 Excel 或 WPS 另存为 .xlsx",
        "it is in an old format (.xls, .et); save it as .xlsx in Excel or WPS",
    )
