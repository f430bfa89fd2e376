"""Short minutes in odd layouts: cells of time, lines of the head, answers and labels that are no titles."""

from __future__ import annotations

import pytest

from tracker.domain.minutes import Outcome, SourceText
from tracker.errors import NotMinutes
from tracker.reading import parse
from tracker.reading.files import read_bytes

HEAD = "Referat af bestyrelsesmøde den 4. maj 2021\nTil stede: Ane Dal, Bo Lind\n\n"


def read(body: str, head: str = HEAD, *, as_file: bool = False) -> list[tuple[str, str]]:
    text = head + body
    minutes = parse(read_bytes(text.encode(), "x.txt") if as_file else SourceText("x.txt", text))
    text = minutes.source.text
    return [(item.title, " ".join(item.decisions[0].span.of(text).split()) if item.decisions else "") for item in minutes.items]


def test_times_around_titles_are_neither_titles_nor_text() -> None:
    body = (
        "Punkt 1\n5 min\nHegnet\n17.00 - 17.05\nBo maler det.\n\nPunkt 2\n20 min\nGyngen\n17.05 - 17.25\nDrøftelse\nAne køber reb.\n\n"
        "Punkt 3\n10 min\nEvt.\n17.25 - 17.35\nIntet.\n"
    )
    assert read(body) == [("Hegnet", "Bo maler det."), ("Gyngen", "Ane køber reb."), ("Evt.", "Intet.")]


def test_what_was_planned_stands_above_the_time() -> None:
    body = (
        "Pkt. 1\nHegnet\nSkal det males?\nKl. 17.00-17.05\nBo maler det.\n\nPkt. 2\nGyngen –\nHvad koster et reb?\n17.05-17.25\n"
        "Orientering\nAne køber reb.\n\nPkt. 3\nLågen\nHvem har nøglen?\n17.25-17.35\nBo har den.\n"
    )
    assert read(body) == [("Hegnet", "Bo maler det."), ("Gyngen", "Ane køber reb."), ("Lågen", "Bo har den.")]


def test_one_time_below_an_item_is_said() -> None:
    body = "1. Hegnet\nBo maler det.\n17.00\n\n2. Gyngen\nAne køber reb.\n\n3. Lågen\nBo har nøglen.\n"
    assert read(body)[0] == ("Hegnet", "Bo maler det. 17.00")


def test_labels_are_no_part_of_titles() -> None:
    body = "Punkt 1\n\nEmne: Hegnet\n\nBo maler det.\n\nPunkt 2\n\nEmne: Møder i 2021\n\nGodkendt.\n"
    assert [title for title, _ in read(body)] == ["Hegnet", "Møder i 2021"]


def test_initials_in_a_column_of_their_own() -> None:
    body = "Dagsorden:         Ansv.   Referat\n\n1. Hegnet       BL\n   Bo maler det.\n\n2. Gyngen      AD\n   Ane køber reb.\n"
    assert read(body) == [("Hegnet", "Bo maler det."), ("Gyngen", "Ane køber reb.")]


def test_an_answer_alone_is_no_title() -> None:
    body = "Godkendelse af referat\n\nGodkendt\n\nHegnet\n\nBo maler det.\n\nGyngen\n\nAne køber reb.\n\nEvt.\n\nIntet.\n"
    assert read(body) == [
        ("Godkendelse af referat", "Godkendt"),
        ("Hegnet", "Bo maler det."),
        ("Gyngen", "Ane køber reb."),
        ("Evt.", "Intet."),
    ]


def test_body_and_place_above_the_first_item() -> None:
    case = "Resumé\n\nDer er søgt om en {0}.\n\n{1}Beslutning\n\nGodkendt.\n\n"
    body = "".join(
        f"{title}\n\n{case.format(what, 'Forslag' + chr(10) * 2 + 'Det foreslås at bygge.' + chr(10) * 2 if title == 'Gyngen' else '')}"
        for title, what in (("Hegnet", "låge"), ("Gyngen", "gynge"), ("Stien", "bænk"))
    )
    assert read(body, "Referat\n\nTirsdag 4. maj 2021 kl. 10:00\n\nHaveudvalget\n\nEngvej 8 - Lille sal\n\n") == [
        ("Hegnet", "Godkendt."),
        ("Gyngen", "Godkendt."),
        ("Stien", "Godkendt."),
    ]


def test_people_absent_from_a_body() -> None:
    absent = "Fraværende i Haveudvalget – 4. maj 2021:\nIb Holm\n\nTil toppen\n\n"
    body = f"1. Hegnet\n\nBeslutning\n\nGodkendt.\n\n{absent}2. Evt.\n\nBeslutning\n\nIntet.\n"
    minutes = parse(SourceText("x.txt", HEAD + body))
    assert [len(item.decisions) for item in minutes.items] == [1, 1]


