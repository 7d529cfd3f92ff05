import io
import sys

import pytest

from campaignlib.cli.options import Language, progress
from campaignlib.words.label import LANGS


def test_the_languages_offered_are_those_there_are() -> None:
    assert tuple(Language) == LANGS


def test_progress_is_for_a_terminal_only(monkeypatch: pytest.MonkeyPatch) -> None:
    quiet = io.StringIO()
    monkeypatch.setattr(sys, "stderr", quiet)
    with progress("weekly"):
        pass
    assert quiet.getvalue() == ""

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    seen = Terminal()
    monkeypatch.setattr(sys, "stderr", seen)
    monkeypatch.setenv("TERM", "xterm")
    with progress("weekly"):
        pass
    assert "weekly" in seen.getvalue()
