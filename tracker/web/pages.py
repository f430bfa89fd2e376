"""The few pages people see. Everything from a document or a person is escaped; no script, no font, nothing fetched from elsewhere."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import TYPE_CHECKING

import segno

from tracker.domain.followup import ActionItem, Status
from tracker.locale import _, language, n_
from tracker.locale.format import day
from tracker.web import guide

if TYPE_CHECKING:
    from tracker.domain.tracking import Feed
    from tracker.services.publish import Published

STYLE = """
:root{color-scheme:light dark;--line:#8888}
body{font:1rem/1.5 system-ui,sans-serif;max-width:46rem;margin:0 auto;padding:1rem}
h1{font-size:1.6rem;line-height:1.2}h2{font-size:1.2rem;margin-top:2rem;border-top:1px solid var(--line);padding-top:1rem}
code{display:block;overflow-wrap:anywhere;padding:.6rem;border:1px solid var(--line);border-radius:.4rem;user-select:all}
.address{display:flex;flex-wrap:wrap;gap:1rem;align-items:start}.address>div{flex:1 1 20rem}
svg{background:#fff;flex:none}a.button{display:inline-block;padding:.5rem 1rem;border:1px solid;border-radius:.4rem;text-decoration:none}
table{border-collapse:collapse;width:100%}
td,th{text-align:left;vertical-align:top;padding:.3rem .6rem .3rem 0;border-bottom:1px solid var(--line)}
td:first-child{white-space:nowrap}
blockquote{margin:1rem 0;padding-left:1rem;border-left:.25rem solid var(--line)}summary{cursor:pointer;font-weight:600}
"""
_STYLE_HASH = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
POLICY = f"default-src 'none'; style-src 'sha256-{_STYLE_HASH}'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
MOST_SHOWN = 200
"""Cards listed on the page; the rest are counted."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page with the content policy that fits it."""

    html: str
    policy: str = POLICY


def _page(title: str, *parts: str) -> Page:
    head = '<meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">'
    body = "\n".join(parts)
    return Page(
        f'<!doctype html>\n<html lang="{language()}"><head>{head}<title>{escape(title)}</title><style>{STYLE}</style></head>\n'
        f"<body><h1>{escape(title)}</h1>\n{body}\n</body></html>\n"
    )


def message(status: int) -> Page:
    """What is shown instead of a page. The same for every address that is not good, whatever was wrong with it."""
    if status == 404:
        return _page(_("Nothing here"), f"<p>{escape(_('The address is wrong, or it has been withdrawn. Ask for a new one.'))}</p>")
    if status == 405:
        return _page(_("Nothing here"), f"<p>{escape(_('This address can only be read.'))}</p>")
    return _page(_("Not right now"), f"<p>{escape(_('The calendar cannot be shown at the moment. Try again later.'))}</p>")


def subscription(address: str, feed: Feed, published: Published, today: date) -> Page:
    """How to subscribe, and what is in it. `address` is the page's own; the calendar's has ".ics" after it."""
    calendar = f"{address}.ics"
    webcal = "webcal://" + calendar.partition("://")[2]
    tasks = ("tasks", "1") in feed.options
    code = segno.make(address, error="m").svg_inline(scale=4, border=2, title=_("This page on a phone"))
    parts = [
        f"<p>{escape(_('Subscribe once, and the calendar follows along by itself when something changes.'))}</p>",
        '<div class="address"><div>',
        f"<p><strong>{escape(_('The address'))}</strong></p><code>{escape(calendar)}</code>",
        f'<p><a class="button" href="{escape(webcal)}">{escape(_("Open in the calendar on this device"))}</a></p>',
        f"<p>{escape(_('The address is personal: whoever knows it can read the calendar. Do not pass it on.'))}</p>",
        f"<p>{escape(_('Opening the file copies what is in it today; only subscribing follows changes.'))}</p>",
        f"</div><div><p><strong>{escape(_('This page on a phone'))}</strong></p>{code}</div></div>",
        f"<h2>{escape(_('How to subscribe'))}</h2>",
        *_guides(tasks=tasks),
        f"<h2>{escape(_('What is in it'))}</h2>",
        *_contents(published.actions, today, hidden=("hide_titles", "1") in feed.options),
    ]
    return _page(published.name, *parts)


def _guides(*, tasks: bool) -> Iterable[str]:
    for program in guide.programs(tasks=tasks):
        steps = "".join(f"<li>{escape(step)}</li>" for step in program.steps)
        note = f"<p>{escape(program.note)}</p>" if program.note else ""
        yield f"<details><summary>{escape(program.name)}</summary><ol>{steps}</ol>{note}</details>"


def _contents(actions: tuple[ActionItem, ...], today: date, *, hidden: bool) -> Iterable[str]:
    count = len(actions)
    yield f"<p>{escape(n_('{count} card', '{count} cards', count).format(count=count))}</p>"
    if hidden:
        yield f"<p>{escape(_('Titles are hidden in this calendar: only days and case numbers are shown.'))}</p>"
        return
    heads = "".join(f"<th>{escape(head)}</th>" for head in (_("Deadline"), _("What"), _("Responsible"), _("Status")))
    ordered = sorted(actions, key=lambda a: (a.status is not Status.OPEN, a.due or date.max, a.id))
    rows = "".join(_row(action, today) for action in ordered[:MOST_SHOWN])
    yield f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
    if count > MOST_SHOWN:
        yield f"<p>{escape(_('and {count} more').format(count=count - MOST_SHOWN))}</p>"


def _row(action: ActionItem, today: date) -> str:
    state = _("overdue") if action.is_overdue(today) else status_name(action.status)
    cells = (
        day(action.due) if action.due else "–",
        action.text or action.quote,
        ", ".join(action.responsible) or "–",
        state,
    )
    return "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in cells) + "</tr>"


def status_name(status: Status) -> str:
    """A status in words."""
    return {Status.REVIEW: _("for review"), Status.OPEN: _("open"), Status.DONE: _("done"), Status.DROPPED: _("dropped")}[status]


def card(action: ActionItem) -> Page:
    """One card, for whoever follows the link in an event."""
    words = action.deadline.text if action.deadline else ""
    due = day(action.due) if action.due else ""
    meeting = ", ".join(filter(None, (action.forum, day(action.meeting_date) if action.meeting_date else "")))
    item = ": ".join(filter(None, (str(action.item) if action.item is not None else "", action.item_title)))
    facts = (
        (_("Deadline"), f"{due} ({words})" if due and words else due or words),
        (_("Responsible"), ", ".join(action.responsible)),
        (_("Recipients"), ", ".join(action.recipients)),
        (_("Status"), status_name(action.status)),
        (_("Meeting"), meeting),
        (_("Item"), item),
        (_("Case number"), action.case_number or ""),
    )
    rows = "".join(f"<tr><th>{escape(name)}</th><td>{escape(value)}</td></tr>" for name, value in facts if value)
    quote = f"<blockquote>{escape(action.quote)}</blockquote>" if action.quote else ""
    return _page(action.text or action.quote, quote, f"<table><tbody>{rows}</tbody></table>")
