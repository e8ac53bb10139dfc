"""Words held against the characters of a page, as the file has them and in its order.

The marks of notes are no part of what is said, and nor is the white between words.
"""

from __future__ import annotations

from collections.abc import Iterator

from auditor.document.characters import bare

MARKS = frozenset("0123456789ivx*,.†‡§¹²³⁴⁵⁶⁷⁸⁹⁰")
"""What the marks of notes are made of; they are no part of what is said."""
LONGEST_MARK = 40
"""Characters of the marks that stand at one place: "9, 10, 11, 12"."""
CLOSING = ".,;:!?)’”\"'"
MOST_STARTS = 40
"""Places at which a quote is looked for, word by word."""


def stands(words: list[str], printed: str) -> bool:
    """True if words stand in the characters of a page, but for the marks of notes."""
    if bare(" ".join(words)) in printed:
        return True
    letters = [found for found in map(bare, words) if found]
    return any(
        _goes_on(letters, printed, start) for start in _starts(letters[0].rstrip(CLOSING), printed)
    )


def loses_words(words: list[str], following: str, printed: str) -> bool:
    """True if a page has more between some words and the next than the mark of a note."""
    said, after = bare(" ".join(words)), bare(following)
    ends = (at + len(said) for at in _starts(said, printed))
    return any(printed.find(after, end, end + LONGEST_MARK + len(after)) >= 0 for end in ends)


def _starts(word: str, printed: str) -> Iterator[int]:
    """Find where a word stands on a page, so many times at most."""
    at = -1
    for _ in range(MOST_STARTS):
        at = printed.find(word, at + 1)
        if at < 0:
            return
        yield at


def _goes_on(words: list[str], printed: str, at: int) -> bool:
    """True if words follow each other from a place on, no more than marks between them."""
    for word in words:
        stem = word.rstrip(CLOSING)
        for part in (stem, *word[len(stem) :]):
            at = _after(part, printed, at)
            if at < 0:
                return False
    return True


def _after(part: str, printed: str, at: int) -> int:
    """Return where a part of a word ends that stands here or after a mark; -1 where it does not."""
    for skipped in range(LONGEST_MARK + 1):
        if printed.startswith(part, at + skipped):
            return at + skipped + len(part)
        between = printed[at + skipped : at + skipped + 1]
        if between not in MARKS and between.isprintable():
            return -1
    return -1
