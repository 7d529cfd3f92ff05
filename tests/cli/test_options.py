from campaignlib.cli.options import Language
from campaignlib.words.label import LANGS


def test_the_languages_offered_are_those_there_are() -> None:
    assert tuple(Language) == LANGS
