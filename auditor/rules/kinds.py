"""The words by which a language tells what kind of document it has before it."""

from __future__ import annotations

from dataclasses import dataclass

from auditor.records import DocumentKind
from auditor.rules.positions import TomlFile, build


@dataclass(frozen=True, slots=True)
class KindWords:
    """What says that a document is of a kind."""

    id: DocumentKind
    titles: tuple[str, ...]
    """Words of a title, cover or heading that say so."""
    words: tuple[str, ...]
    """Words of its statements that say so where no title does."""
    share: float
    """The share of statements that must hold one of them."""


@dataclass(frozen=True, slots=True)
class Kinds:
    """The kinds of document, in the order in which they are tried."""

    kind: tuple[KindWords, ...]


def read_kinds(file: TomlFile) -> Kinds:
    """Read and check the words of the kinds of document.

    Raises:
        DataError: a kind is unknown, or stands twice.

    """
    kinds = build(Kinds, file)
    file.refuse_twice("kind", [kind.id for kind in kinds.kind])
    return kinds
