"""One way of writing for matching; every character knows where it came from.

Ligatures, soft hyphens, odd spaces, curly quotes, words broken at a line end and
footnote marks glued to a word change nothing in what a statement says, so they
are taken out before anything is looked for.
"""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass

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

_KEEP_HYPHEN = r"(?:and|or|to|nor|but|as|plus|versus)\b"
_WHOLE = (
    "parent|mother|father|carer|caregiver|under|over|pre|post|early|one|two|three|zero|all|self|"
    "co|non|well"
)
_DROPS = re.compile(
    # a footnote mark glued to the end of a sentence, bracket or word
    r"(?<=[a-z)\]][.!?;:,])\d{1,3}(?:,\d{1,3})*(?=\s|$)"
    r"|(?<=[)\]\"'])\d{1,3}(?:,\d{1,3})*(?=[\s.,;]|$)(?<!'\d\d)"
    r"|(?<=[a-z]{4})\d{1,2}(?:,\d{1,2})*(?=[\s.,;:]|$)"
    r"|(?<=\b(?:19|20)\d\d\.)\d{1,3}(?=\s*$)"
    # an address on the web: a link's words say nothing of the strategy
    r"|(?:https?://|www\.)[^\s)\]]+|(?<=\])\(/[^)\s]*(?:\s[^)\s]*)?\)"
    # a thousand written with a space
    r"|(?<=\b1)\s(?=00[01]\b)"
)
_AGE_MARK = re.compile(
    r"\b(?:age of|ages?|aged|under|over|below|to) \d{1,2}(?P<mark>\.\d{1,3})\s*$"
)
_BROKEN = re.compile(
    rf"(?<=[a-z])-\s+(?={_KEEP_HYPHEN})|\b(?P<whole>(?i:{_WHOLE}))-\s+(?=[a-z])|(?<=[a-z])(?P<cut>-\s+)(?=[a-z])"
)


@dataclass(frozen=True, slots=True)
class Wording:
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


def read_wording(source: str) -> Wording:
    r"""Write a text as it is searched.

    >>> read_wording("the \ufb01rst 1\u2009001 days of in- fant life.14").text
    'the first 1001 days of infant life.'
    """
    text, offsets = source, None
    if _ODD.search(source) is not None:
        text, offsets = _replace(source)
    if "- " in text or _has_glue(text):
        text, offsets = _drop(text, offsets)
    return Wording(text, offsets)


_GLUE = re.compile(r"[a-z)\]\"'.!?;:,]\d|1\s00[01]|://|www\.|\]\(/")


def _has_glue(text: str) -> bool:
    return _GLUE.search(text) is not None


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


def _drop(text: str, offsets: array[int] | None) -> tuple[str, array[int] | None]:
    cuts = sorted(_cuts(text))
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


def _cuts(text: str) -> list[tuple[int, int]]:
    """Spans to leave out: glued footnote marks, and the gap of a word broken at a line end."""
    cuts = [match.span() for match in _DROPS.finditer(text)]
    mark = _AGE_MARK.search(text)
    if mark is not None:
        cuts.append(mark.span("mark"))
    for match in _BROKEN.finditer(text):
        if match["cut"] is not None:
            cuts.append(match.span("cut"))
        elif match["whole"] is not None:
            cuts.append((match.end("whole") + 1, match.end()))
    return cuts
