import pytest

from campaignlib.forms import BUDGET, DAILY, FORMS, GOALS, Form


@pytest.mark.parametrize("form", [*FORMS, DAILY], ids=lambda f: f.name)
def test_a_form_is_declared_once_and_whole(form: Form) -> None:
    names = [f.name for f in form.fields]
    assert form.key in names
    assert set(form.totals) <= set(names)
    assert any(f.required for f in form.fields)
    for field in form.fields:
        assert field.label.zh in field.headings
        assert field.label.en in field.headings


def test_two_fields_may_share_a_heading() -> None:
    shared = [f.name for f in GOALS.fields if f.label.zh == "目标值"]
    assert shared == ["target_text", "target", "target_is"]


def test_names_and_codes_are_unique_where_they_must_be() -> None:
    names = [f.name for f in FORMS]
    assert len(set(names)) == len(names)
    assert BUDGET.code == "F3"
