"""Alerts: fired by rule first, then stated only."""

import pytest
from syrupy.assertion import SnapshotAssertion

from campaignlib.figures import Figure, Figures
from campaignlib.metrics.alerts import alerts as figures
from campaignlib.tables.alerts import alerts
from campaignlib.tables.style import Table
from campaignlib.words.label import LANGS, Lang
from campaignlib.words.terms import Standing
from tests.sentences.figures import NAMES, pace
from tests.tables.seen import WEEK, case, rows, sentence, whole


def _made(lang: Lang) -> Table:
    return alerts(figures(case(), WEEK), lang)


@pytest.mark.parametrize("lang", LANGS)
def test_as_a_reader_sees_it(lang: Lang, snapshot: SnapshotAssertion) -> None:
    made = _made(lang)
    whole(made)
    assert (made.caption, rows(made), made.note) == snapshot


@pytest.mark.parametrize("lang", LANGS)
def test_without_rows_one_sentence_says_where_they_come_from(lang: Lang) -> None:
    assert "F8" in sentence(alerts(Figures(), lang))


def _alert(**inputs: object) -> Figure:
    said = {"fired": True, "issue": 1, "state": "unknown", "deadline_minutes": 30} | inputs
    return pace("F8:1", NAMES["leads"], Standing.BEHIND).but(name="alert", inputs=said)


@pytest.mark.parametrize(
    ("inputs", "shown"),
    [
        ({"state": "met", "response_minutes": 18.0}, "▲ 达成 / 18分钟"),
        ({"state": "breach", "response_minutes": 45.0}, "▼ 超时 / 45分钟"),
        ({"state": "unknown"}, "○ 未知 / 没有时间记录"),
        ({"fired": False, "issue": None}, "不适用"),
    ],
)
def test_no_timestamp_is_unknown_never_met(inputs: dict[str, object], shown: str) -> None:
    assert rows(alerts(Figures([_alert(**inputs)]), "zh"))[1][-1] == shown


def test_what_a_form_says_stays_text() -> None:
    made = alerts(Figures([_alert(cause="<b>*原因*</b>")]), "zh")
    assert "&lt;b&gt;*原因*&lt;/b&gt;" in made.html()
