"""Passages: sentences, list items, table rows and headings, none crossing a section.

The splitter is a rule: a full stop, question or exclamation mark ends a sentence
unless it stands in an abbreviation, a number, an initial or inside brackets that
are still open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.records import Block, Document, Passage

_END = re.compile(r"[.!?]+[\"'”’)\]]*(?:\d{1,3}(?:,\d{1,3})*|[¹²³⁴-⁹⁰]+)?(?=\s+|$)")
_OPENS = re.compile(r"[\"'“‘(\[]*(?:[A-Z0-9£$€•]|[^\W\d_a-z])")
_ABBREVIATIONS = frozenset(
    [
        "e.g",
        "i.e",
        "etc",
        "et",
        "al",
        "cf",
        "vs",
        "viz",
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "rev",
        "hon",
        "st",
        "no",
        "nos",
        "vol",
        "vols",
        "ed",
        "eds",
        "p",
        "pp",
        "para",
        "paras",
        "fig",
        "figs",
        "approx",
        "dept",
        "govt",
        "inc",
        "ltd",
        "co",
        "cllr",
        "sr",
        "jr",
        "ref",
        "refs",
        "sec",
        "sect",
        "ch",
        "art",
        "min",
        "max",
        "est",
        "ext",
        "tel",
        "mos",
        "yrs",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sept",
        "sep",
        "oct",
        "nov",
        "dec",
        "ca",
        "c",
    ]
)
_NUMBERED = frozenset(
    [
        "no",
        "nos",
        "p",
        "pp",
        "para",
        "paras",
        "fig",
        "figs",
        "vol",
        "ch",
        "art",
        "sec",
        "sect",
        "ref",
    ]
)
_LAST_WORD = re.compile(r"([^\s(\[\"'“‘]+?)\.+$")


def split_sentences(text: str) -> Iterator[tuple[int, int]]:
    """Give the half-open span of each sentence of a paragraph.

    >>> text = "It costs £1.8m, e.g. for Dr. Hart. Babies wait."
    >>> [text[a:b] for a, b in split_sentences(text)]
    ['It costs £1.8m, e.g. for Dr. Hart.', 'Babies wait.']
    """
    start = 0
    for match in _END.finditer(text):
        end = match.end()
        if end < len(text) and not _is_end(text, start, match):
            continue
        yield from _trimmed(text, start, end)
        start = end
    yield from _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        yield start, end


def _is_end(text: str, start: int, match: re.Match[str]) -> bool:
    """Say whether a stop ends the sentence that began at start."""
    rest = text[match.end() :].lstrip()
    if not _OPENS.match(rest):
        return False
    sentence = text[start : match.end()]
    if sentence.count("(") > sentence.count(")") and ")" in rest[:160]:
        return False
    if match[0][0] != ".":
        return not (match[0][0] == "?" and match[0][-1] in "”’\"'" and rest[:1].islower())
    return not _is_abbreviation(sentence, rest)


def _is_abbreviation(sentence: str, rest: str) -> bool:
    last = _LAST_WORD.search(sentence)
    if last is None:
        return False
    word = last[1].lower()
    if word in _NUMBERED:
        return rest[:1].isdigit()
    if word in _ABBREVIATIONS:
        return (
            word
            not in (
                "etc",
                "al",
                "co",
                "inc",
                "ltd",
                "mar",
                "min",
                "max",
                "art",
                "est",
                "mos",
                "yrs",
                "c",
            )
            or rest[:1].isdigit()
        )
    if len(word) == 1 and word.isalpha():
        return last[1].isupper()  # an initial: "A. Hart"
    return bool(re.fullmatch(r"\d{1,2}", word)) and len(sentence) <= 4  # "3. Access"


def find_passages(document: Document) -> Iterator[Passage]:
    """Cut a document into passages in reading order; furniture comes whole."""
    lead_in: str | None = None
    for block in document.blocks:
        text = document.text[block.start : block.end]
        heading = _heading(block)
        if block.place == "body":
            spans = list(split_sentences(text))
            last = text[spans[-1][0] : spans[-1][1]] if spans else ""
            lead_in = last if last.rstrip().endswith((":", "to", "by", "that", "–", "-")) else None
        elif block.place == "list" and len(text) > 200:
            spans = list(split_sentences(text))
        else:
            spans = list(_trimmed(text, 0, len(text)))
        if block.place == "heading":
            lead_in = None
        for start, end in spans:
            yield Passage(
                text=text[start:end],
                place=block.place,
                heading=heading,
                lead_in=lead_in if block.place == "list" else None,
                columns=block.columns,
                language=document.language,
                start=block.start + start,
                section=block.section,
                file=block.file,
                plan=document.title,
            )


def _heading(block: Block) -> str | None:
    """The heading a block stands under: the innermost; for a heading, the one above it."""
    section = block.section[:-1] if block.place == "heading" else block.section
    return section[-1] if section else None
