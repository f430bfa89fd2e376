"""Bad and hostile input ends in one clear line, in bounded time and memory."""

from __future__ import annotations

import io
import math
import time
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.lib import pdfencrypt
from reportlab.pdfgen import canvas

from tracker.domain.minutes import SourceText
from tracker.errors import (
    DamagedFile,
    EmptyFile,
    EncryptedFile,
    InputError,
    MissingFile,
    NotMinutes,
    ScannedFile,
    TooLarge,
    TrackerError,
    WrongFormat,
)
from tracker.reading import Limits, parse, read, read_bytes

MINUTES = "Referat af ledermøde den 3. maj 2021\n\nPunkt 1: Økonomi\n\nBeslutning\n\nGodkendt.\n"


def zipped(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def document(body: str, prolog: str = "") -> bytes:
    namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return f'<?xml version="1.0"?>{prolog}<w:document xmlns:w="{namespace}"><w:body>{body}</w:body></w:document>'.encode()


def drawn(pages: int = 1, *, words: str = "", password: str = "") -> bytes:
    out = io.BytesIO()
    encryption = pdfencrypt.StandardEncryption(password, canPrint=0) if password else None
    page = canvas.Canvas(out, encrypt=encryption)
    for _ in range(pages):
        page.rect(10, 10, 100, 100, fill=1)
        if words:
            page.drawString(60, 700, words)
        page.showPage()
    page.save()
    return out.getvalue()


def test_missing_file_and_folder(tmp_path: Path) -> None:
    with pytest.raises(MissingFile):
        read(tmp_path / "nothing.txt")
    with pytest.raises(InputError):
        read(tmp_path)
    with pytest.raises(InputError):
        read(tmp_path / "x\0y.txt")


@pytest.mark.parametrize("data", [b"", b" \n\t\n", b"\xef\xbb\xbf", b"\xff\xfe", b"\0\0\0", "\u200b \u00a0".encode()])
def test_nothing_in_the_file(data: bytes) -> None:
    with pytest.raises(EmptyFile):
        read_bytes(data, "tom.txt")


@pytest.mark.parametrize("suffix", ["pdf", "docx"])
def test_content_that_is_not_what_the_name_says(suffix: str) -> None:
    with pytest.raises(WrongFormat):
        read_bytes(MINUTES.encode(), f"referat.{suffix}")


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n" + bytes(500), b"{\\rtf1 hej}", bytes(range(256)) * 40, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(900)]
)
def test_formats_that_are_not_read(data: bytes) -> None:
    with pytest.raises(WrongFormat):
        read_bytes(data, "fil.txt")


def test_content_decides_over_the_name(pdf: Callable[..., bytes], word: Callable[[str], bytes]) -> None:
    assert read_bytes(pdf(MINUTES), "referat.txt").format == "pdf"
    assert read_bytes(word(MINUTES), "referat").format == "docx"
    assert read_bytes(b"<!DOCTYPE html><p>Punkt 1: X</p>", "referat.txt").format == "html"


class TestPdf:
    def test_encrypted(self) -> None:
        with pytest.raises(EncryptedFile):
            read_bytes(drawn(words="Beslutning", password="hemmelig"), "x.pdf")

    @pytest.mark.parametrize("keep", [0.1, 0.5])
    def test_cut_short(self, keep: float, pdf: Callable[..., bytes]) -> None:
        data = pdf(MINUTES * 20)
        with pytest.raises(InputError):
            read_bytes(data[: int(len(data) * keep)], "x.pdf")

    def test_not_a_pdf_behind_its_first_bytes(self) -> None:
        with pytest.raises(DamagedFile):
            read_bytes(b"%PDF-1.7\n" + b"x" * 1000, "x.pdf")

    def test_pictures_of_text(self) -> None:
        with pytest.raises(ScannedFile) as raised:
            read_bytes(drawn(3), "scan.pdf")
        assert "OCR" in str(raised.value)

    def test_too_many_pages(self) -> None:
        with pytest.raises(TooLarge):
            read_bytes(drawn(6, words="Beslutning"), "x.pdf", Limits(max_pages=5))

    def test_too_slow(self, pdf: Callable[..., bytes]) -> None:
        data = pdf(MINUTES * 400)
        with pytest.raises(InputError, match="seconds"):
            read_bytes(data, "x.pdf", Limits(seconds=0.001))
        assert "Godkendt." in read_bytes(data, "x.pdf").text, "the reader works again after it was stopped"

    def test_many_files_share_one_process(self, pdf: Callable[..., bytes]) -> None:
        from tracker.reading import pdf as module

        read_bytes(pdf(MINUTES), "a.pdf")
        first = module._READER._process
        read_bytes(pdf(MINUTES), "b.pdf")
        assert first is not None
        assert module._READER._process is first