LONG = "Der er mange meninger om farven, og naboerne har skrevet to gange om den, så den skal vælges med omhu og i god tid. " * 3


def test_lettered_parts_of_minutes_on_one_line() -> None:
    text = (
        "Referat af havemøde Mødested Skuret Mødedato 4. maj 2021 Deltagere Ane Dal, Bo Lind Dagsorden "
        f"A. Godkendelse af referat Det er sendt ud. B. Sager til beslutning 1. Hegnet Bo maler det. {LONG}"
        "Indstilling: Hegnet males rødt. Forslaget blev godkendt. Ane køber maling. "
        f"2. Gyngen Ane køber reb. {LONG}C. Sager til orientering 3. Stien Bo har revet den. D. Eventuelt Intet.\n"
    )
    minutes = parse(read_bytes(text.encode(), "x.txt"))
    assert [item.title for item in minutes.items] == ["Hegnet", "Gyngen", "Stien", "Eventuelt"]
    decided = minutes.items[0].decisions[0]
    assert (decided.outcome, decided.span.of(minutes.text)) == (Outcome.APPROVED, "Forslaget blev godkendt. Ane køber maling.")


def test_nested_numbers_with_and_without_a_full_stop() -> None:
    body = (
        "1. Hegnet   Bo maler det.\n2. Gyngen   Ane køber reb.\n3. Haven i det hele taget\n3.1. Bede   Bo graver dem.\n"
        "3.3. Stien   Ane river den.\n4.0   Skuret   Lukket punkt.\n5 Træer\n5.1 Pæren   Bo beskærer den.\n5.2. Eget   Ane ringer.\n"
    )
    assert [title for title, _ in read(body)] == ["Hegnet", "Gyngen", "Haven i det hele taget", "Skuret", "Træer"]


def test_title_and_description_in_one_cell() -> None:
    body = (
        "Mødepunkt | Referat |\n1 - Godkendelse af dagsorden | Godkendt. |\n2 - Hegnet - farve Hegnet skal males i maj. | Bo maler det. |\n"
        "3 - Reb til gynge Foreningen mangler et nyt reb. | Ane køber det. |\n"
    )
    wanted = [("Godkendelse af dagsorden", "Godkendt."), ("Hegnet - farve", "Bo maler det."), ("Reb til gynge", "Ane køber det.")]
    assert read(body) == wanted


def test_what_items_are_for_behind_times_is_no_title() -> None:
    first = "17.00-17.15 - Drøftelse\n\nBo maler hegnet.\n\n"
    body = f"{first}17.15-17.30 - Orientering\n\nAne har købt reb.\n\n17.30-17.40 - Drøftelse\n\nIntet.\n"
    assert read(body)[0] == ("17.00-17.15", "Bo maler hegnet.")


def test_what_closes_the_minutes_is_no_part_of_the_last_item() -> None:
    body = "1. Hegnet\nBo maler det.\n\n2. Gyngen\nAne køber reb.\n\n"
    for closed in (
        "Skovby den 4. maj 2021\n",
        "Skovby, den 9. maj 2021\nAD/referent\n",
        "Haveforeningen Skovly, Bakkevej 3, 9999 Skovby. Tlf. 12 34 56 78\n",
        "Kommende punkter: Hækken, låger\n",
        "Med venlig hilsen bestyrelsen\n\nSide 2 af 2\n",
    ):
        assert read(body + closed)[1] == ("Gyngen", "Ane køber reb.")
    assert read(body + "Sommerfest den 9. juni 2021\n")[1] == ("Gyngen", "Ane køber reb. Sommerfest den 9. juni 2021")


def test_agenda_and_minutes_in_one_title() -> None:
    head = "Dagsorden/Referat fra bestyrelsesmøde\n\nDato: 4. maj 2021\n\n"
    meeting = parse(SourceText("x.txt", head + "1. Hegnet\nBo maler det.\n\n2. Evt.\nIntet.\n")).meeting
    assert meeting.forum == "Bestyrelsen"


def test_a_short_title_below_a_time() -> None:
    body = "17.00-17.15\n\nFarver\nBo maler hegnet.\n\n17.15-17.30\n\nAne har købt reb.\n\n17.30-17.40\n\nStien\n\nIntet.\n"
    assert read(body) == [("Farver", "Bo maler hegnet."), ("17.15-17.30", "Ane har købt reb."), ("Stien", "Intet.")]


def test_what_was_decided_ends_a_list_of_attachments() -> None:
    body = (
        "1. Hegnet\nBilag: Udkast til hegn\nRådet godkendte udkastet med få rettelser. Bo maler det.\n\n"
        "2. Gyngen\nBilag:\nTegning, Tilbud på reb\n\nUdsat til maj. Ane køber reb.\n\n3. Evt.\nIntet.\n"
    )
    assert [said for _, said in read(body)] == [
        "Rådet godkendte udkastet med få rettelser. Bo maler det.",
        "Udsat til maj. Ane køber reb.",
        "Intet.",
    ]


