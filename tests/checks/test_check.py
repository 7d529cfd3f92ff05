from campaignlib.checks.check import Check, run
from campaignlib.findings import Cell, Severity
from campaignlib.words.label import Label
from tests.support import campaign


def test_a_check_words_its_findings_and_run_adds_those_of_reading() -> None:
    cell = Cell("a.xlsx", "F3", "C4")
    check = Check("F3-X", Severity.NOTE, Label("规则", "Rule"), lambda c: iter([found]))
    found = check.finding([cell, cell], read="1", message=Label("改", "mend"))
    assert (found.form, found.cells, found.expected) == ("F3", (cell,), check.label)
    assert list(run(campaign(), [check, check])) == [found]
