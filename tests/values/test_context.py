from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from campaignlib.values.context import Context


def test_a_context_knows_nothing_unless_told_and_never_changes() -> None:
    context = Context()
    assert (context.year, context.start, context.end, context.number_format) == (None, None, None, "")
    assert not context.holidays
    with pytest.raises(FrozenInstanceError):
        context.year = 2024  # type: ignore[misc]
