"""The findings of reading: what was read, where, what was expected and what to do, in both languages."""

from __future__ import annotations

from collections.abc import Iterable

from campaignlib.findings import Cell, Finding, Severity
from campaignlib.words.label import NONE, Label

FILE = "file"
"""What a finding belongs to when it concerns a file rather than a form."""


def file_unreadable(file: str, reason: Label, *, expected: Label = NONE) -> Finding:
    """A file that could not be opened at all."""
    return Finding(
        code="READ-FILE",
        severity=Severity.ERROR,
        form=FILE,
        cells=(Cell(file, "", "A1"),),
        read=file,
        expected=expected
        or Label("能用 Excel 或 WPS 打开的 .xlsx 工作簿", "an .xlsx workbook that Excel or WPS opens"),
        message=Label("未能读取文件“{file}”：{reason}", "The file “{file}” could not be read: {reason}").fill(
            file=file, reason=reason
        ),
    )


def hidden(form: str, cell: Cell, what: Label) -> Finding:
    """Hidden sheets and rows are read like all others, and it is said."""
    return Finding(
        code="READ-HIDDEN",
        severity=Severity.NOTE,
        form=form,
        cells=(cell,),
        read=what.zh,
        expected=Label("没有隐藏的内容", "nothing hidden"),
        message=Label(
            "{what}，其中的内容也已读入；如不应计入，请删除",
            "{what}; what it holds was read too; delete it if it should not count",
        ).fill(what=what),
    )


def value(
    form: str, cell: Cell, read: str, expected: Label, heading: Label, *, is_date: bool = False
) -> Finding:
    """A cell whose text the field's parser does not take."""
    return Finding(
        code="READ-DATE" if is_date else "READ-VALUE",
        severity=Severity.ERROR,
        form=form,
        cells=(cell,),
        read=read,
        expected=expected,
        message=Label(
            "“{heading}”读到“{read}”，无法识别，应为{expected}；请改正后重新读取，其余单元格不受影响",
            "“{heading}” reads “{read}”, which was not understood; expected {expected}. "
            "Correct it and read again; all other cells stand",
        ).fill(heading=heading, read=read, expected=expected),
    )


def missing(form: str, cell: Cell, heading: Label, *, merged: bool = False) -> Finding:
    """An empty cell of a field that every record needs."""
    message = Label("“{heading}”为必填，此处为空；请补填", "“{heading}” is needed and empty here; fill it in")
    if merged:
        message = Label(
            "“{heading}”与上方合并，一个数额无法分给多行；请取消合并并逐行填写",
            "“{heading}” is merged with the row above, and one amount cannot be split over rows; "
            "unmerge and fill in each row",
        )
    return Finding(
        code="READ-MISSING",
        severity=Severity.ERROR,
        form=form,
        cells=(cell,),
        read="",
        expected=heading,
        message=message.fill(heading=heading),
    )


def split(form: str, cells: tuple[Cell, ...], read: str, counts: tuple[int, ...]) -> Finding:
    """Cells of one row that hold different numbers of values."""
    shown = " / ".join(map(str, counts))
    return Finding(
        code="READ-SPLIT",
        severity=Severity.ERROR,
        form=form,
        cells=cells,
        read=read,
        expected=Label("各单元格中数量相同的值", "the same number of values in each cell"),
        message=Label(
            "一行中写了多个值，但数量不一致（{counts}），只读入第一个；请一一对应，或分行填写",
            "The row holds several values, but not the same number in each cell ({counts}); only the first was read. "
            "Match them one to one, or write a row for each",
        ).fill(counts=shown),
    )


def heading_missing(form: str, cell: Cell, heading: Label, required: bool, proposal: str) -> Finding:
    """A column the form needs is not in the heading row; `proposal` is the closest unknown heading, or empty."""
    message = Label("缺少“{heading}”列", "The column “{heading}” is missing").fill(heading=heading)
    if proposal:
        message = Label(
            "缺少“{heading}”列；“{near}”是否即为该列？如是，请改用表头“{heading}”",
            "The column “{heading}” is missing; is “{near}” meant? If so, use the heading “{heading}”",
        ).fill(heading=heading, near=proposal)
    return Finding(
        code="READ-HEADING",
        severity=Severity.ERROR if required else Severity.WARNING,
        form=form,
        cells=(cell,),
        read=proposal,
        expected=heading,
        message=message,
    )


