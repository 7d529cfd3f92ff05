from campaignlib.figures import TEXT, Figure, Figures
from campaignlib.sentences.kept import kept, sentence
from campaignlib.words.label import Label


def entry(content: str, place: str | None, name: str = "lesson") -> Figure:
    return Figure(
        name=name, key=content, of=Label.same(content), value=content, unit=TEXT, inputs={"goes_to": place}
    )


def test_contents_stand_under_their_place_in_the_order_of_the_form() -> None:
    found = kept(
        Figures([entry("扫码领礼", "检查表"), entry("晚间直播", "经验"), entry("换素材", "检查表", "action")])
    )
    assert [(place.zh, text.plain("zh")) for place, text in found] == [
        ("检查表", "扫码领礼；换素材"),
        ("经验", "晚间直播"),
    ]


def test_what_names_no_place_is_counted() -> None:
    both = Figures([entry("扫码领礼", "检查表"), entry("晚间直播", None)])
    assert sentence(both).plain("en") == "Where they go is written for 1 of 2 entries."
    assert sentence(Figures(both[:1])).plain("en") == "The one entry says where it goes."
    assert sentence(Figures()).plain("zh") == "F12没有写下可以入库的内容。"
    assert kept(Figures([entry("晚间直播", None)])) == ()
