"""Tables of Word files: rows of words, or boxes whose paragraphs stand on their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import takewhile
from typing import TYPE_CHECKING, Any

from auditor.document.flow.drafts import PlainDraft
from auditor.document.flow.rows import NOTHING, Cell, row_drafts
from auditor.document.flow.wording import Wording, fold, join
from auditor.document.office.names import ALTERNATE, FALLBACK, W, below, is_on, number, value

if TYPE_CHECKING:
    from auditor.document.office.word.reading import Story

ROW, CELL, TABLE, PARAGRAPH = f"{W}tr", f"{W}tc", f"{W}tbl", f"{W}p"
CHUNK = f"{W}altChunk"
FEWEST_PARAGRAPHS = 3
"""Paragraphs in a cell of the only row of a table that show it to be a frame, not a table."""


@dataclass(slots=True)
class TableReader:
    """Reads one table."""

    story: Story
    """The text that the table stands in."""
    floats: list[PlainDraft] = field(default_factory=list)

    def read(self, table: Any) -> Iterator[PlainDraft]:
        """Make a draft of each row; of each paragraph where the table only draws a frame."""
        if self.story.styles.hides_table(table):
            self._hide("hidden text", table)
            return
        rows = [row for row in _within(table, ROW) if not self._is_left_out(row)]
        cells = [list(_within(row, CELL)) for row in rows]
        if self._is_frame(cells):
            for row, tcs in zip(rows, cells, strict=True):
                yield from self._framed(row, tcs)
            return
        yield from self._rows(rows, cells)

    def _framed(self, row: Any, cells: Iterable[Any]) -> Iterator[PlainDraft]:
        before = self.story.is_inserted
        self.story.is_inserted = before or _is_inserted(row)
        for cell in cells:
            yield from self.story.whole(cell)
        self.story.is_inserted = before

    def _rows(self, rows: list[Any], cells: list[list[Any]]) -> Iterator[PlainDraft]:
        """Give the rows, each followed by what is anchored in it."""
        grid, after = [], []
        for row, tcs in zip(rows, cells, strict=True):
            self.floats = []
            grid.append(list(self._row(row, tcs)))
            after.append(self.floats)
        yield from row_drafts(grid, _heads(rows), after)

    def _row(self, row: Any, cells: Iterable[Any]) -> Iterator[Cell]:
        before = self.story.is_inserted
        self.story.is_inserted = before or _is_inserted(row)
        for _ in range(number(row, f"{W}trPr/{W}gridBefore", 0)):
            yield Cell()
        for cell in cells:
            words = self._words(cell)
            if cell.find(f"{W}tcPr/{W}cellDel") is not None:
                self.story.account.hide("deleted text (tracked change)", words.text)
                yield Cell()
            else:
                yield _cell(cell.find(f"{W}tcPr"), words)
        self.story.is_inserted = before

    def _words(self, cell: Any) -> Wording:
        """Join the paragraphs of a cell; tables in it are read after its row."""
        found: list[Wording] = []
        for thing in _within(cell, PARAGRAPH, TABLE, CHUNK):
            if thing.tag != PARAGRAPH:
                reader = TableReader(self.story).read if thing.tag == TABLE else self.story.chunk
                self.floats += reader(thing)
                continue
            gathered = self.story.gather(thing)
            found.append(fold(gathered.pieces))
            self.floats += gathered.floats
        return join(found)

    def _is_left_out(self, row: Any) -> bool:
        """True if a row is deleted or hidden."""
        kind = ""
        if row.find(f"{W}trPr/{W}del") is not None:
            kind = "deleted text (tracked change)"
        elif is_on(row, f"{W}trPr/{W}hidden"):
            kind = "hidden text"
        if kind:
            self._hide(kind, row)
        return bool(kind)

    def _hide(self, kind: str, element: Any) -> None:
        texts = element.iter(f"{W}t", f"{W}delText")
        self.story.account.hide(kind, " ".join(each.text or "" for each in texts))

    def _is_frame(self, cells: list[list[Any]]) -> bool:
        """True if a table has one column, or one row of cells that hold text of their own."""
        if max(map(len, cells), default=0) <= 1:
            return True
        return len(cells) == 1 and any(map(self._is_full, cells[0]))

    def _is_full(self, cell: Any) -> bool:
        things = list(_within(cell, PARAGRAPH, TABLE))
        paragraphs = [thing for thing in things if thing.tag == PARAGRAPH and len(thing)]
        looks = [self.story.styles.look(thing.find(f"{W}pPr")) for thing in paragraphs]
        nested = len(paragraphs) < len([thing for thing in things if len(thing)])
        return nested or len(paragraphs) >= FEWEST_PARAGRAPHS or any(look.rank for look in looks)


def _cell(properties: Any, words: Wording) -> Cell:
    merged = below(properties, f"{W}vMerge")
    goes_on = merged is not None and value(merged) in (None, "continue")
    across = number(properties, f"{W}gridSpan", 1)
    return Cell(words or NOTHING, across, goes_on=goes_on)


def _within(element: Any, *tags: str) -> Iterator[Any]:
    """Find the nearest elements below one, whatever they are wrapped in."""
    for child in element:
        if child.tag in tags:
            yield child
        elif child.tag == ALTERNATE:
            yield from _within(child[0] if len(child) else child, *tags)
        elif child.tag not in (ROW, CELL, TABLE, PARAGRAPH, FALLBACK):
            yield from _within(child, *tags)


def _heads(rows: Iterable[Any]) -> int | None:
    """Count the rows that are marked to be repeated on each page; None where there are none."""
    return len(list(takewhile(lambda row: is_on(row, f"{W}trPr/{W}tblHeader"), rows))) or None


def _is_inserted(row: Any) -> bool:
    return row.find(f"{W}trPr/{W}ins") is not None
