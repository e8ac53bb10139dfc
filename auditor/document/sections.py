"""Lines into paragraphs, headings and list items; headings into an outline."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import numpy as np

from auditor.document.contents import HEADING as CONTENTS
from auditor.document.furniture import opens_note
from auditor.document.items import is_bullet, is_item
from auditor.document.joining import Joiner, Span
from auditor.document.sheet import Kind, Sheet, Table
from auditor.document.tables import goes_on
from auditor.document.text import Draft

ENDS = frozenset('.:;?!”"')
LETTERS = re.compile(r"[^\W\d_]{3}")
DIGITS = re.compile(r"^\(?(\d{1,2})[.)]")
LONGEST_HEADING = 24
"""Words on one line."""
MOST_WORDS = 36


def gather_drafts(sheets: Sequence[Sheet], joiner: Joiner) -> list[Draft]:
    """Gather the lines of all pages into blocks, in reading order."""
    gatherer = _Gatherer(joiner)
    for sheet in sheets:
        for line in sheet.order:
            if line < 0:
                gatherer.add_table(sheet, sheet.tables[-1 - line])
            else:
                gatherer.add(sheet, line)
    return gatherer.drafts


def mark_headings(sheets: Sequence[Sheet], body: float) -> None:
    """Mark short lines that are set larger than the text of their page, bold, or in colour."""
    ink = _usual_colour(sheets)
    for sheet in sheets:
        lines = sheet.lines
        if not sheet.order:
            continue
        usual = max(body, _usual_size(sheet))
        short = lines.last - lines.first <= LONGEST_HEADING
        large = lines.size >= 1.12 * usual
        bold = lines.bold & (lines.size >= 0.95 * body)
        set_off = short & (large | bold)
        for at, line in enumerate(sheet.order):
            if line < 0 or sheet.place[line] != "body":
                continue
            if not set_off[line]:
                if _is_tinted_heading(sheet, at, line, ink, body):
                    sheet.place[line] = "heading"
                continue
            if large[line] or not _is_emphasis(sheet, at, line):
                sheet.place[line] = "heading"


def _usual_colour(sheets: Sequence[Sheet]) -> int:
    """Name the colour of most words."""
    count: Counter[int] = Counter()
    for sheet in sheets:
        lengths = (sheet.lines.last - sheet.lines.first).tolist()
        for colour, words in zip(sheet.lines.colour.tolist(), lengths, strict=False):
            count[colour] += words
    return count.most_common(1)[0][0] if count else 0


def _is_tinted_heading(sheet: Sheet, at: int, line: int, ink: int, body: float) -> bool:
    """Say whether a short line stands alone above others in another colour than the text."""
    lines = sheet.lines
    if not len(lines.colour) or lines.colour[line] == ink or lines.size[line] < 0.95 * body:
        return False
    if lines.sideways[line] or not 2 <= lines.last[line] - lines.first[line] <= 12:
        return False
    text = sheet.line_text(line)
    if text[-1] in ENDS or text[-1] == "," or not (text[0].isupper() or text[0].isdigit()):
        return False
    beside = [
        other for other in sheet.order[max(0, at - 1) : at + 2] if other >= 0 and other != line
    ]
    return all(lines.colour[other] != lines.colour[line] for other in beside) and bool(beside)


def _is_emphasis(sheet: Sheet, at: int, line: int) -> bool:
    """Say whether a bold line is part of a paragraph that is not bold as a whole."""
    return _carries_on(sheet, at, line, 1) or _carries_on(sheet, at, line, -1)


def _carries_on(sheet: Sheet, at: int, line: int, step: int) -> bool:
    """Say whether plain text follows (1) or precedes (-1) a line without a break."""
    lines = sheet.lines
    other = line
    while 0 <= at + step < len(sheet.order):
        at += step
        other = sheet.order[at]
        if other < 0 or sheet.block[other] != sheet.block[line]:
            return False
        if not lines.bold[other]:
            break
    else:
        return False
    upper = other if step < 0 else sheet.order[at - 1]
    lower = sheet.order[at + 1] if step < 0 else other
    full = lines.x1[upper] > lines.x0[upper] + 0.8 * (lines.x1[lower] - lines.x0[upper])
    starts = sheet.line_text(lower)[:1]
    return bool(full and sheet.line_text(upper)[-1:] not in ENDS and (starts.islower() or step < 0))


def _usual_size(sheet: Sheet) -> float:
    """Name the size of most words of a page that has a good many; else 0."""
    lines = sheet.lines
    words = lines.last - lines.first
    sizes, group = np.unique(lines.size, return_inverse=True)
    count = np.bincount(group, weights=words)
    return float(sizes[count.argmax()]) if words.sum() > 60 else 0.0


def settle_headings(drafts: Sequence[Draft]) -> None:
    """Make body text of what is set like a heading and is none: long, a sentence, a figure."""
    for draft in drafts:
        if draft.place == "heading" and not reads_as_heading(draft.text):
            opening = draft.text.split(" ", 1)[0]
            draft.place = "list" if is_item(opening) else "body"


def reads_as_heading(text: str) -> bool:
    """Say whether words can be a heading.

    >>> reads_as_heading("Our four priorities"), reads_as_heading("£2.3m")
    (True, False)
    >>> reads_as_heading("We will open two parent-infant teams by April 2027.")
    False
    """
    words = text.split()
    if len(words) > MOST_WORDS or not LETTERS.search(text):
        return False
    return not (text[-1] in ".;" and len(words) > 5)


class _Gatherer:
    """Goes through the lines and says of each whether it opens a block."""

    def __init__(self, joiner: Joiner) -> None:
        self.joiner = joiner
        self.drafts: list[Draft] = []
        self.last: dict[str, tuple[Draft, Sheet, int]] = {}
        self.table: tuple[Table, tuple[str, ...]] | None = None

    def add(self, sheet: Sheet, line: int) -> None:
        """Add a line to the block that it continues, or open one."""
        place = sheet.place[line]
        first, last = int(sheet.lines.first[line]), int(sheet.lines.last[line])
        opening = sheet.opening(line)
        apart = line in sheet.mark
        followed = apart or last - first > 1
        if place == "heading" and followed and is_bullet(opening):
            place = sheet.place[line] = "body"
        if place == "body" and self._opens_item(sheet, line, opening, followed):
            bare = first if apart else first + is_bullet(opening)
            self._open("list", sheet, line, bare, last)
            return
        kind = _slot(place)
        before = self.last.get(kind)
        if before is not None and not apart and self._goes_on(before, sheet, line):
            before[0].cells[0].append(Span(sheet, first, last))
            self.last[kind] = (before[0], sheet, line)
        else:
            self._open(place, sheet, line, first, last)

    def _opens_item(self, sheet: Sheet, line: int, opening: str, followed: bool) -> bool:
        """Say whether a line opens a list item; a number may also end a sentence by chance."""
        if is_bullet(opening):
            return followed
        if not is_item(opening) or not followed:
            return False
        before = self.last.get("body")
        if line in sheet.mark or before is None or before[0].place == "list":
            return True
        draft, above_sheet, above = before
        if _follows(draft, opening):
            return True
        goes_on = above_sheet is sheet and sheet.block[above] == sheet.block[line]
        return not goes_on or above_sheet.line_text(above)[-1:] in ENDS

    def add_table(self, sheet: Sheet, table: Table) -> None:
        """Add the rows of a table; its head goes into their columns."""
        columns: tuple[str, ...] = ()
        if table.heads:
            columns = tuple(self.joiner.text(_spans(sheet, cell)) for cell in table.rows[0])
        elif self.table is not None and goes_on(self.table[0], table):
            columns = self.table[1]
        self.table = (table, columns)
        for row in table.rows[table.heads :]:
            cells = [_spans(sheet, cell) for cell in row]
            heads = columns
            if len(row) > 2 and sum(map(bool, cells)) == 1:
                cells, heads = [cell for cell in cells if cell], ()
            self.drafts.append(Draft("table", cells, columns=heads))

    def _open(self, place: Kind, sheet: Sheet, line: int, first: int, last: int) -> None:
        spans = [Span(sheet, first, last)]
        mark = sheet.mark.get(line)
        if mark is not None and not is_bullet(sheet.words[mark]):
            spans.insert(0, Span(sheet, mark, mark + 1))
        draft = Draft("body" if place == "note" else place, [spans], why=sheet.why.get(line, ""))
        draft.is_note = place == "note"
        draft.style = (float(sheet.lines.size[line]), bool(sheet.lines.bold[line]))
        self.drafts.append(draft)
        self.last[_slot(place)] = (draft, sheet, line)
        if place == "heading":
            self.last.pop("body", None)

    def _goes_on(self, before: tuple[Draft, Sheet, int], sheet: Sheet, line: int) -> bool:
        draft, above_sheet, above = before
        if sheet.place[line] in ("running", "toc"):
            return False
        if sheet.place[line] == "note" and opens_note(sheet, line):
            return False
        if sheet.place[line] == "heading":
            if is_item(sheet.opening(line)) or draft is not self.drafts[-1]:
                return False
            left = float(above_sheet.boxes[draft.cells[0][0].first, 0])
            return above_sheet is sheet and _same_heading(sheet, above, line, left)
        if above_sheet is sheet and sheet.block[above] == sheet.block[line]:
            return not _opens_paragraph(sheet, above, line, draft)
        return _runs_on(above_sheet, above, sheet, line)


def _slot(place: Kind) -> str:
    """Name what a line can go on with: an item may be followed by plain lines."""
    return "body" if place == "list" else place


def _spans(sheet: Sheet, words: list[int]) -> list[Span]:
    """Gather words of a cell into one span for each printed line."""
    spans: list[Span] = []
    for word in words:
        if spans and spans[-1].last == word and _on_one_line(sheet, word):
            spans[-1].last = word + 1
        else:
            spans.append(Span(sheet, word, word + 1))
    return spans


def _on_one_line(sheet: Sheet, word: int) -> bool:
    """Say whether a word stands to the right of the one before it."""
    left, right = sheet.boxes[word - 1], sheet.boxes[word]
    return bool(right[0] >= left[0] and right[1] < (left[1] + left[3]) / 2)


def _follows(draft: Draft, opening: str) -> bool:
    """Say whether a number is the next after the one that opens a draft."""
    before, after = DIGITS.search(draft.text[:6]), DIGITS.search(opening)
    return bool(before and after and int(after[1]) == int(before[1]) + 1)


def _same_heading(sheet: Sheet, above: int, line: int, left: float) -> bool:
    """Say whether a line goes on below a heading that begins at `left`, or to its right."""
    lines = sheet.lines
    step = lines.bottom[line] - lines.bottom[above]
    height = lines.bottom[line] - lines.top[line]
    alike = lines.size[line] == lines.size[above]
    if step < 0.5 * height:
        return bool(
            alike
            and abs(step) < 0.5 * height
            and 0 <= lines.x0[line] - lines.x1[above] < 4 * height
        )
    beside = lines.x0[line] > lines.x1[above] or lines.x1[line] < left
    return bool(alike and step < 1.8 * height and not beside)


def _opens_paragraph(sheet: Sheet, above: int, line: int, draft: Draft) -> bool:
    """Say whether a line of the same run opens a new paragraph."""
    lines = sheet.lines
    step = lines.bottom[line] - lines.bottom[above]
    height = lines.bottom[line] - lines.top[line]
    if step > 1.55 * height:
        return True
    indent = lines.x0[line] - lines.x0[above]
    if draft.place == "list":
        return bool(indent < -0.8 * height and sheet.line_text(above)[-1:] in ENDS)
    return bool(indent > 0.8 * height and lines.x1[above] < lines.x1[line] - 2 * height)


def _runs_on(above_sheet: Sheet, above: int, sheet: Sheet, line: int) -> bool:
    """Say whether a paragraph goes on in another column or on another page."""
    end = above_sheet.line_text(above)[-1:]
    start = sheet.line_text(line)[:1]
    return end not in ENDS and start.islower()


def outline(drafts: Sequence[Draft], joiner: Joiner) -> None:
    """Give every draft the headings above it, by the size and numbers of the headings.

    A contents list ends at the next heading, however large its own is.
    """
    styles = sorted({draft.style for draft in drafts if draft.place == "heading"}, reverse=True)
    path: list[tuple[int, str]] = []
    for draft in drafts:
        if draft.place == "heading":
            rank = styles.index(draft.style) + 1
            text = joiner.text(draft.spans)
            above = [step for step in path if step[0] < rank and not CONTENTS.match(step[1])]
            path = [*above, (rank, text)]
            draft.rank = len(path)
        draft.section = tuple(text for _, text in path)
