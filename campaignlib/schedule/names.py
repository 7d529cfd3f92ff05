"""How alike two short names are: Chinese by its characters, other scripts by their words."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

_HAN = "㐀-鿿豈-\ufaff"
_UNIT = re.compile(rf"[{_HAN}]|[^\W_{_HAN}]+")
_RUN = re.compile(rf"[{_HAN}]+|[^\W_{_HAN}]+")
_ALIKE = 0.8

FILLER: tuple[str, ...] = (
    *("活动", "执行", "启动", "准备", "完成", "工作", "落地", "推进", "开始", "结束", "安排", "进行", "实施"),
    *("the", "a", "of", "and", "for", "to", "in", "on", "at", "start", "started", "begin", "end", "done"),
)
"""Words that stand in any task's name and so say nothing about which task it is."""


@lru_cache(maxsize=4096)
def units(text: str) -> tuple[str, ...]:
    """A Chinese character or a word of another script each, case and width folded, punctuation dropped.

    >>> units("物料印刷/采购 H5")
    ('物', '料', '印', '刷', '采', '购', 'h5')
    """
    return tuple(_UNIT.findall(_folded(text)))


def likeness(written: str, name: str) -> float:
    """How much of a short name stands in a full one, from 0 to 1: the mean of the characters that stand there in
    order and those that stand there at all. A slip of the pen counts by its edit ratio.

    >>> likeness("方案确认", "方案最终确认"), likeness("物料到位", "物料印刷/采购"), likeness("场地", "方案确认")
    (1.0, 0.5, 0.0)
    """
    short, full = units(written), units(name)
    if not short or not full:
        return 0.0
    common = sum((Counter(short) & Counter(full)).values())
    if common < min(2, len(short)):
        covered = 0.0
    else:
        covered = (LCSseq.similarity(short, full) + common) / (2 * len(short))
    ratio = fuzz.ratio("".join(short), "".join(full), score_cutoff=100 * _ALIKE) / 100
    return round(max(covered, ratio), 6)


def shared(text: str, other: str) -> tuple[str, ...]:
    """The words of a text that stand in the other one too: two characters and more, or a whole word; not FILLER.

    >>> shared("线下快闪执行", "线下执行 高校快闪店落地")
    ('线下', '快闪')
    """
    pairs, words = _parts(other)
    found: list[str] = []
    for run in _runs(text):
        if not is_han(run):
            found += [run] if run in words else []
            continue
        start = 0
        for i in range(1, len(run) + 1):
            if i == len(run) or run[i - 1 : i + 1] not in pairs:
                found += [run[start:i]] if i - start >= 2 else []
                start = i
    return tuple(dict.fromkeys(found))


def coverage(text: str, other: str) -> float:
    """The part of a text's characters and words (without FILLER) that stand in words shared with the other.

    >>> coverage("线下快闪执行", "线下执行 高校快闪店落地"), coverage("高校场地对接", "线下执行 高校快闪店落地")
    (1.0, 0.3333333333333333)
    """
    whole = sum(_size(run) for run in _runs(text))
    return sum(map(_size, shared(text, other))) / whole if whole else 0.0


def without(text: str, *words: str) -> str:
    """What is left of a text without some words and FILLER.

    >>> without("活动预热启动", "预热"), without("预热素材准备", "预热")
    ('', '素材')
    """
    folded = _folded(text)
    for word in sorted(words, key=len, reverse=True):
        folded = folded.replace(_folded(word), " ") if word else folded
    return "".join(_runs(folded))


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def is_han(run: str) -> bool:
    """Whether a text begins with a Chinese character."""
    return re.match(f"[{_HAN}]", run) is not None


def _size(run: str) -> int:
    return len(run) if is_han(run) else 1


@lru_cache(maxsize=4096)
def _runs(text: str) -> tuple[str, ...]:
    """Runs of Chinese and single other words, FILLER taken out (it also ends a run)."""
    return tuple(_split(text))


def _split(text: str) -> Iterator[str]:
    for run in _RUN.findall(_folded(text)):
        if not is_han(run):
            if run not in FILLER:
                yield run
            continue
        for word in FILLER:
            run = run.replace(word, " ") if is_han(word) else run
        yield from run.split()


@lru_cache(maxsize=4096)
def _parts(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """Pairs of neighbouring Chinese characters, and other words."""
    runs = _runs(text)
    pairs = frozenset(run[i : i + 2] for run in runs if is_han(run) for i in range(len(run) - 1))
    return pairs, frozenset(run for run in runs if not is_han(run))
