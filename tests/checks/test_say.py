from campaignlib.checks import say
from campaignlib.findings import Cell


def test_cells_of_two_columns_stay_apart() -> None:
    cells = (Cell("a", "F3", "C4"), Cell("a", "F3", "D4"))
    assert say.span(cells) == cells
