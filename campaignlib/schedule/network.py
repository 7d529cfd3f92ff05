"""The critical path method: how long the whole takes, and how far each task may slip."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

Links = Mapping[int, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Position:
    """Where a task may lie, in days after the first day of all; free_float: days before a follower moves."""

    early_start: int
    early_finish: int
    late_start: int
    late_finish: int
    free_float: int

    @property
    def total_float(self) -> int:
        """Days before the end of all moves: latest start − earliest start."""
        return self.late_start - self.early_start

    @property
    def critical(self) -> bool:
        return self.total_float == 0


@dataclass(frozen=True, slots=True)
class Network:
    """length: days from the first start to the last finish · positions: by task, without those in cycles · order:
    tasks, each after its predecessors · critical: those without float, in order · path: one chain of them as long
    as the whole · cycles: tasks that wait for each other, left out · successors: direct ones by task."""

    length: int
    positions: Mapping[int, Position]
    order: tuple[int, ...]
    critical: tuple[int, ...]
    path: tuple[int, ...]
    cycles: tuple[tuple[int, ...], ...]
    successors: Links

    def downstream(self, task: int) -> tuple[int, ...]:
        """Every task that waits for this one, directly or through others, in order."""
        reached, heap = set[int](), [task]
        while heap:
            new = [s for s in self.successors.get(heap.pop(), ()) if s not in reached]
            reached.update(new)
            heap += new
        return tuple(t for t in self.order if t in reached)


def network(days: Mapping[int, int], links: Iterable[tuple[int, int]]) -> Network:
    """Forward and backward pass, linear in tasks and links.

    days: duration by task, not under 0. links: (predecessor, successor). Tasks of a cycle are left out with their
    links; the rest is computed as if they were not there. ValueError for a link to no task or a negative duration.
    Definition: critical path method, total float = LS − ES.

    >>> made = network({1: 5, 2: 3, 3: 4}, [(1, 2), (1, 3)])
    >>> made.length, made.critical, made.positions[2].total_float
    (9, (1, 3), 1)
    """
    pairs = tuple(dict.fromkeys(links))
    if any(a not in days or b not in days for a, b in pairs):
        raise ValueError("a link names a task that is not there")
    if any(d < 0 for d in days.values()):
        raise ValueError("a duration is under 0")
    cycles = _cycles(days, pairs)
    lost = {task for cycle in cycles for task in cycle}
    kept = [task for task in days if task not in lost]
    after, before = _both_ways(kept, ((a, b) for a, b in pairs if a not in lost and b not in lost))
    order = _order(kept, after, before)
    start: dict[int, int] = {}
    for task in order:
        start[task] = max((start[p] + days[p] for p in before[task]), default=0)
    length = max((start[t] + days[t] for t in order), default=0)
    latest: dict[int, int] = {}
    for task in reversed(order):
        latest[task] = min((latest[s] for s in after[task]), default=length) - days[task]
    positions = {
        t: Position(
            start[t],
            start[t] + days[t],
            latest[t],
            latest[t] + days[t],
            min((start[s] for s in after[t]), default=length) - start[t] - days[t],
        )
        for t in order
    }
    critical = tuple(t for t in order if positions[t].critical)
    path = tuple(_longest(positions, before, length))
    return Network(length, positions, order, critical, path, cycles, after)


def _both_ways(tasks: Iterable[int], links: Iterable[tuple[int, int]]) -> tuple[Links, Links]:
    """Successors and predecessors by task."""
    after: dict[int, list[int]] = {t: [] for t in tasks}
    before: dict[int, list[int]] = {t: [] for t in after}
    for a, b in links:
        after[a].append(b)
        before[b].append(a)
    return {t: tuple(v) for t, v in after.items()}, {t: tuple(v) for t, v in before.items()}


def _order(tasks: Iterable[int], after: Links, before: Links) -> tuple[int, ...]:
    """Kahn's topological order; first come, first served, so that it repeats."""
    waits = {t: len(before[t]) for t in tasks}
    order = [t for t, n in waits.items() if n == 0]
    for task in order:
        for successor in after[task]:
            waits[successor] -= 1
            if waits[successor] == 0:
                order.append(successor)
    return tuple(order)


def _longest(positions: Mapping[int, Position], before: Links, length: int) -> Iterator[int]:
    """A longest chain, from its first task to its last: back from a task that finishes last."""
    chain: list[int] = []
    task = next((t for t, p in positions.items() if p.early_finish == length), None)
    while task is not None:
        chain.append(task)
        begins = positions[task].early_start
        task = next((p for p in before[task] if positions[p].early_finish == begins), None)
    return reversed(chain)


def _cycles(tasks: Iterable[int], links: Iterable[tuple[int, int]]) -> tuple[tuple[int, ...], ...]:
    """Strongly connected groups of two tasks and more, and tasks that wait for themselves (Kosaraju, no recursion)."""
    pairs = tuple(links)
    after, before = _both_ways(tasks, pairs)
    finished: list[int] = []
    seen = set[int]()
    for root in after:
        if root in seen:
            continue
        seen.add(root)
        stack = [(root, iter(after[root]))]
        while stack:
            task, rest = stack[-1]
            step = next((s for s in rest if s not in seen), None)
            if step is None:
                finished.append(task)
                stack.pop()
            else:
                seen.add(step)
                stack.append((step, iter(after[step])))
    loops = {a for a, b in pairs if a == b}
    found: list[tuple[int, ...]] = []
    placed = set[int]()
    for root in reversed(finished):
        if root in placed:
            continue
        placed.add(root)
        group = [root]
        for task in group:
            new = [p for p in before[task] if p not in placed]
            placed.update(new)
            group += new
        if len(group) > 1 or root in loops:
            found.append(tuple(sorted(group)))
    return tuple(sorted(found))
