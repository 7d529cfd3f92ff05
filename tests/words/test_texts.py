"""The patterns of the reports are whole in both languages."""

import re
from string import Formatter

import pytest

from campaignlib.words import texts


def _places(pattern: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(pattern) if name}


@pytest.mark.parametrize("name", texts.names())
def test_both_languages_fill_the_same_places(name: str) -> None:
    label = texts.text(name)
    assert label.zh
    assert label.en
    rest = {"n", "rest"} if name.startswith("list.others") else set()
    assert _places(label.zh) - rest == _places(label.en) - rest


@pytest.mark.parametrize("name", texts.names())
def test_one_thing_needs_no_place_that_many_lack(name: str) -> None:
    one, many = texts.text(name, 1), texts.text(name, 2)
    assert _places(one.zh) <= _places(many.zh) | {"n"}
    assert _places(one.en) <= _places(many.en) | {"n"}


@pytest.mark.parametrize("name", texts.names())
def test_no_blank_is_typed_between_chinese_and_digits(name: str) -> None:
    """The page and the paper set that gap themselves."""
    zh = texts.text(name).zh
    assert not re.search(r"[\u4e00-\u9fff] [\d{]|[\d}] [\u4e00-\u9fff]", zh) or name.startswith("forms.")


def test_an_unknown_name_says_so() -> None:
    assert not texts.has("nothing.here")
    with pytest.raises(KeyError):
        texts.text("nothing.here")
