"""Tables of two columns pasted as text, whose cells were broken into lines: what no tab begins goes on in the last cell."""

from __future__ import annotations

from tracker.domain.minutes import SourceText
from tracker.extraction import extract
from tracker.reading import parse

HEAD = "Direktionsmøde - referat\n\nTid:\tTirsdag den 5. marts 2024 kl. 9.00\nReferent:\tIda Dal\n\nPunkt\tKonklusion\n"
ROWS = (
    "1. Budget\tDirektionen drøftede planen.\nBo Lind tilretter den senest 15. marts.\nSeminaret ligger fast.\n"
    "2. Hallen\tEa Dal svarer rådet inden 1. maj.\n"
)


def test_lines_below_a_row_belong_to_its_last_cell() -> None:
    read = parse(SourceText("x.txt", HEAD + ROWS))
    assert [(item.number, item.title) for item in read.items] == [(1, "Budget"), (2, "Hallen")]
    assert [(f.item, f.responsible, str(f.deadline and f.deadline.due)) for f in extract(read).follow_ups] == [
        (1, ("Bo Lind",), "2024-03-15"),
        (2, ("Ea Dal",), "2024-05-01"),
    ]


def test_a_blank_line_ends_the_table() -> None:
    read = parse(SourceText("x.txt", HEAD + ROWS + "\nKaj Holm skriver til Ida inden 1. juni.\n"))
    assert [f.responsible for f in extract(read).follow_ups if f.item == 2][:1] == [("Ea Dal",)]
    last = read.items[-1].decisions[-1]
    assert "Kaj" not in read.text[last.span.start : last.span.end]
