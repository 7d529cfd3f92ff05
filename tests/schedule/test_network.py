"""The critical path against a hand-worked schedule, and against networkx on random ones."""

from __future__ import annotations

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaignlib.schedule.network import network

# sign-off, design started, design final, print, venues, assets, warm-up, pop-up
DAYS = {1: 5, 2: 5, 3: 3, 4: 4, 5: 4, 6: 4, 7: 5, 8: 4}
LINKS = [(1, 2), (2, 3), (3, 4), (1, 5), (2, 6), (6, 7), (4, 8)]


def test_the_worked_network() -> None:
    made = network(DAYS, LINKS)
    assert made.length == 21
    assert made.critical == made.path == (1, 2, 3, 4, 8)
    assert {t: p.total_float for t, p in made.positions.items()} == {
        **dict.fromkeys((1, 2, 3, 4, 8), 0),
        **dict.fromkeys((6, 7), 2),
        5: 12,
    }
    assert [made.positions[t].free_float for t in (5, 6, 7)] == [12, 0, 2]
    assert made.downstream(2) == (3, 6, 4, 7, 8)
    assert made.cycles == ()


def test_a_cycle_is_left_out_and_the_rest_is_computed() -> None:
    made = network({1: 2, 2: 3, 3: 1, 4: 4, 5: 2}, [(1, 2), (2, 3), (3, 2), (3, 4), (1, 5)])
    assert made.cycles == ((2, 3),)
    assert set(made.positions) == {1, 4, 5}
    assert made.length == 4


def test_a_task_between_two_cycles_is_in_neither() -> None:
    made = network(dict.fromkeys(range(1, 6), 1), [(1, 2), (2, 1), (2, 3), (3, 4), (4, 5), (5, 4)])
    assert made.cycles == ((1, 2), (4, 5))
    assert set(made.positions) == {3}


def test_a_task_that_waits_for_itself_is_a_cycle() -> None:
    assert network({1: 1, 2: 2}, [(1, 1)]).cycles == ((1,),)


def test_nothing_is_zero_days_long() -> None:
    made = network({}, [])
    assert (made.length, made.order, made.path) == (0, (), ())


def test_links_to_no_task_and_negative_durations_are_refused() -> None:
    with pytest.raises(ValueError, match="not there"):
        network({1: 1}, [(1, 2)])
    with pytest.raises(ValueError, match="under 0"):
        network({1: -1}, [])


def test_a_long_chain_needs_no_recursion() -> None:
    n = 20_000
    assert network(dict.fromkeys(range(n), 1), [(i, i + 1) for i in range(n - 1)]).length == n


@st.composite
def plans(draw: st.DrawFn) -> tuple[dict[int, int], list[tuple[int, int]]]:
    n = draw(st.integers(1, 12))
    days = {i: draw(st.integers(0, 9)) for i in range(n)}
    pairs = [(i, j) for i in range(n) for j in range(i + 1, n)]
    return days, draw(st.lists(st.sampled_from(pairs), unique=True)) if pairs else []


@given(plans())
def test_agrees_with_networkx(plan: tuple[dict[int, int], list[tuple[int, int]]]) -> None:
    days, links = plan
    graph = nx.DiGraph()
    graph.add_nodes_from(days)
    graph.add_edges_from((a, b, {"weight": days[a]}) for a, b in links)
    graph.add_edges_from((t, "end", {"weight": days[t]}) for t in days)
    made = network(days, links)
    assert made.length == nx.dag_longest_path_length(graph)
    assert sum(days[t] for t in made.path) == made.length
    assert all(p.total_float >= p.free_float >= 0 for p in made.positions.values())
    assert set(made.path) <= set(made.critical)
    assert set(made.downstream(0)) == nx.descendants(graph, 0) - {"end"}
    for task, place in made.positions.items():
        assert place.early_start == max(
            (made.positions[a].early_finish for a, b in links if b == task), default=0
        )


@given(plans(), st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=6))
def test_cycles_are_the_strong_components(
    plan: tuple[dict[int, int], list[tuple[int, int]]], more: list[tuple[int, int]]
) -> None:
    days, links = plan
    links = links + [(a, b) for a, b in more if a in days and b in days]
    graph = nx.DiGraph(links)
    strong = [
        tuple(sorted(group))
        for group in nx.strongly_connected_components(graph)
        if len(group) > 1 or any(graph.has_edge(t, t) for t in group)
    ]
    made = network(days, links)
    assert list(made.cycles) == sorted(strong)
    assert set(made.positions) == set(days) - {t for group in strong for t in group}


@given(plans(), st.integers(0, 11), st.integers(1, 5))
def test_a_slip_within_the_float_does_not_move_the_end(
    plan: tuple[dict[int, int], list[tuple[int, int]]], task: int, more: int
) -> None:
    days, links = plan
    task %= len(days)
    made = network(days, links)
    later = network(days | {task: days[task] + more}, links)
    assert later.length == made.length + max(0, more - made.positions[task].total_float)
