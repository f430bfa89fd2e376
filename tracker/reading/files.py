"""A file or bytes -> SourceText. What a file is, is told by its content first and by its name second."""

from __future__ import annotations

import re
from pathlib import Path

from tracker.domain.minutes import Heading, SourceText
from tracker.errors import EmptyFile, EncryptedFile, InputError, MissingFile, TooLarge, WrongFormat
from tracker.reading.cell_lines import cells_as_rows
from tracker.reading.controls import without_controls, without_spread
from tracker.reading.encoding import decode
from tracker.reading.gutters import read_columns
from tracker.reading.head_lines import break_head
from tracker.reading.inline_headings import break_inline_headings
from tracker.reading.labelled_rows import rows_as_lines
from tracker.reading.limits import Limits
from tracker.reading.misnumbered import break_ones
from tracker.reading.normal import normalise
from tracker.reading.number_lines import with_titles
from tracker.reading.pages import is_paged, join_divided, without_page_starts, without_wrapper
from tracker.reading.printed import without_page_numbers
from tracker.reading.stuck_times import break_times
from tracker.reading.time_cells import without_times_ahead
from tracker.reading.unfold import unfold
from tracker.reading.unwrap import unwrap

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PART = "EncryptedPackage".encode("utf-16-le")
_OTHERS = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"{\\rtf",
    b"\x1f\x8b",
    b"BZh",
    b"7z\xbc\xaf",
    b"Rar!",
    b"\x7fELF",
    b"MZ\x90",
    b"II*\0",
    b"MM\0*",
    b"\xfd7zXZ",
    b"OggS",
    b"ID3",
    b"SQLite format",
)
_HTML = re.compile(
    rb"\s*(?:<!--.{0,2000}?-->\s*|<\?xml[^>]{0,200}\?>\s*)*<(?:!doctype\s+html|html|head|body|div|article|main|section|table|h1|p)\b",
    re.IGNORECASE | re.DOTALL,
)
_SUFFIX_FORMATS = {
    ".pdf": "pdf", ".docx": "docx", ".docm": "docx", ".html": "html", ".htm": "html", ".xhtml": "html", ".md": "markdown",
    ".markdown": "markdown",
}  # fmt: skip
_EXPECTED = {"pdf": "PDF", "docx": "Word (.docx)", "html": "web page", "markdown": "Markdown", "text": "text"}


def read(path: Path, limits: Limits = Limits()) -> SourceText:  # noqa: B008 - frozen
    """The text of a file. Raises InputError (one of its kinds) for whatever cannot be read."""
    try:
        size = path.stat().st_size
        if size > limits.max_file_bytes:
            raise _too_large(path.name, size, limits.max_file_bytes)
        if not path.is_file():
            raise InputError(name=path.name, reason="not a file")
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise MissingFile(name=path.name) from error
    except (OSError, ValueError) as error:
        raise InputError(name=path.name, reason=getattr(error, "strerror", None) or type(error).__name__) from error
    return read_bytes(data, path.name, limits)


def read_bytes(data: bytes, name: str, limits: Limits = Limits()) -> SourceText:  # noqa: B008 - frozen
    """The text of a file's content; `name` is used for messages and where the content doesn't tell its kind."""
    if len(data) > limits.max_file_bytes:
        raise _too_large(name, len(data), limits.max_file_bytes)
    if not data.strip(b"\0\t\n\r\x0b\x0c \xef\xbb\xbf\xff\xfe"):
        raise EmptyFile(name=name)
    kind = _kind(data, name)
    if kind == "pdf":
        from tracker.reading.pdf import read_pdf

        return read_pdf(data, name, limits)
    headings: list[Heading] = []
    text = cells_as_rows(rows_as_lines(normalise(_text(data, name, kind, limits, headings))))
    if kind != "docx":
        text = without_times_ahead(without_controls(text))  # before lines are joined
    if kind in ("text", "markdown"):
        text = unwrap(read_columns(without_page_numbers(text)))
    if kind != "docx":
        text = break_times(without_spread(without_wrapper(break_ones(text))))
        text = unfold(break_head(without_page_starts(join_divided(text))), paged=is_paged(text))
    text = break_inline_headings(with_titles(text))
    if not text.strip():
        raise EmptyFile(name=name)
    marked = tuple(Heading(heading.level, normalise(heading.text)) for heading in headings)
    return SourceText(name, text, kind, headings=marked)


def _text(data: bytes, name: str, kind: str, limits: Limits, headings: list[Heading]) -> str:
    if kind == "docx":
        from tracker.reading.word import text_of_word

        return text_of_word(data, name, limits, headings)
    text = _decode_html(data) if kind == "html" else decode(data)
    if kind == "html":
        from tracker.reading.html import text_of_html

        return text_of_html(text, name, headings)
    if kind == "markdown" or "\n#" in text or "\n---" in text or "\n===" in text or "**" in text:
        from tracker.reading.markdown import is_markdown, text_of_markdown

        return text_of_markdown(text, headings) if kind == "markdown" or is_markdown(text.replace("\r\n", "\n")) else text
    return text


def _kind(data: bytes, name: str) -> str:
    """The format by content; by name where the content could be several. Raises WrongFormat or EncryptedFile."""
    named = _SUFFIX_FORMATS.get(Path(name).suffix.lower(), "text")
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return "docx"
    if data.startswith(_OLE):
        if _ENCRYPTED_PART in data[:200_000] or _ENCRYPTED_PART in data[-200_000:]:
            raise EncryptedFile(name=name)
        raise WrongFormat(name=name, expected=_EXPECTED[named if named != "text" else "docx"])
    if data.startswith(_OTHERS) or named in ("pdf", "docx") or _is_binary(data):
        raise WrongFormat(name=name, expected=_EXPECTED[named])
    if named in ("html", "markdown"):
        return named
    return "html" if _HTML.match(data[:8192].removeprefix(b"\xef\xbb\xbf")) else "text"


def _is_binary(data: bytes) -> bool:
    """Control characters in number, in anything but UTF-16, mean that this is no text."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    sample = data[:65_536]
    odd = sum(map(sample.count, (bytes([code]) for code in (*range(9), *range(14, 27), *range(28, 32)))))
    if odd < 16 or odd * 20 < len(sample):
        return False
    from tracker.reading.encoding import looks_wide

    return not looks_wide(sample)


_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{3,20})", re.IGNORECASE)


def _decode_html(data: bytes) -> str:
    declared = _META_CHARSET.search(data[:4096])
    if declared is not None and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        name = declared[1].decode("ascii").lower()
        if name in ("iso-8859-1", "latin1", "windows-1252", "cp1252", "iso-8859-15"):
            try:
                return data.decode("utf-8")
            except UnicodeDecodeError:
                return data.decode("iso-8859-15" if name.endswith("15") else "cp1252", "replace")
    return decode(data)


def _too_large(name: str, size: int, limit: int) -> TooLarge:
    return TooLarge(name=name, size=f"{size / 1_000_000:.0f} MB", limit=f"{limit / 1_000_000:.0f} MB")
