"""Marketing campaigns from the forms a team fills in: validated frames, findings, figures and reports.

>>> import campaignlib as cl
>>> c = cl.load("data/back-to-school-2024")
>>> round(cl.roi(c).one("roi", "stated").value, 4)
5.4935
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from campaignlib import charts as charts
    from campaignlib import forms as forms
    from campaignlib import metrics as metrics
    from campaignlib import schedule as schedule
    from campaignlib import sentences as sentences
    from campaignlib import tables as tables
    from campaignlib.campaign import Campaign as Campaign
    from campaignlib.checks.everything import check as check
    from campaignlib.config import Config as Config
    from campaignlib.errors import CampaignError as CampaignError
    from campaignlib.figures import Figure as Figure
    from campaignlib.figures import Figures as Figures
    from campaignlib.findings import Cell as Cell
    from campaignlib.findings import Finding as Finding
    from campaignlib.findings import Findings as Findings
    from campaignlib.findings import Severity as Severity
    from campaignlib.loading.folder import load as load
    from campaignlib.metrics.actions import actions as actions
    from campaignlib.metrics.alerts import alerts as alerts
    from campaignlib.metrics.attainment import attainment as attainment
    from campaignlib.metrics.contingency import contingency as contingency
    from campaignlib.metrics.feedback import feedback as feedback
    from campaignlib.metrics.forecast import forecast as forecast
    from campaignlib.metrics.funnel import funnel as funnel
    from campaignlib.metrics.pace import pace as pace
    from campaignlib.metrics.risks import risks as risks
    from campaignlib.metrics.roi import roi as roi
    from campaignlib.metrics.variance import variance as variance
    from campaignlib.publish.report import publish_report as publish_report
    from campaignlib.schedule.timeline import timeline as timeline
    from campaignlib.words import terms as terms

_NAMES: dict[str, str] = {
    "Campaign": "campaign",
    "CampaignError": "errors",
    "Cell": "findings",
    "Config": "config",
    "Figure": "figures",
    "Figures": "figures",
    "Finding": "findings",
    "Findings": "findings",
    "Severity": "findings",
    "actions": "metrics.actions",
    "alerts": "metrics.alerts",
    "attainment": "metrics.attainment",
    "check": "checks.everything",
    "contingency": "metrics.contingency",
    "feedback": "metrics.feedback",
    "forecast": "metrics.forecast",
    "funnel": "metrics.funnel",
    "load": "loading.folder",
    "pace": "metrics.pace",
    "publish_report": "publish.report",
    "risks": "metrics.risks",
    "roi": "metrics.roi",
    "timeline": "schedule.timeline",
    "variance": "metrics.variance",
}
_ROOMS: dict[str, str] = {
    "charts": "charts",
    "forms": "forms",
    "metrics": "metrics",
    "schedule": "schedule",
    "sentences": "sentences",
    "tables": "tables",
    "terms": "words.terms",
}

__all__ = [*_NAMES, *_ROOMS]
__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    """Names load their room on first use, so that `import campaignlib` and `--help` stay light."""
    if name in _NAMES:
        return getattr(import_module(f"campaignlib.{_NAMES[name]}"), name)
    if name in _ROOMS:
        return import_module(f"campaignlib.{_ROOMS[name]}")
    raise AttributeError(f"module 'campaignlib' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
