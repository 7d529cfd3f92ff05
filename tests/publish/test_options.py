import pytest

from campaignlib.errors import RenderFailed
from campaignlib.publish.options import joined, source_of, split


def test_options_stand_before_the_code() -> None:
    options, code = split("#| label: tbl-a\n#| include: false\nx = 1\n#| not: this\n")
    assert options == {"label": "tbl-a", "include": False}
    assert code == "x = 1\n#| not: this"


def test_a_cell_without_options_is_all_code() -> None:
    assert split("x = 1") == ({}, "x = 1")
    assert split("") == ({}, "")


@pytest.mark.parametrize("line", ["#| [1", "#| just words"])
def test_lines_that_are_no_options_are_named(line: str) -> None:
    with pytest.raises(RenderFailed, match=r"#\| options"):
        split(line)


def test_sources_are_one_text_however_stored() -> None:
    assert source_of({"source": ["a\n", "b"]}) == source_of({"source": "a\nb"}) == "a\nb"
    assert joined(["张", "*"]) == "张*"