def test_what_a_blog_says_below_a_post_is_no_item() -> None:
    body = (
        "Hegnet\nBo maler det.\n\nGyngen\nAne køber reb.\n\nLågen\nBo har nøglen.\n\nEvt.\nIntet.\n\n"
        "Indsendt af Ane kl. 20.15\n\nIngen kommentarer:\n\nSend en kommentar\n"
    )
    assert read(body) == [("Hegnet", "Bo maler det."), ("Gyngen", "Ane køber reb."), ("Lågen", "Bo har nøglen."), ("Evt.", "Intet.")]


def test_times_in_brackets_stand_before_numbers() -> None:
    body = (
        "(kl. 13.30-13.35) 1. Hegnet\nBo maler det.\n\n(kl. 13.35-14.15) 2. Gyngen\nAne køber reb.\n\n"
        "(kl. 14.15-15.00) 3. Lågen\nBo har nøglen.\n"
    )
    assert titles_of_file(HEAD + body) == ["Hegnet", "Gyngen", "Lågen"]


def test_times_stand_before_numbers() -> None:
    body = "13.30-13.35  1. Hegnet\nBo maler det.\n\n13.35-14.15  2. Gyngen\nAne køber reb.\n\nKl. 14.15-15.00:  3. Lågen\nBo har nøglen.\n"
    assert titles_of_file(HEAD + body) == ["Hegnet", "Gyngen", "Lågen"]


def test_all_of_an_item_with_its_decision_on_one_line() -> None:
    body = (
        "1.Hegnet\nBeslutning: Godkendt\n2. Gyngen. a. Nyt reb. Bilag\nb. Nye kroge. Bilag. De gamle er slidte. Drøftelse\n"
        "og beslutning: Bo bad om bedre kroge. Godkendt med det.\n"
        "3. Lågen på gården. Et tilbud er modtaget fra smeden. Et andet er endnu ikke modtaget. Drøftelse og beslutning: "
        "Enighed om at tage det første tilbud nu. Ane ringer til ham.\n"
    )
    assert titles_of_file(HEAD + body)[0::2] == ["Hegnet", "Lågen på gården"]


def test_the_head_of_a_table_is_no_title() -> None:
    body = (
        "Hegnet\n------\nBo maler det.\n\nLågen\n-----\nEa har nøglen.\n\n"
        "Opgaver\n-------\nHvem\tHvad\tHvornår\nBo\tMaler lågen\t1. juni\nEa\tKøber reb\tuge 24\n"
    )
    assert titles_of_file(HEAD + body) == ["Hegnet", "Lågen", "Opgaver"]


def test_an_auditors_protokol_is_an_item() -> None:
    body = "HEGNET\nBo maler det.\n\nREVISIONSPROTOKOL\nAne køber reb.\n\nLÅGEN\nBo har nøglen.\n"
    assert titles_of_file(HEAD + body) == ["HEGNET", "REVISIONSPROTOKOL", "LÅGEN"]


def test_a_case_number_stands_between_the_number_of_the_case_and_its_title() -> None:
    body = "".join(
        f"Sag nr. {number}\n16/20{number}\n{title}\n\nBeslutning\nBo maler det.\n\n"
        for number, title in ((52, "Hegnet"), (53, "Gyngen"), (54, "Lågen"))
    )
    assert [title for title, _ in read(body)] == ["Hegnet", "Gyngen", "Lågen"]


def test_a_number_of_the_filing_plan_is_no_item() -> None:
    body = "".join(
        f"{number}. {title}\n\n{plan} 17/402\n\nBeslutning\nBo maler det.\n\n"
        for number, title, plan in ((1, "Hegnet", "00.01.00-A00"), (2, "Gyngen", "81.38.00-G01"), (3, "Lågen", "87.00.00.P05"))
    )
    assert [title for title, _ in read(body)] == ["Hegnet", "Gyngen", "Lågen"]


def test_a_number_of_the_filing_plan_with_its_case_is_no_item() -> None:
    body = "".join(
        f"{number}. {title}\n{plan} - 2017/304{number}\n\nBeslutning\nBo maler det.\n\n"
        for number, title, plan in ((52, "Hegnet", "05.01.08G00"), (53, "Gyngen", "03.01.03P24"), (54, "Lågen", "07.00.01P15"))
    )
    assert [title for title, _ in read(body)] == ["Hegnet", "Gyngen", "Lågen"]


def test_who_answers_for_an_item_is_in_a_column_of_its_own() -> None:
    body = (
        "Dagsorden: | Ansv. | Referat\n\n1. Hegnet | Formand |\nBo maler det.\n\n"
        "2. Gyngen | Ane Dal |\nAne køber reb.\n\n3. Lågen | Bo |\nUdsat.\n"
    )
    assert read(body) == [("Hegnet", "Bo maler det."), ("Gyngen", "Ane køber reb."), ("Lågen", "Udsat.")]


