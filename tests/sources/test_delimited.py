from __future__ import annotations

from pathlib import Path

import pytest

from campaignlib.sources import delimited
from campaignlib.sources.delimited import NotText, decoded, read_rows

TEXT = "日期,渠道\n3.3,抖音\n"


@pytest.mark.parametrize(
    ("encoding", "said"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("gb18030", "gb18030"),
        ("gbk", "gb18030"),
        ("utf-16", "utf-16"),
    ],
)
def test_the_encoding_is_found_and_said(encoding: str, said: str) -> None:
    assert decoded(TEXT.encode(encoding)) == (TEXT, said)


def test_neither_encoding_is_refused() -> None:
    with pytest.raises(NotText, match="neither UTF-8 nor GB18030"):
        decoded(b"\xff\xff\xff,\x80\n")


@pytest.mark.parametrize("mark", [",", "\t", ";"])
def test_the_delimiter_is_the_commonest_in_the_first_line(mark: str, tmp_path: Path) -> None:
    file = tmp_path / "daily.csv"
    file.write_text(f"\na{mark}b{mark}c\n1{mark}2,5{mark}3\n", encoding="utf-8")
    rows, _ = read_rows(file)
    assert rows[1:] == (
        [["a", "b", "c"], ["1", "2", "5", "3"]] if mark == "," else [["a", "b", "c"], ["1", "2,5", "3"]]
    )


def test_quotes_may_hold_commas_and_line_breaks(tmp_path: Path) -> None:
    file = tmp_path / "daily.csv"
    file.write_text('a,b\n"1,5","x\ny"\n2,z\n', encoding="utf-8")
    assert read_rows(file)[0] == [["a", "b"], ["1,5", "x\ny"], ["2", "z"]]


@pytest.mark.parametrize(("content", "word"), [(b"", "空"), (b" \n", "空"), (b"a,b\n\0\n", "不是文本")])
def test_what_is_no_text_is_refused_with_its_reason(content: bytes, word: str, tmp_path: Path) -> None:
    file = tmp_path / "daily.csv"
    file.write_bytes(content)
    with pytest.raises(NotText) as caught:
        read_rows(file)
    assert word in caught.value.reason.zh


def test_a_cell_without_end_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "daily.csv"
    file.write_text('a,b\n"' + "x" * 200_000, encoding="utf-8")
    with pytest.raises(NotText, match="no proper CSV"):
        read_rows(file)


def test_a_missing_or_oversized_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(NotText, match="cannot be opened"):
        read_rows(tmp_path / "none.csv")
    monkeypatch.setattr(delimited, "MAX_FILE", 3)
    (tmp_path / "daily.csv").write_text(TEXT, encoding="utf-8")
    with pytest.raises(NotText, match="too large"):
        read_rows(tmp_path / "daily.csv")
