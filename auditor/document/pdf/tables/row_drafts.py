"""Rows of tables into blocks, and where a row goes on in the next: below it or overleaf."""

from __future__ import annotations

from bisect import bisect

from auditor.document.page import ClassifiedPage, Table
from auditor.document.pdf.layout.headings import ENDS, FEWEST_WORDS, SECTION, begins_small, may_end
from auditor.document.pdf.layout.joining import Joiner, Span
from auditor.document.pdf.layout.lines import MOST_STEP
from auditor.document.pdf.layout.paragraph_breaks import Breaks
from auditor.document.pdf.tables.cell_paragraphs import CellParagraphs
from auditor.document.pdf.tables.grid import NEAR
from auditor.document.pdf.tables.layouts import CLOSE
from auditor.document.pdf.tables.ruled import goes_on
from auditor.document.structure.contents_lists import CONTENTS_LINE
from auditor.document.text import Draft
from auditor.records import Place

FEWEST_CUT = 6
"""Words of a cell that the end of a page cuts within a sentence."""

Row = list[list[Span]]


class RowGatherer:
    """Makes a draft of each row of the tables of a document, in their order."""

    def __init__(self, joiner: Joiner, drafts: list[Draft], breaks: Breaks) -> None:
        self.joiner = joiner
        self.breaks = breaks
        self.drafts = drafts
        """All drafts so far, to which it adds."""
        self._table: tuple[Table, tuple[str, ...]] | None = None
        self._last_row = -1
        self._paragraphs: CellParagraphs | None = None
        """Those of the page that is gone through."""
        self._overflow: tuple[list[Span], ClassifiedPage, int, int] | None = None
        """The cell that goes on overleaf in lines of no table, the last of them, and all drafts then."""

    def take(self, page: ClassifiedPage, line: int) -> bool:
        """Add to a cell that the end of a page or column cut a line that goes on in it, overleaf."""
        if self._overflow is None and self._last_row < 0:
            return False
        cell = self._overflowing(page, line)
        if cell is not None:
            cell.append(Span(page, page.lines.first.item(line), page.lines.last.item(line)))
            self._overflow = cell, page, line, len(self.drafts)
        return cell is not None

    def _overflowing(self, page: ClassifiedPage, line: int) -> list[Span] | None:
        """Find the cell in which a line goes on, below one that did or at the head of a page."""
        if self._overflow is not None:
            cell, above_page, above, drafts = self._overflow
            is_below = above_page is page and page.block[above] == page.block[line]
            is_next = is_below and drafts == len(self.drafts)  # no heading stands between them
            if is_next and not self._opens_other(page, above, line):
                return cell
            self._overflow = None
            return None
        if self.drafts[self._last_row].place != "table" or not self._is_next(page):
            return None
        cells = [cell for cell in self.drafts[self._last_row].cells if cell]
        if not all(_is_turned_from(cell, page, line) for cell in cells):
            return None
        near = [cell for cell in cells if len(cells) == 1 or _begins_at(cell, page, line)]
        cut = [cell for cell in near if self._is_cut(cell, page.first_word(line))]
        return cut[0] if len(cut) == 1 else None

    def _opens_other(self, page: ClassifiedPage, above: int, line: int) -> bool:
        """True if a line below one that goes on in a cell is numbered, or opens another text."""
        if SECTION.fullmatch(page.openings[line]):
            return True
        return self.breaks.opens_paragraph(page, above, line, self.drafts[self._last_row])

    def _is_cut(self, cell: list[Span], word: str) -> bool:
        """True if a cell holds some words and ends within a sentence that goes on with a word."""
        words = self.joiner.text(cell).split()
        return len(words) >= FEWEST_CUT and _goes_on_with(words, word)

    def add(self, page: ClassifiedPage, table: Table) -> None:
        """Add the rows of a table; its head goes into their columns."""
        if self._paragraphs is None or self._paragraphs.page is not page:
            self._paragraphs = CellParagraphs(page, self.breaks)
        spans_of, mark = self._paragraphs.spans_of, self._paragraphs.mark
        first: tuple[str, ...] = ()
        columns: tuple[str, ...] = ()
        before = self._table if self._table and goes_on(self._table[0], table) else None
        if table.heads or before is not None:
            first = tuple(self.joiner.text(spans_of(cell)) for cell in table.rows[0])
        heads = table.heads or int(before is not None and any(first) and first == before[1])
        if heads:
            columns = first
        elif before is not None:
            columns = before[1]
        self._table = (table, columns)
        rows = [[mark(spans_of(cell)) for cell in row] for row in table.rows[heads:]]
        if before is not None and rows:
            rest = _in_columns(rows[0], table)
            if self._goes_on_in(rest, page, before[0]):
                rows.pop(0)
                for cell, more in zip(self.drafts[self._last_row].cells, rest, strict=True):
                    cell += more
        for cells in rows:
            self._add_row(cells, table, columns)

    def _add_row(self, cells: Row, table: Table, columns: tuple[str, ...]) -> None:
        place: Place = "toc" if table.is_contents else "table"
        why = CONTENTS_LINE.why if table.is_contents else ""
        filled = [cell for cell in cells if cell]
        if len(filled) == 1:
            above = self._cut_above(filled[0], CLOSE if table.is_ruled else MOST_STEP)
            if above is not None:
                above += filled[0]
                return
            if len(cells) > 2:
                cells, columns = filled, ()
        self.drafts.append(Draft(place, cells, columns=columns, why=why))
        self._last_row = len(self.drafts) - 1

    def _cut_above(self, cell: list[Span], most_step: float) -> list[Span] | None:
        """Find the cell straight above a lone one that ends within the sentence it goes on with.

        `most_step` is how far below it may stand, in heights of a line.
        """
        if self._last_row < 0 or self._last_row != len(self.drafts) - 1:
            return None
        if not begins_small(self.joiner.text(cell)):
            return None
        aligned = (
            above for above in self.drafts[-1].cells if above and _is_below(above, cell, most_step)
        )
        return next((above for above in aligned if self._is_open(above)), None)

    def _is_open(self, cell: list[Span]) -> bool:
        """True if a cell holds a few words and ends within a sentence."""
        words = sum(span.last - span.first for span in cell)
        return words >= FEWEST_WORDS and self.joiner.text(cell)[-1:] not in ENDS

    def _goes_on_in(self, row: Row, page: ClassifiedPage, table: Table) -> bool:
        """True if the last row of a table goes on in the first on the next page.

        A cell of it ends within a sentence, and the cell below goes on in small letters; no
        rule closed the row, or it does not name again what its first cell names, or all its
        cells go on so from sentences.
        """
        above = self.drafts[self._last_row].cells
        if len(above) != len(row) or not self._is_next(page):
            return False
        texts = [
            (self.joiner.text(a), self.joiner.text(b)) for a, b in zip(above, row, strict=True)
        ]
        if any(not a and b for a, b in texts):
            return False
        cut = [bool(b) and _goes_on_with(a.split(), b) for a, b in texts]
        if table.is_open or not row[0]:
            return any(cut)
        long = [len(a.split()) >= FEWEST_CUT for a, _ in texts]
        parts = zip(texts, cut, long, strict=True)
        return any(cut) and all(not b or (ends and is_long) for (_, b), ends, is_long in parts)

    def _is_next(self, page: ClassifiedPage) -> bool:
        """True if nothing is read between the last row and the head of a page, nor a page left out."""
        cells = self.drafts[self._last_row].cells
        last = next(cell[-1] for cell in reversed(cells) if cell)
        if page.number - last.page.number > 1:
            return False
        between = self.drafts[self._last_row + 1 :]
        return all(draft.place == "running" or draft.is_note for draft in between)


