"""Bullets in front of items and of the headings nested below them."""

from __future__ import annotations

from datetime import date

from tracker.domain.minutes import Outcome, SourceText
from tracker.reading import parse

HEAD = "Havneudvalget - Referat fra mødet den 04-05-2021\n\n"
ITEM = """  • {0} {1}
    • Resume
      Der er søgt om en {1}.

    • Indstilling
      Chefen indstiller
      1. at sagen godkendes
    • Beslutning i Havneudvalget den 04-05-2021
      {2}

"""


def test_numbered_bullets_are_items_and_bulleted_words_their_headings() -> None:
    body = "".join(
        ITEM.format(*item) for item in ((1, "Kran", "Godkendt"), (2, "Bro", "Udsat"), (3, "Mole", "Drøftet\n\n      Bo måler den"))
    )
    items = parse(SourceText("x.txt", HEAD + body)).items
    assert [(item.number, item.title, item.decisions[0].outcome, item.decisions[0].date) for item in items] == [
        (1, "Kran", Outcome.APPROVED, date(2021, 5, 4)),
        (2, "Bro", Outcome.DEFERRED, date(2021, 5, 4)),
        (3, "Mole", Outcome.DISCUSSED, date(2021, 5, 4)),
    ]


def test_a_word_behind_a_bullet_heads_nothing_in_other_minutes() -> None:
    body = "1. Kajen\nBo maler den:\n• Baggrund\n• Kant\n\n2. Broen\nAne måler den.\n\n3. Evt.\nIntet.\n"
    minutes = parse(SourceText("x.txt", HEAD + body))
    assert minutes.items[0].decisions[0].span.of(minutes.source.text) == "Bo maler den:\n• Baggrund\n• Kant"
