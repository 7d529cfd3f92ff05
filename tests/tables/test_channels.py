"""Channels."""

import pytest
from syrupy.assertion import SnapshotAssertion

from campaignlib.figures import Figures
from campaignlib.metrics.funnel import funnel
from campaignlib.tables.channels import channels
from campaignlib.tables.style import Table
from campaignlib.words.label import LANGS, Lang
from tests.support import campaign
from tests.tables.seen import WEEK, case, rows, sentence, whole


def _made(lang: Lang) -> Table:
    return channels(funnel(case(), WEEK), lang)


@pytest.mark.parametrize("lang", LANGS)
def test_as_a_reader_sees_it(lang: Lang, snapshot: SnapshotAssertion) -> None:
    made = _made(lang)
    whole(made)
    assert (made.caption, rows(made), made.note) == snapshot


@pytest.mark.parametrize("lang", LANGS)
def test_without_rows_one_sentence_says_where_they_come_from(lang: Lang) -> None:
    assert "daily.csv" in sentence(channels(Figures(), lang))


def test_unallocated_spend_is_its_own_row_and_is_not_spread() -> None:
    day = {"day": "2025-03-05"}
    data = [("douyin", "leads", 8), ("groups", "leads", 2), ("all", "spend", 300), ("douyin", "spend", 100)]
    c = campaign(daily=[day | {"channel": ch, "metric": m, "value": float(v)} for ch, m, v in data])
    told = rows(channels(funnel(c, "2025-03-07"), "zh"))
    assert [r[0] for r in told] == ["渠道", "抖音", "社群", "未归到渠道", "合计"]
    assert told[1] == ["抖音", "8", "80.0%", "100", "12.50"]
    assert told[2][-2:] == ["—", "— / 没有支出记录"]
    assert told[3][1:] == ["—", "—", "200", "— / 不分摊"]
