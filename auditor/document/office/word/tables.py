"""Tables of Word files: rows of words, or boxes whose paragraphs stand on their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Protocol

from auditor.document.flow.account import Account
from auditor.document.flow.drafts import PlainDraft
from auditor.document.flow.rows import NOTHING, Cell, row_drafts
from auditor.document.flow.wording import Wording, fold, join
from auditor.document.office.names import ALTERNATE, FALLBACK, W, is_on
from auditor.document.office.word.styles import Styles
from auditor.document.office.word.text import Gathered

ROW, CELL, TABLE, PARAGRAPH = f"{W}tr", f"{W}tc", f"{W}tbl", f"{W}p"
FEWEST_PARAGRAPHS = 3
"""Paragraphs in a cell of the only row of a table that show it to be a frame, not a table."""


class CellStory(Protocol):
    """What a table needs of the story that it stands in."""

    styles: Styles
    account: Account
    is_inserted: bool

    def blocks(self, parent: Any) -> Iterator[PlainDraft]:
        """Read the paragraphs and tables of an element."""

    def gather(self, paragraph: Any) -> Gathered:
        """Gather the words of a paragraph."""

    def rest(self) -> Iterator[PlainDraft]:
        """Give words that were carried on."""


@dataclass(slots=True)
class TableReader:
    """Reads one table."""

    story: CellStory
    floats: list[PlainDraft] = field(default_factory=list)

    def read(self, table: Any) -> Iterator[PlainDraft]:
        """Make a draft of each row; of each paragraph where the table only draws a frame."""
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
            yield from self.story.blocks(cell)
            yield from self.story.rest()
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
        for _ in range(_number(row.find(f"{W}trPr/{W}gridBefore"), 0)):
            yield Cell()
        for cell in cells:
            properties = cell.find(f"{W}tcPr")
            words = self._words(cell)
            if properties is None:
                yield Cell(words)
            elif properties.find(f"{W}cellDel") is not None:
                self.story.account.hide("deleted text (tracked change)", words.text)
                yield Cell()
            else:
                yield _cell(properties, words)
        self.story.is_inserted = before

    def _words(self, cell: Any) -> Wording:
        """Join the paragraphs of a cell; tables in it are read after its row."""
        found: list[Wording] = []
        for thing in _within(cell, PARAGRAPH, TABLE):
            if thing.tag == TABLE:
                self.floats += TableReader(self.story).read(thing)
                continue
            gathered = self.story.gather(thing)
            found.append(fold(gathered.pieces))
            self.floats += gathered.floats
        return join(found)

    def _is_left_out(self, row: Any) -> bool:
        """True if a row is deleted or hidden."""
        properties = row.find(f"{W}trPr")
        if properties is None:
            return False
        kind = ""
        if properties.find(f"{W}del") is not None:
            kind = "deleted text (tracked change)"
        elif is_on(properties.find(f"{W}hidden")):
            kind = "hidden text"
        if kind:
            texts = row.iter(f"{W}t", f"{W}delText")
            self.story.account.hide(kind, " ".join(each.text or "" for each in texts))
        return bool(kind)

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
    merged = properties.find(f"{W}vMerge")
    goes_on = merged is not None and merged.get(f"{W}val") in (None, "continue")
    across = _number(properties.find(f"{W}gridSpan"), 1)
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
    count = 0
    for row in rows:
        if not is_on(row.find(f"{W}trPr/{W}tblHeader")):
            break
        count += 1
    return count or None


def _is_inserted(row: Any) -> bool:
    return row.find(f"{W}trPr/{W}ins") is not None


def _number(element: Any, otherwise: int) -> int:
    value = (element.get(f"{W}val") or "") if element is not None else ""
    return int(value) if value.isdigit() and len(value) < 6 else otherwise
