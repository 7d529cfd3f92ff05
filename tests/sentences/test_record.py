"""The last cell's JSON."""

import json
from datetime import date

from campaignlib.figures import REPORT_MIME, Figure, Figures
from campaignlib.findings import Findings, Severity
from campaignlib.sentences.record import preview, record
from campaignlib.sentences.sentence import Sentence, raw
from campaignlib.words.label import Label
from campaignlib.words.terms import Standing
from tests.sentences.figures import NAMES, finding, pace, rate
from tests.support import campaign


def test_record_is_json_and_holds_what_publishing_reads() -> None:
    figures = Figures([pace("F8:1", NAMES["leads"], Standing.BEHIND).but(final_on=date(2025, 3, 14))])
    shown = record(
        campaign(),
        "weekly",
        "2025-03-07",
        "en",
        raw("Leads are behind"),
        "Weekly",
        [Sentence(bold=raw("Leads."))],
        figures,
        Findings([finding("F3-SUM", Severity.ERROR)]),
    )
    bundle = shown._repr_mimebundle_()
    data = json.loads(json.dumps(bundle[REPORT_MIME]))
    assert {k: data[k] for k in ("version", "kind", "campaign", "as_of", "lang", "title")} == {
        "version": 1,
        "kind": "weekly",
        "campaign": "spring",
        "as_of": "2025-03-07",
        "lang": "en",
        "title": "Leads are behind",
    }
    assert data["campaign_name"] == "Spring"
    assert data["summary"] == ["Leads."]
    assert data["state"] == {"provisional_until": "2025-03-14"}
    assert data["preview"] == [{"label": "Leads", "value": "850 leads", "note": "behind"}]
    assert data["figures"][0]["name"] == "pace"
    assert data["findings"] == {"error": 1, "warning": 0, "note": 0}
    assert "text/html" not in bundle


def test_preview_shows_what_is_off_plan_first_and_never_more_than_three() -> None:
    figures = Figures(
        [
            pace("F8:1", NAMES["leads"], Standing.ON_PACE),
            pace("F8:2", NAMES["douyin"], Standing.NO_DATA),
            pace("F8:3", NAMES["shops"], Standing.BEHIND),
            rate("F8:4", Label("转化率", "Conversion"), Standing.BELOW_FLOOR),
            pace("F8:5", NAMES["reach"], Standing.AHEAD),
        ]
    )
    assert [p["label"] for p in preview(figures, "zh")] == ["转化率", "快闪店线索", "知名度"]


def test_preview_of_a_retrospective_begins_with_roi() -> None:
    roi = Figure(
        name="roi",
        key="stated",
        of=Label("活动", "Campaign"),
        value=4.0,
        status=Standing.MET,
        inputs={"used": True},
    )
    assert preview(Figures([roi]), "en") == [{"label": "ROI", "value": "400.00%", "note": "met"}]
    assert preview(Figures(), "zh") == []
