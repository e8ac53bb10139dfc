"""The stages of a page, from what an engine found to lines of which it is known what they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from auditor.document.characters import tidy_words
from auditor.document.page import (
    ClassifiedPage,
    ExtractedPage,
    Kind,
    OrderedPage,
    ScreenedPage,
    SegmentedPage,
    Table,
    advanced,
    are_inside,
)
from auditor.document.pdf.layout.headings import find_headings, usual_colour
from auditor.document.pdf.layout.joining import STOPS
from auditor.document.pdf.layout.lines import part_lines
from auditor.document.pdf.layout.reading_order import put_in_order
from auditor.document.pdf.layout.two_page_spreads import part_spreads
from auditor.document.pdf.tables.ruled import find_tables
from auditor.document.pdf.tables.unruled import find_unruled_tables
from auditor.document.structure.contents_lists import counts_pages, find_contents
from auditor.document.structure.footnotes import find_notes
from auditor.document.structure.running_headers import find_running


def segment_pages(pages: Sequence[ExtractedPage]) -> list[SegmentedPage]:
    """Return pages with their ruled tables, and spreads with the place where they part."""
    segmented: list[SegmentedPage] = []
    before: Table | None = None
    for page in pages:
        tables = tuple(find_tables(page, before))
        if page.number <= max(6, len(pages) // 10):
            tables = tuple(
                replace(table, is_contents=True) if counts_pages(page, table) else table
                for table in tables
            )
        segmented.append(_segmented(page, tables))
        before = tables[-1] if tables else before
    return part_spreads(segmented)


def _segmented(page: ExtractedPage, tables: tuple[Table, ...]) -> SegmentedPage:
    """Return a page with its tables, and its lines cut where they enter and leave one."""
    lines = page.lines
    if tables:
        inside = are_inside(tables, len(page.words))
        begins = np.concatenate(([False], inside[1:] != inside[:-1]))
        lines = part_lines(lines, page.boxes, begins)
    found = {"tables": tables, "gutter": page.fold, "leaf": page.number}
    return advanced(page, SegmentedPage, lines=lines, **found)


def screen_pages(pages: Sequence[SegmentedPage], body: float) -> list[ScreenedPage]:
    """Return pages with their running lines and contents lists told from their text."""
    running = find_running(pages, body)
    contents = find_contents(pages, running)
    return [
        advanced(
            page, ScreenedPage, aside={**contents[page.number], **running.get(page.number, {})}
        )
        for page in pages
    ]


def order_pages(pages: Sequence[ScreenedPage]) -> list[OrderedPage]:
    """Return pages in reading order, with the tables that have no rules."""
    ordered: list[OrderedPage] = []
    unruled: list[Table] = []
    for page in pages:
        unruled = find_unruled_tables(page, unruled[-1] if unruled else None)
        ordered.append(put_in_order(page, unruled))
    return ordered


def classify_pages(pages: Sequence[OrderedPage], body: float) -> list[ClassifiedPage]:
    """Return pages with what each of their lines is part of."""
    ink = usual_colour(pages)
    return [_classified(page, body, ink) for page in pages]


def _classified(page: OrderedPage, body: float, ink: int) -> ClassifiedPage:
    notes = find_notes(page, body)
    kinds: list[Kind] = ["body"] * len(page.lines)
    for line, aside in page.aside.items():
        kinds[line] = aside.place
    for line in notes:
        kinds[line] = "note"
    for line in find_headings(page, notes, body, ink):
        kinds[line] = "heading"
    clean = tidy_words(page.words)
    is_plain = all(clean) and STOPS.isdisjoint(clean)
    return advanced(page, ClassifiedPage, kinds=tuple(kinds), clean=clean, is_plain=is_plain)
