"""What somebody must decide: fired triggers, large issues, open asks of the log, findings that change a figure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from campaignlib.campaign import Campaign, Row
from campaignlib.figures import Figures
from campaignlib.findings import Cell, Finding, Findings
from campaignlib.sentences.sentence import NOTHING, Text, listed, raw, run, say
from campaignlib.sentences.show import (
    affected,
    cells,
    day,
    money,
    readers_names,
    says,
    standing,
)
from campaignlib.sentences.weekly import bearing
from campaignlib.words import texts
from campaignlib.words.label import Label
from campaignlib.words.terms import IssueSize, IssueStatus, Standing

WEEK = timedelta(days=7)
SUMS_AND_STATUSES = {"roi", "contingency", "contingency_remaining", "variance", "pace", "rate", "alert"}
"""Figures whose contradiction somebody must settle; the others wait under the contradictions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A question, what hangs on it, who decides and by when."""

    question: Text
    stakes: Text
    who: Text
    when: Text
    key: str

    def by(self) -> Text:
        """Who and when in one line."""
        return say("decision.by", who=self.who, when=self.when)


def decisions(
    c: Campaign, alerts: Figures, risks: Figures, findings: Findings, as_of: date | str | None = None
) -> tuple[Decision, ...]:
    """Every decision, the most urgent first: triggers, alerts without a first action, large issues, asks, findings."""
    today = c.day(as_of)
    return (
        *_triggers(c, risks),
        *_alerts(c, alerts),
        *_issues(c, today),
        *_asks(c, today),
        *_findings(c, findings, today),
    )


def _triggers(c: Campaign, risks: Figures) -> Iterator[Decision]:
    for figure in risks.named("risk"):
        said = figure.inputs
        if said.get("state") != "triggered":
            continue
        planned = said.get("response")
        answer = say("decision.trigger_response", response=planned) if planned else None
        yield Decision(
            question=say("decision.trigger", scenario=figure.of),
            stakes=run(
                (
                    say("decision.trigger_said", trigger=said["trigger"]),
                    *(say("list.stop", x=raw(x)) for x in (figure.rule, said.get("note")) if x),
                    answer or say("decision.trigger_response_none"),
                )
            ),
            who=_who(c, said.get("owner")),
            when=say("decision.today"),
            key=figure.key,
        )


def _alerts(c: Campaign, alerts: Figures) -> Iterator[Decision]:
    for figure in alerts.named("alert"):
        said = figure.inputs
        if not said.get("fired") or said.get("first_action"):
            continue
        status = standing(figure.status or Standing.UNDEFINED)
        yield Decision(
            question=say("decision.alert", name=figure.of, status=status),
            stakes=say("decision.alert_stake", rule=figure.rule, where="F9"),
            who=_who(c, said.get("owner")),
            when=say("decision.today"),
            key=figure.key,
        )


def _issues(c: Campaign, today: date) -> Iterator[Decision]:
    """Large issues that nobody had decided at the end of the day."""
    for row in c.rows("issues"):
        waits = row.decided is None or _day(row.decided) > today
        if row.size != IssueSize.LARGE.value or row.status == IssueStatus.CLOSED.value or not waits:
            continue
        if row.reported is not None and _day(row.reported) > today:
            continue
        cell = cells(c.cells(row, "problem"))
        if not row.adjustment:
            question = say("decision.issue_open", problem=row.problem or "")
            stakes = say("decision.issue_open_stake", cell=cell)
        else:
            question = say("decision.issue", adjustment=_bare(row.adjustment))
            name = "issue_stake_cause" if row.cause else "issue_stake"
            stakes = say(
                f"decision.{name}",
                problem=_bare(row.problem or ""),
                cause=_bare(row.cause or ""),
                cell=cell,
            )
        draw = say("decision.draw", money=money(row.draw / 100, c.config.currency)) if row.draw else NOTHING
        yield Decision(
            question=question,
            stakes=run((stakes, draw)),
            who=_who(c, row.decider),
            when=say("decision.today"),
            key=f"F9:{row.record}",
        )


def _asks(c: Campaign, today: date) -> Iterator[Decision]:
    """What the log of the last seven days asks for."""
    for row in c.rows("daily_log"):
        if not row.needs or row.day is None or not today - WEEK < row.day <= today:
            continue
        cell = cells(c.cells(row, "needs"))
        problem = say("decision.ask_stake", problem=_bare(row.problems or ""), cell=cell)
        yield Decision(
            question=say("decision.ask", need=_bare(row.needs)),
            stakes=problem if row.problems else say("decision.ask_stake_none", cell=cell),
            who=_asked(c, row),
            when=_before(max(row.day + timedelta(days=1), today), today),
            key=f"F7:{row.record}",
        )


def _asked(c: Campaign, row: Row) -> Text:
    if row.owner and c.config.lead and row.owner != c.config.lead:
        return say("decision.asks", who=row.owner, lead=c.config.lead)
    return _who(c, row.owner)


def _findings(c: Campaign, findings: Findings, today: date) -> Iterator[Decision]:
    """One decision per rule; the rule's first finding speaks for the others."""
    changing = [f for f in bearing(findings) if set(affected(f)) & SUMS_AND_STATUSES]
    for code in dict.fromkeys(f.code for f in changing):
        same = [f for f in changing if f.code == code]
        more = say("decision.more_of_code", n=len(same)) if len(same) > 1 else NOTHING
        what = say("decision.changes", what=listed(readers_names(affected(same[0]))))
        yield Decision(
            question=_question(same[0]),
            stakes=run((raw(same[0].message), more, what)),
            who=_decider(c, same[0]),
            when=_before(today + WEEK, today),
            key=code,
        )


def _question(finding: Finding) -> Text:
    if not texts.has(f"decision.{finding.code}"):
        return say("decision.settle", says=says(finding))
    forms = list(dict.fromkeys(str(cell).split("!")[0] for cell in finding.cells))
    first, last = (forms[0], forms[-1]) if forms else ("", "")
    return say(f"decision.{finding.code}", read=finding.read, expected=finding.expected, a=first, b=last)


def _decider(c: Campaign, finding: Finding) -> Text:
    """The approver of the budget for its sums, else the owner of the accused row, else the overall lead."""
    if finding.form == "F3":
        approvers = {row.approver for row in c.rows("budget") if row.approver}
        if len(approvers) == 1:
            return raw(approvers.pop())
    return _who(c, next((o for cell in finding.cells if (o := owner_of(c, cell))), None))


def owner_of(c: Campaign, cell: Cell) -> str | None:
    """The owner of the record that a cell belongs to."""
    for (form, record, _), place in c.origins.items():
        if place == cell and form != "daily":
            row = next((r for r in c.rows(form) if r.record == record), None)
            return getattr(row, "owner", None)
    return None


def _who(c: Campaign, owner: str | None) -> Text:
    name = owner or c.config.lead
    return raw(name) if name else say("decision.nobody")


def _before(when: date, today: date) -> Text:
    return say("decision.today") if when <= today else say("decision.before", date=day(when))


def _day(value: date | datetime) -> date:
    return value.date() if isinstance(value, datetime) else value


def _bare(text: str | Label) -> Label:
    """A text from a form without the full stop that would double the pattern's."""
    label = text if isinstance(text, Label) else Label.same(text)
    return Label(label.zh.strip().rstrip("。.；;"), label.en.strip().rstrip("。.；;"))
