"""Figures of a campaign, one module per family; every module loads on first use."""

from importlib import import_module
from types import ModuleType

MODULES = (
    "actions",
    "alerts",
    "attainment",
    "contingency",
    "feedback",
    "forecast",
    "funnel",
    "intervals",
    "measures",
    "pace",
    "risks",
    "roi",
    "sums",
    "variance",
)


def __getattr__(name: str) -> ModuleType:
    if name in MODULES:
        return import_module(f"campaignlib.metrics.{name}")
    raise AttributeError(f"module 'campaignlib.metrics' has no attribute {name!r}")
