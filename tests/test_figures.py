import json
from datetime import date
from decimal import Decimal

import pytest

from campaignlib.figures import INDEX, RATIO, Figure, Figures, Target, Unit, plain
from campaignlib.findings import Cell
from campaignlib.words.label import Label
from campaignlib.words.terms import Standing

PACE = Figure(
    name="pace",
    key="F8:2",
    of=Label("抖音线索", "Douyin leads"),
    value=0.67,
    unit=INDEX,
    target=Target(2000),
    status=Standing.BEHIND,
    as_of=date(2024, 8, 2),
    inputs={"actual": Decimal("850"), "alternatives": ({"start": date(2024, 7, 26)},), "cell": None},
    cells=(Cell("forms.xlsx", "F8 看板", "D5"),),
)


def test_a_figure_has_a_value_or_a_reason() -> None:
    with pytest.raises(ValueError, match="a value or a reason"):
        Figure(name="roi", of=Label("活动", "Campaign"))
    with pytest.raises(ValueError, match="a value or a reason"):
        PACE.but(undefined=Label("无数据", "no data"))
    assert PACE.but(value=None, undefined=Label("无数据", "no data")).number != 0


def test_record_is_plain_json() -> None:
    record = json.loads(json.dumps(PACE.record("en")))
    assert (record["value"], record["unit"], record["of"]) == (0.67, "index", "Douyin leads")
    assert record["target"] == {"value": 2000, "comparison": "at_least", "upper": None}
    assert record["inputs"] == {"actual": 850, "alternatives": [{"start": "2024-07-26"}], "cell": None}
    assert record["as_of"] == "2024-08-02"


def test_inputs_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        PACE.inputs["actual"] = 1  # type: ignore[index]


def test_anchor_is_stable_and_plain() -> None:
    assert PACE.anchor == "figure-pace-f8-2"
    assert PACE.but(key='抖音/"<x>').anchor == "figure-pace-x"


def test_finding_one_names_what_there_is() -> None:
    figures = Figures([PACE])
    assert figures.one("pace", "F8:2") is PACE
    with pytest.raises(KeyError, match="pace/F8:2"):
        figures.one("roi")
    assert figures.get("roi") is None
    assert len(figures.named("pace") + (PACE,)) == 2  # noqa: RUF005 - `+` is what is tested


def test_table_in_a_notebook_is_escaped() -> None:
    html = Figures([PACE.but(of=Label.same("<b>"))])._repr_html_()
    assert "<b>" not in html
    assert "<td>pace</td><td>F8:2</td>" in html
    assert list(Figures([PACE]).frame()["cells"]) == ["F8!D5"]


@pytest.mark.parametrize(
    ("value", "shown"),
    [(Decimal("77000.00"), 77000), (Decimal("0.1"), 0.1), (Label("一", "one"), "一"), ((1,), [1])],
)
def test_plain(value: object, shown: object) -> None:
    assert plain(value) == shown


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        (5.493506, RATIO, "549.35%"),
        (0.125, RATIO, "12.5%"),
        (Decimal("1250.5"), Unit("money"), "1,250.5"),
        (0.668, INDEX, "0.67"),
        (850, Unit("count", Label("条", "leads")), "850 条"),
    ],
)
def test_a_notebook_shows_values_in_their_units(value: Decimal | float, unit: Unit, shown: str) -> None:
    html = Figures([Figure(name="x", of=Label("甲", "A"), value=value, unit=unit)])._repr_html_()
    assert f"<td>甲</td><td>{shown}</td>" in html
