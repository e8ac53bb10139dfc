"""Files that a document carries within it: read where they are the document, else listed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from auditor.document.merging import BETWEEN, moved_block
from auditor.errors import DocumentError
from auditor.records import Document, UnreadPart

FEWEST_WORDS = 80
"""A document with fewer words is a cover for what is attached to it."""
MOST = 40
LEAST_AREA = 1.0
"""Pages of a file that could not be opened and is to be read as part of the document."""
LISTED = "it is attached, and not read as part of the document"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file within another."""

    name: str
    data: bytes


def with_attachments(
    document: Document,
    attachments: Sequence[Attachment],
    read: Callable[[Attachment], Document],
    *,
    is_portfolio: bool,
) -> Document:
    """Return a document with what its attachments say, where it is no more than their cover.

    What they say has no page, for the pages are those of other files.
    """
    for attachment in attachments[:MOST]:
        if is_portfolio or document.word_count < FEWEST_WORDS:
            try:
                document = _joined(document, read(attachment), attachment.name)
            except DocumentError as error:
                document = _listed(document, attachment, str(error), LEAST_AREA)
        else:
            document = _listed(document, attachment, LISTED, 0.0)
    area = LEAST_AREA if is_portfolio else 0.0
    for attachment in attachments[MOST:]:
        why = f"it is one of more than {MOST} attached files"
        document = _listed(document, attachment, why, area)
    return document


def _listed(document: Document, attachment: Attachment, why: str, area: float) -> Document:
    part = UnreadPart(None, f"attached file {attachment.name}", why, area)
    return replace(document, parts_unread=(*document.parts_unread, part))


def _joined(document: Document, attached: Document, name: str) -> Document:
    """Return a document with the blocks of an attached one after its own."""
    between = BETWEEN if document.text else ""
    moved = len(document.text) + len(between)
    blocks = (moved_block(block, moved, name) for block in attached.blocks)
    unread = [
        UnreadPart(None, f"page {page.number} of {name}", page.unread or "", 1.0)
        for page in attached.unread
    ]
    unread += [
        replace(part, page=None, what=f"{part.what} in {name}") for part in attached.parts_unread
    ]
    return replace(
        document,
        text=document.text + between + attached.text,
        blocks=(*document.blocks, *blocks),
        language=document.language if document.language != "und" else attached.language,
        hidden=(
            *document.hidden,
            *((0, f"{account} (in {name})") for _, account in attached.hidden),
        ),
        parts_unread=(*document.parts_unread, *unread),
    )
