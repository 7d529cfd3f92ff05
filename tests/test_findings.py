from hypothesis import given
from hypothesis import strategies as st

from campaignlib.findings import Cell, Finding, Findings, Severity
from campaignlib.words.label import Label


def finding(code: str = "F3-SUM", ref: str = "C12", form: str = "F3", read: str = "1") -> Finding:
    severity = Severity.ERROR if code.endswith("SUM") else Severity.NOTE
    cell = Cell("a.xlsx", f"{form} 表", ref)
    text = Label("合计", "total")
    return Finding(
        code=code, severity=severity, form=form, cells=(cell,), read=read, expected=text, message=text
    )


def test_sorted_by_form_then_row_then_column() -> None:
    mixed = [
        finding(ref="C12"),
        finding(form="F10"),
        finding(ref="C2"),
        finding(ref="AA2"),
        finding(form="X"),
    ]
    assert [(f.form, f.cells[0].ref) for f in Findings(mixed)] == [
        ("F3", "C2"),
        ("F3", "AA2"),
        ("F3", "C12"),
        ("F10", "C12"),
        ("X", "C12"),
    ]


@given(st.permutations([finding(ref=f"{c}{r}", read=str(r)) for c in "AB" for r in range(4)]))
def test_order_does_not_depend_on_who_came_first(items: list[Finding]) -> None:
    assert Findings(items) == Findings(reversed(items))


def test_the_same_finding_twice_is_one() -> None:
    assert len(Findings([finding(), finding()])) == 1


def test_severity_filter_and_summary() -> None:
    both = Findings([finding(), finding("F3-NOTE")])
    assert both.summary() == {"error": 1, "warning": 0, "note": 1}
    assert len(both.at_least(Severity.WARNING)) == 1
    assert both.worst is Severity.ERROR
    assert Findings().worst is None


def test_json_shape() -> None:
    assert finding().record("en") == {
        "code": "F3-SUM",
        "severity": "error",
        "form": "F3",
        "cells": [{"file": "a.xlsx", "sheet": "F3 表", "ref": "C12"}],
        "read": "1",
        "expected": "total",
        "message": "total",
    }


def test_notebook_table_is_escaped() -> None:
    html = Findings([finding(read="<script>")])._repr_html_()
    assert "<script>" not in html
    assert "&lt;script&gt;" in html


def test_frame_has_one_row_per_finding() -> None:
    frame = Findings([finding()]).frame()
    assert list(frame["cells"]) == ["F3!C12"]
    assert list(Findings().frame().columns) == list(frame.columns)
