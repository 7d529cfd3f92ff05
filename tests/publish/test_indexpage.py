from campaignlib.publish.emitted import parse
from campaignlib.publish.indexpage import Row, index_page
from tests.publish.test_emitted import RECORD

PREVIEW = [
    {"label": "线索", "value": "1,200", "note": "▲ 节奏 1.20"},
    {"label": "ROI", "value": "<b>", "note": ""},
]


def row(**changes: object) -> Row:
    emitted = parse(RECORD | {"findings": {"error": 3, "warning": 7}, "preview": PREVIEW} | changes)
    return Row("春季", "周报", emitted, (("zh", "zh/a.html"), ("en", "en/a.html")), "zh/a.pdf")


def test_a_row_shows_day_kind_verdict_state_figures_and_links() -> None:
    page = index_page("zh", [("春季", [row()])], [("en", "en/index.html")])
    for wanted in (
        '<span class="day">3月7日</span>',
        '<a href="zh/a.html">周报</a>',
        "线索领先",
        '<span class="day">4月11日</span>定数',
        "<b>1,200</b>",
        "▲ 节奏 1.20",
        '<a href="zh/a.pdf">PDF</a>',
        'href="en/index.html"',
        "1 个活动，1 份报告",
    ):
        assert wanted in page, wanted


def test_a_settled_report_says_its_findings() -> None:
    page = index_page("en", [("Spring", [row(state={})])], [])
    assert "3 errors, 7 warnings" in page
    assert "1 campaign, 1 report" in page


def test_what_notebooks_emit_is_escaped() -> None:
    page = index_page("zh", [("<script>", [row(title="张* {{< env HOME >}} <img>")])], [])
    assert "<script>" not in page
    assert "<img>" not in page
    assert "<b>&lt;b&gt;</b>" in page
    assert "{{<" not in page


def test_an_older_row_names_a_figure_the_head_does_not() -> None:
    other = row(preview=[{"label": "曝光", "value": "350万", "note": ""}])
    page = index_page("zh", [("春季", [row(), other])], [])
    assert '<div class="second">曝光</div>' in page
    assert page.count("—</td>") == 1


def test_the_page_loads_nothing() -> None:
    page = index_page("zh", [("春季", [row()])], [])
    assert "http" not in page
    assert "<script" not in page
