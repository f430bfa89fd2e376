"""What the dashboard says before anything was imported."""

from __future__ import annotations

from tracker.locale import _, n_


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


def old_words(count: int) -> str:
    """What to say when all there is was old already when it was imported."""
    cards = n_("Nothing is open. {count} card is from before:", "Nothing is open. {count} cards are from before:", count)
    return "\n".join(
        (
            cards.format(count=count),
            _("its minutes were more than half a year old when they were imported, and its day has passed."),
            "",
            _("  H   show what is from before; D there makes an open card of one"),
            _("  i   import newer minutes"),
        )
    )