def _in_columns(row: Row, table: Table) -> Row:
    """Return the cells of a row with those that its table leaves out, as all are empty."""
    columns = len(table.edges) - 1
    if len(row) >= columns or not all(row):
        return row
    found: Row = [[] for _ in range(columns)]
    for cell in row:
        page, first = cell[0].page, cell[0].first
        found[bisect(table.edges, page.boxes[first, 0].item()) - 1] += cell
    return found


def _goes_on_with(words: list[str], text: str) -> bool:
    """True if the words of a cell end within a sentence, and a text may be its rest."""
    if words[-1][-1] in ENDS:
        return False
    return text[0].islower() or (len(words) >= FEWEST_CUT and not may_end(words[-1]))


def _is_turned_from(cell: list[Span], page: ClassifiedPage, line: int) -> bool:
    """True if a line stands on another page than a cell, or beside it and higher."""
    own, first = cell[0].page, cell[0].first
    if own is not page:
        return True
    x0, top, _, _ = own.boxes[first].tolist()
    return bool(page.lines.x0[line] > x0 and page.lines.bottom[line] < top)


def _begins_at(cell: list[Span], page: ClassifiedPage, line: int) -> bool:
    """True if a line begins where the lines of a cell do."""
    own, first = cell[0].page, cell[0].first
    return bool(abs(own.boxes[first, 0].item() - page.lines.x0.item(line)) < NEAR)


def _is_below(above: list[Span], cell: list[Span], most_step: float) -> bool:
    """True if a cell begins straight below the last line of another, where its lines begin.

    What begins with the same word is another of the same kind: "between 5% and 9%".
    """
    page, first, _, _ = cell[0]
    if above[-1].page is not page or page.words[first] == page.words[above[-1].first]:
        return False
    x0, top, _, bottom = page.boxes[first].tolist()
    step = bottom - page.boxes[above[-1].first, 3].item()
    is_aligned = abs(page.boxes[above[-1].first, 0].item() - x0) < NEAR
    return bool(is_aligned and 0 < step < most_step * (bottom - top))
