"""Blocks of inputs that have no pages, and how they become one text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from auditor.document.contents import LEADER
from auditor.document.joining import tidy
from auditor.records import Block, Place

BLANK = re.compile(r"\s+")


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
    section: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """Its words; those of a row joined as in the document's text."""
        return " | ".join(self.cells)

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


def clean(text: str) -> str:
    r"""Fold white space and drop what prints nothing.

    >>> clean("the  first\u00a01,001\n days")
    'the first 1,001 days'
    """
    words = unicodedata.normalize("NFC", BLANK.sub(" ", text)).strip().split(" ")
    return " ".join(word for word in map(tidy, words) if word)


def table_drafts(rows: Sequence[Sequence[str]], *, headed: bool) -> list[PlainDraft]:
    """Make a draft of each row below the head of a table."""
    columns = tuple(rows[0]) if headed and rows else ()
    return [
        PlainDraft("table", list(row), columns=columns if len(row) == len(columns) else ())
        for row in rows[1 if headed else 0 :]
        if any(row)
    ]


def looks_headed(rows: Sequence[Sequence[str]]) -> bool:
    """Say whether the first row of a table names its columns: short, and every cell filled."""
    if len(rows) < 2 or len(rows[0]) < 2:
        return False
    return all(cell and len(cell.split()) <= 12 and not cell.endswith(".") for cell in rows[0])


def mark_contents_lines(drafts: Iterable[PlainDraft]) -> None:
    """Set aside lines that lead to a page number."""
    for draft in drafts:
        if draft.place in ("body", "list") and LEADER.search(draft.text):
            draft.place, draft.why = "toc", "line of a contents list"


def compose_plain(drafts: Sequence[PlainDraft]) -> tuple[str, tuple[Block, ...]]:
    """Join drafts into one text and give their blocks."""
    pieces: list[str] = []
    blocks: list[Block] = []
    at = 0
    for draft in drafts:
        text = draft.text
        if not text.strip(" |"):
            continue
        if pieces:
            pieces.append("\n\n")
            at += 2
        pieces.append(text)
        rank = len(draft.section) if draft.place == "heading" else 0
        blocks.append(
            Block(
                at, at + len(text), draft.place, draft.section, draft.columns, rank, why=draft.why
            )
        )
        at += len(text)
    return "".join(pieces), tuple(blocks)


def plain_outline(drafts: Iterable[PlainDraft]) -> None:
    """Give every draft the headings above it."""
    path: list[tuple[int, str]] = []
    for draft in drafts:
        if draft.place == "heading":
            path = [step for step in path if step[0] < draft.rank] + [(draft.rank, draft.text)]
        draft.section = tuple(text for _, text in path)
