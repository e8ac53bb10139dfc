"""One way of writing for matching; every character knows where it came from.

Ligatures, soft hyphens, odd spaces, curly quotes, words broken at a line end and
footnote marks glued to a word change nothing in what a statement says, so they
are taken out before anything is looked for.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from auditor.rules.grammar import SmallWords

_SAME = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
    "\u2018": "'",
    "\u2019": "'",
    "\u201b": "'",
    "\u02bc": "'",
    "\u201c": '"',
    "\u201d": '"',
    "\u201e": '"',
    "\u00ab": '"',
    "\u00bb": '"',
    "\u2010": "-",
    "\u2011": "-",
    "\u2012": "-",
    "\u2013": "-",
    "\u2212": "-",
    "\ufe63": "-",
    "\u2014": " - ",
    "\u2015": " - ",
    "\u2026": "...",
    "\u00ad": "",
    "\ufffe": "",
    "\u200b": "",
    "\u200c": "",
    "\u200d": "",
    "\ufeff": "",
    "\u2060": "",
    "\x02": "",
    "\u00b9": "",
    "\u00b2": "",
    "\u00b3": "",
    "\u2070": "",
    "\u2074": "",
    "\u2075": "",
    "\u2076": "",
    "\u2077": "",
    "\u2078": "",
    "\u2079": "",
    "\u2020": "",
    "\u2021": "",
}
_SPACES = "\t\n\r\x0b\x0c\u00a0\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
_SAME.update({space: " " for space in _SPACES})
_ODD = re.compile("[" + "".join(map(re.escape, _SAME)) + "]")

_SMALL = "[a-zß-öø-ÿŵŷœ]"
"""A small letter of a language that is read."""
_DROPS = re.compile(
    # a footnote mark glued to the end of a sentence, bracket or word
    r"(?<=[a-z)\]][.!?;:,])\d{1,3}(?:,\d{1,3}){0,9}(?=\s|$)"
    r"|(?<=[A-Z]{2}[.!?;:,])\d{1,3}(?:,\d{1,3}){0,9}(?=\s|$)"
    r"|(?<=[)\]\"'])\d{1,3}(?:,\d{1,3}){0,9}(?=[\s.,;]|$)(?<!'\d\d)"
    r"|(?<=[a-z]{4})\d{1,2}(?:,\d{1,2}){0,9}(?=[\s.,;:]|$)"
    r"|(?<=\b(?:19|20)\d\d\.)\d{1,3}(?=\s*$)"
    # an address on the web: a link's words say nothing of the strategy
    r"|(?:https?://|www\.)[^\s)\]]+|(?<=\])\(/[^)\s]*(?:\s[^)\s]*)?\)"
    # a thousand written with a space
    r"|(?<=\b[12])\s(?=00[01]\b)"
)
_SUSPECT = re.compile(
    r"[\d:.(-](?:(?<=[a-z]{4}\d)|(?<=[)\]\"']\d)|(?<=[A-Za-z)\]][.!?;:,]\d)"
    r"|(?<=\d\.\d)\d{0,2}\s*$|(?<=:)//|(?<=www\.)|(?<=\]\()/|(?<=\b[12]\s0)0[01]"
    r"|(?<=[^\W\d_]-)\s)"
)
"""What stands in every text of which something is left out: most are spared the longer search."""


@dataclass(frozen=True, slots=True)
class Normalised:
    """A text as it is searched, and where each of its characters stood."""

    text: str
    offsets: array[int] | None
    """Offset in the source of each character, one more for the end; None: all the same."""

    def source(self, start: int, end: int) -> tuple[int, int]:
        """Turn a span of this text into the span of the source that it came from."""
        if self.offsets is None:
            return start, end
        if end <= start:
            return self.offsets[start], self.offsets[start]
        return self.offsets[start], self.offsets[end - 1] + 1


class Normaliser:
    """Writes texts of one language as they are searched."""

    def __init__(self, small_words: SmallWords) -> None:
        """Learn which words keep a hyphen that was broken at the end of a line."""
        keep, whole = _choice(small_words.keep_hyphen), _choice(small_words.whole)
        self._broken = re.compile(
            rf"\b(?P<whole>(?i:{whole}))-\s+(?!{keep}\b)(?={_SMALL})|(?<={_SMALL})-\s+(?={keep}\b)"
            rf"|(?<={_SMALL})(?P<cut>-\s+)(?={_SMALL})"
        )
        ages = _choice(small_words.before_age)
        self._age_mark = re.compile(rf"\b{ages} \d{{1,2}}(?P<mark>\.\d{{1,3}})\s{{0,9}}$")

    def read(self, source: str) -> Normalised:
        """Return a text as it is searched, each character knowing where it stood."""
        text, offsets = source, None
        if _ODD.search(source) is not None:
            text, offsets = _replace(source)
        if _SUSPECT.search(text) is not None:
            text, offsets = _drop(text, offsets, sorted(self._cuts(text)))
        return Normalised(text, offsets)

    def _cuts(self, text: str) -> Iterator[tuple[int, int]]:
        """Give the spans to leave out: glued footnote marks, and gaps of words broken at line ends."""
        yield from (match.span() for match in _DROPS.finditer(text))
        if mark := self._age_mark.search(text):
            yield mark.span("mark")
        for match in self._broken.finditer(text):
            if match["cut"] is not None:
                yield match.span("cut")
            elif match["whole"] is not None:
                yield match.end("whole") + 1, match.end()


def _choice(words: Sequence[str]) -> str:
    return "(?:" + "|".join(map(re.escape, sorted(words, key=len, reverse=True))) + ")"


def _replace(source: str) -> tuple[str, array[int]]:
    out: list[str] = []
    offsets = array("L")
    at = 0
    for match in _ODD.finditer(source):
        new = _SAME.get(match[0], match[0])
        out += (source[at : match.start()], new)
        offsets.extend(range(at, match.start()))
        offsets.extend([match.start()] * len(new))
        at = match.end()
    out.append(source[at:])
    offsets.extend(range(at, len(source) + 1))
    return "".join(out), offsets


def _drop(
    text: str, offsets: array[int] | None, cuts: Sequence[tuple[int, int]]
) -> tuple[str, array[int] | None]:
    if not cuts:
        return text, offsets
    old = offsets if offsets is not None else range(len(text) + 1)
    out: list[str] = []
    new = array("L")
    at = 0
    for start, end in [*cuts, (len(text), len(text))]:
        if start < at:
            continue
        out.append(text[at:start])
        new.extend(old[at:start])
        at = end
    new.append(old[len(text)])
    return "".join(out), new
