"""What kind of document it is: told from its title, its cover and headings, and its words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from auditor.records import SILENT_PLACES, Document, DocumentKind
from auditor.rules import Rules
from auditor.rules.kinds import Kinds, KindWords
from auditor.rules.wording import compile_words

COVER_BLOCKS = 12
"""How far into a document its cover may reach, in lines and paragraphs."""
COVER_WORDS = 25
"""A line of a cover that says what the document is has at most so many words."""
OTHER: DocumentKind = "other"


@dataclass(frozen=True, slots=True)
class ToldKind:
    """The kind of a document and what told it."""

    kind: DocumentKind
    where: str
    """"title", "cover", "words" or "nothing"."""
    words: str
    """The words that told it; "" where nothing did."""


def tell_kind(document: Document, kinds: Kinds) -> ToldKind:
    """Return what kind a document is, and what told it."""
    for where, lines in (("title", [document.title]), ("cover", list(_cover(document)))):
        for kind in kinds.kind:
            found = next(filter(None, (_find(kind.titles, line) for line in lines)), None)
            if found:
                return ToldKind(kind.id, where, found)
    return _by_words(document, kinds)


def with_kind(document: Document, rules: Rules) -> Document:
    """Return a document that knows its kind; one that a person said stays as it is."""
    if document.kind_given:
        return document
    told = tell_kind(document, rules.language(document.language).kinds)
    because = f"{told.where}: {told.words}" if told.words else told.where
    return replace(document, kind=told.kind, kind_because=because)


def _cover(document: Document) -> Iterator[str]:
    """Give the short lines at the head of a document."""
    shown = (block for block in document.blocks if block.place not in ("toc", "reference"))
    for block, _ in zip(shown, range(COVER_BLOCKS), strict=False):
        text = document.text[block.start : block.end]
        if len(text.split()) <= COVER_WORDS:
            yield text


def _by_words(document: Document, kinds: Kinds) -> ToldKind:
    """Return the kind whose words stand in the largest share of the blocks, if that is enough."""
    texts = [
        document.text[block.start : block.end]
        for block in document.blocks
        if block.place not in SILENT_PLACES
    ]
    best, most = ToldKind(OTHER, "nothing", ""), 0.0
    for kind in kinds.kind:
        share = _share(kind, texts)
        if share >= kind.share and share / kind.share > most:
            best = ToldKind(kind.id, "words", ", ".join(kind.words[:3]))
            most = share / kind.share
    return best


def _share(kind: KindWords, texts: Sequence[str]) -> float:
    held = sum(1 for text in texts if _find(kind.words, text))
    return held / len(texts) if texts else 0.0


def _find(words: tuple[str, ...], text: str) -> str | None:
    found = compile_words(words).search(text.casefold())
    return found[0] if found else None