def test_rows_of_a_table_in_a_text_file_are_not_broken() -> None:
    said = "Der mangler i alt 14 vagter, og alle teamledere melder huller i vagtplanen ind til Ane senest den 1. marts. " * 3
    rows = "".join(f"| {number}. {title} | {said}| |\n" for number, title in ((1, "Hegnet"), (2, "Gyngen"), (3, "Lågen"), (4, "Bænken")))
    text = f"{HEAD}| Emne | Referat | Hvem / hvornår |\n| --- | --- | --- |\n{rows}"
    assert titles_of_file(text) == ["Hegnet", "Gyngen", "Lågen", "Bænken"]


def test_who_wrote_the_minutes_closes_them() -> None:
    body = "1. Hegnet\nBo maler det.\n\n2. Gyngen\nAne køber reb.\n\nReferat: Ane\n"
    assert read(body) == [("Hegnet", "Bo maler det."), ("Gyngen", "Ane køber reb.")]


def test_usual_points_with_a_day_are_titles() -> None:
    told = "Bo maler det i maj, og Ane køber et nyt reb til det.\n\n"
    body = f"Valg af referent\n{told}Godkendelse af referat fra mødet den 18. august\nGodkendt.\n\nHegnet\n{told}Gyngen\n{told}"
    assert [title for title, _ in read(body)][1] == "Godkendelse af referat fra mødet den 18. august"


def test_a_heading_most_items_have_is_no_title() -> None:
    items = (("Hegnet", "Skal det males?"), ("Gyngen", "Hvad koster et reb?"), ("Lågen", "Nøglen er væk."), ("Bænken", ""))
    body = "".join(
        f"{title}\n\n" + (f"Indhold:\n\n{asked}\n\n" if asked else "") + "Referat\n\nBo maler det.\n\n" for title, asked in items
    )
    assert [title for title, _ in read(body)] == ["Hegnet", "Gyngen", "Lågen", "Bænken"]


def test_the_place_above_the_word_referat_is_no_title() -> None:
    head = "Dagsorden\n\nTorsdag 12. april 2018 kl. 10.30\n\nÆldrerådet\n\nHavnegade 3 - Festsalen\n\nReferat\n\n"
    body = "".join(
        f"{title}\n\nResumé\n\nFormanden fortæller om planen.\n\nBeslutning Ældrerådet den 12-04-2018\n\nTaget til efterretning.\n\n"
        for title in ("Hegnet", "Gyngen", "Lågen")
    )
    assert [title for title, _ in read(body, head)] == ["Hegnet", "Gyngen", "Lågen"]


def test_the_day_in_the_words_of_the_head_counts_before_that_of_writing() -> None:
    head = "Lokal-MED\n\nDato           Journalnr\n14. juni 2011  81-15-1-2\n\ntil mødet mandag den 6. juni 2011 kl. 13.00\n\n"
    minutes = parse(SourceText("x.txt", head + "1. Hegnet\nBo maler det.\n\n2. Gyngen\nAne køber reb.\n"))
    assert minutes.meeting.date is not None
    assert minutes.meeting.date.isoformat() == "2011-06-06"


def test_a_web_pages_buttons_before_headings_go_before_lines_are_joined() -> None:
    body = "".join(
        f"  {number}. {title}\n  fold dette punkt ind Resume\n\n  Sagen er ny.\n\n  fold dette punkt ind Indstilling\n\n"
        "  At den drøftes.\n\n  fold dette punkt ind Beslutning\n\n  Bo maler det.\n\n"
        for number, title in ((1, "Hegnet"), (2, "Gyngen"), (3, "Lågen"))
    )
    assert titles_of_file(HEAD + body) == ["Hegnet", "Gyngen", "Lågen"]


def titles_of_file(text: str) -> list[str]:
    return [item.title for item in parse(read_bytes(text.encode(), "x.txt")).items]


def test_what_somebody_does_behind_the_word_referat_is_said() -> None:
    body = "1. Hegnet\nReferat: Ida maler huset.\n\n2. Gyngen\nReferat: Bo ringer til Ida.\n\n3. Lågen\nReferat: Godkendt\n"
    assert [said for _, said in read(body)] == ["Ida maler huset.", "Bo ringer til Ida.", "Godkendt"]


def test_numbers_of_cases_may_leave_many_out() -> None:
    body = "Punkt 12. Hegnet\nBo maler det.\n\nPunkt 60. Gyngen\nAne køber reb.\n\nPunkt 105. Lågen\nBo har nøglen.\n"
    assert [title for title, _ in read(body)] == ["Hegnet", "Gyngen", "Lågen"]


