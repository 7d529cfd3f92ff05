import pytest

from campaignlib.errors import BadRequest
from campaignlib.publish.catalogue import REPORTS, report_of


def test_each_report_has_its_own_kind_a_name_in_both_languages_and_a_notebook() -> None:
    assert len({r.kind for r in REPORTS}) == len(REPORTS)
    for report in REPORTS:
        assert report.label.zh != report.label.en
        assert report.notebook == f"{report.kind}.ipynb"
        assert report_of(report.kind) is report


def test_an_unknown_kind_names_those_there_are() -> None:
    with pytest.raises(BadRequest, match=r"monthly.*weekly, retrospective"):
        report_of("monthly")
