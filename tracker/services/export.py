"""Use case: action items as a file for other programs: CSV, JSON and Excel. Calendars are made by `publish`.

Texts from documents stay data: Excel cells are written as strings, and a CSV cell that a spreadsheet would take for a formula is
given a leading apostrophe (OWASP, "CSV Injection").
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from datetime import date

from tracker.domain.followup import ActionItem
from tracker.locale import _
from tracker.services.contract import actions_json, iso

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"

Cell = str | int | float | date | None


def columns() -> list[str]:
    """The heads of the columns, in the language in force."""
    return [
        _("No."), _("Deadline"), _("Deadline as written"), _("Responsible"), _("Recipients"), _("What"), _("Status"), _("Light"),
        _("Forum"), _("Meeting"), _("Item"), _("Item title"), _("Case number"), _("Quote"), _("Source"), _("Confidence"),
    ]  # fmt: skip


def status_name(action: ActionItem) -> str:
    """The status in words, with its reason."""
    names = {"review": _("for review"), "open": _("open"), "done": _("done"), "dropped": _("dropped")}
    reason = _("rejected") if action.reason == "rejected" else action.reason
    return names[action.status] + (f" ({reason})" if reason else "")


def light_name(action: ActionItem) -> str:
    """The traffic light in words, or nothing."""
    names = {"green": _("green"), "yellow": _("yellow"), "red": _("red")}
    return names[action.light] if action.light else ""


def row(action: ActionItem) -> list[Cell]:
    """One action item's cells, in the order of `columns`."""
    return [
        action.id,
        action.due,
        action.deadline.text if action.deadline else "",
        ", ".join(action.responsible),
        ", ".join(action.recipients),
        action.text,
        status_name(action),
        light_name(action),
        action.forum or "",
        action.meeting_date,
        action.item,
        action.item_title,
        action.case_number or "",
        action.quote,
        action.source,
        round(action.confidence, 2),
    ]


def as_csv(actions: Iterable[ActionItem]) -> str:
    """Semicolon-separated as Danish Excel expects it, with a byte order mark so that it reads the letters right."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(columns())
    for action in actions:
        writer.writerow([_csv_cell(cell) for cell in row(action)])
    return BOM + out.getvalue()


def _csv_cell(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, date):
        return iso(cell) or ""
    text = str(cell).replace("\x00", "")
    return "'" + text if isinstance(cell, str) and text.startswith(FORMULA_STARTS) else text


def as_json(actions: Sequence[ActionItem]) -> str:
    """The same shape as `tracker list --json`."""
    return json.dumps(actions_json(actions), ensure_ascii=False, indent=2) + "\n"


def as_xlsx(actions: Iterable[ActionItem]) -> bytes:
    """A workbook with one sheet: a frozen head, a filter, dates as dates, texts as texts."""
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    sheet = book.add_worksheet(_("Follow-up"))
    bold, day, wrap = book.add_format({"bold": True}), book.add_format({"num_format": "yyyy-mm-dd"}), book.add_format({"text_wrap": True})
    heads = columns()
    for column, head in enumerate(heads):
        sheet.write_string(0, column, head, bold)
    last = 0
    for last, action in enumerate(actions, start=1):
        for column, cell in enumerate(row(action)):
            if isinstance(cell, date):
                sheet.write_datetime(last, column, cell, day)
            elif isinstance(cell, (int, float)):
                sheet.write_number(last, column, cell)
            elif cell:
                sheet.write_string(last, column, cell[:32_767], wrap)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(last, 1), len(heads) - 1)
    for column, width in enumerate((6, 12, 22, 24, 24, 50, 14, 8, 16, 12, 6, 36, 20, 60, 28, 10)):
        sheet.set_column(column, column, width)
    book.close()
    return out.getvalue()
