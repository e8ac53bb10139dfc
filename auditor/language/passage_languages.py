"""Which language each passage of a document is in.

Most documents are in one language, which costs a look at the small words of their
longer passages. Where some are plainly in another, every passage is asked; what is
too short to tell goes with its neighbours, a heading with what follows it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from auditor.language_detection import UNKNOWN, rank, share_of
from auditor.records import SILENT_PLACES, Passage

LONG = 12
"""Words from which a passage alone can show that a document has another language in it."""
FOREIGN_SHARE = 0.05
"""A long passage with fewer small words of the main language is looked at."""
PLAIN_SHARE = 0.2
"""One with so many small words of the main language is in it."""
OTHER_SHARE = 0.25
"""So is one with so many small words of another."""
SHORT = 3
"""Words from which a passage is asked at all."""
LETTERS = 3
"""Letters that words have at least, on average: fewer are words in pieces, of no language."""
MARGIN = 12.0
"""By how much the odds of a language must lead, as natural logarithm."""
WIDE_MARGIN = 30.0
"""The same for one without lists, whose small words cannot bear it out."""
LISTED_SHARE = 0.1
"""The share of its small words that bears out a language with lists."""
_WORD = re.compile(r"[^\W\d_]+")
_PARTS = re.compile(r"\s+[|/]\s+")


def tell_passages(passages: Sequence[Passage], main: str, listed: Collection[str]) -> list[Passage]:
    """Return passages that know their language; one in two languages is parted into two."""
    if main == UNKNOWN:
        return list(passages)
    teller = _Teller(main, frozenset(listed))
    others = teller.others(passages)
    if not others:
        return list(passages)
    among = frozenset((main, *others))
    parted = [part for one in passages for part in _parts(one, among, main)]
    return list(_settled(parted, among, main))


@dataclass(frozen=True, slots=True)
class _Teller:
    main: str
    listed: frozenset[str]

    def others(self, passages: Sequence[Passage]) -> set[str]:
        """Return the languages, the main one left out, that some passage is plainly in."""
        running = (one.text for one in passages if one.place not in SILENT_PLACES)
        found = {self._other(part) for text in running for part in _sides(text)}
        return found - {""}

    def _other(self, text: str) -> str:
        """Return the other language that a passage is plainly in; "" where it is in none."""
        if share_of(self.main, text.lower().split()) >= 2 * PLAIN_SHARE:
            return ""
        words = _WORD.findall(text.lower())
        if not self._is_suspect(words):
            return ""
        odds = rank(text.lower())
        told = odds[0][0]
        if told == self.main:
            return ""
        lead = odds[0][1] - next((one for code, one in odds if code == self.main), odds[-1][1])
        if told in self.listed:
            return told if lead >= MARGIN and share_of(told, words) >= LISTED_SHARE else ""
        return told if lead >= WIDE_MARGIN else ""

    def _is_suspect(self, words: Sequence[str]) -> bool:
        if len(words) < LONG // 2 or _is_in_pieces(words):
            return False
        own = share_of(self.main, words)
        if own >= PLAIN_SHARE:
            return False
        if len(words) >= LONG and own < FOREIGN_SHARE:
            return True
        others = self.listed - {self.main}
        return any(share_of(one, words) > max(OTHER_SHARE, 2 * own) for one in others)


def tell(text: str, among: Collection[str]) -> str:
    """Return which of some languages a text is in; "" where none leads, or it is too short.

    Nor is it told where its small words are of another: a heading with a Welsh name in it.
    """
    words = _WORD.findall(text.lower())
    if len(words) < SHORT or _is_in_pieces(words):
        return ""
    odds = rank(text.lower(), among)
    best = odds[0][0]
    leads = odds[0][1] - odds[1][1] >= MARGIN
    shares = [share_of(code, words) for code in among]
    return best if leads and share_of(best, words) >= max(shares) else ""


def _is_plain(text: str, among: Collection[str], main: str) -> bool:
    """True if a text cannot be told to be in another language than the main one.

    It may still be in none: what is so at much less cost than telling is enough to go on,
    where nothing beside it is in another language.
    """
    words = _WORD.findall(text.lower())
    own = share_of(main, words)
    return len(words) < SHORT or all(own > share_of(code, words) for code in among if code != main)


def _sides(text: str) -> Sequence[str]:
    return _PARTS.split(text) if "|" in text or "/" in text else (text,)


def _is_in_pieces(words: Sequence[str]) -> bool:
    """True if words are so short that a reader of pages has cut them up."""
    return sum(map(len, words)) < LETTERS * len(words)


def _parts(passage: Passage, among: Collection[str], main: str) -> Iterator[Passage]:
    """Part a passage at "|" and "/" where its sides are in different languages."""
    text = passage.text
    sides = _sides(text)
    if len(sides) < 2 or all(_is_plain(side, among, main) for side in sides):
        yield passage
        return
    cuts = [match.span() for match in _PARTS.finditer(text)]
    starts, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(text)]
    spans = list(zip(starts, ends, strict=True))
    told = [tell(text[start:end], among) for start, end in spans]
    if len({one for one in told if one}) < 2:
        yield passage
        return
    at = 0
    for number in range(1, len(spans) + 1):
        before = next((one for one in reversed(told[at:number]) if one), "")
        if number == len(spans) or (told[number] and before and told[number] != before):
            start, end = spans[at][0], spans[number - 1][1]
            yield replace(
                passage,
                text=text[start:end],
                start=passage.start + start,
                columns=passage.columns[at:number],
            )
            at = number


def _settled(passages: Sequence[Passage], among: Collection[str], main: str) -> Iterator[Passage]:
    """Give passages their languages; those that could not be told that of a neighbour.

    One that is in the main language or in none is told only beside one in another.
    """
    told = [None if _is_plain(one.text, among, main) else tell(one.text, among) for one in passages]
    following = main
    after = [main] * len(told)
    for at in range(len(told) - 1, -1, -1):
        if told[at] is None and following != main:
            told[at] = tell(passages[at].text, among)
        after[at] = following = told[at] or following
    before = main
    for passage, own, coming in zip(passages, told, after, strict=True):
        if own is None and before != main:
            own = tell(passage.text, among)
        before = own or (coming if passage.place == "heading" else before)
        yield replace(passage, language=before) if before != passage.language else passage
