"""Texts for people: English in the code, Danish by default.

`_("…")` and `n_("…", "…", n)` translate at the moment of use, so a command or a screen follows `use()`.
The Danish texts stand in `da/<room>.po`, one catalogue a room, and are compiled into one .mo when the package is built
(`python -m tracker.locale.compile` while developing). A test finds texts without a translation.
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


def use_for_libraries() -> None:
    """Let libraries that speak through the standard gettext (the command line's) use the same catalogue and language."""
    gettext.bindtextdomain(DOMAIN, str(_folder))
    gettext.textdomain(DOMAIN)
    os.environ["LANGUAGE"] = language()
