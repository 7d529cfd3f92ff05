from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pytest

from campaignlib.cli import app


class Ran(NamedTuple):
    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the command line in this process, as `main` does: exit code, stdout, stderr."""

    def running(*words: object) -> Ran:
        monkeypatch.setattr("sys.argv", ["campaignlib", *map(str, words)])
        with pytest.raises(SystemExit) as left:
            app.main()
        captured = capsys.readouterr()
        code = left.value.code
        return Ran(code if isinstance(code, int) else int(bool(code)), captured.out, captured.err)

    return running
