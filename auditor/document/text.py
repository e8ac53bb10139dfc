"""One clean text out of words, each character knowing its place."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from auditor.document.page import Ints
from auditor.document.pdf.layout.joining import Joiner, Run, Span
from auditor.records import Block, Document, Place, Words


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
        lines = [span.page.clean[span.first : span.last] for span in self.spans]
        return " ".join(filter(None, chain.from_iterable(lines)))

    @property
    def last_word(self) -> str:
        """The last of its words that prints something; "" where none does."""
        words = (word for span in self.spans[::-1] for word in _backwards(span))
        return next(filter(None, words), "")

    @property
    def spans(self) -> list[Span]:
        """The spans of all cells."""
        return [span for cell in self.cells for span in cell]


class Composer:
    """Writes drafts into one text and remembers where each word went."""

    def __init__(self, joiner: Joiner, before: Composer | None = None) -> None:
        """Take over from the one before what is known of its drafts and pages."""
        self.joiner = joiner
        self._joined: dict[int, list[list[Run]]] = before._joined if before else {}
        """Of each draft written, by its identity: the runs of its cells."""
        self._kept = before
        """Holds the drafts whose identities are known."""
        self.blocks: list[Block] = []
        self.written: list[Draft] = []
        """The draft of each block."""
        self._pieces: list[str] = []
        self._length = 0
        self._runs = array("q")
        """Four numbers a run: where it starts in the text, its words, its page, the first on it."""
        self._letters: list[int] = []
        """Of each word: how many letters it has."""
        self._boxes: dict[int, NDArray[np.float32]] = before._boxes if before else {}
        """Of each page: the boxes of its words."""

    def compose(self, drafts: Sequence[Draft]) -> str:
        """Write every draft that has words; return the text."""
        for draft in drafts:
            self._write(draft)
        text = "".join(self._pieces)
        self._pieces = [text]
        return text

    def written_into(self, document: Document, drafts: Sequence[Draft]) -> Document:
        """Return a document with the text of drafts."""
        text = self.compose(drafts)
        return replace(document, text=text, blocks=tuple(self.blocks), words=self.words)

    @property
    def words(self) -> Words:
        """The places of all words written so far."""
        words, done = Words(), 0
        if not self._runs:
            return words
        runs = np.frombuffer(self._runs, np.int64).reshape(-1, 4)
        for part in np.split(runs, np.diff(runs[:, 2]).nonzero()[0] + 1):
            letters = self._letters[done : done + int(part[:, 1].sum())]
            self._add_places(words, part, np.array(letters, np.int64))
            done += len(letters)
        return words

    def _add_places(self, words: Words, runs: Ints, letters: Ints) -> None:
        """Add the places of the words of some runs, all on one page."""
        begun, count, page, word = runs.T
        before = np.cumsum(letters + 1) - letters - 1
        first = np.cumsum(count) - count
        starts = before + np.repeat(begun - before[first], count)
        _extend(words.starts, starts)
        _extend(words.ends, starts + letters)
        _extend(words.pages, np.repeat(page, count))
        at = np.arange(len(letters)) + np.repeat(word - first, count)
        _extend(words.boxes, self._boxes[int(page[0])][at])

    def _write(self, draft: Draft) -> None:
        cells = self._joined.get(id(draft))
        if cells is None:
            cells = [self.joiner.runs(cell) for cell in draft.cells]
        if not any(cells):
            return
        self._joined[id(draft)] = cells
        if self._length:
            self._add("\n\n")
        start = self._length
        self.written.append(draft)
        for number, cell in enumerate(cells):
            if number:
                self._add(" | " if cell or number < len(cells) - 1 else " |")
            for run in cell:
                self._place(run)
        self.blocks.append(
            Block(
                start,
                self._length,
                draft.place,
                draft.section,
                draft.columns,
                draft.rank,
                why=draft.why,
                ocr=any(map(_is_recognised, draft.spans)),
            )
        )

    def _add(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)

    def _place(self, run: Run) -> None:
        """Write a run of words and note where they stand."""
        texts, page = run.texts, run.page
        start = self._length + run.gap
        self._runs.extend((start, len(texts), page.number, run.first))
        if page.number not in self._boxes:
            self._boxes[page.number] = page.shown().astype(np.float32)
        self._letters += map(len, texts)
        self._add(f" {' '.join(texts)}" if run.gap else " ".join(texts))


def _backwards(span: Span) -> Sequence[str]:
    return span.page.clean[span.first : span.last][::-1]


def _is_recognised(span: Span) -> bool:
    """True if OCR read words in a picture."""
    start = span.page.recognised_from
    return start is not None and span.first >= start


def _extend(numbers: array[Any], more: NDArray[Any]) -> None:
    """Add numbers to an array of the `array` module."""
    numbers.frombytes(more.astype(numbers.typecode, copy=False).tobytes())
