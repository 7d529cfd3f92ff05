from __future__ import annotations

from campaignlib.checks.check import run
from campaignlib.checks.library import LIBRARY
from campaignlib.findings import Severity
from tests.support import campaign, config

ROW = {"channel": "抖音", "metric": "线索量", "target": 200}


def test_names_of_the_library_give_nothing() -> None:
    c = campaign(board=[ROW, {**ROW, "channel": "整体", "metric": "线索转化率", "target": 0.15}])
    assert not run(c, [LIBRARY])


def test_a_metric_that_is_not_in_the_library_is_named_once_with_all_its_cells() -> None:
    goal = {"dimension": "线索", "metric": "完播率", "target_text": "完播率≥30%", "target": 0.3}
    c = campaign(goals=[goal], board=[ROW, {**ROW, "metric": "完播 率", "target": 0.3}])
    (found,) = run(c, [LIBRARY])
    assert (found.code, found.severity, found.read) == ("X-LIBRARY", Severity.WARNING, "完播率")
    assert [str(cell) for cell in found.cells] == ["F1!C2", "F8!B3"]
    assert "别名" in found.message.zh
    assert "alias" in found.message.en


def test_a_channel_of_the_board_that_is_not_in_the_settings() -> None:
    (found,) = run(campaign(board=[{**ROW, "channel": "B站"}]), [LIBRARY])
    assert (found.read, str(found.cells[0])) == ("B站", "F8!A2")


def test_no_library_at_all_is_said_once() -> None:
    c = campaign(config(metrics={}), board=[ROW, {**ROW, "metric": "订单"}])
    (found,) = run(c, [LIBRARY])
    assert [str(cell) for cell in found.cells] == ["F8!B2:B3"]
    assert found.read == "线索量、订单"
    assert not run(campaign(config(metrics={})), [LIBRARY])
