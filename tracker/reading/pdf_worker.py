"""The child process that reads PDFs: PDFium is not safe against hostile files, so it runs where time and memory are bounded.

Speaks over standard input and output. A request is a line of JSON ({"size": bytes, "max_pages": n}) and the file; an answer is a line
of JSON ({"size": bytes}) and as many bytes of JSON: {"pages": [[width, height, [line, ...]], ...]} or {"error": kind}.
Ends by itself when the parent closes the pipe or asks nothing for a while.
"""

from __future__ import annotations

import ctypes
import json
import os
import sys
import threading
from typing import IO, Any

IDLE_SECONDS = 20.0
_LINE_BREAKS = "\r\n"
_DIVIDED = "\ufffe"  # PDFium's mark for a hyphen at a line's end


def serve(requests: IO[bytes], answers: IO[bytes], memory: int) -> None:
    """Answer requests until the pipe closes."""
    _bound_memory(memory)
    while True:
        idle = threading.Timer(IDLE_SECONDS, os._exit, (0,))
        idle.daemon = True
        idle.start()
        header = requests.readline()
        idle.cancel()
        if not header:
            return
        request = json.loads(header)
        data = requests.read(request["size"])
        answer = json.dumps(_safely(data, request["max_pages"])).encode("ascii")
        answers.write(json.dumps({"size": len(answer)}).encode("ascii") + b"\n" + answer)
        answers.flush()


def _bound_memory(limit: int) -> None:
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    except (ImportError, ValueError, OSError):
        pass  # Windows has none, macOS refuses some: the time limit still holds


def _safely(data: bytes, max_pages: int) -> dict[str, Any]:
    try:
        return read_document(data, max_pages)
    except MemoryError:
        return {"error": "memory"}
    except Exception as error:
        return {"error": "damaged", "reason": type(error).__name__}


def read_document(data: bytes, max_pages: int) -> dict[str, Any]:
    """All lines of all pages with their positions (points, origin bottom left)."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        return {"error": "encrypted" if "assword" in str(error) else "damaged"}
    try:
        if len(document) > max_pages:
            return {"error": "pages", "pages": len(document)}
        return {"pages": [_page(document, number) for number in range(len(document))]}
    finally:
        document.close()


def _page(document: Any, number: int) -> list[Any]:
    import pypdfium2

    try:
        page = document[number]
    except pypdfium2.PdfiumError:
        return [0, 0, []]
    try:
        text_page = page.get_textpage()
        try:
            return [*page.get_size(), _lines(text_page)]
        finally:
            text_page.close()
    finally:
        page.close()


def _lines(text_page: Any) -> list[list[Any]]:
    """[text, left, right, baseline] of each line; lines with wide gaps also carry their pieces [[text, left, right], ...]."""
    from pypdfium2 import raw

    text = text_page.get_text_range(errors="replace")
    # One call for a line's first character and one for its last: boxes of all characters would double the reading time.
    x, y, left, right, bottom, top = (ctypes.c_double() for _ in range(6))
    at_x, at_y, at_left, at_right, at_bottom, at_top = (ctypes.byref(value) for value in (x, y, left, right, bottom, top))
    origin, box, handle = raw.FPDFText_GetCharOrigin, raw.FPDFText_GetCharBox, text_page.raw
    lines: list[list[Any]] = []
    at = 0
    for line in text.split(_LINE_BREAKS):
        stripped = line.strip()
        if stripped:
            first = at + (0 if stripped[0] == line[0] else len(line) - len(line.lstrip()))
            if origin(handle, first, at_x, at_y) and box(handle, first + len(stripped) - 1, at_left, at_right, at_bottom, at_top):
                lines.append([stripped, x.value, right.value, y.value, first])
                if _DIVIDED in stripped:
                    _last_row(raw, handle, lines[-1])
            else:
                lines.append([stripped, 0.0, 0.0, 0.0, first])
        at += len(line) + 2
    _split_wide(text_page, lines)
    return lines


def _last_row(raw: Any, handle: Any, line: list[Any]) -> None:
    """PDFium runs lines together where a word is divided: add where the last of them begins, [left, base, length]."""
    tail = len(line[0]) - line[0].rindex(_DIVIDED) - 1
    x, y = ctypes.c_double(), ctypes.c_double()
    if tail and raw.FPDFText_GetCharOrigin(handle, line[4] + len(line[0]) - tail, ctypes.byref(x), ctypes.byref(y)):
        line.append([x.value, y.value, tail])


def _split_wide(text_page: Any, lines: list[list[Any]]) -> None:
    """Split the lines that are much wider than their letters explain (rows of a table) into pieces."""
    widths = sorted((line[2] - line[1]) / len(line[0]) for line in lines)
    usual = widths[len(widths) // 2] if widths else 0.0
    for line in lines:
        first = line.pop(4)
        words = line[0].count(" ")
        if words and len(line) == 4 and usual > 0 and line[2] - line[1] - usual * len(line[0]) > 2 * usual:
            pieces = _pieces(text_page, line[0], first, 2.2 * usual)
            if len(pieces) > 1:
                line += [None, pieces]


def _pieces(text_page: Any, text: str, first: int, gap: float) -> list[list[Any]]:
    from pypdfium2 import raw

    sides = [ctypes.c_double() for _ in range(4)]
    left, right = sides[0], sides[1]
    places, box, handle = [ctypes.byref(side) for side in sides], raw.FPDFText_GetCharBox, text_page.raw
    pieces: list[list[Any]] = []
    at = 0
    for word in text.split(" "):
        if word:
            known = box(handle, first + at, *places)
            begin = left.value
            if not (known and box(handle, first + at + len(word) - 1, *places)):
                return []
            if pieces and begin - pieces[-1][2] <= gap:
                pieces[-1][0] += " " + word
                pieces[-1][2] = right.value
            else:
                pieces.append([word, begin, right.value])
        at += len(word) + 1
    return pieces


if __name__ == "__main__":
    serve(sys.stdin.buffer, sys.stdout.buffer, int(sys.argv[1]))
