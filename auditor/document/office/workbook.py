"""Sheets (.xlsx, .xlsm and strict ones): a row of words a row, each sheet under its name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Any, TypeVar

from auditor.document.flow.account import Account
from auditor.document.flow.drafts import PlainDraft, PlainText, draft_of
from auditor.document.flow.rows import NOTHING, Cell, row_drafts
from auditor.document.flow.wording import Wording, clean
from auditor.document.office.drawing import drawn_text, read_drawing
from auditor.document.office.names import FALLBACK, A, R
from auditor.document.office.number_formats import BUILT_IN, shown
from auditor.document.office.package import Package, Relation, find_part

T = TypeVar("T")

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
XDR = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
CODED = re.compile(r"_x([0-9A-Fa-f]{4})_")
"""A letter of a string that is written by its number."""
REFERENCE = re.compile(r"^([A-Z]{1,3})(\d{1,7})$")
WIDEST = 400
"""Columns of a sheet that are read: a plan fits in them."""
TALLEST = 500
"""Rows that a cell of a sheet spans, at most."""
ON = ("1", "true")
NOTHING_SHOWN = ";;;"
"""The format of cells that show nothing."""
NO_VALUE = "no program has computed its formulas"


def read_xlsx(data: bytes) -> PlainText:
    """Read the rows of all sheets that are shown, their text boxes and charts."""
    package = Package(data)
    main = find_part(package.read_relations(""), "officeDocument") or "xl/workbook.xml"
    relations = package.read_relations(main)
    account = Account()
    shared = find_part(relations, "sharedStrings") or "xl/sharedStrings.xml"
    styles = package.read_tree(find_part(relations, "styles") or "xl/styles.xml")
    strings = list(package.read_elements(shared, f"{S}si"))
    book = Book(strings, _formats(styles), _struck(styles))
    drafts: list[PlainDraft] = []
    for sheet in package.read_tree(main).iter(f"{S}sheet"):
        relation = relations.get(sheet.get(f"{R}id") or "")
        if relation is None or not package.has_part(relation.target):
            continue
        name = clean(sheet.get("name") or "")
        found = list(Sheet(package, relation.target, book, account).read())
        if sheet.get("state") in ("hidden", "veryHidden"):
            account.hide("hidden sheet", " ".join(draft.text for draft in found[:20]))
        elif found:
            drafts += [PlainDraft("heading", [name], 2), *found]
    title = clean(package.read_title())
    return PlainText(drafts, title, tuple(account.hidden), tuple(account.unread))


@dataclass(frozen=True, slots=True)
class Book:
    """What all sheets share."""

    strings: list[Any]
    formats: list[str]
    """The format of each style of cells."""
    struck: list[bool]
    """Of each style of cells, whether it strikes out what they hold."""


def _string(item: Any, *, is_struck: bool = False) -> str:
    """Return the words of a string; how they are spoken is left out, and what is struck out.

    Of one that is struck out as a whole, runs with a font of their own are not.
    """
    pieces = ["" if is_struck else item.findtext(f"{S}t") or ""]
    for run in item.iterchildren(f"{S}r"):
        font = run.find(f"{S}rPr")
        if not (is_struck if font is None else _strikes(font)):
            pieces.append(run.findtext(f"{S}t") or "")
    return CODED.sub(lambda code: chr(int(code[1], 16)), "".join(pieces))


def _formats(tree: Any) -> list[str]:
    if tree is None:
        return []
    named = {form.get("numFmtId"): form.get("formatCode") or "" for form in tree.iter(f"{S}numFmt")}
    styles = tree.find(f"{S}cellXfs")
    found = []
    for style in styles if styles is not None else ():
        id = style.get("numFmtId") or "0"
        built_in = BUILT_IN.get(int(id), "") if id.isdecimal() else ""
        found.append(named.get(id, built_in))
    return found


def _struck(tree: Any) -> list[bool]:
    if tree is None:
        return []
    fonts = list(map(_strikes, tree.iterfind(f"{S}fonts/{S}font")))
    used = (style.get("fontId") or "" for style in tree.iterfind(f"{S}cellXfs/{S}xf"))
    return [id.isdecimal() and int(id) < len(fonts) and fonts[int(id)] for id in used]


def _strikes(font: Any) -> bool:
    """True if a font strikes out its letters."""
    line = font.find(f"{S}strike") if font is not None else None
    return line is not None and line.get("val") not in ("0", "false")


@dataclass(slots=True)
class Sheet:
    """One sheet."""

    package: Package
    part: str
    book: Book
    account: Account
    lacks_values: bool = False
    merged: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    """Of each cell that spans others: how many columns and rows."""
    covered: set[tuple[int, int]] = field(default_factory=set)
    """The cells below one that spans rows."""

    def read(self) -> Iterator[PlainDraft]:
        """Read the rows, then what is drawn on the sheet."""
        tree = self.package.read_tree(self.part)
        self._merge(tree)
        hidden = _hidden_columns(tree)
        held: list[list[Cell]] = []
        last = 0
        for row in tree.iter(f"{S}row"):
            at = int(row.get("r") or last + 1)
            if self._is_hidden(row):
                last = at
                continue
            cells = list(self._row(row, at, hidden))
            if held and (at > last + 1 or not any(cell.wording for cell in cells)):
                yield from _table(held)
                held = []
            last = at
            if any(cell.wording for cell in cells):
                held.append(cells)
        yield from _table(held)
        yield from self._drawn()
        if self.lacks_values:
            self.account.miss("values of a sheet", NO_VALUE)

    def _is_hidden(self, row: Any) -> bool:
        is_hidden = row.get("hidden") in ON or _is_nought(row, "ht")
        if is_hidden:
            self.account.hide("hidden row", " ".join(map(self._value, row.iterchildren(f"{S}c"))))
        return is_hidden

    def _merge(self, tree: Any) -> None:
        for each in tree.iter(f"{S}mergeCell"):
            first, _, last = (each.get("ref") or "").partition(":")
            start, end = _place(first), _place(last or first)
            if start and end and end[0] - start[0] < WIDEST:
                self.merged[start] = (end[0] - start[0] + 1, end[1] - start[1] + 1)
                for row in range(start[1] + 1, min(end[1], start[1] + TALLEST) + 1):
                    self.covered.update((column, row) for column in range(start[0], end[0] + 1))

    def _row(self, row: Any, at: int, hidden: set[int]) -> Iterator[Cell]:
        """Give the cells of a row; those left of a cell that are missing are empty."""
        column = 1
        for cell in row.iterchildren(f"{S}c"):
            place = _place(cell.get("r") or "")
            here = place[0] if place else column
            if here > WIDEST:
                return
            if here < column or (here, at) in self.covered:
                continue
            for empty in range(column, here):
                if (empty, at) not in self.covered and empty not in hidden:
                    yield Cell()
            if here in hidden:
                self.account.hide("hidden column", self._value(cell))
                column = here + 1
                continue
            made = self._cell(cell, (here, at))
            yield made
            column = here + made.across

    def _cell(self, cell: Any, place: tuple[int, int]) -> Cell:
        words = self._value(cell)
        across, down = self.merged.get(place, (1, 1))
        is_struck = _of_style(cell, self.book.struck)
        if _of_style(cell, self.book.formats) == NOTHING_SHOWN:
            self.account.hide("hidden cell", words)
            words = ""
        elif words and is_struck:
            self.account.hide("text struck out", words)
            words = self._value(cell, is_struck=True)
        return Cell(Wording(clean(words)) if words.strip() else NOTHING, across, down)

    def _value(self, cell: Any, *, is_struck: bool = False) -> str:
        """Return what a cell shows; of one that is struck out, what is not."""
        kind, value = cell.get("t") or "n", cell.findtext(f"{S}v")
        if kind == "inlineStr":
            inline = cell.find(f"{S}is")
            return _string(inline, is_struck=is_struck) if inline is not None else ""
        if not value:
            self.lacks_values = self.lacks_values or cell.find(f"{S}f") is not None
            return ""
        if kind == "s":
            known = value.isdecimal() and int(value) < len(self.book.strings)
            return _string(self.book.strings[int(value)], is_struck=is_struck) if known else ""
        if is_struck:
            return ""
        if kind == "b":
            return "TRUE" if value == "1" else "FALSE"
        form = _of_style(cell, self.book.formats) or ""
        return shown(value, form) if kind == "n" else value

    def _drawn(self) -> Iterator[PlainDraft]:
        """Read text boxes, charts and diagrams; note pictures and what people commented."""
        relations = self.package.read_relations(self.part)
        for relation in relations.values():
            drawing = None if relation.is_outside else self.package.read_tree(relation.target)
            if relation.kind in ("comments", "threadedComment") and drawing is not None:
                for comment in drawing.iter("{*}comment", "{*}threadedComment"):
                    self.account.hide("comment of a reviewer", " ".join(comment.itertext()))
            elif relation.kind == "drawing" and drawing is not None:
                yield from self._drawing(drawing, self.package.read_relations(relation.target))

    def _drawing(self, drawing: Any, relations: dict[str, Relation]) -> Iterator[PlainDraft]:
        self._leave_out_hidden(drawing)
        for body in drawing.iter(f"{XDR}txBody"):
            for paragraph in body.iter(f"{A}p"):
                yield PlainDraft("body", [drawn_text(paragraph)])
        for anchor in drawing:
            yield from read_drawing(anchor, self.package, relations, self.account)

    def _leave_out_hidden(self, drawing: Any) -> None:
        """Take away the shapes that are not shown, and all but the first form of one with several."""
        for shape in [named.getparent().getparent() for named in drawing.iter(f"{XDR}cNvPr")]:
            if shape.find(f"{{*}}*/{XDR}cNvPr").get("hidden") in ON:
                self.account.hide("hidden shape", (f"{t.text or ''} " for t in shape.iter(f"{A}t")))
                shape.getparent().remove(shape)
        for other in list(drawing.iter(FALLBACK)):
            other.getparent().remove(other)


def _of_style(cell: Any, known: Sequence[T]) -> T | None:
    """Return what is known of the style of a cell; None where nothing is."""
    style = cell.get("s") or "0"
    at = int(style) if style.isdecimal() else 0
    return known[at] if at < len(known) else None


def _hidden_columns(tree: Any) -> set[int]:
    found: set[int] = set()
    for columns in tree.iter(f"{S}col"):
        if columns.get("hidden") in ON or _is_nought(columns, "width"):
            first, last = int(columns.get("min") or 1), int(columns.get("max") or 1)
            found.update(range(first, min(last, WIDEST) + 1))
    return found


def _is_nought(element: Any, side: str) -> bool:
    """True if a row or column is drawn with no height or width."""
    size = element.get(side) or ""
    return bool(size) and not size.strip("0.")


def _table(rows: list[list[Cell]]) -> Iterator[PlainDraft]:
    """Make drafts of rows without a gap: lines above a table, then its rows."""
    at = 0
    while at < len(rows) and sum(bool(cell.wording) for cell in rows[at]) == 1:
        yield draft_of("body", next(cell.wording for cell in rows[at] if cell.wording))
        at += 1
    yield from row_drafts(_trimmed(rows[at:]))


def _trimmed(rows: list[list[Cell]]) -> list[list[Cell]]:
    """Leave out columns on the left that no row fills."""
    empty = min((len(list(takewhile(_is_empty, row))) for row in rows), default=0)
    return [row[empty:] for row in rows]


def _is_empty(cell: Cell) -> bool:
    return not cell.wording and cell.across <= 1


def _place(reference: str) -> tuple[int, int] | None:
    """Return column and row of a cell by its name: "C7" is (3, 7)."""
    found = REFERENCE.match(reference)
    if found is None:
        return None
    column = 0
    for letter in found[1]:
        column = 26 * column + ord(letter) - 64
    return column, int(found[2])
