"""Satisfaction and willingness, with how many answered."""

from __future__ import annotations

from datetime import date

import pytest

from campaignlib.metrics.feedback import feedback, is_willing
from campaignlib.words.terms import Standing
from tests.metrics.reference import reference
from tests.support import campaign

DAY = date(2025, 3, 12)


def answers(*scores, **more):
    return [{"number": str(n), "day": date(2025, 3, 10), "score": s} | more for n, s in enumerate(scores)]


def stated(metric="活动满意度(抽样80人)"):
    return [{"metric": metric, "target": 85.0, "target_is": "at_least", "actual": 92.0}]


def test_the_reference_case():
    figure = feedback(reference(), "2024-08-16").one("satisfaction")
    assert (figure.value, figure.inputs["n"], figure.status) == (92, 100, Standing.MET)
    assert 85 < figure.low < 92 < figure.high
    assert [str(c) for c in figure.cells] == ["F11!D4:D103"]
    assert figure.basis.en == "F11, n=100"


def test_answers_of_later_days_are_left_out():
    c = campaign(answers=[*answers(80.0), *answers(100.0, day=date(2025, 3, 11))])
    assert feedback(c, "2025-03-10").one("satisfaction").value == 80
    none = feedback(c, "2025-03-09").one("satisfaction")
    assert (none.value, none.status, none.undefined.en) == (None, Standing.NO_DATA, "no answers")


def test_one_answer_has_no_spread():
    figure = feedback(campaign(answers=answers(90.0)), DAY).one("satisfaction")
    assert (figure.value, figure.low, figure.inputs["sd"]) == (90, None, None)


def test_a_mean_over_its_target_may_not_be_proven():
    c = campaign(answers=answers(70.0, 90.0, 100.0), evaluation=stated())
    figure = feedback(c, DAY).one("satisfaction")
    assert figure.status is Standing.MET_NOT_PROVEN
    assert figure.rule.zh == "86.67，区间含目标≥85"


def test_without_answers_f10_speaks_after_the_end_and_has_no_interval():
    c = campaign(evaluation=stated())
    figure = feedback(c, DAY).one("satisfaction")
    assert (figure.value, figure.low, figure.inputs["n"]) == (92, None, 80)
    assert "n=80" in figure.basis.zh
    assert [str(x) for x in figure.cells] == ["F10!D2", "F10!C2"]
    assert feedback(c, "2025-03-10").one("satisfaction").value is None


def test_the_share_of_the_willing():
    rows = [*answers(90.0, 80.0, 70.0, willing="愿意"), *answers(60.0, willing="不愿意"), *answers(50.0)]
    figure = feedback(campaign(answers=rows), DAY).one("willing")
    assert (figure.value, figure.inputs["n"], figure.inputs["yes"]) == (0.75, 4, 3)
    assert figure.low < 0.75 < figure.high
    assert feedback(campaign(), DAY).one("willing").value is None


@pytest.mark.parametrize(
    ("answer", "yes"),
    [
        ("愿意", True),
        ("会参加", True),
        ("是", True),
        ("不会", False),
        ("否", False),
        ("看情况", False),
        ("No", False),
    ],
)
def test_what_counts_as_yes(answer, yes):
    assert is_willing(answer) is yes