def test_two_times_of_a_programme_are_said() -> None:
    body = "1. Kampen\nProgrammet bliver:\n(10.00-11.00) 1. Halvleg\n(11.00-12.00) 2. Halvleg\n\n2. Vejen\nBo maler den.\n"
    text = parse(read_bytes((HEAD + body).encode(), "x.txt")).source.text
    assert "(10.00-11.00) 1. Halvleg" in text


def test_headings_that_run_on_in_an_item_are_headings() -> None:
    body = (
        "1. Hegnet. Baggrund: Det er gammelt og\nskævt. Indstilling: at det males. Referat: Godkendt.\nBo maler det.\n\n"
        "2. Gyngen. Baggrund: Rebet er slidt. Referat:\nAne køber reb.\n\n3. Lågen. Referat: Bo har nøglen.\n"
    )
    assert read(body, as_file=True) == [
        ("Hegnet", "Godkendt. Bo maler det."), ("Gyngen", "Ane køber reb."), ("Lågen", "Bo har nøglen."),
    ]  # fmt: skip


def test_a_number_goes_on_what_the_line_above_refers_to() -> None:
    body = "1. Hegnet\nPengene går til sager efter §§ 107 og\n108. Hegnet males af Bo.\n\n2. Gyngen\nAne køber reb.\n\n3. Lågen\nUdsat.\n"
    assert [title for title, _ in read(body)] == ["Hegnet", "Gyngen", "Lågen"]


def test_a_line_that_ends_in_and_takes_no_item_away() -> None:
    body = "1. Ferie\nVi lukker i uge 28 og\n2. Gyngen\nAne køber reb.\n\n3. Lågen\nSe punkt 4 og\n4. Bænken\nUdsat.\n"
    assert [title for title, _ in read(body)] == ["Ferie", "Gyngen", "Lågen", "Bænken"]


def test_a_cell_that_says_something_is_kept() -> None:
    body = "1. Hegnet | Kaffe købes |\n\n2. Gyngen | Intet |\n\n3. Lågen | Nøgler mangler |\n"
    text = " ".join(title + " " + said for title, said in read(body))
    assert all(words in text for words in ("Kaffe købes", "Intet", "Nøgler mangler"))


CONVENED = (
    "Lindsø Kommune\nStrategisk Ledelsesforum\nTorsdag den 24. januar 2019 kl. 8.15, Kurhuset\nMed var Ane Dal, Bo Lind og Ida Holm.\n\n"
)
PROSE = (
    "Bo Lind sagde, at regnskabet lander dårligere end ventet, og det blev drøftet længe. Flere fandt, at det koster for meget. "
    "Ane sender en liste rundt til alle senest mandag, og så ser vi på den igen.\n"
)


def test_a_body_that_met_on_a_day_with_these_people_keeps_minutes_whatever_they_are_called() -> None:
    body = f"Budgettet\n{PROSE}\nFraværet\n{PROSE}\nDen gamle havn\n{PROSE}"
    assert [title for title, _ in read(body, CONVENED)] == ["Budgettet", "Fraværet", "Den gamle havn"]


def test_an_invitation_to_such_a_meeting_is_none() -> None:
    text = CONVENED.replace("Med var", "Inviteret er") + f"Budgettet\n{PROSE}\nFraværet\n{PROSE}\nHavnen\n{PROSE}"
    with pytest.raises(NotMinutes):
        parse(SourceText("x.txt", text))


def test_a_title_may_be_a_short_sentence_where_titles_stand_like_it() -> None:
    titles = ["Budgettet", "Fraværet", "Den gamle havn", "Vi mangler folk", "Skilte", "Eventuelt"]
    body = "\n".join(f"{title}\n{PROSE}" for title in titles)
    assert [title for title, _ in read(body)] == titles


def test_a_short_note_between_notes_is_no_title() -> None:
    body = f"Budgettet\n{PROSE}\nFraværet\n{PROSE}\nDen gamle havn\n{PROSE}\nSkilte\n{PROSE}\nBo skal male det\nAne køber reb\n"
    assert [title for title, _ in read(body)] == ["Budgettet", "Fraværet", "Den gamle havn", "Skilte"]


def test_a_title_in_capitals_may_have_a_remark_behind_a_dash() -> None:
    body = "HAVNEN\n- Bo maler.\n\nKULTURNAT – efterklap\n- Ane køber reb.\n\nSKILTE\n- Bo måler.\n\nGYNGEN\n- HUSK - ring\n"
    assert [title for title, _ in read(body)] == ["HAVNEN", "KULTURNAT – efterklap", "SKILTE", "GYNGEN"]


