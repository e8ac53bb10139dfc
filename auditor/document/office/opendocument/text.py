"""The words of one paragraph of an OpenDocument file, with what is anchored in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from auditor.document.flow.account import Account
from auditor.document.flow.drafts import PlainDraft
from auditor.document.flow.wording import Piece, Source, Wording, join
from auditor.document.office.opendocument.grounds import has_ground
from auditor.document.office.opendocument.names import (
    ANNOTATIONS,
    DRAW,
    FIELD,
    LOEXT,
    OFFICE,
    SVG,
    TEXT,
    is_hidden_by_condition,
    number,
)
from auditor.document.office.opendocument.styles import READ, Styles, Unread

if TYPE_CHECKING:
    from auditor.document.office.opendocument.body import Body

CHOICE, CHOSEN = "Dropdown_ListEntry", "Dropdown_Selected"
"""Names of what a field offers, and of the number of what was chosen."""
DELETED = "deleted text (tracked change)"
MOST_BLANKS = 80
"""Blanks in a row that are taken as written."""
LEFT_OUT = frozenset(
    (
        *(f"{TEXT}{name}" for name in ("ruby-text", "note-citation", "tracked-changes", "script")),
        *(f"{OFFICE}{name}" for name in ("annotation-end", "event-listeners")),
        f"{SVG}title",
        f"{SVG}desc",
    )
)


@dataclass(slots=True)
class Changes:
    """The tracked changes of a file, and which of them are open at a point of the text."""

    insertions: set[str] = field(default_factory=set)
    deletions: set[str] = field(default_factory=set)
    open: set[str] = field(default_factory=set)
    carried: list[Wording] = field(default_factory=list)
    """Words of paragraphs whose end is deleted: they go on in the next."""

    @property
    def is_inserted(self) -> bool:
        """True if an insertion is open."""
        return not self.open.isdisjoint(self.insertions)

    @property
    def is_deleted(self) -> bool:
        """True if a deletion is open whose words still stand in the text."""
        return not self.open.isdisjoint(self.deletions)

    def take(self) -> list[Wording]:
        """Return the words that were carried to here; they are carried no further."""
        held, self.carried = self.carried, []
        return held

    def joined(self, held: list[Wording]) -> Wording:
        """Return the words of a paragraph with those that were carried to it; none if they go on."""
        if self.is_deleted:
            self.carried += held
            return Wording()
        return join(held)

    def meet(self, element: Any) -> None:
        """Take in the start or end of a change."""
        id = element.get(f"{TEXT}change-id") or ""
        if element.tag == f"{TEXT}change-start":
            self.open.add(id)
        else:
            self.open.discard(id)


@dataclass(slots=True)
class TextReader:
    """Goes through a paragraph."""

    styles: Styles
    changes: Changes
    account: Account
    body: Body
    """What reads the notes and drawings that are anchored in it."""
    pieces: list[Piece] = field(default_factory=list)
    floats: list[PlainDraft] = field(default_factory=list)
    is_white: bool = False
    """Whether letters are white at this point of the text."""
    unread: Unread = READ

    def read(self, paragraph: Any) -> None:
        """Gather the words of a paragraph."""
        self._say(paragraph.text, Source(paragraph))
        for child in paragraph:
            self._meet(child)
            self._say(child.tail, Source(child, is_tail=True))

    def _say(self, text: str | None, source: Source | None = None) -> None:
        if text and self.changes.is_deleted:
            self.account.hide(DELETED, text)
        elif text and self.unread.why:
            self.account.hide(self.unread.why, text)
        elif text and self.is_white and text.strip() and self._is_on_white(source):
            self.account.hide("white on white", text)
        elif text:
            self.pieces.append(Piece(text, self.changes.is_inserted, source))

    def _is_on_white(self, source: Source | None) -> bool:
        """True if nothing but the page lies behind text."""
        return source is not None and not has_ground(source.holder, self.styles)

    def _meet(self, element: Any) -> None:
        handle = _HANDLERS.get(element.tag)
        if handle is not None:
            handle(self, element)
        elif isinstance(element.tag, str) and element.tag.startswith(DRAW):
            self._anchored(element, self.body.shape)
        elif element.get(f"{TEXT}display") == "none":
            self.account.hide("hidden text", element.itertext())
        elif element.tag not in LEFT_OUT:
            self.read(element)

    def _span(self, element: Any) -> None:
        name = element.get(f"{TEXT}style-name")
        before = self.is_white, self.unread
        white = self.styles.is_white("text", name)
        self.is_white = self.is_white if white is None else white
        self.unread = self.styles.unread("text", name, self.unread)
        self.read(element)
        self.is_white, self.unread = before

    def _hidden(self, element: Any) -> None:
        """Read text under a condition, unless the condition hides it."""
        if is_hidden_by_condition(element):
            words = "".join(element.itertext()) or element.get(f"{TEXT}string-value") or ""
            self.account.hide("hidden text", words)
        else:
            self.read(element)

    def _blanks(self, element: Any) -> None:
        self._say(" " * min(MOST_BLANKS, number(element, f"{TEXT}c")))

    def _label(self, element: Any) -> None:
        """Read the number of a heading or item that the file writes out."""
        self.read(element)
        self._say(" ")

    def _note(self, element: Any) -> None:
        self._anchored(element, self.body.note)

    def _anchored(self, element: Any, read: Callable[[Any], Iterable[PlainDraft]]) -> None:
        """Read what is anchored here; in hidden text it is hidden too."""
        why = self.unread.why if self.unread.is_hidden else ""
        if why := DELETED if self.changes.is_deleted else why:
            self.account.hide(why, element.itertext())
        else:
            self.floats += read(element)

    def _comment(self, element: Any) -> None:
        self.floats += self.body.comment(element)

    def _control(self, element: Any) -> None:
        """Read what is filled in into a field; the words that ask for it are none."""
        if element.get(f"{LOEXT}showing-place-holder") == "true":
            self.account.hide("prompt of an empty field", element.itertext())
        else:
            self.read(element)

    def _field(self, element: Any) -> None:
        """Read what is chosen from the list of a field."""
        said = [(p.get(f"{FIELD}name"), p.get(f"{FIELD}value")) for p in element]
        entries = [value or "" for name, value in said if name == CHOICE]
        chosen = next((value or "" for name, value in said if name == CHOSEN), "")
        if chosen.isdecimal() and len(chosen) < 5 and int(chosen) < len(entries):
            self._say(entries[int(chosen)])
        self.read(element)


_HANDLERS: dict[str, Callable[[TextReader, Any], None]] = {
    f"{TEXT}span": TextReader._span,
    f"{TEXT}hidden-text": TextReader._hidden,
    f"{TEXT}s": TextReader._blanks,
    f"{TEXT}number": TextReader._label,
    f"{TEXT}tab": lambda reader, _: reader._say(" "),
    f"{TEXT}line-break": lambda reader, _: reader._say(" "),
    f"{TEXT}change-start": lambda reader, change: reader.changes.meet(change),
    f"{TEXT}change-end": lambda reader, change: reader.changes.meet(change),
    f"{TEXT}note": TextReader._note,
    f"{LOEXT}content-control": TextReader._control,
    f"{FIELD}fieldmark": TextReader._field,
    **dict.fromkeys(ANNOTATIONS, TextReader._comment),
}
"""What is done with each element of a paragraph."""
