"""Labels of charts that were read as one text: each is a text of its own.

The names of bars, the figures on them and those of an axis stand below and beside each other
like the lines of a paragraph, and the file has them apart. Only what is not found on its page
as it was read is parted, and only where no part of it goes on in the next.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from auditor.document.characters import bare
from auditor.document.pdf.layout.headings import ENDS, begins_small
from auditor.document.pdf.layout.joining import Span
from auditor.document.quotes.doubts import is_on_page
from auditor.document.structure.list_items import surely_numbers
from auditor.document.text import Composition, Draft, Written
from auditor.records import Block, Document

MOST_WORDS = 6
"""Of a label."""
PLACES = ("body", "list", "table", "heading")
"""What labels may have been read as."""
FIGURES = frozenset("0123456789%")
"""What figures end in: the words after one on an axis or a bar are none of its."""


def find_labels(read: Composition, document: Document) -> dict[int, list[Draft]]:
    """Find what was read of a document that is labels of charts: by its place, a draft for each."""
    found: dict[int, list[Draft]] = {}
    for at, (one, start) in enumerate(zip(read.written, read.starts, strict=True)):
        draft = one.draft
        if not _may_hold_labels(one) or _stands(one):
            continue
        parts = _parts(draft)
        if not parts:
            continue
        block = Block(start, start + len(one.text), draft.place)
        if not is_on_page(block, document):
            found[at] = parts
    return found


def _may_hold_labels(one: Written) -> bool:
    """True if the lines of a draft are short, and no heads of columns stand above its cells."""
    draft = one.draft
    if draft.columns or draft.place not in PLACES or not one.runs[0].page.printed:
        return False
    words = sum([len(run.texts) for run in one.runs])
    if words <= 2 * MOST_WORDS:
        return words > 1
    return words <= MOST_WORDS * sum(map(len, draft.cells))


def _stands(one: Written) -> bool:
    """True if a page has the words of a draft in one run, as most have: no more need be asked."""
    return len(one.draft.cells) == 1 and bare(one.text) in one.runs[0].page.printed


def _parts(draft: Draft) -> list[Draft]:
    """Return a draft for each label of a draft, if several; a row stays one, with a cell for each."""
    cells = [label for cell in draft.cells for label in _labels(cell)]
    is_row = draft.place == "table"
    if len(cells) == (len(draft.cells) if is_row else 1):
        return []
    if is_row:
        return [replace(draft, cells=cells)]
    return [replace(draft, cells=[label]) for label in cells]


def _labels(cell: list[Span]) -> list[list[Span]]:
    """Part the lines of a cell where its page has their words apart; none that may be a text."""
    if not cell or (len(cell) == 1 and cell[0].last - cell[0].first < 2):
        return [cell]
    if bare(" ".join(_words(cell))) in cell[0].page.printed:
        return [cell]
    found: list[list[Span]] = []
    said = ""
    for page, first, last, _ in cell:
        for at in range(first, last):
            word = page.clean[at]
            goes_on = bool(found) and (at > first or begins_small(word))
            letters = bare(word)
            if not goes_on or said + letters not in page.printed:
                found.append([Span(page, at, at + 1)])
                said = ""
            elif at == first:
                found[-1].append(Span(page, at, at + 1))
            else:
                found[-1][-1] = Span(page, found[-1][-1].first, at + 1)
            said += letters
    return found if _are_labels(list(map(_words, found))) else [cell]


def _words(part: Sequence[Span]) -> list[str]:
    words: list[str] = []
    for page, first, last, _ in part:
        words += page.clean[first:last]
    return words if all(words) else list(filter(None, words))


def _are_labels(parts: list[list[str]]) -> bool:
    """True if parts are short or whole sentences, and none numbers the next or goes on in it."""
    texts = [words for words in parts if words]
    is_short = all(len(words) <= MOST_WORDS or words[-1][-1] in ENDS for words in texts)
    return len(texts) > 1 and is_short and not any(map(_goes_on, texts, texts[1:]))


def _goes_on(words: list[str], following: list[str]) -> bool:
    """True if a part numbers the next, or ends within a sentence whose rest the next may be.

    Labels beside each other may begin alike: "of babies at home", "of babies in care".
    """
    if len(words) == 1 and surely_numbers(words[0]):
        return True
    last = words[-1][-1]
    is_like = len(words) > 1 and words[:2] == following[:2]
    return not (last in ENDS or last in FIGURES or is_like) and begins_small(following[0])
