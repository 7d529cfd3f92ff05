"""Tables: figures and frames in, great_tables tables out, each with the block a page shows."""

from campaignlib.tables.alerts import alerts
from campaignlib.tables.budget import budget
from campaignlib.tables.channels import channels
from campaignlib.tables.dated import days, facts, next_week
from campaignlib.tables.evaluation import evaluation
from campaignlib.tables.findings import findings
from campaignlib.tables.lessons import actions, lessons
from campaignlib.tables.risks import issues, risks
from campaignlib.tables.roi import roi
from campaignlib.tables.scorecard import scorecard
from campaignlib.tables.style import Table

__all__ = [
    "Table",
    "actions",
    "alerts",
    "budget",
    "channels",
    "days",
    "evaluation",
    "facts",
    "findings",
    "issues",
    "lessons",
    "next_week",
    "risks",
    "roi",
    "scorecard",
]
