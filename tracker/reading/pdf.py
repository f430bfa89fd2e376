"""PDF -> SourceText, through a child process with bounded time and memory that serves one file after the other."""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import subprocess
import sys
import threading
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

from tracker.domain.minutes import PageMark, SourceText
from tracker.errors import DamagedFile, EncryptedFile, InputError, ScannedFile, TooLarge
from tracker.reading.inline_headings import break_inline_headings
from tracker.reading.limits import Limits
from tracker.reading.normal import normalise
from tracker.reading.number_lines import with_titles
from tracker.reading.pdf_reflow import DIVIDED, reflow

_LOWEST_MEMORY = 1_000_000_000


def read_pdf(data: bytes, name: str, limits: Limits) -> SourceText:
    """The text of a PDF. Raises DamagedFile, EncryptedFile, ScannedFile or TooLarge."""
    answer = _READER.ask(data, limits)
    error = answer.get("error")
    if error == "pages":
        raise TooLarge(name=name, size=f"{answer['pages']} pages", limit=f"{limits.max_pages} pages")
    if error == "encrypted":
        raise EncryptedFile(name=name)
    if error == "time":
        raise InputError(name=name, reason=f"reading took more than {limits.seconds:g} seconds")
    if error == "memory":
        raise InputError(name=name, reason="reading took too much memory")
    if error or not answer.get("pages"):
        raise DamagedFile(name=name, reason="not a whole PDF file")
    text, starts = _assembled(answer["pages"])
    text = break_inline_headings(with_titles(text))  # moves no offset, so pages begin where they did
    if sum(map(str.isalnum, text)) < min(3 * len(answer["pages"]), 20):
        raise ScannedFile(name=name)
    return SourceText(name, text, "pdf", tuple(PageMark(start, page) for start, page in starts))


def _assembled(pages: list[list[Any]]) -> tuple[str, list[tuple[int, int]]]:
    """The normalised text and page starts; lines are normalised before they are joined so that positions stay true."""
    for page in pages:
        if _is_odd("".join([line[0] for line in page[2]])):
            for line in page[2]:
                line[0] = _normal_line(line[0]).strip()
            page[2] = [line for line in page[2] if line[0]]
    text, starts = reflow(pages)
    if normalise(text) != text:
        bounds = [start for start, _ in starts] + [len(text)]
        pieces = [normalise(text[a:b]) for a, b in pairwise(bounds)]
        lengths = [0, *accumulate(map(len, pieces))]
        return "".join(pieces), [(length, page) for length, (_, page) in zip(lengths, starts, strict=False)]
    return text, starts


def _is_odd(text: str) -> bool:
    """Whether normalising would change the text (or might: a mark for a divided word is kept until the lines are joined)."""
    return "\n" in text or normalise(text) != text


def _normal_line(text: str) -> str:
    """Normalised, but with the marks of divided words kept for the reflow."""
    parts = text.replace("\u00ad", DIVIDED).replace("\u0002", DIVIDED).split(DIVIDED)
    return DIVIDED.join(normalise(part).replace("\n", " ") for part in parts)


class _Reader:
    """Owns the child process; started when first needed, started again after it was killed."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._memory = 0
        self._lock = threading.Lock()

    def ask(self, data: bytes, limits: Limits) -> dict[str, Any]:
        """The child's answer, or {"error": ...}. One file at a time."""
        with self._lock:
            answer = self._try(data, limits)
            if answer is None:  # an idle child may have gone just now
                answer = self._try(data, limits)
            return answer or {"error": "damaged"}

    def _try(self, data: bytes, limits: Limits) -> dict[str, Any] | None:
        process = self._running(max(_LOWEST_MEMORY, limits.max_unpacked_bytes + 3 * len(data)))
        late = threading.Event()

        def stop() -> None:
            late.set()
            process.kill()

        timer = threading.Timer(limits.seconds, stop)
        timer.start()
        try:
            return self._exchange(process, data, limits.max_pages)
        except (OSError, ValueError):
            fresh = process.poll() == 0
            self.close()
            if late.is_set():
                return {"error": "time"}
            return None if fresh else {"error": "damaged"}
        finally:
            timer.cancel()

    def _exchange(self, process: subprocess.Popen[bytes], data: bytes, max_pages: int) -> dict[str, Any]:
        requests, answers = process.stdin, process.stdout
        if requests is None or answers is None:
            raise OSError
        requests.write(json.dumps({"size": len(data), "max_pages": max_pages}).encode("ascii") + b"\n")
        requests.write(data)
        requests.flush()
        header = answers.readline()
        if not header:
            raise OSError("the reader ended")
        answer: dict[str, Any] = json.loads(answers.read(json.loads(header)["size"]))
        return answer

    def _running(self, memory: int) -> subprocess.Popen[bytes]:
        if self._process is not None and (self._process.poll() is not None or self._memory < memory):
            self.close()
        if self._process is None:
            root = str(Path(__file__).resolve().parents[2])
            path = os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH"))))
            self._process = subprocess.Popen(  # noqa: S603 - our own module, run by our own interpreter
                [sys.executable, "-m", "tracker.reading.pdf_worker", str(memory)],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env={**os.environ, "PYTHONPATH": path},
            )  # fmt: skip
            self._memory = memory
        return self._process

    def close(self) -> None:
        """End the child process."""
        process, self._process = self._process, None
        if process is None:
            return
        with contextlib.suppress(OSError):
            process.kill()
        for pipe in (process.stdin, process.stdout):
            with contextlib.suppress(OSError):
                if pipe is not None:
                    pipe.close()
        process.wait()


_READER = _Reader()
atexit.register(_READER.close)
