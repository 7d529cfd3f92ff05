import pytest

from campaignlib.checks import say
from campaignlib.findings import Cell


@pytest.mark.parametrize(
    ("stated", "ours", "same"),
    [
        (0.12, 0.125, False),
        (0.125, 0.125, True),
        (0.162, 248 / 1530, True),
        (850, 853, False),
        (3_500_000, 3_498_000, True),
        (3_500_000, 3_440_000, False),
        (92, 92.0, True),
    ],
)
def test_agrees_at_the_digits_written(stated: float, ours: float, same: bool) -> None:
    assert say.agrees(stated, ours) is same


def test_cells_of_two_columns_stay_apart() -> None:
    cells = (Cell("a", "F3", "C4"), Cell("a", "F3", "D4"))
    assert say.span(cells) == cells
