"""The key of the attainment bar."""

from xml.etree import ElementTree as ET

import pytest

from campaignlib.tables.key import RETROSPECTIVE, SIGNS, WEEKLY, drawing, key
from campaignlib.words.label import LANGS, Lang


@pytest.mark.parametrize("lang", LANGS)
def test_each_sign_has_its_word_on_page_and_paper(lang: Lang) -> None:
    page, paper = key(WEEKLY, lang).markdown.split('::: {.content-hidden when-format="html"}')
    for sign in WEEKLY:
        assert SIGNS[sign].to(lang) in page
        assert f"![{SIGNS[sign].to(lang)}](data:" in paper
    assert page.count('aria-hidden="true"') == len(WEEKLY)


@pytest.mark.parametrize("sign", SIGNS)
def test_every_sign_is_a_drawing_in_tokens(sign: str) -> None:
    ET.fromstring(f"<svg>{drawing(sign, lambda token: token)}</svg>")


def test_the_retrospective_has_neither_plan_nor_floor() -> None:
    assert set(WEEKLY) - set(RETROSPECTIVE) == {"planned", "floor"}
    with pytest.raises(KeyError):
        drawing("nothing", str)
