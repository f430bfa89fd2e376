from __future__ import annotations

from tracker.danish.kept import kept


def test_what_was_asked_once_is_kept() -> None:
    asked: list[str] = []

    @kept()
    def length(word: str) -> int:
        asked.append(word)
        return len(word)

    assert [length("sag"), length("sag"), length("møde")] == [3, 3, 4]
    assert asked == ["sag", "møde"]


def test_no_more_is_kept_than_said() -> None:
    asked: list[str] = []

    @kept(most=2)
    def length(word: str) -> int:
        asked.append(word)
        return len(word)

    assert [length(word) for word in ("a", "bb", "ccc", "ccc", "a")] == [1, 2, 3, 3, 1]
    assert asked == ["a", "bb", "ccc", "a"]