class TestWord:
    def test_bomb(self) -> None:
        data = zipped({"word/document.xml": document("<w:p/>" * 8_000_000)})
        assert len(data) < 1_000_000
        with pytest.raises(TooLarge):
            read_bytes(data, "x.docx", Limits(max_unpacked_bytes=10_000_000))

    def test_entities(self) -> None:
        prolog = '<!DOCTYPE d [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
        with pytest.raises(DamagedFile):
            read_bytes(zipped({"word/document.xml": document("<w:p><w:r><w:t>&b;&f;</w:t></w:r></w:p>", prolog)}), "x.docx")

    def test_encrypted(self) -> None:
        with pytest.raises(EncryptedFile):
            read_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "EncryptedPackage".encode("utf-16-le") + bytes(500), "x.docx")

    def test_other_zip(self) -> None:
        with pytest.raises(WrongFormat):
            read_bytes(zipped({"xl/workbook.xml": b"<x/>"}), "x.docx")

    @pytest.mark.parametrize("xml", [b"", b"<w:document>", b"\xff\xfe\x00", document("")[:-5]])
    def test_broken_xml(self, xml: bytes) -> None:
        with pytest.raises(InputError):
            read_bytes(zipped({"word/document.xml": xml}), "x.docx")

    def test_cut_short(self, word: Callable[[str], bytes]) -> None:
        data = word(MINUTES)
        with pytest.raises(DamagedFile):
            read_bytes(data[: len(data) // 2], "x.docx")

    def test_deep_nesting(self) -> None:
        deep = "<w:tbl><w:tr><w:tc>" * 3_000 + "</w:tc></w:tr></w:tbl>" * 3_000
        with pytest.raises(InputError):
            read_bytes(zipped({"word/document.xml": document(deep)}), "x.docx")


def test_large_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "stor.txt"
    with path.open("wb") as file:
        file.truncate(200_000_001)
    tracemalloc.start()
    with pytest.raises(TooLarge) as raised:
        read(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert "200 MB" in str(raised.value)
    assert peak < 1_000_000


LONG = 1_000_000
HOSTILE_LINES = {
    "letters": "x" * LONG,
    "digits": "1" * LONG,
    "dots": "." * LONG,
    "numbered dots": "1. Titel " + "." * LONG,
    "spaced dots": "1. Titel " + ". " * (LONG // 2),
    "blanks": "Beslutning" + " " * LONG + "x",
    "tabs": "Beslutning:" + "\t" * LONG,
    "colons": "Beslutning " + ":" * LONG,
    "heading words": "Beslutning i " * (LONG // 13),
    "forums": "Økonomiudvalgets " * (LONG // 17),
    "recommend": "indstiller " * (LONG // 11),
    "dates": "1.1.2020 " * (LONG // 9),
    "case": "12-" * (LONG // 3),
    "bars": "| " * (LONG // 2),
    "brackets": "(" * LONG,
    "capitals": "A " * (LONG // 2),
    "decided": "orienterede om, at " * (LONG // 19) + "godkendt",
    "words": "der som " * (LONG // 8) + "drøftet",
    "ones": "1. Emne Bo er " * (LONG // 14),
    "counted": " ".join(f"{n % 900 + 1}. Emne nummer Bo sender det." for n in range(LONG // 32)),
    "counted capitals": " ".join(f"{n % 900 + 1}. {'A ' * 500}" for n in range(LONG // 1_004)),
    "rules": "--" + "- " * (LONG // 2),
    "fields": "Emne Sag 12/345 Dok 1 Initialer: AB " * (LONG // 36),
    "sides": "1 " + "Side 1 " * (LONG // 7),
    "head fields": "Dato 3. maj 2011 Sted Laden Til stede Ida " * (LONG // 42),
    "presenters": "Emne - v/Ida " * (LONG // 13),
    "stopped": "Det er sagt. 1 Titel Bo " * (LONG // 24),
    "clocks": "17.30-17.50 " * (LONG // 12),
    "far numbers": (" " * 2_000 + "1. Emne 2. Emne") * (LONG // 2_015),
    "labels": "Beslutning Referat: Afbud Bilag: " * (LONG // 33),
    "drafts": "udkast" * (LONG // 6),
    "blanks between names": "Ida" + " " * LONG + "Bo",
}


@pytest.mark.parametrize("name", sorted(HOSTILE_LINES))
@pytest.mark.parametrize("where", ["alone", "decision", "head", "title"])
def test_long_lines_take_linear_time(name: str, where: str) -> None:
    line = HOSTILE_LINES[name]
    text = {
        "alone": line,
        "decision": MINUTES + line,
        "head": f"Referat {line}\nDeltagere: {line}\nNæste møde: {line}\n{MINUTES}",
        "title": f"{MINUTES}\nPunkt 2: {line}\n\nBeslutning\n\n{line[: LONG // 2]}",
    }[where]
    begun = time.process_time()
    try:
        parse(read_bytes(text.encode(), "x.txt"))
    except NotMinutes:
        assert where == "alone"
    assert time.process_time() - begun < 30  # four seconds where nothing else runs; what isn't linear takes hours


@pytest.mark.parametrize(
    "lines",
    [
        "Godkendt.{n}. \nTitel\n",
        "- Titel\nBeslutning\nGodkendt.\n",
        "Emne\nIndhold:\nX\nReferat\nGodkendt\n\n",
        "Navn{n}:\nReferat\nGodkendt\n",
        "{n}. Titel\nAd {n}. Bo sender det\n",
        "Åben\n\nIndstilling\n\nX\n\nBeslutning\n\nGodkendt.\n\n",
        "1. Emne\n1. Godkendt.\n2. Udsat.\n",
        "Økonomi: Bo sender tallene.\n\n",
        "Afbud: Bobo. Ibib. Evaeva. Dagsorden.\n",
        "--- Sag nr. {n} Titel ---\nBo sender det.\n",
        "Nyt fra {n}:\n\nBo sender det.\n\nValg af {n}: Bo\n\n",
        "{n} Side {n}\n\n",
        "{n}. Titel\n- en del\n",
        "Spørgsmål {n}: Titel\nBo sender det.\nGodkendt.\n",
        "Emne Emne Emne nr. 1 –\n",
        "Punkt\nReferat\nAnsvarlig\nFrist\n{n}\nTitel\nBo sender det.\nBo Dal\nuge 20\n",
        "Ansvarlig\nNr.\nPunkt\nNr.\n",
        "## Titel {n}\n\nBo sender det.\n",
        "2.1 Bo sender det.\n2.2 Ida ringer.\n",
        "Beslutningspunkter:\n\n{n}. Titel\nBilag {n}\nUdsat.\n",
    ],
)
def test_many_lines_take_linear_time(lines: str) -> None:
    """Four times as many lines take about four times as long, and at most eight."""
    sources = [SourceText("x", MINUTES + "".join(lines.format(n=n) for n in range(1, count))) for count in (2_000, 8_000)]
    costs = [math.inf, math.inf]
    for _ in range(3):  # the fastest of three: a busy machine slows now the one, now the other
        for at, source in enumerate(sources):
            begun = time.process_time()
            parse(source)
            costs[at] = min(costs[at], time.process_time() - begun)
        if costs[1] < 8 * costs[0] + 0.2:
            break
    assert costs[1] < 8 * costs[0] + 0.2


@pytest.mark.parametrize(
    "lines",
    [
        "Emne: Titel {n}\nBo sender det.\n\n",
        "Titel {n}\nOrientering\nBo sender det.\nKaffe\nDrøftelse\nIntet.\n",
        "Titel {n}\n\nStatus:\n\nBo sender det.\n\nBeslutning:\n\nGodkendt.\n\n",
        "Titel {n}\nBo sender det.\n",
        "Titel {n}:\n- Bo sender det.\n\n",
        "Titel {n}\n------\nBo sender det.\n",
        "Emne\nTid\nReferat\nTitel {n}\n",
        "Emne\tReferat\nTitel {n}\tBo sender det.\n",
        "17.30 Titel {n}\nBo sender det.\n\n",
        "Bo kom 1. Status er god\n{n}. Bo sender det.\n",
        "{n}. Titel Vi sender det Til Ida Dal Og Bo\n",
        "({n}) Titel\n§ {n} Titel\n2 {n}. Titel\n",
        "*Titel {n}*\nBo sender det.\n",
        "**Titel {n}*\n_Titel\n",
        "TITEL {n} X\nBo sender det.\n",
        "Nyt fra {n}\nBo sender det.\n",
        "Titel {n}\n\nBo sender det.\n\n\n\n",
        "Dagsorden\n\nTitel:\nTitel {n}\n\nReferat\n\nIntet.\n",
        "{n}Titel\nTredje punkt: Titel\nEvt. {n}\n\nEvt.\n",
    ],
)
def test_many_lines_without_numbers_take_linear_time(lines: str) -> None:
    head = "Referat af bestyrelsesmøde den 3. maj 2021\nTil stede: Ane Dal\n\n"
    costs = []
    for count in (2_000, 8_000):
        data = (head + "".join(lines.format(n=n) for n in range(1, count))).encode()
        begun = time.process_time()
        parse(read_bytes(data, "x.txt"))
        costs.append(time.process_time() - begun)
    assert costs[1] < 8 * costs[0] + 0.2


@pytest.mark.parametrize("kind", ["md", "html"])
@pytest.mark.parametrize("name", ["letters", "bars", "brackets", "tabs"])
def test_long_lines_in_other_formats(kind: str, name: str) -> None:
    line = HOSTILE_LINES[name] + "*" * 20_000 + "[" * 20_000 + "_" * 20_000
    begun = time.process_time()
    read_bytes(line.encode(), f"x.{kind}")
    assert time.process_time() - begun < 5


@pytest.mark.parametrize("line", ["## Titel{blanks}x", "|{blanks}x", "- [x]{blanks}", "**Titel{blanks}**", "Titel{blanks}\n---{blanks}x"])
def test_blanks_without_end_in_markdown(line: str) -> None:
    text = f"# Referat af ledermøde den 3. maj 2021\n\n## Hegnet\n\nBo maler det.\n\n{line.format(blanks=' ' * LONG)}\n"
    begun = time.process_time()
    parse(read_bytes(text.encode(), "x.md"))
    assert time.process_time() - begun < 5


def test_deeply_nested_page() -> None:
    """The parser stops at its own depth, which leaves no text."""
    with pytest.raises(EmptyFile):
        read_bytes(b"<html><body>" + b"<div>" * 50_000 + b"Punkt 1: X" + b"</div>" * 50_000, "x.html")


def test_scripts_menus_and_banners_are_left_out() -> None:
    page = (
        "<html><head><title>T</title><script>Beslutning</script></head><body><nav>Menu</nav><div id='cookie-consent'>Cookies</div>"
        "<div role='navigation'>Sti</div><p hidden>Skjult</p><p style='display: none'>Usynlig</p><h1>Punkt 1: X</h1><p>Linje<br>to</p>"
        "<ul><li>a</li><li>b</li></ul><ol start='3'><li>c</li></ol><footer>Fod</footer><template>T</template></body></html>"
    )
    assert read_bytes(page.encode(), "x.html").text == "Punkt 1: X\n\nLinje\nto\n\n- a\n- b\n\n3. c\n"


@pytest.mark.parametrize("text", ["Punkt 1: A\0B\n\nBeslutning\n\nGod\0kendt.\n", "Punkt 1: AB\ud800\n\nBeslutning\n\nGodkendt.\udfff\n"])
def test_nul_and_lone_surrogates(text: str) -> None:
    minutes = parse(SourceText("x", text))
    assert minutes.items[0].number == 1
    read_text = read_bytes(text.encode("utf-8", "surrogatepass"), "x.txt").text
    assert "\0" not in read_text
    read_text.encode("utf-8")


@pytest.mark.parametrize(
    "text",
    [
        "Hej\n",
        "Torben køber ind.\n\nHilsen Ida\n",
        "1. Mælk\n2. Brød\n3. Smør\n",
        "- Mælk\nFrisk.\n- Brød\nMed kerner.\n- Smør\nSaltet.\n",
        "Det var en mørk og stormfuld nat.\n\nKapitel 2\n\nSolen stod op.\n",
        "def f(x):\n    return x\n",
        '{"a": [1, 2, 3]}',
        "Navn;Adresse;By\nIda;Vej 1;Byen\n",
        "x" * 3000,
    ],
)
def test_what_is_no_minutes_says_so(text: str) -> None:
    with pytest.raises(NotMinutes) as raised:
        parse(SourceText("brev.txt", text))
    assert str(raised.value).startswith("brev.txt: not minutes: ")


@pytest.mark.parametrize("error", [TooLarge, DamagedFile, EncryptedFile, ScannedFile, WrongFormat, EmptyFile, NotMinutes])
def test_messages_are_one_line(error: type[TrackerError]) -> None:
    assert "\n" not in str(error(name="a\nb", size="1", limit="2", reason="c\x1b[31m", expected="d"))


@pytest.mark.parametrize(
    "text",
    [
        ".\n\n;\nBeslutning i Udvalg",
        ";\n\n;\nReferat af møde\n\nBeslutning\nBo maler.",
        "1.\nAd 1.\n2.\nAd 2.",
        "ra: \n9maj2025ReferaT",
        "Referent: \n1. Referent: ",
    ],
)
def test_scraps_are_read_or_refused(text: str) -> None:
    try:
        minutes = parse(SourceText("x.txt", text))
    except NotMinutes:
        return
    assert all(0 <= item.span.start <= item.span.end <= len(text) for item in minutes.items)
