"""One clean text out of words, each character knowing its place."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field

from auditor.document.joining import Joined, Joiner, Span, tidy
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
        words = (
            tidy(word) for span in self.spans for word in span.sheet.words[span.first : span.last]
        )
        return " ".join(word for word in words if word)

    @property
    def spans(self) -> list[Span]:
        """The spans of all cells."""
        return [span for cell in self.cells for span in cell]


@dataclass(slots=True)
class Composer:
    """Writes drafts into one text and remembers where each word went."""

    joiner: Joiner
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    words: Words = field(default_factory=Words)
    blocks: list[Block] = field(default_factory=list)
    _shown: dict[int, array[float]] = field(default_factory=dict)

    def compose(self, drafts: Sequence[Draft]) -> str:
        """Write every draft that has words; return the text."""
        for draft in drafts:
            self._write(draft)
        return "".join(self.pieces)

    def _write(self, draft: Draft) -> None:
        cells = [list(self.joiner.words(cell)) for cell in draft.cells]
        if not any(cells):
            return
        if self.length:
            self._add("\n\n")
        start = self.length
        for number, cell in enumerate(cells):
            if number:
                self._add(" | " if cell or number < len(cells) - 1 else " |")
            self._place(cell)
        self.blocks.append(
            Block(
                start,
                self.length,
                draft.place,
                draft.section,
                draft.columns,
                draft.rank,
                why=draft.why,
            )
        )

    def _add(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)

    def _place(self, cell: Sequence[Joined]) -> None:
        """Write the words of a cell and note where each stands."""
        words, pieces, at = self.words, self.pieces, self.length
        for gap, text, sheet, word in cell:
            if gap:
                pieces.append(" ")
                at += 1
            pieces.append(text)
            words.starts.append(at)
            at += len(text)
            words.ends.append(at)
            words.pages.append(sheet.number)
            boxes = self._shown.get(sheet.number) or self._boxes(sheet)
            words.boxes.extend(boxes[4 * word : 4 * word + 4])
        self.length = at

    def _boxes(self, sheet: Sheet) -> array[float]:
        boxes = self._shown[sheet.number] = array("f", sheet.shown().ravel().tolist())
        return boxes
