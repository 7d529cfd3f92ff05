"""The forms a marketing department fills in, one declaration each; FORMS lists them."""

from campaignlib.forms.assignments import ASSIGNMENTS, AssignmentsFrame
from campaignlib.forms.board import BOARD, BoardFrame
from campaignlib.forms.budget import BUDGET, BudgetFrame
from campaignlib.forms.creative import CREATIVE, CreativeFrame
from campaignlib.forms.daily import DAILY, DailyFrame
from campaignlib.forms.daily_log import DAILY_LOG, DailyLogFrame
from campaignlib.forms.evaluation import EVALUATION, EvaluationFrame
from campaignlib.forms.feedback import ANSWERS, AnswersFrame
from campaignlib.forms.form import Field, Form, FormFrame
from campaignlib.forms.goals import GOALS, GoalsFrame
from campaignlib.forms.issues import ISSUES, IssuesFrame
from campaignlib.forms.retrospective import OUTLINE, RETROSPECTIVE, OutlineFrame, RetrospectiveFrame
from campaignlib.forms.risks import RISK_PLAN, RiskPlanFrame
from campaignlib.forms.schedule import SCHEDULE, ScheduleFrame

FORMS: tuple[Form, ...] = (
    GOALS,
    CREATIVE,
    BUDGET,
    ASSIGNMENTS,
    SCHEDULE,
    RISK_PLAN,
    DAILY_LOG,
    BOARD,
    ISSUES,
    EVALUATION,
    ANSWERS,
    OUTLINE,
    RETROSPECTIVE,
)

__all__ = [
    "ANSWERS",
    "ASSIGNMENTS",
    "BOARD",
    "BUDGET",
    "CREATIVE",
    "DAILY",
    "DAILY_LOG",
    "EVALUATION",
    "FORMS",
    "GOALS",
    "ISSUES",
    "OUTLINE",
    "RETROSPECTIVE",
    "RISK_PLAN",
    "SCHEDULE",
    "AnswersFrame",
    "AssignmentsFrame",
    "BoardFrame",
    "BudgetFrame",
    "CreativeFrame",
    "DailyFrame",
    "DailyLogFrame",
    "EvaluationFrame",
    "Field",
    "Form",
    "FormFrame",
    "GoalsFrame",
    "IssuesFrame",
    "OutlineFrame",
    "RetrospectiveFrame",
    "RiskPlanFrame",
    "ScheduleFrame",
]
