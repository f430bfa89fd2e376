"""Themes: dark, light and high contrast. Colours of meaning are theme variables, so a stylesheet never names a colour."""

from __future__ import annotations

from textual.theme import Theme

DARK, LIGHT, CONTRAST = "tracker-dark", "tracker-light", "tracker-contrast"


def _meaning(overdue: str, week: str, meeting: str, green: str, yellow: str, recipient: str, quote: str, **more: str) -> dict[str, str]:
    return {
        "band-overdue": overdue,
        "band-week": week,
        "band-meeting": meeting,
        "light-green": green,
        "light-yellow": yellow,
        "light-red": overdue,
        "role-recipient": recipient,
        "quote": quote,
    } | more


THEMES = (
    Theme(
        name=DARK,
        primary="#6ea8dc",
        secondary="#87b5a5",
        accent="#e0b062",
        foreground="#d9dee5",
        background="#14181d",
        surface="#1a1f26",
        panel="#232a33",
        success="#7fc08a",
        warning="#e0b062",
        error="#ee7b78",
        dark=True,
        variables=_meaning(
            "#ee7b78", "#e8b45e", "#7ab8e8", "#7fc08a", "#e0c862", "#c7a0e0", "#2b3846", faint="#8995a3", mark="#2a3a4c", rule="#2c3641"
        ),
    ),
    Theme(
        name=LIGHT,
        primary="#1f5f99",
        secondary="#2f7a66",
        accent="#8a5a00",
        foreground="#1d232a",
        background="#fbfaf7",
        surface="#f4f2ec",
        panel="#e8e5dc",
        success="#1f7a35",
        warning="#8a5a00",
        error="#b3261e",
        dark=False,
        variables=_meaning(
            "#b3261e", "#8a5a00", "#1f5f99", "#1f7a35", "#7a6200", "#73399c", "#f6ebc8", faint="#616b75", mark="#dbe6f1", rule="#cfcabd"
        ),
    ),
    Theme(
        name=CONTRAST,
        primary="#ffffff",
        secondary="#00ffff",
        accent="#ffff00",
        foreground="#ffffff",
        background="#000000",
        surface="#000000",
        panel="#000000",
        success="#00ff00",
        warning="#ffff00",
        error="#ff8080",
        dark=True,
        luminosity_spread=0.0,
        text_alpha=1.0,
        variables=_meaning(
            "#ff8080", "#ffff00", "#00ffff", "#00ff00", "#ffff00", "#ff9cff", "#00337f", faint="#e0e0e0", mark="#0000d0", rule="#ffffff"
        ),
    ),
)
NAMES = tuple(t.name for t in THEMES)
