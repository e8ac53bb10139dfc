"""Web pages: the text between the borders of elements that stand as blocks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import lxml.html

from auditor.document.flow.account import Account
from auditor.document.flow.drafts import PlainDraft, PlainText
from auditor.document.flow.wording import clean
from auditor.document.web.attributes import MOST, cap_attributes
from auditor.document.web.elements import role_of
from auditor.document.web.encoding import decode_page
from auditor.document.web.tables import CELLS
from auditor.document.web.text.front_matter import part_front_matter
from auditor.document.web.visibility import Visibility, find_visibility
from auditor.document.web.walking import Walker

TAG = re.compile(r"<(/?)(?!(?:br|img|hr|input|meta|link|wbr|col)\b)[a-zA-Z][^<>]*>", re.IGNORECASE)
DEEPEST = 512
TABLES = "//*[@role='table' or @role='grid' or @role='treegrid'][not(self::table)]"
PARTS = {"rowgroup": "tbody", "row": "tr", "cell": "td", "gridcell": "td"} | dict.fromkeys(
    ("columnheader", "rowheader"), "th"
)
"""The elements of a table, by the roles that stand for them."""
SHORTEST_SENTENCE = 8
LEAST_SWALLOWED = 100
"""Words of sentences in the furniture of a page that show it to hold the page itself."""


def read_html(data: bytes) -> PlainText:
    """Read the headings, paragraphs, items and rows of a web page, without the facts at its head."""
    title, page = part_front_matter(decode_page(data))
    found = read_page(page)
    return replace(found, title=found.title or title)


def read_page(text: str, sheet: str = "") -> PlainText:
    """Read a web page whose letters are known, with the style sheet that stands beside it."""
    text, cut = cap_attributes(text)
    page = parse_page(text)
    if page is None:
        return PlainText([])
    _mark_quotations(page)
    visibility = find_visibility(page, sheet)
    _write_tables(page)
    walker = _walked(page, visibility)
    if _holds_the_page(walker.drafts):
        walker = _walked(page, visibility, has_landmarks=False)
    if cut:
        walker.account.hide(
            "attributes", f"all but the first {MOST:,} of an element ({cut:,} such)"
        )
    title = page.find(".//title")
    return PlainText(
        with_notes(_once(walker.drafts, walker.doubles)),
        clean(title.text_content()) if title is not None else "",
        tuple(walker.account.hidden),
        tuple(walker.account.unread),
    )


def _mark_quotations(page: Any) -> None:
    """Write the quotation marks that browsers put around some elements."""
    for element in page.iter("q"):
        element.text = f"“{element.text or ''}"
        if len(element):
            element[-1].tail = f"{element[-1].tail or ''}”"
        else:
            element.text += "”"


def _write_tables(page: Any) -> None:
    """Make tables of elements that are rows and cells by their roles alone."""
    for table in page.xpath(TABLES):
        rows = [row for part in table for row in (part if role_of(part) == "rowgroup" else (part,))]
        cells = [cell for row in rows for cell in row]
        if cells and all(role_of(row) == "row" for row in rows) and all(map(_is_cell, cells)):
            table.tag = "table"
            for each in (*table, *rows, *cells):
                each.tag = PARTS[role_of(each)]


def _is_cell(element: Any) -> bool:
    return PARTS.get(role_of(element)) in CELLS


def _walked(page: Any, visibility: Visibility, *, has_landmarks: bool = True) -> Walker:
    """Return what has gathered the blocks of a page."""
    walker = Walker(visibility, Account(), lambda inner: read_page(inner).drafts)
    walker.has_landmarks = has_landmarks
    walker.walk(page)
    return walker


def _holds_the_page(drafts: Sequence[PlainDraft]) -> bool:
    """True if most sentences stand in furniture: a navigation that somebody forgot to close."""
    aside = sum(_sentence_words(draft) for draft in drafts if draft.place == "running")
    read = sum(_sentence_words(draft) for draft in drafts if draft.place in ("body", "list"))
    return aside > max(read, LEAST_SWALLOWED)


def _sentence_words(draft: PlainDraft) -> int:
    """Count the words of a block that ends as sentences do."""
    text = draft.text.rstrip()
    words = text.split()
    return len(words) if len(words) >= SHORTEST_SENTENCE and text.endswith((".", "!", "?")) else 0


def parse_page(text: str) -> Any:
    """Parse a page however badly it is written; None where it holds nothing."""
    text = text.replace("\0", "")
    page, is_whole = _parse(text)
    return page if is_whole else _parse(_flattened(text))[0]


def _parse(text: str) -> tuple[Any, bool]:
    """Parse a page; return whether all of it was: the parser stops where it is nested too deeply."""
    parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True, no_network=True)
    try:
        page = lxml.html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except lxml.etree.ParserError:
        page = None
    return page, all(error.type_name != "ERR_RESOURCE_LIMIT" for error in parser.error_log)


def _flattened(text: str) -> str:
    """Take out the tags of elements that are nested deeper than browsers nest them."""
    depth = 0

    def shallow(tag: re.Match[str]) -> str:
        nonlocal depth
        depth = max(0, depth + (-1 if tag[1] else 1))
        return tag[0] if depth < DEEPEST else " "

    return TAG.sub(shallow, text)


def _once(drafts: list[PlainDraft], doubles: set[int]) -> list[PlainDraft]:
    """Drop what is hidden from screen readers where the same stands elsewhere for them."""
    if not doubles:
        return drafts
    spoken = {draft.text for at, draft in enumerate(drafts) if at not in doubles}
    return [
        draft for at, draft in enumerate(drafts) if at not in doubles or draft.text not in spoken
    ]


def with_notes(drafts: list[PlainDraft]) -> list[PlainDraft]:
    """Move notes from the end of a page to what calls them; those that nothing calls stay."""
    notes: dict[str, list[PlainDraft]] = {}
    for draft in drafts:
        if draft.note and draft.text:
            notes.setdefault(draft.note, []).append(draft)
    called = {draft.note for draft in drafts if not draft.text and draft.note in notes}
    found: list[PlainDraft] = []
    for draft in drafts:
        if not draft.text:
            found += notes.pop(draft.note, [])
        elif draft.note not in called:
            found.append(draft)
    return found
