"""Use case: the list for the next meeting (opfølgningsliste): what is due, what came back, what slipped, as text, Markdown or HTML."""

from __future__ import annotations

import html
import re
import textwrap
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from tracker.domain.followup import ActionItem, Status
from tracker.domain.query import Condition, Field, Query
from tracker.domain.tracking import ProposalKind
from tracker.locale import _, language, n_
from tracker.locale.format import day, long_day, relative_day
from tracker.services.export import light_name

if TYPE_CHECKING:
    from tracker.services.workspace import Workspace

FALLBACK_HORIZON = timedelta(days=14)
"""How far ahead "before the next meeting" reaches when no next meeting is known: the forum meets every second week."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A headed part of the list."""

    heading: str
    actions: tuple[ActionItem, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """The whole list, ready to be rendered."""

    title: str
    subtitle: str
    today: date
    chapters: tuple[Chapter, ...]


def prepare(workspace: Workspace, forum: str | None = None) -> tuple[Report, date | None]:
    """The list for a forum's next meeting, or for all forums, and the day of that meeting where it is known or estimated."""
    from tracker.services import follow_through, list_actions, meetings

    query = list_actions.OPEN & Query((Condition(Field.FORUM, (forum,)),)) if forum else list_actions.OPEN
    following, since = meetings.next_meeting(workspace, forum), meetings.last_meeting(workspace, forum)
    day_ = following.date if following else None
    slipped = [a.id for a in follow_through.slipped(workspace)]
    made = make_report(
        list_actions.every(workspace, query),
        workspace.today,
        forum=forum,
        next_meeting=day_,
        since=since,
        returned=[p.action for p in follow_through.proposals(workspace) if p.kind is ProposalKind.RETURNED],
        slipped=[*slipped, *follow_through.postponed(workspace, since)] if since else slipped,
    )
    return made, day_


def make_report(
    actions: Iterable[ActionItem],
    today: date,
    *,
    forum: str | None = None,
    next_meeting: date | None = None,
    since: date | None = None,
    returned: Iterable[int] = (),
    slipped: Iterable[int] = (),
) -> Report:
    """Sort open action items into the chapters of the list.

    `returned` are the ids of cards whose matter came back; `next_meeting` bounds what is due before it. What slipped is what became
    overdue after `since` (the last meeting), and the cards of `slipped` (postponed, or not taken up when they should have been).
    Done, dropped and historic cards are left out; each card stands in one chapter, the most pressing.
    """
    open_ = [a for a in actions if a.status in (Status.OPEN, Status.REVIEW) and not a.history]
    until = next_meeting or today + FALLBACK_HORIZON
    came_back, late = set(returned), set(slipped)

    def place(action: ActionItem) -> str:
        due = action.due
        if action.id in came_back:
            return "returned"
        if action.status is Status.REVIEW:
            return "review"
        if action.id in late or (due and since and since <= due < today):
            return "slipped"
        if due is None:
            return "undated"
        if due < today:
            return "overdue"
        return "soon" if due <= until else "later"

    groups: dict[str, list[ActionItem]] = {}
    for action in sorted(open_, key=lambda a: (a.due or date.max, a.id)):
        groups.setdefault(place(action), []).append(action)
    headings = {
        "slipped": _("Overdue or put off since the meeting on {day}").format(day=day(since)) if since else _("Overdue or put off"),
        "overdue": _("Overdue from before") if "slipped" in groups else _("Overdue"),
        "soon": _("Due before the next meeting ({day})").format(day=day(until)) if next_meeting else _("Due within 14 days"),
        "returned": _("The matter came back: close or keep?"),
        "undated": _("Without a deadline"),
        "later": _("Later"),
        "review": _("Not reviewed yet"),
    }
    chapters = tuple(Chapter(headings[key], tuple(groups[key])) for key in headings if key in groups)
    count = len(open_)
    subtitle = n_("{count} open follow-up on {day}", "{count} open follow-ups on {day}", count).format(count=count, day=long_day(today))
    return Report(_("Follow-up list for {forum}").format(forum=forum) if forum else _("Follow-up list"), subtitle, today, chapters)


def _facts(action: ActionItem, today: date) -> tuple[str, str, str]:
    """Deadline, responsible and origin of a card in words."""
    due = f"{day(action.due)} ({relative_day(action.due, today)})" if action.due else _("no deadline")
    if action.due_estimated:
        due += " " + _("estimated")
    if action.light:
        due += f", {light_name(action)}"
    who = ", ".join(action.responsible) or _("nobody named")
    met = day(action.meeting_date) if action.meeting_date else ""
    item = _("item {number}").format(number=action.item) if action.item is not None else ""
    origin = " ".join(part for part in (action.forum or "", met, item) if part)
    return due, who, origin


def as_text(report: Report, width: int = 100) -> str:
    """Plain text for a terminal or a mail."""
    lines = [report.title, report.subtitle, ""]
    for chapter in report.chapters:
        lines += [chapter.heading, "-" * len(chapter.heading)]
        for action in chapter.actions:
            due, who, origin = _facts(action, report.today)
            lines += textwrap.wrap(f"{action.id:>4}  {action.text}", width, subsequent_indent=" " * 6)
            lines.append(f"      {due} · {who} · {origin}")
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+!|<>~-])")


def as_markdown(report: Report) -> str:
    """Markdown tables, one a chapter; document text is escaped."""
    lines = [f"# {_escape(report.title)}", "", _escape(report.subtitle), ""]
    heads = [_("No."), _("Deadline"), _("Responsible"), _("What"), _("Origin")]
    for chapter in report.chapters:
        lines += [f"## {_escape(chapter.heading)}", "", "| " + " | ".join(heads) + " |", "|" + " --- |" * len(heads)]
        for action in chapter.actions:
            due, who, origin = _facts(action, report.today)
            lines.append("| " + " | ".join([str(action.id), *map(_escape, (due, who, action.text, origin))]) + " |")
        lines.append("")
    return "\n".join(lines)


def _escape(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", " ".join(text.split()))


STYLE = (
    "body{font-family:sans-serif;max-width:60rem;margin:2rem auto}"
    "table{border-collapse:collapse;width:100%}"
    "td,th{border:1px solid #999;padding:.3rem .5rem;text-align:left;vertical-align:top}"
)


def as_html(report: Report) -> str:
    """A page of its own that pastes well into a mail or a Word document; document text is escaped."""
    safe: Callable[[str], str] = html.escape
    heads = "".join(f"<th>{safe(h)}</th>" for h in (_("No."), _("Deadline"), _("Responsible"), _("What"), _("Origin")))
    body = [f"<h1>{safe(report.title)}</h1>", f"<p>{safe(report.subtitle)}</p>"]
    for chapter in report.chapters:
        body.append(f"<h2>{safe(chapter.heading)}</h2>\n<table>\n<tr>{heads}</tr>")
        body += [_html_row(action, report.today) for action in chapter.actions]
        body.append("</table>")
    head = f'<meta charset="utf-8"><title>{safe(report.title)}</title><style>{STYLE}</style>'
    return f'<!doctype html>\n<html lang="{language()}"><head>{head}</head><body>\n' + "\n".join(body) + "\n</body></html>\n"


def _html_row(action: ActionItem, today: date) -> str:
    due, who, origin = _facts(action, today)
    cells: Sequence[str] = (str(action.id), due, who, action.text, origin)
    return "<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in cells) + "</tr>"
