"""Passages: sentences, list items, table rows and headings, none crossing a section.

The splitter is a rule: a full stop, question or exclamation mark ends a sentence
unless it stands in an abbreviation, a number, an initial or inside brackets that
are still open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.records import Block, Document, DocumentKind, Passage
from auditor.rules.grammar import SmallWords

_END = re.compile(r"[.!?]+[\"'”’)\]]*(?:\d{1,3}(?:,\d{1,3})*|[¹²³⁴-⁹⁰]+)?(?=\s+|$)")
_DECIMAL = re.compile(r"(?<!\d)\d{1,3}\.\d+$")
"""At the end: "4.2", which no note follows; a note can follow a year ("in 2019.3 The")."""
_OPENS = re.compile(r"[\"'“‘(\[]*(?:[A-Z0-9£$€•]|[^\W\d_a-z])")
_LAST_WORD = re.compile(r"([^\s(\[\"'“‘]+?)\.+$")
_LAST_WORD_REACH = 40
_BRACKET_REACH = 160
_LONG_ITEM = 200
"""Characters from which a list item is cut into its sentences."""


class SentenceSplitter:
    """Cuts paragraphs of one language into sentences."""

    def __init__(self, small_words: SmallWords) -> None:
        """Learn the abbreviations of a language."""
        self._abbreviations = frozenset(small_words.abbreviations)
        self._that_end = frozenset(small_words.abbreviations_that_end)
        self._of_numbers = frozenset(small_words.abbreviations_of_numbers)
        self._lead_ins = tuple(small_words.lead_ins)

    def split(self, text: str) -> Iterator[tuple[int, int]]:
        """Give the half-open span of each sentence of a paragraph."""
        start = 0
        for match in _END.finditer(text):
            end = match.end()
            if end < len(text) and not self._is_end(text, start, match):
                continue
            yield from trimmed(text, start, end)
            start = end
        yield from trimmed(text, start, len(text))

    def _is_end(self, text: str, start: int, match: re.Match[str]) -> bool:
        """True if a stop ends the sentence that began at start."""
        at = match.end()
        while at < len(text) and text[at].isspace():
            at += 1
        if not _OPENS.match(text, at):
            return False
        if self._is_bracketed(text, start, match.end()):
            return False
        if match[0][0] != ".":
            return not (match[0][0] == "?" and match[0][-1] in "”’\"'" and text[at].islower())
        before = text[max(start, match.end() - _LAST_WORD_REACH) : match.end()]
        if _DECIMAL.search(before):
            return False
        return not self._is_abbreviation(before, match.end() - start, text[at : at + 1])

    def _is_bracketed(self, text: str, start: int, end: int) -> bool:
        """True if a bracket that opened in the sentence closes soon after."""
        if ")" not in text[end : end + _BRACKET_REACH]:
            return False
        opened = text.rfind("(", start, end)
        return opened > text.rfind(")", start, end)

    def _is_abbreviation(self, before: str, length: int, following: str) -> bool:
        last = _LAST_WORD.search(before)
        if last is None:
            return False
        word, number_follows = last[1].lower(), following.isdigit()
        if word in self._of_numbers:
            return number_follows
        if word in self._abbreviations:
            return word not in self._that_end or number_follows
        if len(word) == 1 and word.isalpha():
            return last[1].isupper()  # an initial: "A. Hart"
        return bool(re.fullmatch(r"\d{1,2}", word)) and length <= 4  # "3. Access"

    def opens_list(self, sentence: str) -> bool:
        """True if a sentence leads into the list that follows it."""
        return sentence.rstrip().endswith(self._lead_ins)

    def passages(self, document: Document, kind: DocumentKind) -> Iterator[Passage]:
        """Cut a document into passages in reading order; running lines come whole."""
        lead_in: str | None = None
        for block in document.blocks:
            text = document.text[block.start : block.end]
            spans = list(self._spans(text, block))
            if block.place == "body":
                last = text[spans[-1][0] : spans[-1][1]] if spans else ""
                lead_in = last if self.opens_list(last) else None
            elif block.place == "heading":
                lead_in = None
            for start, end in spans:
                yield Passage(
                    text=text[start:end],
                    place=block.place,
                    heading=_heading(block),
                    lead_in=lead_in if block.place == "list" else None,
                    columns=block.columns,
                    language=document.language,
                    start=block.start + start,
                    section=block.section,
                    file=block.file,
                    kind=kind,
                    ocr=block.ocr,
                    in_document=True,
                )

    def _spans(self, text: str, block: Block) -> Iterator[tuple[int, int]]:
        if block.place == "body" or (block.place == "list" and len(text) > _LONG_ITEM):
            return self.split(text)
        return trimmed(text, 0, len(text))


def trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Give a span without the spaces at its ends; nothing where nothing else is in it."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        yield start, end


def _heading(block: Block) -> str | None:
    """Return the heading a block stands under: the innermost; for a heading, the one above it."""
    section = block.section[:-1] if block.place == "heading" else block.section
    return section[-1] if section else None
