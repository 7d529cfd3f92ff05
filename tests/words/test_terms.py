from __future__ import annotations

from itertools import chain

import pytest

from campaignlib.errors import Unreadable
from campaignlib.words.terms import (
    AlertStatus,
    Comparison,
    CostClass,
    IssueSize,
    IssueStatus,
    LessonKind,
    Level,
    Standing,
    TaskStatus,
    Term,
)

TERMS: tuple[type[Term], ...] = (
    AlertStatus, Comparison, CostClass, IssueSize, IssueStatus, LessonKind, Level, Standing, TaskStatus,
)  # fmt: skip


@pytest.mark.parametrize("term", TERMS)
def test_every_term_reads_its_code_and_both_its_labels(term: type[Term]) -> None:
    for member in term:
        for text in (member.value, member.label.zh, member.label.en, f" {member.label.en.upper()} "):
            assert term.read(text) is member
        assert term(member.value) is member


@pytest.mark.parametrize("term", TERMS)
def test_no_spelling_means_two_terms(term: type[Term]) -> None:
    spellings = list(chain.from_iterable(member.spellings for member in term))
    assert len(spellings) == len(set(spellings))


@pytest.mark.parametrize("term", TERMS)
def test_an_unknown_spelling_is_refused_with_what_would_be_taken(term: type[Term]) -> None:
    with pytest.raises(Unreadable) as caught:
        term.read("别的")
    for member in term:
        assert member.label.zh in caught.value.expected_zh
        assert member.label.en in caught.value.expected


def test_levels_are_ranked() -> None:
    assert [Level.read(text).rank for text in ("低", "中", "高")] == [1, 2, 3]


def test_every_standing_has_a_glyph_and_a_known_tone() -> None:
    assert all(len(s.glyph) == 1 for s in Standing)
    assert {s.tone for s in Standing} <= {"good", "warn", "bad", "ink2", "ink3"}
    assert (Standing.AHEAD.tone, Standing.BEHIND.tone, Standing.BELOW_FLOOR.tone) == ("good", "warn", "bad")
