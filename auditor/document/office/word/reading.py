"""Word files (.docx, .docm, templates and strict ones): the story of the body and its kin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from auditor.document.flow.account import Account
from auditor.document.flow.drafts import PlainDraft, PlainText, draft_of
from auditor.document.flow.wording import Wording, clean, fold
from auditor.document.office.drawing import read_drawing
from auditor.document.office.names import (
    ALTERNATE,
    CHOICE,
    FALLBACK,
    R,
    V,
    W,
    below,
    first_form,
    is_on,
    value,
)
from auditor.document.office.package import Package, Relation, find_part
from auditor.document.office.word.fields import Fields
from auditor.document.office.word.notes import Notes, read_comments, read_notes
from auditor.document.office.word.styles import Styles, read_styles
from auditor.document.office.word.tables import TableReader
from auditor.document.office.word.text import Gathered, TextReader
from auditor.document.title import name_draft
from auditor.records import Place

BODY = "word/document.xml"
BOX = f"{W}txbxContent"
GALLERY = f"{W}sdtPr/{W}docPartObj/{W}docPartGallery"
CONTENTS_GALLERY = "Table of Contents"
_LEFT_OUT = "sectPr sdtPr sdtEndPr customXmlPr moveFrom"
LEFT_OUT = frozenset(f"{W}{name}" for name in _LEFT_OUT.split())
HOLDERS = {f"{W}headerReference": "head", f"{W}footerReference": "foot"}


def read_docx(data: bytes) -> PlainText:
    """Read the paragraphs, tables, boxes, notes and running heads of a Word file."""
    package = Package(data)
    body = find_part(package.read_relations(""), "officeDocument") or BODY
    relations = package.read_relations(body)
    styles = read_styles(package.read_tree(find_part(relations, "styles") or "word/styles.xml"))
    account = Account()
    story = Story(package, body, styles, read_notes(package, relations), account)
    tree = package.read_tree(body)
    drafts = list(story.whole(tree))
    drafts += _running(tree, story)
    read_comments(package, relations, account)
    title = name_draft(clean(package.read_title()), drafts)
    return PlainText(drafts, title, tuple(account.hidden), tuple(account.unread), tree)


@dataclass(slots=True)
class Story:
    """The text of one part: the body, a note, a head or foot of pages."""

    package: Package
    part: str
    styles: Styles
    notes: Notes
    account: Account
    fields: Fields = field(default_factory=Fields)
    carried: Gathered = field(default_factory=Gathered)
    """Words that go on in the next paragraph: a drop capital, a deleted end of paragraph."""
    place: Place | None = None
    """The place of all paragraphs within a list of contents."""
    is_inserted: bool = False

    @property
    def relations(self) -> dict[str, Relation]:
        """What the part relates to."""
        return self.package.read_relations(self.part)

    def blocks(self, parent: Any) -> Iterator[PlainDraft]:
        """Read the paragraphs and tables of an element, whatever they are wrapped in."""
        for child in parent:
            if child.tag == f"{W}p":
                yield from self.paragraph(child)
            elif child.tag == f"{W}tbl":
                yield from self._rest()
                yield from TableReader(self).read(child)
            elif child.tag == f"{W}altChunk":
                yield from self.chunk(child)
            elif child.tag == ALTERNATE:
                yield from first_form(child, self.blocks)
            elif child.tag == f"{W}del":
                texts = (each.text or "" for each in child.iter(f"{W}delText"))
                self.account.hide("deleted text (tracked change)", texts)
            elif child.tag not in LEFT_OUT:
                yield from self._wrapped(child)

    def _wrapped(self, element: Any) -> Iterator[PlainDraft]:
        before = self.place
        if value(element, GALLERY) == CONTENTS_GALLERY:
            self.place = "toc"
        yield from self.blocks(element)
        self.place = before

    def chunk(self, element: Any) -> Iterator[PlainDraft]:
        """Read a whole file that stands in for its text."""
        from auditor.document.office.word.chunks import read_chunk

        relation = self.relations.get(element.get(f"{R}id") or "")
        data = self.package.read_part(relation.target) if relation is not None else None
        found = read_chunk(data) if data else None
        if found is None:
            why = "its kind of file cannot be read"
            self.account.miss("part that another file fills", why, 1.0)
            return
        self.account.hidden += found.hidden
        self.account.unread += found.unread
        yield from found.drafts

    def gather(self, paragraph: Any) -> Gathered:
        """Gather the words of a paragraph and what is anchored in it."""
        reader = TextReader(self.styles, self.fields, self.account, self)
        reader.is_inserted = self.is_inserted
        return reader.read(paragraph)

    def paragraph(self, element: Any) -> Iterator[PlainDraft]:
        """Make a block of a paragraph, and of each thing that is anchored in it."""
        self.fields.met = self.fields.place
        gathered, self.carried = self.carried, Gathered()
        gathered.add(self.gather(element))
        properties = element.find(f"{W}pPr")
        if _goes_on(properties) or self._runs_in(properties):
            self.carried = gathered
            return
        place = self.place or self.fields.met
        wording = fold(gathered.pieces)
        if wording:
            yield self._draft(wording, properties, place)
        yield from gathered.floats

    def _runs_in(self, properties: Any) -> bool:
        """True if the mark that ends a paragraph is hidden: the next goes on in the same line."""
        is_hidden = is_on(properties, f"{W}rPr/{W}vanish")
        return bool(is_hidden) and not self.styles.look(properties).rank

    def whole(self, parent: Any) -> Iterator[PlainDraft]:
        """Read the blocks of an element that ends a text."""
        yield from self.blocks(parent)
        yield from self._rest()

    def _rest(self) -> Iterator[PlainDraft]:
        """Give words that were carried to a paragraph that never came."""
        if wording := fold(self.carried.pieces):
            yield draft_of("body", wording)
        yield from self.carried.floats
        self.carried = Gathered()

    def _draft(self, wording: Wording, properties: Any, place: Place | None) -> PlainDraft:
        look = self.styles.look(properties)
        if place == "reference":
            return draft_of(place, wording, why="list of references that a field writes")
        if (place or look.is_contents) and not look.rank:
            return draft_of("toc", wording, why="contents list of the file")
        if look.rank:
            return draft_of("heading", wording, look.rank)
        bare = wording.without_bullet()
        return draft_of("list" if look.is_list or bare is not wording else "body", bare)

    def note(self, kind: str, id: str) -> Iterable[PlainDraft]:
        """Read a note that is called for the first time."""
        element = self.notes.call(kind, id)
        if element is None:
            return
        story = Story(self.package, self.notes.parts[kind], self.styles, self.notes, self.account)
        for draft in story.whole(element):
            draft.is_note = True
            yield draft

    def shape(self, element: Any) -> Iterable[PlainDraft]:
        """Read a drawing: its text boxes, diagrams and charts."""
        if is_hidden_shape(element):
            self.account.hide("hidden shape", (t.text or "" for t in element.iter(f"{W}t")))
            return
        for box in _boxes(element):
            story = Story(self.package, self.part, self.styles, self.notes, self.account)
            yield from story.whole(box)
        yield from read_drawing(element, self.package, self.relations, self.account)
        for each in element.iter("{*}OLEObject"):
            self.account.miss(
                f"embedded file ({each.get('ProgID')})", "it is a file of another program"
            )


def is_hidden_shape(element: Any) -> bool:
    """True if a drawing is switched off."""
    if any(each.get("hidden") in ("1", "true") for each in element.iter("{*}docPr")):
        return True
    styles = (each.get("style") or "" for each in element.iterchildren(f"{V}shape", f"{V}rect"))
    return any("visibility:hidden" in style.replace(" ", "") for style in styles)


def _boxes(element: Any) -> Iterator[Any]:
    """Find the outermost text boxes of a drawing; of several forms of one, the first."""
    waiting = [element]
    while waiting:
        at = waiting.pop()
        if at.tag == BOX:
            yield at
        elif at.tag == ALTERNATE:
            choice = at.find(CHOICE)
            filled = choice is not None and next(choice.iter(f"{W}t"), None) is not None
            branch = choice if filled else at.find(FALLBACK)
            if branch is not None:
                waiting.append(branch)
        else:
            waiting += list(at)[::-1]


def _goes_on(properties: Any) -> bool:
    """True if a paragraph ends in a deleted mark, or is a drop capital of the next."""
    frame = below(properties, f"{W}framePr")
    if frame is not None and frame.get(f"{W}dropCap") in ("drop", "margin"):
        return True
    return below(properties, f"{W}rPr/{W}del") is not None


def _running(tree: Any, story: Story) -> Iterator[PlainDraft]:
    """Read the heads and feet of all sections, each once."""
    seen: set[str] = set()
    relations = story.relations
    for reference in tree.iter(*HOLDERS):
        relation = relations.get(reference.get(f"{R}id") or "")
        if relation is None or relation.target in seen:
            continue
        seen.add(relation.target)
        holder = story.package.read_tree(relation.target)
        part = Story(story.package, relation.target, story.styles, story.notes, story.account)
        for draft in part.blocks(holder) if holder is not None else ():
            if draft.text not in seen:
                seen.add(draft.text)
                draft.place, draft.columns = "running", ()
                draft.why = f"running {HOLDERS[reference.tag]} of the file"
                yield draft