def test_a_title_said_again_below_a_fields_name_is_no_item() -> None:
    head = "Møde i Udsatterådet i Nørby Kommune\n\nDato: 13.2.2023\n\nDeltagere:\n\n • Ane Dal\n • Bo Lind\n\nDagsorden med referat:\n\n"
    body = (
        "Godkendelse af dagsorden\n\nIndhold:\n\nGodkendelse af dagsorden\n\nReferat\n\nGodkendt\n\n"
        "Besøg på herberget\n\nIndhold:\n\nBo har talt med herberget.\n\nReferat\n\nHerberget kan i april.\n\n"
        "Eventuelt\n\nIndhold:\n\nIntet.\n\nReferat\n\nBo bestiller bus.\n"
    )
    titles = [item.title for item in parse(SourceText("x.txt", head + body)).items]
    assert titles == ["Godkendelse af dagsorden", "Besøg på herberget", "Eventuelt"]


def test_the_place_the_post_goes_to_is_no_item() -> None:
    cases = ["Beslutning Havnerådet den 04-05-2021\n\n  Godkendt.\n", "Beslutning Havnerådet den 04-05-2021\n\n  Bo køber reb.\n"]
    bodies = [f" • Udskriv\n  Sagsid.: 21/{number}, Sagsinitialer: bl\n\n  Sagsfremstilling\n\n  Pælene.\n\n" for number in (331, 4407)]
    address = "  Lokale 7\n\n  Kajen 3\n\n  9999 Nørre Bro\n\n"
    head = "Beslutningsprotokol\n\ntirsdag den 4. maj 2021 kl. 16:30\n\nUdvalg: Havnerådet\nUdskriv hele dagsordnen\n"
    items = read(bodies[0] + address + cases[0] + "\n" + bodies[1] + cases[1], head)
    assert [decided for _, decided in items] == ["Godkendt.", "Bo køber reb."]


def test_a_list_begun_anew_at_every_item_may_have_titles_in_small_letters() -> None:
    points = ["godkendelse af dagsorden: Godkendt.", "godkendelse af referat: Godkendt.", "Hegnet: Bo maler det.", "Lågen: Ane har nøglen."]
    body = "\n\n".join(f" 1. {point}" for point in points)
    assert [title for title, _ in read(body)] == ["godkendelse af dagsorden", "godkendelse af referat", "Hegnet", "Lågen"]


def test_a_bullet_that_tells_something_is_a_title_above_text_of_its_own() -> None:
    body = (
        "• Ane viser en tegning af lågen\n10 min. Det besluttes at Bo bygger den.\n• Hegnet\n5 min. Bo maler det.\n"
        "• Referat\n5 min. OK\n• Gyngen\n15 min. Ane køber reb.\n• Skilte\nBo måler.\n• Evt\nIntet.\n"
    )
    assert [title for title, _ in read(body)][:2] == ["Ane viser en tegning af lågen", "Hegnet"]


def test_a_body_may_be_named_by_the_clause_it_is_set_up_under() -> None:
    head = "Referat\n§ 17, stk. 4-udvalget om Havne\n04-05-2021 kl. 16:00\n\n"
    told = "§ 17, stk. 4-udvalget om Havne den 4. maj 2021:\n"
    body = (
        f"1  Pælene\n\nIndstilling og beslutning\n\nHavnechefen indstiller,\n\nat pælene males.\n\n{told}\nGodkendt.\n\n"
        f"2  Gyngen\n\nIndstilling og beslutning\n\nHavnechefen indstiller,\n\nat rebet drøftes.\n\n{told}\nAne køber reb.\n"
    )
    minutes = parse(SourceText("x.txt", head + body))
    assert minutes.meeting.forum == "§ 17, stk. 4-udvalget om Havne"
    assert [item.decisions[0].span.of(minutes.source.text).strip() for item in minutes.items] == ["Godkendt.", "Ane køber reb."]


def test_what_was_decided_may_stand_below_the_background() -> None:
    points = [
        (
            "Pælene",
            "Havnechefen indstiller, at pælene males.",
            "Pælene er fra 1998. Fonden har før vist interesse.",
            "Punktet blev godkendt. Bo maler.",
        ),
        ("Gyngen", "Havnechefen indstiller, at rebet drøftes.", "Rebet er slidt.", "Rebet blev drøftet. Ane køber et nyt."),
        ("Lågen", "Havnechefen indstiller, at sagen drøftes.", "Lågen binder.", "Lågen blev drøftet. Bo sliber den."),
    ]
    body = "".join(f" 1. {t}\n\n Indstilling\n\n{i}\n\n Baggrund\n\n{b}\n\n {d}\n\n" for t, i, b, d in points)
    assert [decided for _, decided in read(body)] == [decision for *_, decision in points]


def test_a_number_stuck_to_the_word_for_an_item() -> None:
    remark = "Ane Dal deltog ikke i behandlingen af dette punkt."
    said = ("5. Hegnet", "Bo maler det."), ("6. Gyngen", "Ane køber reb."), ("7. Evt.", "Intet.")
    body = remark.join(f"{title}\n\nBeslutning\n\n{decided}\n\n" for title, decided in said)
    assert [title for title, _ in read(body)] == ["Hegnet", "Gyngen", "Evt."]


