"""A rate in words."""

from campaignlib.figures import Target, Unit
from campaignlib.sentences.rates import counts, level, rate_point, rate_text, settle
from campaignlib.words.label import Label
from campaignlib.words.terms import Standing
from tests.sentences.figures import rate

NAME = Label("转化率", "Conversion rate")


def test_below_its_floor_speaks_of_the_floor_only() -> None:
    figure = rate("F8:1", NAME, Standing.BELOW_FLOOR, 0.08, low=0.06, high=0.11)
    assert rate_text(figure).plain("en") == (
        "8.0% (90 ÷ 720), floor 10%; the 95% interval, 6.0–11.0%, includes it."
    )


def test_met_not_proven_says_how_many_cases_would_settle_it() -> None:
    figure = rate("F8:1", NAME, Standing.MET_NOT_PROVEN, 0.162).but(
        inputs={"actual": 0.162, "numerator": 248, "denominator": 1530}
    )
    assert settle(figure).plain("zh") == "约3,351例才能定论"
    exact = figure.but(target=Target(248 / 1530))
    assert settle(exact).plain("zh") == ""


def test_without_counts_only_the_value() -> None:
    figure = rate("F8:1", NAME, Standing.MET, 0.2).but(inputs={"actual": 0.2})
    assert counts(figure).plain("en") == "20.0%"


def test_a_score_keeps_its_own_unit() -> None:
    points = Unit("score", Label("分", "points"))
    figure = rate("F8:1", Label("满意度", "Satisfaction"), Standing.MET, 92.0).but(
        unit=points, target=Target(85.0), low=90.1, high=93.0, inputs={"actual": 92.0}
    )
    assert rate_point((figure,)).plain("en") == (
        "Satisfaction has met its target. 92 points, target 85 points; "
        "the 95% interval, 90.1–93.0, excludes the target."
    )


def test_the_confidence_is_the_figures_own() -> None:
    assert level(rate("F8:1", NAME, Standing.MET).but(inputs={"confidence": 0.9})).zh == "90%"
