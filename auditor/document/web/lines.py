"""The text of one block of a page, its line breaks, and the paragraphs that those make."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from auditor.document.flow.drafts import PlainDraft, draft_of
from auditor.document.flow.wording import Piece, Wording, fold, join
from auditor.records import Place

BREAK = "\n"
SPACES = {ord(letter): " " for letter in "\n\r\t\f"}


@dataclass(slots=True)
class Line:
    """Text that is being gathered; a line break is a piece of its own."""

    pieces: list[Piece] = field(default_factory=list)
    is_item: bool = False
    """Whether a bullet was met that is no text."""
    calls: list[str] = field(default_factory=list)
    """The ids of notes that are called."""
    note: str = ""
    """The id of the note that the block is, where a link back says so."""

    def say(self, text: str, is_inserted: bool, *, keeps_lines: bool = False) -> None:
        """Take in text, whose own line breaks are blanks unless they are kept."""
        if not keeps_lines:
            self.pieces.append(Piece(text.translate(SPACES), is_inserted))
            return
        for nth, part in enumerate(text.split(BREAK)):
            if nth:
                self.end()
            self.pieces.append(Piece(part, is_inserted))

    def end(self) -> None:
        """Break the line."""
        self.pieces.append(Piece(BREAK))

    def wordings(self) -> Iterator[Wording]:
        """Give the wording of each line; of empty ones too."""
        held: list[Piece] = []
        for piece in self.pieces:
            if piece.text == BREAK:
                yield fold(held)
                held = []
            else:
                held.append(piece)
        yield fold(held)


def block_drafts(line: Line, place: Place) -> Iterator[PlainDraft]:
    """Make drafts of a block: one, or several where empty lines or bullets part it."""
    if place not in ("body", "list"):
        if wording := join(line.wordings()):
            yield draft_of(place, wording)
        return
    if line.is_item:
        place = "list"
    held: list[Wording] = []
    kind = place
    for wording in line.wordings():
        bare = wording.without_bullet()
        bullet = bare is not wording
        if held and (bullet or not wording):
            yield draft_of(kind, join(held))
            held, kind = [], place
        if wording:
            kind = "list" if bullet else kind
            held.append(bare)
    if held:
        yield draft_of(kind, join(held))
