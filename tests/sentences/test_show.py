"""Numbers of figures, in both languages."""

from datetime import date
from decimal import Decimal

from campaignlib.figures import RATIO, Figures, Target, Unit
from campaignlib.findings import Cell
from campaignlib.sentences import show
from campaignlib.words.label import Label
from campaignlib.words.terms import Comparison, Standing
from tests.sentences.figures import LEADS, NAMES, forecast, pace, rate

COUNT = Unit("count", Label("条", "leads"))


def test_the_unit_of_what_was_measured() -> None:
    figure = pace("F8:1", NAMES["leads"], Standing.AHEAD)
    assert show.unit_of(figure) == COUNT
    assert show.unit_of(figure.but(inputs={})) == Unit("count")
    assert show.unit_of(figure.but(inputs={"unit": COUNT})) == COUNT
    assert show.unit_of(rate("F8:2", NAMES["leads"], Standing.MET)) == RATIO
    assert show.unit_of(forecast("F8:1")) == COUNT
    assert LEADS["kind"] == "count"


def test_currency_is_put_where_amounts_are_read_from() -> None:
    money = {"kind": "money", "label": Label("元", "yuan")}
    figure = pace("F8:1", NAMES["leads"], Standing.AHEAD, unit=money)
    (own,) = show.priced(Figures([figure]), "EUR")
    assert show.amount(850, show.unit_of(own)).en == "EUR 850"
    assert show.amount(850, show.unit_of(figure)).en == "CNY 850"


def test_targets_keep_their_comparison() -> None:
    assert show.target_label(Target(0.15), RATIO).zh == "≥15%"
    assert show.target_label(Target(50, Comparison.AT_MOST), COUNT).en == "≤50 leads"
    assert show.target_label(Target(0.1, Comparison.RANGE, 0.15), RATIO).en.startswith("10")
    assert show.brief_target(Target(5_000_000), COUNT) == Label("≥500万条", "≥5.0M")


def test_addresses() -> None:
    cells = [Cell("a.xlsx", "F8", r) for r in ("D5", "E5", "D6", "G5")] + [Cell("d.csv", "", "D4")]
    assert show.cells(cells, 9).en == "F8!D5:E5, F8!D6, F8!G5, d.csv row 4"
    assert show.cells(cells, 2).zh == "F8!D5:E5、F8!D6、…"
    assert show.sources(cells, 9).zh == "F8!D5:E5、F8!D6、F8!G5、d.csv"
    assert show.cells([Cell("a.xlsx", "F8", "Z1"), Cell("a.xlsx", "F8", "AA1")]).zh == "F8!Z1:AA1"


def test_estimates_do_not_pretend() -> None:
    assert [show.estimate(x) for x in (99_999.6, 123_456, 1886.3, -123_456)] == [
        100000,
        123000,
        1886,
        -123000,
    ]
    assert show.about(5_122_857, COUNT).zh == "512万条"


def test_windows_and_days() -> None:
    assert show.days(date(2025, 3, 3), date(2025, 3, 3)).zh == "3月3日"
    assert show.window(pace("F8:1", NAMES["leads"], Standing.AHEAD)).en == "3–12 Mar"
    assert not show.window(forecast("F8:1"))


def test_ranges_and_shares() -> None:
    assert show.shares(0.1, 0.15) == Label("10%～15%", "10–15%")
    assert show.interval_range(1000, 2000, Unit("money")).zh == "1,000～2,000"
    assert show.money(Decimal("50.3268"), "EUR").en == "EUR 50.33"


def test_names_of_what_a_finding_changes() -> None:
    assert show.readers_names(["pace", "pace", "unheard-of"]) == (
        Label("节奏", "pace"),
        Label.same("unheard-of"),
    )
