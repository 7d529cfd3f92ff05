"""What the campaign cost."""

from __future__ import annotations

from decimal import Decimal

from campaignlib.metrics import costs
from tests.metrics.reference import reference
from tests.support import campaign


def test_the_totals_of_the_reference_case_differ_and_stay_apart():
    stated, items, actual = costs.costs(reference())
    assert (stated.amount, items.amount, actual.amount) == (Decimal(77_000), Decimal(68_000), None)
    assert [str(c) for c in (*stated.cells, *items.cells)] == ["F3!C12", "F3!C4:C11"]


def test_cents_are_exact():
    c = campaign(budget=[{"item": "广告", "planned": 1}, {"item": "礼品", "planned": 2}])
    assert costs.items(c).amount == Decimal("0.03")


def test_an_item_without_an_amount_is_not_zero():
    c = campaign(budget=[{"item": "广告", "planned": 1}, {"item": "礼品"}])
    found = costs.items(c)
    assert (found.amount, found.missing.en) == (None, "no budget stated for 1 of 2 items")


def test_no_items_at_all():
    assert costs.items(campaign()).missing.zh == "F3没有明细"
