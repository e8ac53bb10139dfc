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


@dataclass(frozen=True, slots=True)
class _Stretch:
    """What was written of a draft: its block, its runs and the letters of its words."""

    block: Block
    runs: slice
    letters: slice


class Composer:
    """Writes drafts into one text and remembers where each word went."""

    def __init__(self, joiner: Joiner, before: Composer | None = None) -> None:
        """Take over from the one before what it wrote of the same drafts."""
        self.joiner = joiner
        self._before = before
        self._stretches: dict[int, _Stretch] = {}
        """Of each draft written, by its identity: what was written of it."""
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
        known = self._before._stretches.get(id(draft)) if self._before else None
        cells = None if known else [self.joiner.runs(cell) for cell in draft.cells]
        if cells is not None and not any(cells):
            return
        if self._length:
            self._add("\n\n")
        runs, letters = len(self._runs), len(self._letters)
        if known and self._before:
            block = self._copy(known, self._before)
        else:
            block = self._written(draft, cells or [])
        self.written.append(draft)
        self.blocks.append(block)
        self._stretches[id(draft)] = _Stretch(
            block, slice(runs, len(self._runs)), slice(letters, len(self._letters))
        )

    def _written(self, draft: Draft, cells: list[list[Run]]) -> Block:
        """Write the cells of a draft."""
        start = self._length
        for number, cell in enumerate(cells):
            if number:
                self._add(" | " if cell or number < len(cells) - 1 else " |")
            for run in cell:
                self._place(run)
        return Block(
            start,
            self._length,
            draft.place,
            draft.section,
            draft.columns,
            draft.rank,
            why=draft.why,
            ocr=any(map(_is_recognised, draft.spans)),
        )

    def _copy(self, known: _Stretch, before: Composer) -> Block:
        """Write again what was written of a draft before."""
        block, start = known.block, self._length
        runs = before._runs[known.runs]
        for at in range(0, len(runs), 4):
            runs[at] += start - block.start
        self._runs.extend(runs)
        self._letters += before._letters[known.letters]
        self._add(before._pieces[0][block.start : block.end])
        return replace(block, start=start, end=self._length)

    def _add(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)

    def _place(self, run: Run) -> None:
        """Write a run of words and note where they stand."""
        texts, page = run.texts, run.page
        start = self._length + len(run.before)
        self._runs.extend((start, len(texts), page.number, run.first))
        if page.number not in self._boxes:
            self._boxes[page.number] = page.shown().astype(np.float32)
        self._letters += map(len, texts)
        self._add(f"{run.before}{' '.join(texts)}")


def _backwards(span: Span) -> Sequence[str]:
    return span.page.clean[span.first : span.last][::-1]


def _is_recognised(span: Span) -> bool:
    """True if OCR read words in a picture."""
    start = span.page.recognised_from
    return start is not None and span.first >= start


def _extend(numbers: array[Any], more: NDArray[Any]) -> None:
    """Add numbers to an array of the `array` module."""
    numbers.frombytes(more.astype(numbers.typecode, copy=False).tobytes())
