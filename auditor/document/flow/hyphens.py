"""Words that were cut at the end of a line, put together by the document's own spelling."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from auditor.document.pdf.layout.hyphenation import LEAD, TAIL, Vocabulary

HYPHENS = "-\u2010\xad\u00ac"
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
SOFT = "\xad\u00ac"
"""Hyphens that stand nowhere but where a word is cut."""
AGES = re.compile(r"(?:one|two|three|four|five|six|seven|eight|nine|ten|e?ighteen|twenty)s?$")
"""What follows a hyphen in "under-fives"."""
LONGEST = 80
"""Letters of a word of which halves are told."""


def find_words(lines: Iterable[str]) -> frozenset[str]:
    """Return the words of lines, in small letters; halves of cut ones left out.

    >>> sorted(find_words(["a well-kept dis-", "tress"]))
    ['a', 'well-kept']
    """
    found: set[str] = set()
    is_cut = False
    for line in lines:
        stripped = line.strip()
        words = list(_whole_words(stripped.lower()))
        found.update(words[is_cut:])
        if stripped:
            is_cut = bool(_cut_end(stripped))
    return frozenset(found)


def _whole_words(line: str) -> Iterator[str]:
    """Give the words of a line but those that are cut, by its end or that of a cell."""
    for found in WORD.finditer(line):
        after = line[found.end() : found.end() + 2]
        if after[:1] not in HYPHENS or after[1:].strip() or not after:
            yield found[0]


def join_lines(lines: Sequence[str], known: frozenset[str]) -> str:
    """Join lines into one, cut words put together.

    >>> join_lines(["to notice dis-", "tress in a parent-", "infant team"], frozenset())
    'to notice distress in a parent-infant team'
    """
    words = Vocabulary(known, tells_breaks=False)
    pieces: list[str] = []
    for line in lines:
        cut = _cut_end(pieces[-1]) if pieces else ""
        follows = LEAD.match(line) if cut else None
        if follows and (line[0].islower() or cut[:-1].isupper()):
            if not _keeps_hyphen(cut, follows[0], words):
                pieces[-1] = pieces[-1][:-1]
            pieces.append(line)
        else:
            pieces += [" ", line] if pieces else [line]
    return "".join(pieces)


def _cut_end(line: str) -> str:
    """Return the half of a word, with its hyphen, that a line ends in; "" where it ends in none."""
    if not line or line[-1] not in HYPHENS:
        return ""
    half = TAIL.search(line[-LONGEST:-1])
    return half[0] + line[-1] if half else ""


def _keeps_hyphen(cut: str, right: str, words: Vocabulary) -> bool:
    """True if the hyphen belongs to the word: as the document spells it, else by its halves."""
    left = cut[:-1]
    if cut[-1] in SOFT:
        return False
    if AGES.match(right) and (left + right).lower() not in words.words:
        return True
    return words.keeps_hyphen(left, right, cut)
