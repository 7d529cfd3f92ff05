"""Files that are not what their name says, or that would hurt a careless reader."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import xlsxwriter
from openpyxl import Workbook

CONTENT_TYPES = "[Content_Types].xml"


def plain(path: Path) -> Path:
    """A small sound workbook: one sheet with a heading and a row."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "F3 预算"
    sheet.append(["成本类别", "明细项目", "预算金额(元)", "负责人", "审批人"])
    sheet.append(["人力成本", "讲师", 500, "李*", "刘*"])
    book.save(path)
    return path


def repacked(path: Path, change: Callable[[str, bytes], bytes], make: Callable[[Path], Path] = plain) -> Path:
    """The sound workbook with its parts changed."""
    make(path)
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, change(name, content))
    return path


def empty(path: Path) -> Path:
    path.write_bytes(b"")
    return path


def renamed_text(path: Path) -> Path:
    path.write_text("成本类别,明细项目\n人力成本,讲师\n", encoding="utf-8")
    return path


def renamed_word(path: Path) -> Path:
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("word/document.xml", "<w:document/>")
    return path


def binary(path: Path) -> Path:
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("xl/workbook.bin", b"\0")
    return path


def old(path: Path) -> Path:
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512 + "Workbook".encode("utf-16-le"))
    return path


def encrypted(path: Path) -> Path:
    mark = "EncryptedPackage".encode("utf-16-le")
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512 + mark)
    return path


def truncated(path: Path) -> Path:
    plain(path)
    path.write_bytes(path.read_bytes()[:-200])
    return path


def damaged_inside(path: Path) -> Path:
    return repacked(path, lambda name, content: b"<sheet" if "worksheets/" in name else content)


def no_sheets(path: Path) -> Path:
    return repacked(
        path, lambda name, content: b"<x/>" if name in ("xl/workbook.xml", CONTENT_TYPES) else content
    )


def bomb(path: Path) -> Path:
    """A sheet that unpacks to far more than it weighs."""
    return repacked(path, lambda name, c: c + b" " * 90_000_000 if "worksheets/" in name else c)


def entities(path: Path) -> Path:
    doctype = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]>'
    return repacked(path, lambda name, c: doctype + c if "worksheets/" in name else c)


def merged_everything(path: Path) -> Path:
    merge = b'<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>'
    return repacked(path, lambda name, c: c.replace(b"</worksheet>", merge) if "worksheets/" in name else c)


UNREADABLE: dict[str, tuple[Callable[[Path], Path], str]] = {
    "empty": (empty, "空"),
    "text renamed": (renamed_text, "不是 Excel 工作簿"),
    "Word renamed": (renamed_word, "不是 Excel 工作簿"),
    "binary workbook": (binary, ".xlsb"),
    "old workbook": (old, ".xls"),
    "with a password": (encrypted, "密码"),
    "truncated": (truncated, "损坏"),
    "damaged inside": (damaged_inside, "损坏"),
    "without sheets": (no_sheets, "损坏"),
    "bomb": (bomb, "过大"),
    "entities": (entities, "文档类型"),
    "merged everything": (merged_everything, "合并"),
}
"""What cannot be read -> how to make one, and a word of the reason a marketer is given."""


def formulas(path: Path) -> Path:
    """openpyxl writes formulas without results: C2; an error value in C3; a result in C4."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "F3 预算"
    sheet.append(["成本类别", "明细项目", "预算金额(元)", "负责人", "审批人"])
    sheet.append(["人力成本", "讲师", "=2*250", "李*", "刘*"])
    sheet.append(["物料成本", "展架", "#DIV/0!", "王*", "刘*"])
    sheet["C3"].data_type = "e"
    sheet.append(["其他成本", "备用金", 100, "张*", "刘*"])
    book.save(path)
    return path


def calculated(path: Path) -> Path:
    """Formulas with results, as Excel saves them: a number in C2, the empty text in D2."""
    return repacked(path, lambda _, c: c.replace(b'<c r="D2"', b'<c r="D2" t="str"'), _with_results)


def _with_results(path: Path) -> Path:
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("F3 预算")
        for column, heading in enumerate(["成本类别", "明细项目", "预算金额(元)", "负责人", "审批人"]):
            sheet.write(0, column, heading)
        sheet.write(1, 0, "人力成本")
        sheet.write(1, 1, "讲师")
        sheet.write_formula("C2", "=2*250", None, 500)
        sheet.write_formula("D2", '=IF(TRUE,"","")', None, "")
        sheet.write(1, 4, "刘*")
    return path


def far_corner(path: Path) -> Path:
    """A stray value in the last cell there is, a hidden sheet, a hidden row, dates counted from 1904."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "F3 预算"
    sheet.append(["成本类别", "明细项目", "预算金额(元)", "负责人", "审批人"])
    sheet.append(["人力成本", "讲师", 500, "李*", "刘*"])
    sheet["XFD1048576"] = "x"
    sheet.row_dimensions[2].hidden = True
    other = book.create_sheet("名单")
    other.append([date(2025, 3, 3), 0.7])
    other["B1"].number_format = "0%"
    other.sheet_state = "hidden"
    book.save(path)
    return path
