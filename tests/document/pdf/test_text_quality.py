"""Pages whose letters are no words, or are coded as others."""

from __future__ import annotations

from auditor.document.pdf.text_quality import find_misread, is_garbage

PLAIN = ["this", "sets", "out", "what", "we", "will", "do", "by", "the", "1st", "of", "May", "2nd"]


def test_misread_letters_are_found() -> None:
    """A font that codes capitals as other signs."""
    assert find_misread(["7he", "ne[t", "steps", ":e", "will", "take", "7oday", "7he", "end"] * 4)[
        :2
    ] == [
        "7he",
        "ne[t",
    ]


def test_words_that_lost_letters_are_misread() -> None:
    """Where they are many; a few are told of one by one."""
    assert find_misread(["na\ufffdonal", "plans", "and", "ac\ufffdons"] * 3) != []
    assert find_misread(["na\ufffdonal", "plans", "and", "actions"]) == []


def test_plain_pages_have_none() -> None:
    """Ordinals, addresses and brackets are no signs of it."""
    assert find_misread([*PLAIN, "x@y.org", "[see", "3km", "a/b"] * 5) == []


def test_shifted_letters_are_garbage() -> None:
    """And words are not."""
    assert is_garbage(["WKLV", "VWUDWHJB", "VHWV", "RXW"] * 10) and not is_garbage(PLAIN * 4)


def test_leaders_are_no_garbage() -> None:
    """A page of contents has as many of them as words."""
    assert not is_garbage(["Foreword", "........", "3", "Money", "........", "12"] * 10)
