"""Tables of inputs without pages: cells that span rows and columns, heads, a draft a row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from auditor.document.flow.drafts import PlainDraft
from auditor.document.flow.wording import Wording, join

WIDEST_SPAN = 100
"""Columns that one cell may span: browsers take no more than a thousand."""
MOST_REPEATS = 20_000
"""Labels that a table may repeat in the rows that they span, so that no table grows without end."""
LOOKED_AT = 20
"""Rows below the first that tell whether it is a head."""
FIGURE = re.compile(r"\d")
NOTHING = Wording()


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as the file gives it."""

    wording: Wording = NOTHING
    across: int = 1
    """Columns that it spans."""
    down: int = 1
    """Rows that it spans."""
    goes_on: bool = False
    """Whether it continues the cell above, as Word has it."""


@dataclass(slots=True)
class _Column:
    """What a cell above leaves to the rows below it."""

    wording: Wording
    last: int
    """The row that it reaches."""
    across: int


@dataclass(slots=True)
class _Spreader:
    """Lays cells out in columns, row after row."""

    carried: dict[int, _Column] = field(default_factory=dict)
    above: dict[int, Wording] = field(default_factory=dict)
    repeats: int = 0
    nth: int = -1

    def spread(self, cells: Sequence[Cell]) -> list[Wording]:
        """Return the row with each cell in its column; spanned columns are empty."""
        self.nth += 1
        row: list[Wording] = []
        if not any(cell.wording for cell in cells):
            return row
        kept = {at: column for at, column in self.carried.items() if column.last >= self.nth}
        self.carried = kept if self.repeats < MOST_REPEATS else {}
        fresh: dict[int, _Column] = {}
        for cell in cells:
            self._carry(row)
            self._place(row, cell, fresh)
        while len(row) in self.carried:
            self._carry(row)
        self.carried |= fresh
        return row

    def _carry(self, row: list[Wording]) -> None:
        """Fill the columns that cells above still span."""
        while (column := self.carried.get(len(row))) is not None:
            self.repeats += 1
            _fill(row, column.wording, column.across)

    def _place(self, row: list[Wording], cell: Cell, fresh: dict[int, _Column]) -> None:
        across = max(1, min(cell.across, WIDEST_SPAN))
        at = len(row)
        wording = cell.wording
        if cell.goes_on and not wording and self.repeats < MOST_REPEATS:
            self.repeats += 1
            wording = self.above.get(at, NOTHING)
        label = wording if wording.is_short else NOTHING
        self.above[at] = label
        if cell.down > 1:
            fresh[at] = _Column(label, self.nth + cell.down - 1, across)
        _fill(row, wording, across)


def _fill(row: list[Wording], wording: Wording, across: int) -> None:
    row.append(wording)
    row.extend([NOTHING] * (across - 1))


def cell_wording(drafts: Iterable[PlainDraft], after: list[PlainDraft]) -> Wording:
    """Join the paragraphs of a cell; notes, boxes and tables in it are put after its row."""
    found: list[Wording] = []
    for draft in drafts:
        if draft.place in ("body", "list", "heading") and not draft.is_note:
            found.append(draft.wording)
        else:
            after.append(draft)
    return join(found)


def span_of(value: str | None) -> int:
    """Return how many columns or rows a cell says that it spans.

    >>> span_of("3"), span_of(None), span_of("9999999")
    (3, 1, 1)
    """
    digits = (value or "").strip()
    return int(digits) if digits.isdigit() and len(digits) < 6 else 1


def row_drafts(
    rows: Sequence[Sequence[Cell]],
    heads: int | None = None,
    after: Sequence[Sequence[PlainDraft]] = (),
) -> list[PlainDraft]:
    """Make a draft of each row below the heads of a table.

    A label that spans several rows stands in each of them; a sentence stands once.
    Empty cells are left out, with the heads of their columns.

    Args:
        rows: The cells as the file gives them.
        heads: Rows at the top that name the columns; None where the file does not tell.
        after: What follows each row: notes, boxes and tables that stand in its cells.

    """
    spreader = _Spreader()
    grid = [spreader.spread(cells) for cells in rows]
    filled = [at for at, row in enumerate(grid) if any(row)]
    if heads is None:
        heads = filled[0] + 1 if filled and looks_headed([grid[at] for at in filled]) else 0
    if heads >= len(rows):
        heads = 0
    columns = _columns(rows[:heads], grid[:heads])
    drafts: list[PlainDraft] = []
    for at, row in enumerate(grid):
        if at >= heads and any(row):
            drafts.append(_row_draft(row, columns))
        drafts += after[at] if at < len(after) else ()
    return drafts


def _row_draft(row: Sequence[Wording], columns: Sequence[str]) -> PlainDraft:
    at = [index for index, wording in enumerate(row) if wording]
    joined = join((row[index] for index in at), " | ")
    heads = tuple(columns[index] if index < len(columns) else "" for index in at)
    told = any(heads) and (len(at) > 1 or at[0] > 0 or len(columns) == 1)
    texts = [row[index].text for index in at]
    return PlainDraft(
        "table",
        texts,
        columns=heads if told else (),
        inserted=joined.inserted,
        parts=joined.parts,
    )


def _columns(rows: Sequence[Sequence[Cell]], grid: Sequence[Sequence[Wording]]) -> list[str]:
    """Return the name of each column, by the heads above it; a head that spans columns names them all."""
    names: list[list[str]] = []
    for cells, row in zip(rows, grid, strict=True):
        for at, text in enumerate(_stretched(cells, row)):
            while at >= len(names):
                names.append([])
            if text and text not in names[at]:
                names[at].append(text)
    return [" ".join(name) for name in names]


def _stretched(cells: Sequence[Cell], row: Sequence[Wording]) -> Iterator[str]:
    """Give a row of heads with each text repeated over the columns that it spans."""
    wide = {id(cell.wording): min(cell.across, WIDEST_SPAN) for cell in cells if cell.across > 1}
    text, left = "", 0
    for wording in row:
        if wording:
            text, left = wording.text, wide.get(id(wording), 1)
        yield text if left > 0 else ""
        left -= 1


def looks_headed(rows: Sequence[Sequence[Wording]]) -> bool:
    """True if the first row of a table names its columns.

    It is short, every cell of it is filled, and what stands below is of another kind:
    figures, sentences, or longer by half. A row that could as well be one of the others
    is read like them, for a row that is lost is worse than a head that is read.
    """
    if len(rows) < 2 or len(rows[0]) < 2 or not all(cell and cell.is_short for cell in rows[0]):
        return False
    below = [cell for row in rows[1 : 1 + LOOKED_AT] for cell in row if cell]
    if any(not cell.is_short for cell in below) or _holds_figures(rows):
        return True
    words = [len(cell.text.split()) for cell in below]
    head = sum(len(cell.text.split()) for cell in rows[0]) / len(rows[0])
    return sum(words) >= 1.5 * head * len(words)


def _holds_figures(rows: Sequence[Sequence[Wording]]) -> bool:
    """True if a column holds nothing but figures below a head without any."""
    return any(
        not FIGURE.search(head.text)
        and all(FIGURE.search(row[at].text) for row in rows[1:] if at < len(row) and row[at])
        for at, head in enumerate(rows[0])
        if any(at < len(row) and row[at] for row in rows[1:])
    )
