"""The headline says what is there and nothing else, in every combination of states."""

from itertools import product

import pytest

from campaignlib.figures import Figures
from campaignlib.sentences.headline import headline
from campaignlib.words.label import LANGS, Label
from campaignlib.words.terms import Standing
from tests.sentences.figures import NAMES, most, pace, rate

PACED = (None, Standing.AHEAD, Standing.ON_PACE, Standing.BEHIND, Standing.NO_DATA, Standing.NOT_STARTED)
RATED = (
    None,
    Standing.BELOW_FLOOR,
    Standing.ABOVE_FLOOR,
    Standing.MET,
    Standing.MET_NOT_PROVEN,
    Standing.NOT_MET,
    Standing.NOT_MET_NOT_EXCLUDED,
    Standing.NO_DATA,
)
RATE = Label("转化率", "Conversion rate")


def _figures(states: tuple[Standing | None, ...], rated: Standing | None) -> Figures:
    names = list(NAMES.values())
    made = [pace(f"F8:{i}", names[i], s) for i, s in enumerate(states) if s]
    if rated:
        value = None if rated is Standing.NO_DATA else 0.125
        made.append(rate("F8:9", RATE, rated, value))
    return Figures(made)


@pytest.mark.parametrize("rated", RATED)
def test_every_combination_is_said_truly(rated: Standing | None) -> None:
    for states in product(PACED, repeat=3):
        figures = _figures(states, rated)
        for lang in LANGS:
            text = headline(figures).plain(lang)
            assert text
            assert "{" not in text
            assert len(text.split("；" if lang == "zh" else "; ")) <= 2
        zh, en = headline(figures).plain("zh"), headline(figures).plain("en")
        assert ("走在计划前面" in zh) is (Standing.AHEAD in states)
        assert ("落后" in zh) is (Standing.BEHIND in states)
        assert ("破底线" in zh) is (rated is Standing.BELOW_FLOOR)
        assert ("below its floor" in en) is (rated is Standing.BELOW_FLOOR)
        assert ("离目标还差" in zh) is (
            rated in (Standing.ABOVE_FLOOR, Standing.NOT_MET, Standing.NOT_MET_NOT_EXCLUDED)
        )
        silent = Standing.NO_DATA in states or Standing.NOT_STARTED in states
        if "其余" in zh or "各项都按计划" in zh:
            assert Standing.ON_PACE in states
            assert "有数据" in zh or not silent
        assert en[0].isupper()


@pytest.mark.parametrize(
    ("states", "zh", "en"),
    [
        (
            (Standing.AHEAD, Standing.BEHIND),
            "线索走在计划前面，抖音线索落后",
            "Leads run ahead of plan, douyin leads are behind",
        ),
        ((Standing.BEHIND,), "线索落后", "Leads are behind"),
        ((Standing.ON_PACE,), "线索按计划", "Leads are on pace"),
        ((Standing.ON_PACE,) * 3, "各项都按计划", "Everything is on pace"),
        (
            (Standing.ON_PACE,) * 3 + (Standing.NO_DATA,),
            "有数据的各项都按计划",
            "Everything with data is on pace",
        ),
        ((Standing.BEHIND,) * 4, "线索、抖音线索等4项落后", "Leads, Douyin leads and 2 others are behind"),
        ((Standing.NOT_STARTED,) * 2, "各项都还没有开始", "Nothing has started yet"),
        ((Standing.NO_DATA, Standing.NOT_STARTED), "各项都还没有数据", "There are no data yet"),
        ((), "表里还没有目标", "The forms hold no goals yet"),
    ],
)
def test_wording(states: tuple[Standing, ...], zh: str, en: str) -> None:
    text = headline(_figures(states, None))
    assert text.plain("zh") == zh
    assert text.plain("en").casefold() == en.casefold()


def test_a_channel_keeps_its_capital_letter_inside_a_sentence() -> None:
    figures = Figures(
        [
            pace("F8:1", NAMES["reach"], Standing.AHEAD),
            pace("F8:2", NAMES["douyin"], Standing.BEHIND, channel="douyin"),
        ]
    )
    assert headline(figures).plain("en") == "Awareness runs ahead of plan, Douyin leads are behind"


def test_a_limit_is_over_its_target_not_short_of_it() -> None:
    cost = rate("F8:1", Label("退订率", "Unsubscribe rate"), Standing.NOT_MET, target=most(0.1))
    assert headline(Figures([cost])).plain("zh") == "退订率未达成，超出目标 2.5 个百分点".replace(
        "目标 ", "目标"
    )


def test_two_rates_below_their_floors_are_both_named() -> None:
    low = [
        rate(f"F8:{i}", Label(n, e), Standing.BELOW_FLOOR)
        for i, (n, e) in enumerate((("甲率", "Rate A"), ("乙率", "Rate B")))
    ]
    assert headline(Figures(low)).plain("en") == "Rate A and Rate B are below their floors"
