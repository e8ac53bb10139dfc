"""What is to be written into the margin of a file, and where in its text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Side = Literal["before", "after"]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Words that are suggested at a place of a document's text."""

    at: int
    """Offset into the document's text."""
    words: str
    side: Side
    """Whether they stand before the character at that place, or after the one that ends there."""

    @property
    def neighbour(self) -> tuple[int, int]:
        """The span of the character that they stand beside."""
        return (self.at, self.at + 1) if self.side == "before" else (self.at - 1, self.at)


@dataclass(frozen=True, slots=True)
class Mark:
    """A comment on words of a document's text, or words that are suggested in its place."""

    start: int
    end: int
    """Half-open offsets into the document's text."""
    comment: tuple[str, ...]
    """The paragraphs of the comment."""
    suggestion: Suggestion | None = None
    """What is inserted as a tracked change instead of the comment."""


@dataclass(frozen=True, slots=True)
class Hand:
    """In whose name marks are written."""

    author: str
    initials: str
