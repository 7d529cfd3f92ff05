"""Values that break a rule of their field: Pandera's lazy failures as findings, the values left out."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pandas as pd
from pandera.errors import SchemaErrors

from campaignlib.findings import Cell, Finding
from campaignlib.forms import Form
from campaignlib.reading import notices
from campaignlib.words.label import Label

_RULES = {
    "greater_than_or_equal_to": Label("不小于 {0}", "at least {0}"),
    "greater_than": Label("大于 {0}", "more than {0}"),
    "less_than_or_equal_to": Label("不大于 {0}", "at most {0}"),
    "less_than": Label("小于 {0}", "less than {0}"),
    "in_range": Label("在 {0} 范围内", "within {0}"),
    "isin": Label("为其中之一：{0}", "one of {0}"),
}
_CALL = re.compile(r"(\w+)\((.*)\)$", re.DOTALL)


def validated(
    form: Form,
    frame: pd.DataFrame,
    origins: Mapping[tuple[str, int, str], Cell],
    shown: Mapping[tuple[int, str], str],
) -> tuple[pd.DataFrame, tuple[Finding, ...]]:
    """The frame with every value that breaks a rule made NA, and a finding for each.

    `shown` is what stands in the cells, for the findings' words.
    """
    try:
        return form.frame.validate(frame, lazy=True), ()
    except SchemaErrors as errors:
        failures = _cells(errors.failure_cases, frame)
    cleared = frame.copy()
    findings = []
    labels = {field.name: field.label for field in form.fields}
    for (record, name), rule in failures.items():
        read = shown.get((record, name), str(frame.at[record, name]))
        cleared.loc[record, name] = None
        cell = origins[form.name, record, name]
        findings.append(notices.rule_broken(form.code, cell, read, rule_label(rule), labels[name]))
    # what still fails now is no person's value but a fault of ours, and may be seen
    return form.frame.validate(cleared), tuple(findings)


def _cells(cases: pd.DataFrame, frame: pd.DataFrame) -> dict[tuple[int, str], str]:
    """(record, field) -> the rule broken, in order of records.

    Pandera reports a failed coercion twice and once more without an index, names legitimately empty cells beside
    a bad one, and gives no order: each bad cell is kept once, and empty ones never.
    """
    found: dict[tuple[int, str], str] = {}
    for name, check, record in zip(cases["column"], cases["check"], cases["index"], strict=True):
        if pd.isna(record) or name not in frame.columns or record not in frame.index:
            continue
        place = (int(record), str(name))
        if frame[str(name)].notna()[int(record)]:
            found.setdefault(place, str(check))
    order = {name: i for i, name in enumerate(frame.columns)}
    return dict(sorted(found.items(), key=lambda item: (item[0][0], order[item[0][1]])))


def rule_label(check: str) -> Label:
    """A Pandera check in words.

    >>> rule_label("greater_than_or_equal_to(0)").en
    'at least 0'
    """
    call = _CALL.match(check)
    if call and call[1] in _RULES:
        argument = re.sub(r"[\[\]'\"]", "", call[2])
        label = _RULES[call[1]]
        return Label(label.zh.format(argument), label.en.format(argument))
    return Label(f"符合 {check}", f"as {check} asks")
