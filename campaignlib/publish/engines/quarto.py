"""Quarto over the same prepared notebook, where its command is installed."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

from campaignlib.errors import RenderFailed
from campaignlib.publish.engines import Job
from campaignlib.publish.engines.embedded.pandoc import write_parts
from campaignlib.publish.project import project_file

CARRIED = (
    "_quarto.yml",
    "_brand.yml",
    "reports/styles.scss",
    "reports/header.typ",
    "reports/favicon.svg",
    "reports/index.qmd",
)
QUARTO_NAMES = {"html": "html", "pdf": "typst"}
TIME_LIMIT = 300
TROUBLE = (
    "Unable to resolve crossref",
    "unknown font family",
    "Error running filter",
    "ERROR",
    "WARNING: Unable",
)
"""What Quarto says on stderr, with exit code 0, when a page is not what was asked for."""


def find() -> Path | None:
    """The quarto command by QUARTO_PATH, then PATH; None where there is none."""
    try:
        from quarto.quarto import find_quarto
    except ImportError:
        return None
    try:
        found = find_quarto()
    except FileNotFoundError:
        return None
    return Path(found) if shutil.which(found) else None


def render(job: Job) -> None:
    """Leave `<stem>.html` and `<stem>.pdf` in the job's folder, those of them that are asked for."""
    command = find()
    if command is None:
        raise RenderFailed("quarto not found: set QUARTO_PATH, or use the embedded engine")
    project = job.folder / "quarto"
    _copy_project(project, job)
    for name in job.to:
        made = _render(command, project, job, name)
        os.replace(made, job.folder / f"{job.stem}.{name}")


def _copy_project(project: Path, job: Job) -> None:
    """A project of its own: two renders in one folder race, and a failing one empties its output."""
    (project / "reports").mkdir(parents=True)
    for name in CARRIED:
        shutil.copyfile(project_file(name), project / name)
    write_parts(project / "reports")
    text = json.dumps(job.notebook, ensure_ascii=False)
    (project / "reports" / f"{job.stem}.ipynb").write_text(text, encoding="utf-8")


def _render(command: Path, project: Path, job: Job, name: str) -> Path:
    output = (project / f"made-{name}").resolve()
    arguments = [
        str(command),
        "render",
        str(project),
        "--to",
        QUARTO_NAMES[name],
        "--output-dir",
        str(output),
    ]
    try:
        done = subprocess.run(
            arguments,
            cwd=project,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=TIME_LIMIT,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise RenderFailed(f"quarto ({name}): {error}") from None
    trouble = _trouble(done.stderr)
    if done.returncode or trouble:
        raise RenderFailed(f"quarto ({name}), exit {done.returncode}: {trouble or _last(done.stderr)}")
    found = sorted(output.rglob(f"{job.stem}.{name}"))
    if not found:
        raise RenderFailed(f"quarto ({name}) ended with exit 0 but made no {job.stem}.{name}")
    return found[0]


def _trouble(stderr: str) -> str:
    return next((line.strip() for line in stderr.splitlines() if any(m in line for m in TROUBLE)), "")


def _last(stderr: str) -> str:
    lines = [line.strip() for line in stderr.splitlines() if line.strip()]
    return lines[-1] if lines else "no message"
