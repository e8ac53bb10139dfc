"""Contents pages, lists of figures and indexes: lines that only point elsewhere."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from auditor.document.sheet import Sheet, Table

HEADING = re.compile(
    r"^\W*(?:table of )?contents?(?: page)?\W*$|^\W*"
    r"(?:list|table) of (?:figures|tables|boxes|charts)\W*$"
    r"|^\W*(?:what.s inside|in this (?:strategy|plan|document|report)|index|inhalt|sommaire)\W*$",
    re.IGNORECASE,
)
LEADER = re.compile(
    r"(?:[.…·]{3,}|(?:[.…·] ){3,}[.…·]?|_{4,}|…)\s*"
    r"(?:\d{1,4}(?:\s?[-–]\s?\d{1,4})?|(?<=…)|[ivxlc]{1,6}|(?<=[.…_·]{3}))\W*$"
)
LEADS = ("...", ". . .", "…", "···", "· · ·", "____")
"""One of these stands in every leader."""
LONGEST_HEADING = 8
"""Words of a line that heads a contents list."""
_PAGE = r"(?:[Pp]ages?\s*|[Pp]\.?\s*)?(?:\d{1,3}|[ivxlc]{1,6})(?:\s*[-–]\s*\d{1,3})?$"
ENDS_IN_PAGE = re.compile(r"\S\s+" + _PAGE)
PAGE_ONLY = re.compile(r"^(?:\.*\s*)?" + _PAGE)
INDEX_ENTRY = re.compile(r"\D,\s*\d{1,3}(?:[-–]\d{1,3})?(?:,\s*\d{1,3}(?:[-–]\d{1,3})?)*$")
FEWEST = 4
"""Pointing lines that a page without a heading for them must have."""


def mark_contents(sheets: Sequence[Sheet]) -> None:
    """Mark the lines of contents pages and indexes."""
    before = False
    for sheet in sheets:
        before = _mark_page(sheet, before)


def leave_out_contents_tables(sheet: Sheet, pages: int) -> None:
    """Make ordinary lines of a table that is a contents list: its last cells count pages up."""
    if sheet.number <= max(6, pages // 10):
        sheet.tables = [table for table in sheet.tables if not _counts_pages(sheet, table)]


def _counts_pages(sheet: Sheet, table: Table) -> bool:
    numbers = []
    rows = table.rows[table.heads :]
    for row in rows:
        cells = [cell for cell in row if cell]
        last = sheet.words[cells[-1][-1]] if cells else ""
        if last.isdigit() and len(last) <= 3 and len(cells) > 1:
            numbers.append(int(last))
    rising = all(a <= b for a, b in pairwise(numbers))
    return len(numbers) >= 5 and len(numbers) >= 0.5 * len(rows) and rising and numbers[0] < 40


def _mark_page(sheet: Sheet, goes_on: bool) -> bool:
    """Mark the pointing lines of one page; say whether the page is one of contents."""
    sideways = sheet.lines.sideways.tolist()
    free = [at for at, kind in enumerate(sheet.place) if kind == "body" and not sideways[at]]
    short = (sheet.lines.last - sheet.lines.first <= LONGEST_HEADING).tolist()
    heads = [line for line in free if short[line] and HEADING.match(sheet.line_text(line))]
    every = " ".join(sheet.words)
    has_leaders = any(lead in every for lead in LEADS)
    if not heads and not has_leaders and not goes_on:
        return False
    texts = {line: sheet.line_text(line) for line in free}
    leaders = {line for line in free if LEADER.search(texts[line])} if has_leaders else set()
    if not heads and len(leaders) < FEWEST and not goes_on:
        return False
    if len(leaders) >= 3:
        pointing = leaders | _numbers_below(sheet, leaders, free, texts)
        pointing |= _titles_of_numbers(sheet, free, texts)
    else:
        pointing = leaders | _pointers(sheet, free, texts)
    if heads:
        pointing = _under(sheet, pointing, heads, free)
    whole = len(pointing) >= 0.5 * len(free) and len(pointing) >= FEWEST
    numbered = {line for line in leaders if texts[line].rstrip()[-1:].isalnum()}
    numbered |= _numbers_below(sheet, leaders, free, texts)
    if not heads and (
        len(numbered) < 0.6 * len(leaders) or not (whole or _mostly(leaders, pointing))
    ):
        return False
    if len(pointing) < 3:
        return False
    for line in pointing | _between(sheet, pointing, free, heads):
        sheet.place[line] = "toc"
        sheet.why[line] = "line of a contents list"
    return whole or bool(heads)


def _titles_of_numbers(sheet: Sheet, free: list[int], texts: dict[int, str]) -> set[int]:
    """Name page numbers in a column of at least four, and the titles on their height."""
    lines = sheet.lines
    numbers = [line for line in free if PAGE_ONLY.match(texts[line])]
    column = [
        line
        for line in numbers
        if sum(abs(lines.x1[other] - lines.x1[line]) < 3 for other in numbers) >= FEWEST
    ]
    found = set(column)
    for number in column:
        for line in free:
            level = abs(lines.bottom[line] - lines.bottom[number]) < 0.5 * lines.size[number]
            if level and lines.x1[line] <= lines.x0[number] + 2:
                found.add(line)
    return found


def _numbers_below(
    sheet: Sheet, leaders: set[int], free: list[int], texts: dict[int, str]
) -> set[int]:
    """Name page numbers that were pushed onto a line of their own, or stand apart."""
    lines = sheet.lines
    found: set[int] = set()
    for line in free:
        if not PAGE_ONLY.match(texts[line]):
            continue
        height = lines.bottom[line] - lines.top[line]
        for leader in leaders:
            step = lines.top[line] - lines.top[leader]
            below = -0.5 * height < step < 2 * height and lines.x1[line] >= lines.x0[leader]
            if below and lines.x0[line] - lines.x1[leader] < 12 * height:
                found.add(line)
    return found


def _mostly(some: set[int], every: set[int]) -> bool:
    return len(some) >= max(FEWEST, 0.5 * len(every))


def _pointers(sheet: Sheet, free: list[int], texts: dict[int, str]) -> set[int]:
    """Name lines that end in a page number, or have one to their right."""
    lines = sheet.lines
    numbers = [line for line in free if PAGE_ONLY.match(texts[line])]
    found = {
        line
        for line in free
        if (ENDS_IN_PAGE.search(texts[line]) or INDEX_ENTRY.search(texts[line]))
        and not texts[line].rstrip().endswith(".")
        and len(texts[line].split()) <= 20
    }
    found = _on_one_edge(sheet, found)
    middle = (lines.top + lines.bottom) / 2
    for number in numbers:
        for line in free:
            level = abs(middle[line] - middle[number]) < 0.6 * (
                lines.bottom[line] - lines.top[line]
            )
            if (
                level
                and lines.x1[line] <= lines.x0[number] + 2
                and lines.last[line] - lines.first[line] <= 20
            ):
                found |= {line, number}
    return found


def _on_one_edge(sheet: Sheet, found: set[int]) -> set[int]:
    """Keep the lines that end where at least three of them end, as page numbers do."""
    ends = {line: float(sheet.lines.x1[line]) for line in found}
    return {
        line
        for line, end in ends.items()
        if sum(abs(other - end) < 3 for other in ends.values()) >= 3
    }


def _under(sheet: Sheet, pointing: set[int], heads: list[int], free: list[int]) -> set[int]:
    """Keep the pointing lines below a heading, up to the first long stretch of other text."""
    lines = sheet.lines
    top = min(float(lines.top[line]) for line in heads)
    below = sorted(
        (line for line in free if lines.top[line] >= top), key=lambda i: float(lines.top[i])
    )
    kept: set[int] = set()
    others = 0
    for line in below:
        if line in pointing:
            kept.add(line)
            others = 0
        elif line not in heads and lines.last[line] - lines.first[line] > 6:
            others += 1
        if others > 6 and len(kept) >= 3:
            break
    return kept


def _between(sheet: Sheet, pointing: set[int], free: list[int], heads: list[int]) -> set[int]:
    """Name short lines among the pointing ones: titles that take two lines."""
    lines = sheet.lines
    chosen = np.array(sorted(pointing))
    low, high = lines.top[chosen].min(), lines.bottom[chosen].max()
    left = lines.x0[chosen].min() - 20
    return {
        line
        for line in free
        if line not in heads
        and lines.top[line] >= low - 30
        and lines.bottom[line] <= high + 1
        and lines.x0[line] >= left
        and lines.last[line] - lines.first[line] <= 14
        and not sheet.line_text(line).endswith((".", ";", ":"))
        and _fits_between(sheet, line, chosen)
    }


def _fits_between(
    sheet: Sheet, line: int, chosen: np.ndarray[tuple[int], np.dtype[np.int64]]
) -> bool:
    """Say whether a line stands close above a pointing line, in its column and type."""
    lines = sheet.lines
    height = lines.bottom[line] - lines.top[line]
    near = (lines.top[chosen] - lines.bottom[line] < 2.2 * height) & (
        lines.top[chosen] > lines.top[line]
    )
    column = np.abs(lines.x0[chosen] - lines.x0[line]) < 60
    alike = np.abs(lines.size[chosen] - lines.size[line]) <= 0.3 * lines.size[line]
    return bool((near & column & alike).any())
