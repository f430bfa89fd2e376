"""Import from within the dashboard: type a path, watch it happen, be told what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.locale import _, n_
from tracker.tui.background import start
from tracker.tui.paths import expanded
from tracker.tui.plain import clip
from tracker.tui.screens.base import BaseScreen
from tracker.tui.widgets.happened import Happened

if TYPE_CHECKING:
    from tracker.services.import_minutes import ImportReport


def import_flow(screen: BaseScreen) -> None:
    """Ask for a path and import what lies there."""

    async def flow() -> None:
        await screen.attempt(_flow(screen))

    start(screen, flow, "dialog")


async def _flow(screen: BaseScreen) -> None:
    from tracker.tui.dialogs.path import AskPath

    path = await screen.app.push_screen_wait(AskPath(_("Import minutes: a file or a folder")))
    if not path:
        return
    line = screen.query_one(Happened)

    def progress(number: int, total: int, name: str) -> None:
        if name:
            text = _("Reading {number} of {total}: {name}").format(number=number + 1, total=total, name=clip(name, 50))
            screen.app.call_from_thread(line.stand, text)

    try:
        report = await screen.board.import_files([str(expanded(path))], progress)
    finally:
        line.stand("")
    for error in report.errors[:5]:
        screen.report(error.message(_))
    if len(report.errors) > 5:
        screen.report(
            n_("{count} more file failed", "{count} more files failed", len(report.errors) - 5).format(count=len(report.errors) - 5)
        )
    await screen.attempt(screen.reload())
    read = len(report.documents) - len(report.errors)
    if read:
        minutes = n_("{count} referat", "{count} referater", read).format(count=read)
        screen.say(f"{minutes}: {came_of(report)}")


def came_of(report: ImportReport) -> str:
    """What an import gave: "12 nye kort, 3 til gennemsyn (v), 9 fra tidligere (H)"; what there is none of is left out."""
    added, updated, review, old = (report.total(what) for what in ("added", "updated", "review", "history"))
    if not added and not updated:
        return _("nothing new")
    parts = [n_("{count} new card", "{count} new cards", added).format(count=added)]
    if updated:
        parts.append(_("{count} updated").format(count=updated))
    if review:
        parts.append(n_("{count} to review (v)", "{count} to review (v)", review).format(count=review))
    if old:
        parts.append(n_("{count} from before (H)", "{count} from before (H)", old).format(count=old))
    return ", ".join(parts)
