"""A report's notebook, executed by Papermill in a scratch folder."""

from __future__ import annotations

import json
import logging
import os
import warnings
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from campaignlib.errors import RenderFailed
from campaignlib.publish.options import split
from campaignlib.words.label import Lang

PARAMETERS = ("campaign", "as_of", "lang")
TIME_LIMIT = 600


def run_notebook(
    notebook: Path, campaign: Path, as_of: date | None, lang: Lang, scratch: Path
) -> dict[str, Any]:
    """Execute `notebook` with the three parameters and give the executed notebook as read from JSON.

    The notebook's `parameters` cell names campaign (path), as_of (ISO text or None) and lang, else RenderFailed.
    A failing cell raises RenderFailed with the cell and its error; the half notebook stays in `scratch`.
    """
    values = {
        "campaign": str(campaign.resolve()),
        "as_of": as_of.isoformat() if as_of else None,
        "lang": lang,
    }
    _refuse_unknown(notebook)
    target = scratch / notebook.name
    _execute(notebook, target, values, scratch)
    executed: dict[str, Any] = json.loads(target.read_text(encoding="utf-8"))
    return executed


def _refuse_unknown(notebook: Path) -> None:
    """Papermill writes parameter names verbatim into code and only warns about unknown ones."""
    import papermill

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            declared = set(papermill.inspect_notebook(str(notebook)))
    except (OSError, ValueError, KeyError, AttributeError) as error:
        raise RenderFailed(f"{notebook.name} is no notebook that can be read: {error}") from None
    lacking = [name for name in PARAMETERS if name not in declared]
    if lacking:
        raise RenderFailed(f"{notebook.name}: its parameters cell lacks {', '.join(lacking)}")


def _execute(notebook: Path, target: Path, values: Mapping[str, Any], scratch: Path) -> None:
    import papermill
    from nbclient.exceptions import CellTimeoutError, DeadKernelError
    from papermill.exceptions import PapermillException, PapermillExecutionError
    from traitlets.config import Config

    transport = Config({"KernelManager": {"transport": "ipc"}}) if os.name == "posix" else Config()
    logging.getLogger("papermill").setLevel(logging.ERROR)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            papermill.execute_notebook(
                str(notebook),
                str(target),
                parameters=dict(values),
                kernel_name="python3",
                language="python",
                progress_bar=False,
                cwd=str(scratch),
                execution_timeout=TIME_LIMIT,
                config=transport,
            )
    except PapermillExecutionError as error:
        raise RenderFailed(
            f"{notebook.name} ({values['lang']}), {_cell_name(error)}: {error.ename}: {error.evalue}"
        ) from None
    except CellTimeoutError:
        raise RenderFailed(f"{notebook.name}: a cell took more than {TIME_LIMIT} seconds") from None
    except (DeadKernelError, PapermillException, RuntimeError, OSError) as error:
        raise RenderFailed(f"{notebook.name}: {_one_line(error)}") from None


def _cell_name(error: Any) -> str:
    """'cell 6 (fig-pace)': number in the notebook as written (Papermill adds one cell), label or first line."""
    options, code = split(error.source)
    first = next((line.strip() for line in code.splitlines() if line.strip()), "")
    return f"cell {error.cell_index} ({options.get('label') or first[:60]})"


def _one_line(error: Exception) -> str:
    lines = str(error).strip().splitlines()
    return lines[-1] if lines else type(error).__name__
