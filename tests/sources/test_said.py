from __future__ import annotations

from campaignlib.findings import Cell
from campaignlib.forms import DAILY
from campaignlib.sources import said
from tests.support import config

CELL = Cell("daily.csv", "", "B2")
CHANNEL = next(f for f in DAILY.fields if f.name == "channel")


def test_an_unknown_name_says_how_many_lines_and_what_is_known() -> None:
    far = said.unknown_name(CHANNEL, CELL, "B站", 3, config().channels, "")
    near = said.unknown_name(CHANNEL, CELL, "抖音号", 1, config().channels, "抖音")
    assert far.code == "DAILY-CHANNEL"
    assert far.expected.zh == "抖音、社群、整体"
    assert "共 3 行" in far.message.zh
    assert "(3 lines)" in far.message.en
    assert "是否指“抖音”" in near.message.zh


def test_at_most_so_many_of_a_kind_and_all_of_the_others() -> None:
    many = [said.duplicate(Cell("d.csv", "", f"D{n}"), CELL, "1 / 2") for n in range(said.MOST + 7)]
    kept = list(said.limited([*many, said.encoding("d.csv")]))
    assert len(kept) == said.MOST + 2
    assert "7" in kept[said.MOST].message.en
    assert kept[-1].code == "READ-ENCODING"
