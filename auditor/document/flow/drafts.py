"""Blocks of inputs that have no pages, and how they become one text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from auditor.document.flow.wording import Part, Span, Wording, moved
from auditor.records import Block, Place, UnreadPart

BETWEEN = "\n\n"
"""What stands between two blocks in the text."""


@dataclass(slots=True)
class PlainDraft:
    """A block of an input without pages."""

    place: Place
    cells: list[str]
    rank: int = 0
    """For a heading: 1 is the outermost."""
    columns: tuple[str, ...] = ()
    why: str = ""
    is_note: bool = False
    note: str = ""
    """The id of the note that it belongs to; of the note that is called here, where it has no words."""
    section: tuple[str, ...] = ()
    under: str = ""
    """What it stands under besides headings, where it is told apart: "Notes of the speaker"."""
    inserted: tuple[Span, ...] = ()
    """Spans of its text that an open tracked change inserted."""
    parts: tuple[Part, ...] = ()
    """What its text was made of, where the file can be asked for it again."""

    @property
    def text(self) -> str:
        """Its words; those of a row joined as in the document's text."""
        return " | ".join(self.cells)

    @property
    def wording(self) -> Wording:
        """Its words, those that were inserted known."""
        return Wording(self.text, self.inserted, self.parts)

    @property
    def style(self) -> tuple[float, bool]:
        """How large a heading is, as a number that grows outwards."""
        return (-float(self.rank), False)


@dataclass(slots=True)
class PlainText:
    """What a reader of another format found in a file."""

    drafts: list[PlainDraft]
    title: str = ""
    hidden: tuple[str, ...] = ()
    """Text that is there and is no part of what a reader sees: a short account of each."""
    unread: tuple[UnreadPart, ...] = ()
    tree: Any = None
    """The tree of the file's own text, where its pieces know their source."""


def draft_of(place: Place, wording: Wording, rank: int = 0, *, why: str = "") -> PlainDraft:
    """Make a draft of one wording."""
    return PlainDraft(
        place, [wording.text], rank, why=why, inserted=wording.inserted, parts=wording.parts
    )


@dataclass(slots=True)
class Composed:
    """One text with its blocks and the spans that were inserted."""

    text: str = ""
    blocks: list[Block] = field(default_factory=list)
    inserted: list[Span] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)


def compose_plain(drafts: Sequence[PlainDraft]) -> Composed:
    """Join drafts into one text and give their blocks."""
    composed = Composed()
    pieces: list[str] = []
    at = 0
    for draft in drafts:
        text = draft.text
        if not text.strip(" |"):
            continue
        pieces.append(text)
        composed.blocks.append(_block(draft, at, at + len(text)))
        composed.parts += moved(draft.parts, at)
        composed.inserted += [(start + at, end + at) for start, end in draft.inserted]
        at += len(text) + len(BETWEEN)
    composed.text = BETWEEN.join(pieces)
    return composed


def _block(draft: PlainDraft, start: int, end: int) -> Block:
    rank = len(draft.section) if draft.place == "heading" else 0
    return Block(start, end, draft.place, draft.section, draft.columns, rank, why=draft.why)


def plain_outline(drafts: Iterable[PlainDraft]) -> None:
    """Give every draft the headings above it."""
    path: list[tuple[int, str]] = []
    for draft in drafts:
        if draft.place == "heading":
            path = [step for step in path if step[0] < draft.rank] + [(draft.rank, draft.text)]
        draft.section = (*(text for _, text in path), *([draft.under] if draft.under else ()))
