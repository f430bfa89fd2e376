"""What the dashboard says before anything was imported."""

from __future__ import annotations

from tracker.locale import _


def first_words() -> str:
    """What to do first."""
    return "\n".join(
        (
            _("Welcome. Nothing has been imported yet."),
            "",
            _("  i   import minutes: type the path of a file or folder"),
            _("  +   write down a follow-up in one sentence"),
            _("  ?   all keys"),
            "",
            _("To look around first: quit with q and run  tracker demo"),
        )
    )
