"""Renders reports in a process of its own: `python -m tests.pages.render OUT PREPARED CAMPAIGN AS_OF KIND:LANG…`.

A browser driver in the tests' process keeps an event loop running, which notebooks do not bear. PREPARED is a
folder for the engine's inputs, or `-`.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from campaignlib.publish import report
from campaignlib.publish.prepare import FrontMatter, prepare


def main(out: str, kept: str, campaign: str, as_of: str, *wanted: str) -> None:
    for one in wanted:
        kind, _, lang = one.partition(":")
        if kept != "-":
            report.prepare = _keeping(Path(kept) / f"{kind}-{lang}.json")
        report.publish_report(campaign, kind, as_of=as_of, lang=lang, engine="embedded", out=out)


def _keeping(path: Path) -> Any:
    def kept(notebook: Mapping[str, Any], front: FrontMatter) -> dict[str, Any]:
        made = prepare(notebook, front)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(made, ensure_ascii=False), encoding="utf-8")
        return made

    return kept


if __name__ == "__main__":
    main(*sys.argv[1:])
