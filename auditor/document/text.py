"""One clean text out of words, each character knowing its place."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from auditor.document.joining import Joiner, Run, Span
from auditor.document.sheet import Sheet
from auditor.records import Block, Place, Words


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
        lines = [span.sheet.clean[span.first : span.last] for span in self.spans]
        return " ".join(filter(None, chain.from_iterable(lines)))

    @property
    def spans(self) -> list[Span]:
        """The spans of all cells."""
        return [span for cell in self.cells for span in cell]


class Composer:
    """Writes drafts into one text and remembers where each word went."""

    def __init__(self, joiner: Joiner) -> None:
        self.joiner = joiner
        self.blocks: list[Block] = []
        self._pieces: list[str] = []
        self._length = 0
        self._runs: list[tuple[int, int, int, int]] = []
        """Of each run: where it starts in the text, its words, its page, the first word on it."""
        self._letters: list[int] = []
        """Of each word: how many letters it has."""
        self._sheets: dict[int, Sheet] = {}

    def compose(self, drafts: Sequence[Draft]) -> str:
        """Write every draft that has words; return the text."""
        for draft in drafts:
            self._write(draft)
        return "".join(self._pieces)

    @property
    def words(self) -> Words:
        """The places of all words written so far."""
        if not self._runs:
            return Words()
        begun, count, page, word = np.array(self._runs, np.int64).T
        letters = np.array(self._letters, np.int64)
        before = np.cumsum(letters + 1) - letters - 1
        first = np.cumsum(count) - count
        starts = before + np.repeat(begun - before[first], count)
        return Words(
            _as_array(starts),
            _as_array(starts + letters),
            _as_array(np.repeat(page, count)),
            self._boxes(np.repeat(page, count), np.arange(count.sum()) + np.repeat(word - first, count)),
        )

    def _boxes(self, page: NDArray[np.int64], word: NDArray[np.int64]) -> array[float]:
        """Gather the boxes of words, given the page of each and its number there."""
        before = np.zeros(max(self._sheets) + 1, np.int64)
        shown, total = [], 0
        for number, sheet in self._sheets.items():
            before[number] = total
            total += len(sheet.words)
            shown.append(sheet.shown().astype(np.float32))
        return array("f", np.concatenate(shown)[before[page] + word].tobytes())

    def _write(self, draft: Draft) -> None:
        cells = [self.joiner.runs(cell) for cell in draft.cells]
        if not any(cells):
            return
        if self._length:
            self._add("\n\n")
        start = self._length
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
            )
        )

    def _add(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)

    def _place(self, run: Run) -> None:
        """Write a run of words and note where they stand."""
        if run.gap:
            self._add(" ")
        texts, sheet = run.texts, run.sheet
        self._runs.append((self._length, len(texts), sheet.number, run.first))
        self._sheets[sheet.number] = sheet
        self._letters += map(len, texts)
        self._add(" ".join(texts))


def _as_array(numbers: NDArray[np.int64]) -> array[int]:
    return array("L", numbers.astype(np.dtype("L")).tobytes())
