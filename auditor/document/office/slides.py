"""Slides (.pptx, .ppsx, .pptm and strict ones): a heading a title, shapes in their order, notes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from auditor.document.flow.account import Account
from auditor.document.flow.drafts import PlainDraft, PlainText
from auditor.document.flow.rows import Cell, row_drafts, span_of
from auditor.document.flow.wording import Wording, clean, is_note_mark, join
from auditor.document.office.drawing import area_of, drawn_text, read_drawing
from auditor.document.office.names import ALTERNATE, A, R, first_form
from auditor.document.office.package import Package, Relation, find_part
from auditor.records import SPEAKER_NOTES

P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
TITLES = frozenset(("title", "ctrTitle"))
RUNNING = {
    "dt": "date of the slide",
    "ftr": "running foot of the slide",
    "sldNum": "number of the slide",
    "hdr": "running head of the slide",
}
BULLETS = (f"{A}buChar", f"{A}buAutoNum", f"{A}buBlip")
LAYOUTS = ("slideLayout", "slideMaster")


def read_pptx(data: bytes) -> PlainText:
    """Read the titles, text, tables, diagrams, charts and notes of slides."""
    package = Package(data)
    main = find_part(package.read_relations(""), "officeDocument") or "ppt/presentation.xml"
    relations = package.read_relations(main)
    account = Account()
    drafts: list[PlainDraft] = []
    layouts: dict[str, None] = {}
    for each in package.read_tree(main).iter(f"{P}sldId"):
        relation = relations.get(each.get(f"{R}id") or "")
        if relation is not None and package.has_part(relation.target):
            slide = Slide(package, relation.target, account)
            drafts += slide.read()
            layouts |= dict.fromkeys(_layouts(package, slide.relations))
    for layout in layouts:
        drafts += Slide(package, layout, account).fixed()
    title = clean(package.read_title())
    title = title if title.lower() != "powerpoint presentation" else ""
    first = next((draft.text for draft in drafts if draft.place == "heading"), "")
    return PlainText(drafts, title or first, tuple(account.hidden), tuple(account.unread))


def _layouts(package: Package, relations: dict[str, Relation]) -> Iterator[str]:
    """Find the layout of a slide, and the master of the layout."""
    for kind in LAYOUTS:
        part = find_part(relations, kind)
        if not part:
            return
        yield part
        relations = package.read_relations(part)


@dataclass(slots=True)
class Slide:
    """One slide, layout or page of notes."""

    package: Package
    part: str
    account: Account
    relations: dict[str, Relation] = field(init=False)

    def __post_init__(self) -> None:
        self.relations = self.package.read_relations(self.part)

    def read(self) -> Iterator[PlainDraft]:
        """Read the shapes of a slide, its title first, then its notes."""
        tree = self.package.read_tree(self.part)
        if tree.get("show") in ("0", "false"):
            self.account.hide("hidden slide", (f"{t.text or ''} " for t in tree.iter(f"{A}t")))
            return
        drafts = list(self._shapes(tree))
        yield from sorted(drafts, key=lambda draft: draft.place != "heading")
        yield from self._notes()
        self._comments()

    def fixed(self) -> Iterator[PlainDraft]:
        """Read what a layout writes on every slide."""
        for draft in self._shapes(self.package.read_tree(self.part), is_layout=True):
            draft.place, draft.columns, draft.why = "running", (), "layout of the slides"
            yield draft

    def _shapes(self, parent: Any, *, is_layout: bool = False) -> Iterator[PlainDraft]:
        """Read the shapes below an element, those of groups too."""
        for child in parent:
            if child.tag in (f"{P}sp", f"{P}cxnSp"):
                yield from self._shape(child, is_layout)
            elif child.tag in (f"{P}graphicFrame", f"{P}pic"):
                if not _is_hidden(child):
                    yield from self._framed(child)
            elif child.tag == f"{P}grpSp" and _is_hidden(child):
                self._hide(child)
            elif child.tag == ALTERNATE:
                yield from first_form(child, partial(self._shapes, is_layout=is_layout))
            elif child.tag not in (f"{P}nvSpPr", f"{P}txBody", f"{P}timing"):
                yield from self._shapes(child, is_layout=is_layout)

    def _shape(self, shape: Any, is_layout: bool) -> Iterator[PlainDraft]:
        holder = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
        kind = holder.get("type", "body") if holder is not None else ""
        body = shape.find(f"{P}txBody")
        if body is None or (is_layout and kind):
            return
        if _is_hidden(shape):
            self._hide(body)
            return
        paragraphs = body.findall(f"{A}p")
        if kind in TITLES:
            words = clean(" ".join(map(self._words, paragraphs)))
            yield PlainDraft("heading", [words], 1 if kind == "ctrTitle" else 2)
            return
        is_list = kind in ("body", "obj") and sum(bool(drawn_text(p)) for p in paragraphs) > 1
        for paragraph in paragraphs:
            words = self._words(paragraph)
            if kind in RUNNING:
                yield PlainDraft("running", [words], why=RUNNING[kind])
            else:
                yield PlainDraft("list" if _is_item(paragraph, is_list) else "body", [words])

    def _hide(self, shape: Any) -> None:
        self.account.hide("hidden shape", (f"{t.text or ''} " for t in shape.iter(f"{A}t")))

    def _words(self, paragraph: Any) -> str:
        """Return the words of a paragraph, those struck out and raised marks left out."""
        before = ""
        for run in paragraph.iterchildren(f"{A}r"):
            text = run.findtext(f"{A}t") or ""
            if _is_struck(run):
                self.account.hide("text struck out", text)
            elif not (_is_raised(run) and is_note_mark(text, before)):
                before = text
                continue
            for each in run.iterchildren(f"{A}t"):
                each.text = ""
        return drawn_text(paragraph)

    def _framed(self, frame: Any) -> Iterator[PlainDraft]:
        """Read a table, a chart or a diagram; note a picture or a file within."""
        for table in frame.iter(f"{A}tbl"):
            yield from row_drafts(*self._table(table))
        if next(frame.iter(f"{P}oleObj"), None) is not None:
            area = area_of(frame)
            self.account.miss("embedded file", "it is a file of another program", area)
            return
        yield from read_drawing(frame, self.package, self.relations, self.account)

    def _table(self, table: Any) -> tuple[list[list[Cell]], int | None]:
        rows = [
            [self._cell(cell) for cell in row.iterchildren(f"{A}tc") if not _is_covered(cell)]
            for row in table.iterchildren(f"{A}tr")
        ]
        properties = table.find(f"{A}tblPr")
        headed = properties is not None and properties.get("firstRow") in ("1", "true")
        short = bool(rows) and all(cell.wording.is_short for cell in rows[0])
        return rows, 1 if headed and short and len(rows) > 1 else None

    def _cell(self, cell: Any) -> Cell:
        words = join(Wording(self._words(paragraph)) for paragraph in cell.iter(f"{A}p"))
        return Cell(words, span_of(cell.get("gridSpan")), span_of(cell.get("rowSpan")))

    def _notes(self) -> Iterator[PlainDraft]:
        """Read what the speaker is to say: it is printed below the slide."""
        for shape in self.package.read_elements(find_part(self.relations, "notesSlide"), f"{P}sp"):
            holder = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
            if holder is not None and holder.get("type") == "body":
                for paragraph in shape.iter(f"{A}p"):
                    words = [self._words(paragraph)]
                    yield PlainDraft("body", words, is_note=True, under=SPEAKER_NOTES)

    def _comments(self) -> None:
        part = find_part(self.relations, "comments")
        for text in self.package.read_elements(part, f"{P}text", f"{A}t"):
            self.account.hide("comment of a reviewer", text.text or "")


def _is_hidden(shape: Any) -> bool:
    properties = next(shape.iter(f"{P}cNvPr"), None)
    return properties is not None and properties.get("hidden") in ("1", "true")


def _is_item(paragraph: Any, is_list: bool) -> bool:
    properties = paragraph.find(f"{A}pPr")
    if properties is None:
        return is_list
    if properties.find(f"{A}buNone") is not None:
        return False
    return is_list or any(properties.find(tag) is not None for tag in BULLETS)


def _is_struck(run: Any) -> bool:
    properties = run.find(f"{A}rPr")
    return properties is not None and properties.get("strike") in ("sngStrike", "dblStrike")


def _is_raised(run: Any) -> bool:
    properties = run.find(f"{A}rPr")
    by = properties.get("baseline") or "" if properties is not None else ""
    return by[:1] not in ("", "-", "0")


def _is_covered(cell: Any) -> bool:
    return any(cell.get(name) in ("1", "true") for name in ("hMerge", "vMerge"))