def key_missing(form: str, cell: Cell, title: Label, heading: Label, proposal: str) -> Finding:
    """A table that looks like a form but lacks the column that makes its rows records: nothing was read."""
    base = heading_missing(form, cell, heading, True, proposal).message
    return Finding(
        code="READ-HEADING",
        severity=Severity.ERROR,
        form=form,
        cells=(cell,),
        read=proposal,
        expected=heading,
        message=Label(
            "此表像是《{title}》，但{base}；未读入任何一行",
            "This table looks like “{title}”, but: {base}. None of its rows were read",
        ).fill(title=title, base=base),
    )


def column_unknown(form: str, cell: Cell, heading: str, twice: bool = False) -> Finding:
    """A column that belongs to no field of the form."""
    message = Label(
        "“{heading}”列不在该表中，其内容未读入；如为笔误，请改正表头",
        "The column “{heading}” is not part of the form and was not read; correct the heading if it is a slip",
    )
    if twice:
        message = Label(
            "“{heading}”列重复出现，只读入了前一列；请删除或改名",
            "The column “{heading}” stands there twice; only the first was read; delete or rename one",
        )
    return Finding(
        code="READ-COLUMN",
        severity=Severity.NOTE,
        form=form,
        cells=(cell,),
        read=heading,
        expected=Label("该表的表头", "a heading of the form"),
        message=message.fill(heading=heading),
    )


def row_ignored(form: str, cell: Cell, read: str) -> Finding:
    """A row that was taken neither for a record nor for a note: below the end of a table, or a lone number."""
    return Finding(
        code="READ-ROW",
        severity=Severity.NOTE,
        form=form,
        cells=(cell,),
        read=read,
        expected=Label("一条完整的记录，或一行说明文字", "a whole record, or a line of notes"),
        message=Label(
            "此行不成一条记录（在表格结束之后，或只有一个数），未读入；如为记录，请补全并移到表格之内",
            "This row makes no record (it stands below the end of the table, or holds a number only) and was not read; "
            "if it is one, complete it and move it into the table",
        ),
    )


def form_missing(form: str, title: Label, searched: Iterable[str]) -> Finding:
    """A form found in none of the files."""
    files = tuple(searched)
    return Finding(
        code="FORM-MISSING",
        severity=Severity.NOTE,
        form=form,
        cells=tuple(Cell(file, "", "A1") for file in files[:1]),
        read="",
        expected=title,
        message=Label(
            "未找到《{title}》（{form}），涉及该表的检查和指标从略",
            "“{title}” ({form}) was not found; checks and figures that need it are left out",
        ).fill(title=title, form=form),
    )


def form_twice(form: str, title: Label, first: Cell, second: Cell) -> Finding:
    """The same records stand in two places: most likely a copy that would be counted twice."""
    return Finding(
        code="FORM-TWICE",
        severity=Severity.WARNING,
        form=form,
        cells=(second, first),
        read=f"{second.file} {second.sheet}".strip(),
        expected=Label("每张表只有一份", "one copy of each form"),
        message=Label(
            "《{title}》有两份内容相同的表，均已读入，会被重复计算；请删除副本，或在 campaign.toml 的 [files] forms 中指明文件",
            "Two tables of “{title}” hold the same records; both were read and count twice. Delete the copy, or name "
            "the file under [files] forms in campaign.toml",
        ).fill(title=title),
    )


def rule_broken(form: str, cell: Cell, read: str, rule: Label, heading: Label) -> Finding:
    """A value that could be read but breaks a rule of its field."""
    return Finding(
        code="READ-RULE",
        severity=Severity.ERROR,
        form=form,
        cells=(cell,),
        read=read,
        expected=rule,
        message=Label(
            "“{heading}”读到“{read}”，应{rule}；该值未采用，请改正",
            "“{heading}” reads “{read}”, which should be {rule}; the value was left out, correct it",
        ).fill(heading=heading, read=read, rule=rule),
    )
