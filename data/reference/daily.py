"""Daily channel data whose sums are those of the forms, by construction.

Each series is split at the board's day: what the forms state for that day stands, and the rest of each part is
shared out over its days by weight (largest remainder), so that both sums come out exactly.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from random import Random

START, BOARD, END = date(2024, 7, 20), date(2024, 8, 2), date(2024, 8, 10)
DAYS = tuple(START + timedelta(days=n) for n in range((END - START).days + 1))

Weights = Mapping[date, float]
Values = dict[date, int]


@dataclass(frozen=True)
class Sums:
    """What a series must come to: by the board's day, by the end, and on single days."""

    board: int
    end: int
    days: Mapping[date, int] = field(default_factory=dict)


def share_out(total: int, weights: Sequence[float]) -> list[int]:
    """Whole parts of `total` in proportion to the weights, by largest remainder; they sum to it exactly.

    >>> share_out(10, [1, 1, 1])
    [4, 3, 3]
    """
    exact = [Fraction(w) for w in weights]
    quotas = [total * w / sum(exact) for w in exact]
    parts = [int(q) for q in quotas]
    order = sorted(range(len(quotas)), key=lambda n: (parts[n] - quotas[n], n))
    for n in order[: total - sum(parts)]:
        parts[n] += 1
    return parts


def series(sums: Sums, weights: Weights) -> Values:
    """One value a day."""
    values: Values = dict(sums.days)
    for part, total in (
        ([d for d in DAYS if d <= BOARD], sums.board),
        ([d for d in DAYS if d > BOARD], sums.end - sums.board),
    ):
        free = [d for d in part if d not in sums.days]
        rest = total - sum(sums.days.get(d, 0) for d in part)
        values |= dict(zip(free, share_out(rest, [weights[d] for d in free]), strict=True))
        assert sum(values[d] for d in part) == total
    assert min(values.values()) >= 0
    return {d: values[d] for d in DAYS}


def wobbled(weights: Weights, seed: str, by: float) -> Weights:
    """The weights, each moved by up to this part."""
    draw = Random(seed)
    return {d: w * (1 + by * (2 * draw.random() - 1)) for d, w in weights.items()}


def ramp(*points: tuple[date, float], weekend: float = 1.0) -> Weights:
    """Straight lines between the points, 0 before the first; Saturdays and Sundays times `weekend`."""
    return {d: _height(d, points) * (weekend if d.weekday() >= 5 else 1.0) for d in DAYS}


def _height(day: date, points: Sequence[tuple[date, float]]) -> float:
    for (left, low), (right, high) in pairwise(points):
        if left <= day <= right:
            return low + (high - low) * ((day - left).days / (right - left).days)
    return 0.0


def lagged(values: Values) -> Weights:
    """Mean of a day and the two before it: orders follow leads."""
    listed = [values[d] for d in DAYS]
    return {d: sum(listed[max(0, n - 2) : n + 1]) / 3 for n, d in enumerate(DAYS)}


def _on(*values: int) -> dict[date, int]:
    """Values of the last days up to the board's day."""
    return {BOARD - timedelta(days=len(values) - 1 - n): v for n, v in enumerate(values)}


def _july(day: int) -> date:
    return date(2024, 7, day)


def _august(day: int) -> date:
    return date(2024, 8, day)


@dataclass(frozen=True)
class Funnel:
    """A channel that brings leads: its shape over the days and the sums of its steps."""

    channel: str
    shape: Weights
    leads: Sums
    qualified: Sums
    orders: Sums
    sales: Sums

    def steps(self) -> dict[str, Values]:
        leads = series(self.leads, wobbled(self.shape, f"{self.channel} leads", 0.15))
        qualified = series(self.qualified, wobbled(leads, f"{self.channel} qualified", 0.1))
        orders = series(self.orders, wobbled(lagged(qualified), f"{self.channel} orders", 0.2))
        sales = series(self.sales, wobbled(orders, f"{self.channel} sales", 0.06))
        _narrowing(leads, qualified, orders)
        return {"线索量": leads, "有效线索量": qualified, "订单量": orders, "销售额": sales}


