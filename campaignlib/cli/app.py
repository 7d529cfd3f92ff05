"""campaignlib VERB: the command line. Data on stdout, messages on stderr, exit codes as documented."""

from __future__ import annotations

import os
import sys

import typer

from campaignlib import errors
from campaignlib.cli.check import check
from campaignlib.cli.report import report
from campaignlib.cli.show import show

EXIT_FINDINGS, EXIT_USAGE, EXIT_NOTHING_READ, EXIT_NOT_RENDERED, EXIT_BUSY = 1, 2, 3, 4, 5

app = typer.Typer(
    name="campaignlib",
    help="Marketing campaigns from the forms a team fills in: findings, figures, reports.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    epilog="Exit codes: 0 done, 1 findings at or above --fail-on, 2 usage, 3 no form could be read, "
    "4 a report could not be rendered, 5 another run holds the lock.",
)
app.command()(check)
app.command()(show)
app.command()(report)


def exit_code(error: errors.CampaignError) -> int:
    """The documented exit code of an error."""
    if isinstance(error, errors.RenderFailed):
        return EXIT_NOT_RENDERED
    if isinstance(error, errors.Busy):
        return EXIT_BUSY
    return EXIT_NOTHING_READ if isinstance(error, errors.NoCampaign) else EXIT_USAGE


def main() -> None:
    """Entry point: errors made on purpose end in one line and their exit code."""
    try:
        app()
    except errors.CampaignError as error:
        print(f"campaignlib: {error}", file=sys.stderr)
        sys.exit(exit_code(error))
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
