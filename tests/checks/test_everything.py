"""Everything the reference case says against itself, with both cells; and nothing else."""

from __future__ import annotations

from pathlib import Path

from campaignlib.checks.everything import CHECKS, affected, check, rule
from campaignlib.loading.folder import load

SAYS = {
    ("F1-SMART", "warning", "F1!D4 F1!C4"),
    ("F10-CLAIM", "note", "F10!F6 F3!D4:D11"),
    ("F10-EQUALS-TARGET", "note", "F10!F6 F1!D6"),
    ("F10-ROI", "warning", "F10!D6 F10!F6 F3!C12 F10!C6 F3!C4:C11"),
    ("F3-DRAWS", "warning", "F3!C11 F6!D6 F7!C4 F7!E4 F7!E5 F9!K4"),
    ("F3-RESERVE", "warning", "F3!C11"),
    ("F3-SUM", "error", "F3!C12 F3!C4:C11"),
    ("F5-OPEN-END", "note", "F5!A7 F5!F10"),
    ("F5-PREDECESSOR", "note", "F5!F10 F5!A6"),
    ("F5-PREDECESSOR", "note", "F5!F4 F5!A3"),
    ("F5-PREDECESSOR", "note", "F5!F5 F5!A4"),
    ("F5-PREDECESSOR", "note", "F5!F6 F5!A5"),
    ("F5-PREDECESSOR", "note", "F5!F7 F5!A3"),
    ("F5-PREDECESSOR", "note", "F5!F8 F5!A4"),
    ("F5-PREDECESSOR", "note", "F5!F9 F5!A8"),
    ("F5-STATUS", "warning", "F5!G6 F5!D6"),
    ("F5-STATUS", "warning", "F5!G8 F5!D8"),
    ("F5-STATUS", "warning", "F5!G9 F5!F9 F5!G8"),
    ("F7-FIGURE", "note", "F7!B6 F8!C8 F8!D8"),
    ("F7-MISSING-DAY", "note", "F7!A4:A6"),
    ("F8-STATUS", "warning", "F8!G5 F8!D5 F8!E5"),
    ("F8-STATUS", "warning", "F8!G6 F8!D6 F8!E6"),
    ("F8-STATUS", "warning", "F8!G8 F8!D8 F8!E8"),
    ("X-BUDGET-SCOPE", "note", "F3!B10 F5!C10 F5!D10 F2!C5"),
    ("X-CHANNEL", "note", "F3!B9 F3!C9 F8!A4:A8"),
    ("X-CHANNEL", "note", "F8!A6 F3!B4:B11"),
    ("X-DEADLINE", "warning", "F4!D6 F5!H6 F6!F5"),
    ("X-EARLY-RESULT", "warning", "F8!D7 F5!G10 F5!C10"),
    ("X-GOAL-RESULT", "warning", "F1!C4 F1!D4 F10!B3:B7"),
    ("X-GOAL-RESULT", "warning", "F1!C5 F1!D5 F10!B3:B7"),
    ("X-GOAL-RESULT", "warning", "F1!C6 F1!D6 F10!B3:B7"),
    ("X-LATE-PLAN", "warning", "F2!F5 F2!C6 F5!D3"),
    ("X-LATE-PLAN", "warning", "F2!F6 F2!C6 F5!D3"),
    ("X-METRIC", "note", "F1!C4 F1!D4 F8!B4 F8!E4"),
    ("X-METRIC", "note", "F1!C5 F1!D5 F10!B4 F10!C4"),
    ("X-OWNER", "note", "F1!F5 F10!G4"),
    ("X-OWNER", "note", "F1!F6 F10!G5"),
    ("X-RESULT-GOAL", "note", "F10!B6 F1!C4:C6"),
    ("X-RESULT-GOAL", "note", "F10!B7 F1!C4:C6"),
    ("X-STAGE-DATES", "warning", "F2!C6 F5!C9 F5!D9"),
    ("X-STATUS", "warning", "F5!G6 F7!B5 F4!I8"),
    ("X-TARGET-PARTS", "warning", "F1!D5 F8!E5 F8!E7"),
    ("X-TASK-DATES", "warning", "F4!G5 F5!C4"),
    ("X-TASK-DATES", "warning", "F4!G6 F4!H6 F5!C10 F5!D10"),
}
# Rules the case does not break; each has its broken sheet elsewhere in this folder.
KEPT = {
    "F3-ARITHMETIC",
    "F3-APPROVER",
    "F5-UNKNOWN",
    "F5-CYCLE",
    "F5-DURATION",
    "X-TARGET",
    "X-DATA",
    "X-LIBRARY",
    "F10-ATTAINMENT",
    "F8-ATTAINMENT",
}


def test_the_case_is_found_out_to_the_cell(case: Path) -> None:
    found = {(f.code, f.severity.value, " ".join(map(str, f.cells))) for f in check(load(case))}
    assert found == SAYS


def test_every_rule_is_either_broken_by_the_case_or_known_to_be_kept() -> None:
    assert {code for code, _, _ in SAYS} | KEPT == {c.code for c in CHECKS}
    assert not {code for code, _, _ in SAYS} & KEPT


def test_messages_are_whole_in_both_languages(case: Path) -> None:
    for finding in check(load(case)):
        for text in (finding.message.zh, finding.message.en, finding.expected.zh, finding.expected.en):
            assert text
            assert "{" not in text
            assert "None" not in text
        assert finding.read


def test_a_code_knows_its_rule_and_what_it_changes() -> None:
    assert "roi" in affected("F3-SUM")
    assert rule("F3-SUM").en == "A stated total equals the sum of its items"
    assert rule("READ-DATE").zh == "日期读得懂"
    assert rule("OTHER").zh == "OTHER"
    assert affected("READ-DATE") == ()
