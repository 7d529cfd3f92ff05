from campaignlib.publish import texts
from campaignlib.words.label import Label


def test_every_text_is_said_in_both_languages_with_the_same_places() -> None:
    found = {name: value for name, value in vars(texts).items() if isinstance(value, Label)}
    assert found
    for name, label in found.items():
        assert label.zh != label.en, name
        assert label.zh.count("{") == label.en.count("{"), name
