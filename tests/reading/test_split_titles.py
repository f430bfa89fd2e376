"""Minutes whose items say everything on the line of their number."""

from __future__ import annotations

from tracker.domain.minutes import SourceText
from tracker.reading import parse

HEAD = "Referat af møde i grundejerforeningen den 4. maj 2021\nTil stede: Ane Dal, Bo Lind\n\n"


def read(body: str) -> list[tuple[str, str]]:
    minutes = parse(SourceText("x.txt", HEAD + body))
    text = minutes.source.text
    return [(item.title, item.decisions[0].span.of(text) if item.decisions else "") for item in minutes.items]


def test_titles_end_where_a_sentence_begins() -> None:
    body = (
        "1. Valg af ordstyrer Bo\n2. Godkendelse af referat Godkendt\n3. Lamper på stien Kommunen sætter dem op i maj. Ane ringer.\n"
        "4. Fastelavn søndag 7. Feb. Vi mødes ved broen.\n5. Bænken Den flyttes ikke, da Bo har spurgt naboen.\n6. Eventuelt intet\n"
    )
    assert read(body) == [
        ("Valg af ordstyrer", "Bo"),
        ("Godkendelse af referat", "Godkendt"),
        ("Lamper på stien", "Kommunen sætter dem op i maj. Ane ringer."),
        ("Fastelavn søndag 7. Feb.", "Vi mødes ved broen."),
        ("Bænken", "Den flyttes ikke, da Bo har spurgt naboen."),
        ("Eventuelt", "intet"),
    ]


def test_titles_stay_whole_where_text_stands_below() -> None:
    body = "1. Besøg af Ida Holm\nHun fortalte om haven.\n2. Lamper på Søsti Nord\nAne ringer.\n3. Kontakt til Vej og Park\nIntet nyt.\n"
    assert [title for title, _ in read(body)] == ["Besøg af Ida Holm", "Lamper på Søsti Nord", "Kontakt til Vej og Park"]


def test_a_usual_point_ends_where_its_decision_begins() -> None:
    text = (
        "Dagsorden og referat af udvalgsmøde 4. maj 2021\n\nDAGSORDEN REFERAT\n1 - Godkendelse af dagsorden Dagsorden godkendes.\n\n"
        "2 - Havnens råd: Ny kajplan.\n\nRådet sender en plan.\n\nUdsat.\n\n3 - Kranen\n\nSolgt.\n\n4 - Eventuelt Div. drøftet\n"
    )
    minutes = parse(SourceText("x.txt", text))
    assert [item.title for item in minutes.items] == ["Godkendelse af dagsorden", "Havnens råd: Ny kajplan.", "Kranen", "Eventuelt"]
    assert [len(item.decisions) for item in minutes.items] == [1, 1, 1, 1]
