"""Contents pages, lists of figures and indexes: lists of entries that only point elsewhere.

An entry is a short line with a page number at its end, or right of it. Entries make a
list where they stand below each other in one column and their numbers rise; what stands
beside that column is never part of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

import numpy as np

from auditor.document.page import Aside, ExtractedPage, Ints, SegmentedPage, Table
from auditor.document.structure.contents_entries import (
    DEEPEST_INDENT,
    MOST_BETWEEN,
    Entry,
    gather_runs,
)
from auditor.document.structure.contents_titles import lines_of_list
from auditor.document.structure.page_references import (
    LEADER,
    OPENING,
    has_leader,
    heads_contents,
    is_index_entry,
    opens_heading,
    page_at_end,
    pointed_page,
    trails_off,
)

CONTENTS_LINE = Aside("toc", "line of a contents list")
LONGEST_HEADING = 8
"""Words of a line that heads a contents list."""
LONGEST_ENTRY = 20
"""Words of one line of an entry."""
FEWEST = 3
"""Entries under a heading for them."""
MOST_BEYOND = 60
"""How far beyond twice the pages of a document its entries may point."""
MOST_APART = 10
"""Pages between the last entry on one page and the first on the next."""
FEWEST_UNHEADED = 4
"""Entries without a heading for them: all must have leaders, or go on from the last page."""


def find_contents(
    pages: Sequence[SegmentedPage], running: Mapping[int, Mapping[int, Aside]]
) -> dict[int, dict[int, Aside]]:
    """Find by page the lines of contents pages and indexes, running lines left out."""
    found: dict[int, dict[int, Aside]] = {}
    last: int | None = None
    last_leaf = pages[-1].leaf if pages else 0
    for page in pages:
        aside = running.get(page.number, {})
        heads = [line for line in _headings(page) if line not in aside and not page.lines.way[line]]
        lines: set[int] = set()
        if heads or last is not None or _has_leaders(page):
            lines, last = _Finder(page, aside, heads, last_leaf).find(last)
        found[page.number] = dict.fromkeys(lines, CONTENTS_LINE)
    return found


def counts_pages(page: ExtractedPage, table: Table) -> bool:
    """True if a table is a contents list: its last cells count pages up, under a heading for that."""
    numbers = []
    rows = table.rows[table.heads :]
    for row in rows:
        cells = [cell for cell in row if cell]
        last = page.words[cells[-1][-1]] if cells else ""
        if last.isdecimal() and len(last) <= 3 and len(cells) > 1:
            numbers.append(int(last))
    if len(numbers) < 5 or len(numbers) < 0.5 * len(rows) or numbers[0] >= 40:
        return False
    return all(a <= b for a, b in pairwise(numbers)) and bool(_headings(page))


def _headings(page: ExtractedPage) -> list[int]:
    """Return the lines that head contents lists."""
    words, lines = page.words, page.lines.plain
    return [
        line
        for line, (at, count) in enumerate(zip(lines.first, lines.words, strict=True))
        if count <= LONGEST_HEADING
        and words[at][0] in OPENING
        and opens_heading(words[at])
        and heads_contents(page.line_text(line))
    ]


def _has_leaders(page: ExtractedPage) -> bool:
    """True if something on a page may be a leader."""
    close = "".join(page.words)
    if "..." not in close and "…" not in close and "___" not in close and "··" not in close:
        return False
    every = " ".join(page.words)
    return any(lead in every for lead in ("...", ". . .", "…", "···", "· · ·", "____"))


class _Finder:
    """Finds the contents lists of one page."""

    def __init__(
        self,
        page: SegmentedPage,
        running: Mapping[int, Aside],
        heads: Sequence[int],
        last_leaf: int,
    ) -> None:
        self.page, self.heads, self.last_leaf = page, heads, last_leaf
        level = (page.lines.way == 0).nonzero()[0].tolist()
        self.free = [line for line in level if line not in running]
        self.free_lines = np.array(self.free, np.int64)

    def find(self, last: int | None) -> tuple[set[int], int | None]:
        """Return the lines that point elsewhere, and the last page pointed to.

        `last` is that of the page before, where it had a list.
        """
        texts = {line: self.page.line_text(line) for line in self.free}
        found = self._index(texts)
        entries = self._entries(texts)
        is_led = sum(entry.has_leader for entry in entries) >= FEWEST_UNHEADED
        if not self.heads and last is None and not is_led:
            return found, None
        pointed = last
        lists = [run for run in gather_runs(entries, self._between) if self._is_list(run, last)]
        others = {line: text for line, text in texts.items() if line not in self.heads}
        for run in lists:
            found |= lines_of_list(self.page, others, run, self._right_of(run, lists))
            pointed = run[-1].page
        if found or is_led:
            found |= {line for line, text in texts.items() if has_leader(text)}
        return found, (pointed if found else None)

    def _index(self, texts: Mapping[int, str]) -> set[int]:
        """Return the entries of an index: words with pages after commas, under its heading."""
        if not any(texts[head].strip().lower() == "index" for head in self.heads):
            return set()
        entries = {line for line, text in texts.items() if is_index_entry(text)}
        return entries if len(entries) >= FEWEST else set()

    def _entries(self, texts: Mapping[int, str]) -> list[Entry]:
        """Return the lines that point to a page, from the top."""
        length = self.page.lines.plain.words
        titles = np.array(
            [line for line in self.free if _is_short(length[line], texts[line])], np.int64
        )
        found: list[Entry] = []
        for line in titles.tolist():
            pointed = page_at_end(texts[line])
            if pointed is None:
                continue
            start, page = pointed
            leads = trails_off(texts[line][:start])
            if (length[line] > 1 or leads) and not _is_bare(texts[line]):
                found.append(self._entry((line,), page, leads))
                continue
            title = self._title_of(line, titles, texts)
            if title is not None:
                is_led = trails_off(texts[title]) or texts[line][:1] in LEADER
                found.append(self._entry((title, line), page, is_led))
        return sorted(found, key=lambda entry: entry.top)

    def _entry(self, own: tuple[int, ...], page: int, has_leader: bool) -> Entry:
        lines, title, last = self.page.lines, own[0], own[-1]
        at = int(lines.last[last]) - 1
        number = self.page.boxes[at]
        ends = self.page.boxes[at - 1, 2] if title == last else lines.x1[title]
        return Entry(
            lines=own,
            page=page,
            left=float(lines.x0[title]),
            number=(float(number[0]), float(lines.x1[last])),
            top=float(lines.top[last]),
            height=float(lines.bottom[title] - lines.top[title]),
            has_leader=has_leader,
            gap=float(number[0] - ends),
        )

    def _title_of(self, number: int, titles: Ints, texts: Mapping[int, str]) -> int | None:
        """Return the line that stands left of a lone number on its height, nothing between them."""
        lines = self.page.lines
        middle = (lines.top + lines.bottom) / 2
        height = lines.bottom[number] - lines.top[number]
        level = np.abs(middle[titles] - middle[number]) < 0.6 * height
        left = lines.x1[titles] <= lines.x0[number] + 2
        beside = titles[level & left & (titles != number)]
        if not len(beside):
            return self._trailing_above(number, texts)
        nearest = int(beside[np.argmax(lines.x1[beside])])
        return None if pointed_page(texts[nearest]) is not None else nearest

    def _trailing_above(self, number: int, texts: Mapping[int, str]) -> int | None:
        """Return the line just above a number to which a leader leads, on either line."""
        lines = self.page.lines
        is_led = texts[number][:1] in LEADER
        for line in (number - 1, number - 2):
            if line in texts and (is_led or trails_off(texts[line])):
                step = lines.top[number] - lines.top[line]
                if 0 < step < 2 * (lines.bottom[line] - lines.top[line]):
                    return line
        return None

    def _between(self, upper: Entry, lower: Entry) -> int:
        """Count the other lines between two entries, in their column."""
        lines = self.page.lines
        left, right = min(upper.left, lower.left) - 2, max(upper.number[1], lower.number[1]) + 2
        free = self.free_lines
        inside = (lines.x0[free] >= left) & (lines.x1[free] <= right)
        falling = (lines.top[free] > upper.top) & (lines.top[free] < lower.top)
        return len(set(free[inside & falling].tolist()).difference(upper.lines, lower.lines))

    def _is_list(self, run: Sequence[Entry], last: int | None) -> bool:
        """True if entries below each other are a contents list."""
        with_leaders = sum(entry.has_leader for entry in run)
        if with_leaders >= FEWEST_UNHEADED and with_leaders >= 0.6 * len(run):
            return True
        if len(run) < FEWEST:
            return last is not None and len(run) > 1 and self._goes_on(run, last)
        if any(self._is_under(run[0], head) for head in self.heads):
            return with_leaders >= FEWEST or run[-1].page <= 2 * self.last_leaf + MOST_BEYOND
        return last is not None and len(run) >= FEWEST_UNHEADED and run[0].page >= last

    def _goes_on(self, run: Sequence[Entry], last: int) -> bool:
        """True if a list that filled the page before ends with some entries on top of this one."""
        free = self.free_lines
        above = self.page.lines.bottom[free] < run[0].top
        return not above.any() and 0 <= run[0].page - last <= MOST_APART

    def _is_under(self, entry: Entry, head: int) -> bool:
        """True if an entry is the first below a heading, or stands on top of another column."""
        lines = self.page.lines
        if entry.top < lines.top[head] - 2:
            return False
        free = self.free_lines
        right = entry.number[1] + 2
        inside = (lines.x0[free] >= entry.left - 2) & (lines.x1[free] <= right)
        falling = (lines.top[free] > lines.bottom[head] - 2) & (lines.bottom[free] < entry.top + 2)
        long = (lines.last - lines.first)[free] > 3
        return int(np.count_nonzero(inside & falling & long)) <= MOST_BETWEEN

    def _right_of(self, run: Sequence[Entry], lists: Sequence[Sequence[Entry]]) -> float:
        """Return where the lists in the column of one end: one may hold the numbers that broke off."""
        beside = (one for one in lists if abs(one[0].left - run[0].left) < DEEPEST_INDENT)
        return max((entry.number[1] for one in beside for entry in one), default=0.0)


def _is_short(words: int, text: str) -> bool:
    """True if a line is no longer than titles are; the dots of a leader do not count."""
    return words <= LONGEST_ENTRY or sum(map(str.isalpha, text)) <= 6 * LONGEST_ENTRY


def _is_bare(text: str) -> bool:
    """True if nothing but a page number stands on a line."""
    return not any(letter.isalpha() for letter in text.lower().replace("page", "").lstrip("p. "))
