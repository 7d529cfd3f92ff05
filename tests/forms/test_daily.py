from campaignlib.forms import DAILY


def test_columns_of_the_file() -> None:
    assert [f.name for f in DAILY.fields] == ["day", "channel", "metric", "value"]
    assert [f.label.zh for f in DAILY.fields] == ["date", "channel", "metric", "value"]
