from __future__ import annotations

import pandas as pd
import pytest

from campaignlib.findings import Cell
from campaignlib.forms import BUDGET, SCHEDULE, Form
from campaignlib.reading.failures import rule_label, validated
from campaignlib.reading.form import frame_of


def frame(form: Form, **columns: list[object]) -> pd.DataFrame:
    count = len(next(iter(columns.values())))
    return frame_of(form, {f.name: columns.get(f.name, [None] * count) for f in form.fields})


def origins(form: Form, count: int) -> dict[tuple[str, int, str], Cell]:
    return {
        (form.name, n, f.name): Cell("forms.xlsx", form.code, f"C{n + 1}")
        for n in range(1, count + 1)
        for f in form.fields
    }


def test_a_sound_frame_passes_unchanged() -> None:
    sound = frame(BUDGET, item=["讲师"], planned=[500_00])
    checked, findings = validated(BUDGET, sound, origins(BUDGET, 1), {})
    pd.testing.assert_frame_equal(checked, sound)
    assert findings == ()


def test_each_bad_value_is_left_out_with_one_finding_and_empty_cells_are_none() -> None:
    bad = frame(
        BUDGET,
        cost_class=["people", None, "alien", "other"],
        item=["a", "b", "c", "d"],
        planned=[-1, None, 3, 4],
    )
    shown = {(1, "planned"): "-0.01"}
    checked, findings = validated(BUDGET, bad, origins(BUDGET, 4), shown)
    assert [(f.code, f.cells[0].ref, f.read) for f in findings] == [
        ("READ-RULE", "C2", "-0.01"),
        ("READ-RULE", "C4", "alien"),
    ]
    assert findings[0].expected.en == "at least 0"
    assert checked["planned"].tolist() == [pd.NA, pd.NA, 3, 4]
    assert checked["cost_class"].isna().tolist() == [False, True, True, False]
    assert checked["item"].tolist() == ["a", "b", "c", "d"]
    assert str(checked["planned"].dtype) == "Int64"


def test_two_bad_fields_of_one_record() -> None:
    bad = frame(SCHEDULE, task=["设计"], duration=[-2], status=["odd"])
    _, findings = validated(SCHEDULE, bad, origins(SCHEDULE, 1), {})
    assert [f.message.zh[:6] for f in findings] == ["“持续时间”", "“状态”读到"]


@pytest.mark.parametrize(
    ("check", "en"),
    [
        ("greater_than_or_equal_to(0)", "at least 0"),
        ("less_than_or_equal_to(1)", "at most 1"),
        ("isin(['a', 'b'])", "one of a, b"),
        ("odd", "as odd asks"),
    ],
)
def test_rules_in_words(check: str, en: str) -> None:
    assert rule_label(check).en == en