def test_a_member_with_his_post_is_no_body() -> None:
    head = "Referat den 4. maj 2021\nDeltagere: Ane Dal\nFraværende\nBo Lind, TR for 3F\n\n"
    minutes = parse(SourceText("x.txt", f"{head}1. Hegnet\nBo maler det.\n\n2. Gyngen\nAne køber reb.\n"))
    assert minutes.meeting.forum is None


def test_an_agenda_with_what_was_said_below_its_points_is_minutes() -> None:
    head = "DAGSORDEN\nMøde i Havnegruppen tirsdag den 4. maj 2021 kl. 9\nDeltagere: Ane Dal, Bo Lind - afbud\n\n"
    body = (
        "1. Hegnet\nAne fortalte om hegnet, og gruppen bakkede op. Bo maler.\n\n2. Regnskab\nRegnskabet blev taget til efterretning.\n\n"
        "3. Gyngen\nDet blev vedtaget at købe et nyt reb. Ane køber det.\n"
    )
    assert [decided[:12] for _, decided in read(body, head)] == ["Ane fortalte", "Regnskabet b", "Det blev ved"]


@pytest.mark.parametrize("label", ["Besluttet:", "Aftalt:", "Det blev besluttet:"])
def test_a_participle_with_a_colon_heads_the_decision(label: str) -> None:
    said = ("Hegnet", "Bo maler det."), ("Gyngen", "Ane køber reb."), ("Evt.", "Intet.")
    body = "".join(f"{n}. {title}\nKort om sagen: Prisen er steget i maj.\n\n{label}\n{d}\n\n" for n, (title, d) in enumerate(said, 1))
    assert [decided.strip() for _, decided in read(body)] == [d for _, d in said]


def test_a_participle_without_a_colon_is_the_decision() -> None:
    body = "1. Hegnet\nBesluttet.\n\n2. Gyngen\nAftalt, at Ane køber reb.\n\n3. Evt.\nBesluttet at male i maj.\n"
    assert [decided.strip() for _, decided in read(body)] == ["Besluttet.", "Aftalt, at Ane køber reb.", "Besluttet at male i maj."]


def test_items_may_go_on_below_a_table_of_items() -> None:
    rows = "".join(f"| {n} | {t} | {d} |\n" for n, t, d in ((1, "Hegnet", "Bo maler det."), (2, "Gyngen", "Ane køber reb.")))
    body = f"| Pkt. | Emne | Beslutning |\n| --- | --- | --- |\n{rows}\nPunkt 3: Opgaver\n\nIda ringer til havnen.\n"
    found = read(body)
    assert [title for title, _ in found] == ["Hegnet", "Gyngen", "Opgaver"]
    assert found[2][1].strip() == "Ida ringer til havnen."


def test_an_agenda_with_points_of_its_own_above_the_minutes() -> None:
    agenda = "Dagsorden\n\n1. Hegnet\n- 1.1 Farven\n- 1.2 Prisen\n\n2. Gyngen\n- 2.1 Rebet\n\nMødereferat\n\n"
    minutes = "1. Hegnet\n- 1.1 Farven\nBo maler det.\n\n2. Gyngen\n- 2.1 Rebet\nAne køber reb.\n"
    assert [title for title, _ in read(agenda + minutes)] == ["Hegnet", "Gyngen"]
    assert "Bo maler det." in read(agenda + minutes)[0][1]


def test_sentences_in_the_column_of_who_acts_are_decisions() -> None:
    rows = "| 1 | Hegnet | Godkendt. | Bo sender prisen til Ane inden maj |\n| 2 | Gyngen | Rebet er slidt og males. | Ane |\n"
    body = f"| Pkt. | Emne | Referat | Aktion / ansvarlig |\n| --- | --- | --- | --- |\n{rows}"
    minutes = parse(SourceText("x.txt", HEAD + body))
    hegnet, gyngen = (item.decisions[0] for item in minutes.items)
    assert hegnet.assigned is None
    assert "Bo sender prisen til Ane inden maj" in hegnet.span.of(minutes.source.text)
    assert gyngen.assigned is not None
    assert gyngen.assigned.of(minutes.source.text) == "Ane"


def test_a_participle_with_a_colon_is_prose_where_the_items_do_not_all_have_one() -> None:
    told = "Bo undersøger priser på borde inden 1. maj.\nBesluttet: Ane køber en printer."
    found = read(f"1. Hegnet\nBo maler.\n\n2. Økonomi\n{told}\n\n3. Evt.\nIntet.\n")
    assert found[1][1].split() == told.split()
    below = read("1. Hegnet\nSagsfremstilling\nAftalt: Ane maler.\nBeslutning\nGodkendt.\n\n2. Tag\nBeslutning\nBo ser på det.\n")
    assert [decided.strip() for _, decided in below] == ["Godkendt.", "Bo ser på det."]


