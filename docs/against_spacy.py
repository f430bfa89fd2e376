"""Print how fast reading and extracting goes beside spaCy's blank Danish pipeline (tokens and sentences only) on the same texts.

`pip install "spacy>=3.8"`, then `python docs/against_spacy.py data/samples data/corpus/fresh`. spaCy is needed for nothing else, so it is
no dependency of the project.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tracker.domain.minutes import SourceText
from tracker.extraction import extract
from tracker.reading import parse


def fastest(work: Callable[[], object]) -> float:
    """Processor seconds of the fastest of five runs."""
    best = float("inf")
    for _ in range(5):
        begin = time.process_time()
        work()
        best = min(best, time.process_time() - begin)
    return best


def _read_all(texts: list[str]) -> None:
    for text in texts:
        extract(parse(SourceText("r.txt", text)))


def _cut_all(pipeline: Callable[[str], object], texts: list[str]) -> None:
    for text in texts:
        pipeline(text)


def main() -> None:
    """Print one row a folder, in megabytes a second."""
    import spacy

    pipeline = spacy.blank("da")
    pipeline.add_pipe("sentencizer")
    print("| texts | tracker, all in | spaCy, tokens and sentences |\n| --- | --- | --- |")
    for folder in map(Path, sys.argv[1:]):
        texts = [file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.txt"))]
        size = sum(len(text.encode()) for text in texts) / 1e6
        ours = fastest(partial(_read_all, texts))
        theirs = fastest(partial(_cut_all, pipeline, texts))
        print(f"| {folder} | {size / ours:.2f} MB/s | {size / theirs:.2f} MB/s |")


if __name__ == "__main__":
    main()
