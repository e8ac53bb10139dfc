"""One clean text out of words, each character knowing its place."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from auditor.document.pdf.layout.joining import Joiner, Run, Span, printed
from auditor.records import Block, Place, Words

BETWEEN_BLOCKS = "\n\n"


@dataclass(slots=True)
class Draft:
    """A block before it has its text: its cells (one, unless it is a table row)."""

    place: Place
    cells: list[list[Span]]
    rank: int = 0
    why: str = ""
    section: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    style: tuple[float, bool] = (0.0, False)
    """For a heading: its size, and whether it is bold."""
    is_note: bool = False

    @property
    def text(self) -> str:
        """Its words, as they stand."""
        if len(self.cells) == 1 and len(self.cells[0]) == 1:
            page, first, last, _ = self.cells[0][0]
            own = page.clean[first:last]
            return " ".join(own if page.is_plain else filter(None, own))
        words: list[str] = []
        is_plain = True
        for cell in self.cells:
            for page, first, last, _ in cell:
                words += page.clean[first:last]
                is_plain = is_plain and page.is_plain
        return " ".join(words if is_plain else filter(None, words))

    @property
    def last_word(self) -> str:
        """The last of its words that prints something; "" where none does."""
        if self.cells[-1]:
            page, _, last, _ = self.cells[-1][-1]
            if page.clean[last - 1]:
                return page.clean[last - 1]
        for cell in reversed(self.cells):
            for page, first, last, _ in reversed(cell):
                for at in range(last - 1, first - 1, -1):
                    if page.clean[at]:
                        return page.clean[at]
        return ""

    @property
    def spans(self) -> list[Span]:
        """The spans of all cells."""
        return [span for cell in self.cells for span in cell]


@dataclass(slots=True)
class Written:
    """A draft with its text, and where the words of that stand on their pages."""

    draft: Draft
    text: str
    runs: list[Run]


@dataclass(frozen=True, slots=True)
class Composition:
    """What was written as one text."""

    written: Sequence[Written]
    text: str
    starts: Sequence[int]
    """Of each draft written: where it starts in the text."""
    words: Words
    has_ocr: bool
    """Whether OCR read words in pictures of its pages."""

    def blocks(self) -> Iterator[Block]:
        """Give a block for each draft written."""
        has_ocr = self.has_ocr
        for one, start in zip(self.written, self.starts, strict=True):
            draft = one.draft
            yield Block(
                start,
                start + len(one.text),
                draft.place,
                draft.section,
                draft.columns,
                draft.rank,
                why=draft.why,
                ocr=has_ocr and any(map(_is_recognised, draft.spans)),
            )


def compose(drafts: Sequence[Draft], joiner: Joiner) -> list[Written]:
    """Write the drafts that have words."""
    every = [_written(draft, joiner) for draft in drafts]
    return [one for one in every if one.runs]


def lay_out(written: Sequence[Written]) -> Composition:
    """Put what was written into one text, in its order."""
    lengths = [len(one.text) + len(BETWEEN_BLOCKS) for one in written]
    *starts, _ = accumulate(lengths, initial=0)
    text = BETWEEN_BLOCKS.join([one.text for one in written])
    return Composition(written, text, starts, *_places(written, starts))


def _written(draft: Draft, joiner: Joiner) -> Written:
    """Write the cells of a draft; what parts two of them stands before the first run of the second."""
    if len(draft.cells) == 1:
        runs = joiner.runs(draft.cells[0])
        return Written(draft, printed(runs), runs)
    runs = []
    between = ""
    for number, cell in enumerate(draft.cells):
        own = joiner.runs(cell)
        if number:
            between += " | " if own or number < len(draft.cells) - 1 else " |"
        if own:
            own[0].before, between = between, ""
            runs += own
    return Written(draft, printed(runs) + between, runs)


def _places(written: Sequence[Written], starts: Sequence[int]) -> tuple[Words, bool]:
    """Return the places of all words of what was written, and whether OCR read some in pictures."""
    words, has_ocr = Words(), False
    if not written:
        return words, has_ocr
    runs = list(chain.from_iterable([one.runs for one in written]))
    texts: list[str] = []
    for run in runs:
        texts += run.texts
    letters = _lengths(texts)
    count = np.array([len(run.texts) for run in runs], np.int64)
    first = np.array([run.first for run in runs], np.int64)
    numbers = np.array([run.page.number for run in runs], np.int64)
    opening = np.cumsum(count) - count
    before = np.ones(len(letters), np.int64)
    before[opening] = [len(run.before) for run in runs]
    begin = np.cumsum(before + letters) - letters
    opens = opening[[0, *accumulate([len(one.runs) for one in written[:-1]])]]
    ends = np.concatenate((opens[1:], [len(letters)]))
    begin += (starts + before[opens] - begin[opens]).repeat(ends - opens)
    _extend(words.starts, begin)
    _extend(words.ends, begin + letters)
    _extend(words.pages, numbers.repeat(count))
    at = np.arange(len(letters)) + (first - opening).repeat(count)
    changes = np.concatenate(([0], (numbers[1:] != numbers[:-1]).nonzero()[0] + 1))
    known: dict[int, NDArray[np.float32]] = {}
    bounds = [*opening[changes].tolist(), len(at)]
    for number, start, end in zip(changes.tolist(), bounds, bounds[1:], strict=False):
        page = runs[number].page
        if page.number not in known:
            known[page.number] = page.shown().astype(np.float32)
            has_ocr = has_ocr or page.recognised_from is not None
        _extend(words.boxes, known[page.number].take(at[start:end], axis=0))
    return words, has_ocr


def _lengths(words: Sequence[str]) -> NDArray[np.int64]:
    """Return how many letters each of some words has; none of them is a line break."""
    letters = np.frombuffer("\n".join([*words, ""]).encode("utf-32-le", "surrogatepass"), np.uint32)
    found: NDArray[np.int64] = np.diff((letters == ord("\n")).nonzero()[0], prepend=-1) - 1
    return found


def _is_recognised(span: Span) -> bool:
    """True if OCR read words in a picture."""
    start = span.page.recognised_from
    return start is not None and span.first >= start


def _extend(numbers: array[Any], more: NDArray[Any]) -> None:
    """Add numbers to an array of the `array` module."""
    numbers.frombytes(more.astype(numbers.typecode, copy=False).tobytes())
