"""Two readings held against each other."""

from __future__ import annotations

from array import array
from dataclasses import replace

from auditor.document.second_opinion import find_differences
from auditor.records import Document, Words


def reading(*words: str) -> Document:
    """Make a document of one page of words."""
    text = " ".join(words)
    starts = [len(" ".join(words[:at])) + bool(at) for at in range(len(words))]
    ends = [start + len(word) for start, word in zip(starts, words, strict=True)]
    places = Words(array("L", starts), array("L", ends), array("L", [1] * len(words)), array("f"))
    return replace(Document("a", "", "a", text, (), (), Words()), words=places)


def test_words_parted_otherwise_are_the_same() -> None:
    """Hyphens and spaces lose nothing."""
    assert (
        find_differences(reading("parent-infant", "team"), reading("parent", "infant", "team"))
        == ()
    )


def test_what_only_one_sees_is_listed() -> None:
    """By page, for either."""
    (one,) = find_differences(reading("babies", "first"), reading("babies", "unseen"))
    assert (one.page, one.only_first, one.only_second) == (1, ("first",), ("unseen",))
