"""The blocks of an OpenDocument file: paragraphs, lists, tables, boxes, slides, sheets."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from auditor.document.flow.account import Account
from auditor.document.flow.drafts import PlainDraft, draft_of
from auditor.document.flow.wording import Wording, clean, fold, join
from auditor.document.office.drawing import PICTURE
from auditor.document.office.opendocument.names import (
    ANNOTATIONS,
    CHART,
    DISPLAYS,
    DRAW,
    FORM,
    OFFICE,
    PRESENTATION,
    SVG,
    TABLE,
    TEXT,
    XLINK,
    is_hidden_by_condition,
    number,
)
from auditor.document.office.opendocument.styles import READ, Styles, Unread
from auditor.document.office.opendocument.tables import TableReader
from auditor.document.office.opendocument.text import Changes, TextReader
from auditor.document.office.package import Package
from auditor.records import SPEAKER_NOTES, Place

INDEXED = ("illustration", "table", "object", "user", "alphabetical")
CONTENTS = "contents list of the file"
INDEXES: dict[str, tuple[Place, str]] = {
    **dict.fromkeys(
        (f"{TEXT}table-of-content", *(f"{TEXT}{kind}-index" for kind in INDEXED)),
        ("toc", CONTENTS),
    ),
    f"{TEXT}bibliography": ("reference", "list of references of the file"),
}
"""What a program writes itself: of each list its place, and why it is set aside."""
LEFT_OUT = frozenset(
    (
        *(f"{TEXT}{name}-decls" for name in ("sequence", "variable", "user-field")),
        f"{TEXT}tracked-changes",
        f"{SVG}title",
        f"{SVG}desc",
        f"{PRESENTATION}settings",
    )
)
RUNNING = {
    "header": "running head of the slide",
    "footer": "running foot of the slide",
    "date-time": "date of the slide",
    "page-number": "number of the slide",
}
DEEPEST = 3
"""Files within files that are read."""


@dataclass(slots=True)
class Body:
    """Reads the blocks of one part of a file."""

    package: Package | None
    styles: Styles
    changes: Changes
    account: Account
    folder: str = ""
    """Where in the package the part stands."""
    place: Place = "body"
    depth: int = 0
    unread: Unread = READ
    """What the style of the cell makes of the text in it."""

    def blocks(self, parent: Any) -> Iterator[PlainDraft]:
        """Read the blocks of an element, whatever they are wrapped in."""
        for child in parent:
            yield from self.block(child)

    def rest(self) -> Iterator[PlainDraft]:
        """Give words that were carried to a paragraph that never came."""
        if wording := join(self.changes.take()):
            yield draft_of("body", wording)

    def block(self, element: Any) -> Iterator[PlainDraft]:
        """Make blocks of an element and what it holds."""
        handle = _HANDLERS.get(element.tag)
        if handle is not None:
            yield from handle(self, element)
        elif isinstance(element.tag, str) and element.tag.startswith(DRAW):
            yield from self.shape(element)
        elif element.tag in INDEXES:
            yield from self._index(element)
        elif element.tag not in LEFT_OUT:
            yield from self.blocks(element)

    def gather(self, paragraph: Any) -> tuple[Wording, list[PlainDraft]]:
        """Gather the words of a paragraph, and what is anchored in it."""
        reader = TextReader(self.styles, self.changes, self.account, self)
        name = paragraph.get(f"{TEXT}style-name")
        reader.is_white = bool(self.styles.is_white("paragraph", name))
        reader.unread = self.styles.unread("paragraph", name, self.unread)
        reader.read(paragraph)
        return fold(reader.pieces), reader.floats

    def _paragraph(self, element: Any) -> Iterator[PlainDraft]:
        """Make a block of a paragraph or heading, and of each thing anchored in it."""
        name = element.get(f"{TEXT}style-name") or ""
        if self._is_hidden(element):
            return
        held = self.changes.take()
        words, floats = self.gather(element)
        wording = self.changes.joined([*held, words])
        rank = self.styles.rank(name)
        if element.tag == f"{TEXT}h":
            rank = 1 if rank == 1 else number(element, f"{TEXT}outline-level") + 1
        if wording and self.styles.is_contents(name):
            yield draft_of("toc", wording, why=CONTENTS)
        elif wording:
            place: Place = "heading" if rank and self.place in ("body", "list") else self.place
            yield draft_of(place, wording, rank if place == "heading" else 0)
        yield from floats

    def _is_hidden(self, element: Any) -> bool:
        """True if a paragraph holds a mark that hides it."""
        mark = element.find(f"{TEXT}hidden-paragraph")
        hidden = mark is not None and is_hidden_by_condition(mark)
        if hidden:
            self.account.hide("hidden text", element.itertext())
        return hidden

    def _item(self, element: Any) -> Iterator[PlainDraft]:
        """Read an item: its paragraphs as one block, tables and lists in it on their own."""
        held: list[PlainDraft] = []
        inner = replace(self, place="list" if self.place == "body" else self.place)
        is_simple = element.find(f"{TEXT}list") is None
        for draft in inner.blocks(element):
            if held and draft.place == "list" == held[-1].place and is_simple:
                held[-1] = draft_of("list", join((held[-1].wording, draft.wording)))
            else:
                held.append(draft)
        yield from held

    def _section(self, element: Any) -> Iterator[PlainDraft]:
        display = element.get(f"{TEXT}display")
        if display == "none" or (display == "condition" and is_hidden_by_condition(element)):
            self.account.hide("hidden section", element.itertext())
            return
        yield from self.blocks(element)

    def _index(self, element: Any) -> Iterator[PlainDraft]:
        place, why = INDEXES[element.tag]
        for paragraph in element.iter(f"{TEXT}p"):
            if next(paragraph.iterancestors(*ANNOTATIONS), None) is not None:
                continue
            wording, _ = self.gather(paragraph)
            yield draft_of(place, wording, why=why)

    def _change(self, element: Any) -> Iterator[PlainDraft]:
        self.changes.meet(element)
        yield from ()

    def comment(self, element: Any) -> Iterator[PlainDraft]:
        """Note what a reviewer commented: it is no text."""
        words = ("".join(p.itertext()) for p in element.iter(f"{TEXT}p"))
        self.account.hide("comment of a reviewer", " ".join(words))
        yield from ()

    def note(self, element: Any) -> Iterable[PlainDraft]:
        """Read a note."""
        body = element.find(f"{TEXT}note-body")
        for draft in replace(self, place="body").blocks(body) if body is not None else ():
            draft.is_note = True
            yield draft

    def shape(self, element: Any) -> Iterator[PlainDraft]:
        """Read a drawing: its text, the first of several forms of the same, a chart."""
        if element.get(f"{PRESENTATION}placeholder") == "true":
            return
        if any(element.get(name) == "none" for name in DISPLAYS):
            self.account.hide("hidden shape", element.itertext())
            return
        inner = replace(self, place="body" if self.place == "list" else self.place)
        kind = element.get(f"{PRESENTATION}class") or ""
        drafts = list(inner._shape_blocks(element))
        for draft in drafts:
            if kind == "title" and draft.place == "body":
                draft.place, draft.rank = "heading", 2
            elif kind in RUNNING:
                draft.place, draft.why = "running", RUNNING[kind]
        yield from drafts

    def _shape_blocks(self, element: Any) -> Iterator[PlainDraft]:
        is_read = False
        for child in element:
            if child.tag in (f"{DRAW}object", f"{DRAW}object-ole"):
                found = self._embedded(child)
                if found is not None:
                    yield from found
                    return
            elif child.tag == f"{DRAW}image":
                if not is_read:
                    self._picture(element)
            else:
                for draft in self.block(child):
                    is_read = True
                    yield draft

    def _picture(self, frame: Any) -> None:
        wide, high = _centimetres(frame, "width"), _centimetres(frame, "height")
        if min(wide, high) >= 5:
            words = frame.findtext(f"{SVG}desc") or frame.findtext(f"{SVG}title") or ""
            described = f"“{clean(words)}”" if words else "without a description"
            self.account.miss(f"picture {described}", PICTURE, min(1.0, wide * high / PAGE))

    def _embedded(self, element: Any) -> list[PlainDraft] | None:
        """Read a chart or text that stands in the file as a file of its own."""
        inline = element.find(f"{OFFICE}document/{OFFICE}body")
        tree = inline if inline is not None else self._part(element)
        if element.tag == f"{DRAW}object-ole" or tree is None or self.depth >= DEEPEST:
            frame = element.getparent()
            area = _centimetres(frame, "width") * _centimetres(frame, "height") / PAGE
            self.account.miss("embedded file", "it is a file of another program", min(1.0, area))
            return None
        folder = posixpath.join(self.folder, element.get(f"{XLINK}href") or "")
        inner = replace(self, folder=folder, depth=self.depth + 1, changes=Changes())
        return list(inner.blocks(tree))

    def _part(self, element: Any) -> Any:
        href = (element.get(f"{XLINK}href") or "").removeprefix("./")
        if self.package is None or not href:
            return None
        tree = self.package.read_tree(posixpath.join(self.folder, href, "content.xml"))
        return tree.find(f"{OFFICE}body") if tree is not None else None

    def _chart(self, element: Any) -> Iterator[PlainDraft]:
        """Read the titles of a chart, then the table that it draws."""
        for tag in ("title", "subtitle", "footer"):
            for title in element.iterfind(f"{CHART}{tag}"):
                yield from self.blocks(title)
        for title in element.iterfind(f".//{CHART}axis/{CHART}title"):
            yield from self.blocks(title)
        for table in element.iterfind(f"{TABLE}table"):
            yield from TableReader(self).read(table)

    def _slide(self, element: Any) -> Iterator[PlainDraft]:
        """Read a slide and its notes, unless it is hidden."""
        if self.styles.is_hidden("drawing-page", element.get(f"{DRAW}style-name")):
            self.account.hide("hidden slide", element.itertext())
            return
        yield from self.blocks(element)

    def _notes(self, element: Any) -> Iterator[PlainDraft]:
        """Read what the speaker is to say, told apart from what the slide shows."""
        for draft in self.blocks(element):
            draft.is_note, draft.under = True, SPEAKER_NOTES
            yield draft

    def _forms(self, element: Any) -> Iterator[PlainDraft]:
        """Read what is filled in into fields."""
        for control in element.iter(f"{FORM}text", f"{FORM}textarea", f"{FORM}formatted-text"):
            words = control.get(f"{FORM}current-value") or control.get(f"{FORM}value") or ""
            yield PlainDraft("body", [clean(words)])


PAGE = 21.0 * 29.7
"""A sheet of A4, in square centimetres."""
UNITS = {"cm": 1.0, "mm": 0.1, "in": 2.54, "pt": 2.54 / 72}


def _centimetres(element: Any, side: str) -> float:
    value = element.get(f"{SVG}{side}") or ""
    try:
        return float(value[:-2]) * UNITS.get(value[-2:], 0.0)
    except ValueError:
        return 0.0


_HANDLERS: dict[str, Callable[[Body, Any], Iterable[PlainDraft]]] = {
    f"{TEXT}p": Body._paragraph,
    f"{TEXT}h": Body._paragraph,
    f"{TEXT}list-item": Body._item,
    f"{TEXT}list-header": Body._item,
    f"{TEXT}section": Body._section,
    f"{TEXT}change-start": Body._change,
    f"{TEXT}change-end": Body._change,
    f"{TABLE}table": lambda body, table: TableReader(body).read(table),
    f"{CHART}chart": Body._chart,
    f"{DRAW}page": Body._slide,
    f"{PRESENTATION}notes": Body._notes,
    f"{OFFICE}forms": Body._forms,
    **dict.fromkeys(ANNOTATIONS, Body.comment),
}
"""What is done with each element that is more than a wrapper."""
