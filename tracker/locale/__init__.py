"""Texts for people: English in the code, Danish by default.

`_("…")` and `n_("…", "…", n)` translate at the moment of use, so a command or a screen follows `use()`.
The Danish texts stand in `da/<room>.po`, one catalogue a room, and are compiled into one .mo when the package is built
(`python -m tracker.locale.compile` while developing). A test finds texts without a translation.
`name_("rule", "day-month")` gives words to the names of rules, signals, conventions and fields; a test finds names without.
"""

from __future__ import annotations

import gettext
import os
from pathlib import Path

LANGUAGES = ("da", "en")
DEFAULT = "da"
DOMAIN = "tracker"

_folder = Path(__file__).parent


class _Texts:
    """The catalogue in force. One per process: a person reads one language at a time."""

    def __init__(self) -> None:
        self.language = ""
        self.catalogue = gettext.NullTranslations()

    def use(self, language: str) -> None:
        """Switch to `language`, one of `LANGUAGES`; anything else means the default."""
        language = language if language in LANGUAGES else DEFAULT
        if language == self.language:
            return
        self.language = language
        self.catalogue = gettext.NullTranslations() if language == "en" else gettext.translation(DOMAIN, _folder, [language], fallback=True)


_texts = _Texts()
use = _texts.use


def language() -> str:
    """The language in force, "da" or "en"."""
    if not _texts.language:
        use(os.environ.get("TRACKER_LANG", DEFAULT))
    return _texts.language


def _(message: str) -> str:
    """The text in the language in force."""
    language()
    return _texts.catalogue.gettext(message)


def n_(singular: str, plural: str, n: int) -> str:
    """The text for `n` things in the language in force."""
    language()
    return _texts.catalogue.ngettext(singular, plural, n)


def name_(room: str, name: str) -> str:
    """The words for what the program itself has given a name: a rule, a signal, a field of the history.

    `room` is the context of the catalogue the name stands in ("rule"). A name without words there, and every name in English, is read as
    it stands, its hyphens as blanks.
    """
    language()
    words = _texts.catalogue.pgettext(room, name)
    return words if words != name or " " in name else name.replace("-", " ").replace("_", " ")


def use_for_libraries() -> None:
    """Let libraries that speak through the standard gettext (the command line's) use the same catalogue and language."""
    gettext.bindtextdomain(DOMAIN, str(_folder))
    gettext.textdomain(DOMAIN)
    os.environ["LANGUAGE"] = language()