def _narrowing(leads: Values, qualified: Values, orders: Values) -> None:
    """No day has more qualified leads than leads; orders so far never exceed qualified leads so far."""
    assert all(qualified[d] <= leads[d] for d in DAYS)
    for d in DAYS:
        assert sum(orders[x] for x in DAYS if x <= d) <= sum(qualified[x] for x in DAYS if x <= d)


_DOUYIN_SHAPE = ramp(
    (START, 40), (_july(25), 55), (_july(30), 70), (BOARD, 125), (_august(6), 105), (END, 70), weekend=1.1
)
_POPUP_SHAPE = ramp((_july(25), 18), (_july(31), 36), (BOARD, 60), (_august(7), 55), (END, 36), weekend=0.8)
_GROUPS_SHAPE = ramp((START, 2.5), (_july(30), 4), (BOARD, 15), (_august(6), 19), (END, 13))

FUNNELS = (
    Funnel(
        "抖音",
        _DOUYIN_SHAPE,
        leads=Sums(850, 1640, _on(120)),
        qualified=Sums(470, 905, _on(58)),
        orders=Sums(48, 128, _on(6)),
        sales=Sums(92_800, 254_000),
    ),
    Funnel(
        "社群",
        _GROUPS_SHAPE,
        leads=Sums(70, 200, _on(15)),
        qualified=Sums(44, 129, _on(8)),
        orders=Sums(8, 23, _on(1)),
        sales=Sums(14_500, 45_500),
    ),
    Funnel(
        "线下快闪店",
        _POPUP_SHAPE,
        leads=Sums(280, 640, _on(65)),
        qualified=Sums(206, 496, _on(34)),
        orders=Sums(34, 97, _on(4)),
        sales=Sums(71_300, 200_500),
    ),
)


def _others() -> dict[tuple[str, str], Values]:
    """Impressions, shares, topic reads and spend."""
    impressions = series(
        Sums(3_500_000, 7_300_000, _on(560_400, 681_500, 800_000)),
        wobbled(
            ramp((START, 80), (_july(30), 190), (_august(3), 150), (END, 62), weekend=1.15),
            "impressions",
            0.08,
        ),
    )
    shares = series(
        Sums(1_800, 3_460, _on(350)),
        wobbled(
            ramp((START, 60), (_july(30), 100), (BOARD, 330), (_august(3), 290), (END, 130)), "shares", 0.1
        ),
    )
    reads = series(
        Sums(3_260_000, 6_200_000),
        wobbled(
            ramp((START, 90), (_july(30), 220), (BOARD, 560), (_august(4), 520), (END, 230), weekend=1.1),
            "reads",
            0.07,
        ),
    )
    open_days = ramp((_july(25), 1), (END, 1))
    return {
        ("抖音", "曝光量"): impressions,
        ("社群", "转发量"): shares,
        ("整体", "话题阅读量"): reads,
        ("抖音", "花费"): series(Sums(12_700, 24_600), wobbled(impressions, "douyin spend", 0.12)),
        ("线下快闪店", "花费"): series(Sums(940, 1_980), wobbled(open_days, "popup spend", 0.2)),
    }


def all_series() -> dict[tuple[str, str], Values]:
    """(channel, metric) -> one value a day."""
    made = _others()
    for funnel in FUNNELS:
        made |= {(funnel.channel, metric): values for metric, values in funnel.steps().items()}
    return made


_CHANNELS = ("抖音", "社群", "线下快闪店", "整体")
_METRICS = ("曝光量", "话题阅读量", "转发量", "线索量", "有效线索量", "订单量", "销售额", "花费")


def rows() -> Iterable[tuple[str, str, str, int]]:
    """date, channel, metric, value in the order of the file."""
    made = all_series()
    keys = [(c, m) for c in _CHANNELS for m in _METRICS if (c, m) in made]
    assert len(keys) == len(made)
    for day in DAYS:
        for channel, metric in keys:
            yield day.isoformat(), channel, metric, made[channel, metric][day]


def csv_text() -> str:
    """The file."""
    lines = [",".join(map(str, row)) for row in rows()]
    return "\n".join(["date,channel,metric,value", *lines]) + "\n"
