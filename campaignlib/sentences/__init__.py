"""Sentences: figures and findings in, what a report says out."""

from campaignlib.sentences import (
    dated,
    decisions,
    kept,
    page,
    record,
    retrospective,
    sections,
    sources,
    trace,
    weekly,
)

__all__ = [
    "dated",
    "decisions",
    "kept",
    "page",
    "record",
    "retrospective",
    "sections",
    "sources",
    "trace",
    "weekly",
]