def test_points_with_promises_below_them_are_minutes_and_no_agenda() -> None:
    above = "".join(f"{n}. {t}\nBo ringer til smeden, og Ane er med.\n\n" for n, t in enumerate(("Hegnet", "Gyngen", "Taget"), 1))
    found = read(f"{above}Referat\n\nUdsendes af Bo.\n\n2. Gyngen\n3. Taget\n")
    assert [title for title, _ in found][:1] == ["Hegnet"]


def test_what_calls_itself_an_agenda_is_minutes_where_the_last_minutes_were_approved() -> None:
    head = "Dagsorden for Havnegruppen, den 4. maj 2021 kl. 19\n\nDeltagere: Ane, Bo\n\n"
    said = ("Godkendt. Bo er med.", "Kassen er på 60.000 kr.", "Er pælen rådden? Bo undersøger det.", "Ane maler det.", "Bo køber reb.")
    body = "".join(f"{n}.Emne {n}\n\n{text}\n\n" for n, text in enumerate(said, 1))
    assert [decided.strip() for _, decided in read(body, head)] == list(said)


@pytest.mark.parametrize("first", ["Der er udsendt et referat.", "Formanden indstiller, at referatet godkendes."])
def test_an_agenda_in_sentences_stays_one(first: str) -> None:
    head = "Dagsorden for Havnegruppen, den 4. maj 2021 kl. 19\n\n"
    body = "".join(f"{n}. Emne {n}\n\n{text}\n\n" for n, text in enumerate((first, "Kassereren fremlægger tallene.", "Rådden pæl."), 1))
    assert parse(SourceText("x.txt", head + body)).agenda_only


def test_an_agenda_whose_first_titles_alone_are_taken_up_again_is_no_list_of_items() -> None:
    titles = ("Nyt fra formanden", "Nyt fra kassereren", "Nyt fra øvrige", "Breve", "Både", "Vedtægter", "Eventuelt", "Næste gang")
    agenda = "Dagsorden:\n\n" + "".join(f" {n}. {title}\n" for n, title in enumerate(titles, 1))
    body = (
        "\n1) Nyt fra formanden:\n\nBo undersøger prisen.\n\n2) Nyt fra kassereren:\n\nAne køber reb.\n\n3) Nyt fra alle:\n\nTaget er tæt."
    )
    found = read(agenda + body)
    assert [title for title, _ in found] == ["Nyt fra formanden", "Nyt fra kassereren", "Nyt fra alle"]
    assert [decided.strip() for _, decided in found] == ["Bo undersøger prisen.", "Ane køber reb.", "Taget er tæt."]


def test_what_was_said_of_an_item_may_stand_behind_its_number_again() -> None:
    body = "".join(
        f"{n}. {t}\nAd {n}. {s}\n\n" for n, t, s in ((1, "Hegnet", "Bo maler det."), (2, "Taget", "Tæt."), (3, "Evt.", "Intet."))
    )
    assert [title for title, _ in read(body)] == ["Hegnet", "Taget", "Evt."]
    assert [decided for _, decided in read(body)] == ["Ad 1. Bo maler det.", "Ad 2. Tæt.", "Ad 3. Intet."]


def test_recommendations_alike_above_the_next_item_make_no_list_of_contents() -> None:
    asked = "Indstilling\n\nHR indstiller,\n\n1.     at rådet tager det til efterretning\n\n"
    part = "{n}. {title}\n\nBeslutning\n\nTaget til efterretning.\n\n" + asked
    titles = ("Hegnet", "Gyngen", "Taget", "Evt.")
    assert [title for title, _ in read("".join(part.format(n=n, title=t) for n, t in enumerate(titles, 1)))] == list(titles)


def test_both_approved_is_no_part_of_a_title() -> None:
    found = read("1. Godkendelse af dagsorden og referat fra mødet den 3. april 2021 Begge godkendt.\n\n2. Hegnet\nBo maler det.\n")
    assert found[0] == ("Godkendelse af dagsorden og referat fra mødet den 3. april 2021", "Begge godkendt.")


@pytest.mark.parametrize("label", ["Acadre", "SBSYS-sag", "eDoc", "WorkZone", "GetOrganized", "Acadresag"])
def test_a_case_number_may_be_called_by_the_system_that_keeps_it(label: str) -> None:
    minutes = parse(SourceText("x.txt", f"{HEAD}1. Hegnet\n{label} 17/3381\n\nBeslutning\nBo maler det.\n\n2. Taget\nBeslutning\nTæt.\n"))
    assert [item.case_number for item in minutes.items] == ["17/3381", None]
