"""Lines into paragraphs, headings, list items and rows of tables."""

from __future__ import annotations

import re
from collections.abc import Sequence

from auditor.document.page import ClassifiedPage, Kind
from auditor.document.pdf.layout.continuation import (
    counts_on,
    floats,
    goes_on_with_dash,
    is_caption,
    is_cut,
    runs_on,
)
from auditor.document.pdf.layout.headings import (
    ENDS,
    FEWEST_WORDS,
    SECTION,
    are_alike,
    begins_small,
    may_end,
    same_heading,
)
from auditor.document.pdf.layout.joining import Joiner, Span
from auditor.document.pdf.layout.paragraph_breaks import (
    Breaks,
    follows_title,
    goes_on_in_item,
    has_ended,
)
from auditor.document.pdf.tables.row_drafts import RowGatherer
from auditor.document.structure.footnotes import opens_note
from auditor.document.structure.list_items import hangs, is_bullet, is_item
from auditor.document.text import Draft

BELOW = 2.0
"""Points within which the lines of a text begin."""
APART = 60.0
"""Points by which two texts side by side begin apart."""
SENTENCE_MARKS = frozenset("-–—o")
"""Bullets that may stand within a sentence, too."""
DIGITS = re.compile(r"^\(?(\d{1,2})[.)]")
CLOSINGS = ".)"
"""What numbers of items of more than one letter end in."""

_Last = tuple[Draft, ClassifiedPage, int]
"""What a line may go on: a draft, and the page and line that it ends in."""


def gather_drafts(pages: Sequence[ClassifiedPage], joiner: Joiner) -> list[Draft]:
    """Gather the lines of all pages into blocks, in reading order."""
    gatherer = _Gatherer(joiner, Breaks(pages))
    for page in pages:
        for line in page.order:
            if line < 0:
                gatherer.rows.add(page, page.tables[-1 - line])
            else:
                gatherer.add(page, line)
    return gatherer.drafts


class _Gatherer:
    """Goes through the lines and says of each whether it opens a block."""

    def __init__(self, joiner: Joiner, breaks: Breaks) -> None:
        self.joiner = joiner
        self.drafts: list[Draft] = []
        self.last: dict[str, _Last] = {}
        self.rows = RowGatherer(joiner, self.drafts, breaks)
        self.cut: _Last | None = None
        """The paragraph that the end of a column or page cut within a sentence."""
        self.is_in_list = False
        """Whether the last paragraph is another of a list item."""
        self.cut_at = 0
        """How many drafts there were where it was cut."""
        self._breaks = breaks

    def add(self, page: ClassifiedPage, line: int) -> None:
        """Add a line to the block that it continues, or open one."""
        place, lines = page.kinds[line], page.lines.plain
        first, last = lines.first[line], lines.last[line]
        opening = page.openings[line]
        apart = line in page.mark or line in page.bulleted
        followed = apart or last - first > 1
        if place == "heading" and self._is_of_item(page, line, opening, followed=followed):
            place = "body"
        may_open = place == "body" and followed and (len(opening) == 1 or opening[-1] in CLOSINGS)
        if may_open and self._opens_item(page, line, opening):
            bare = first if apart else first + is_bullet(page.words[first])
            self._open("list", page, line, bare, last)
            return
        before = self.last.get(place)
        if not apart and self._continues(before, page, line, place):
            return
        if place == "body" and before is not None:
            self._leave(before, page, line)
        self._open(place, page, line, first, last)

    def _continues(
        self, before: _Last | None, page: ClassifiedPage, line: int, place: Kind
    ) -> bool:
        """Add a line to what it goes on: a block, a paragraph that was cut, or a cell of a table."""
        if before is not None and self._goes_on(before, page, line, place):
            self._append(before[0], page, line, place)
            return True
        if place != "body":
            return False
        if self.cut is not None and self._ends_what_is_cut(self.cut, page, line):
            ended, self.cut_at = self.cut, len(self.drafts)
            self.cut = before if before is not None and _is_cut_text(before) else None
            self._append(ended[0], page, line, "body")
            return True
        return self.rows.take(page, line)

    def _leave(self, before: _Last, page: ClassifiedPage, line: int) -> None:
        """Remember of the paragraph before one that opens what may go on below it."""
        leaves = _is_other_run(before, page, line)
        if leaves and _is_cut_text(before):
            self.cut, self.cut_at = before, len(self.drafts)
        self.is_in_list = not leaves and (self.is_in_list or before[0].place == "list")

    def _append(self, draft: Draft, page: ClassifiedPage, line: int, kind: str) -> None:
        lines = page.lines.plain
        draft.cells[0].append(Span(page, lines.first[line], lines.last[line]))
        self.last[kind] = (draft, page, line)

    def _ends_what_is_cut(self, cut: _Last, page: ClassifiedPage, line: int) -> bool:
        """True if a line goes on from a paragraph that a column or page cut, below a box.

        The box itself ended, so the line is none of its; or a heading floats on top of the page.
        """
        before = self.last.get("body")
        _, above_page, above = cut
        if page.number - above_page.number > 1 or (before is not None and before[0] is cut[0]):
            return False
        between = (draft for draft in self.drafts[self.cut_at :] if draft.place != "running")
        if not begins_small(page.first_word(line)) and sum(not one.is_note for one in between) > 1:
            return False
        if before is None and not begins_small(page.first_word(line)):
            return False
        is_other = before is not None and _is_cut_text(before)
        if is_other and not self._stands_below(cut, page, line):
            return False
        return runs_on(above_page, above, page, line)

    def _stands_below(self, cut: _Last, page: ClassifiedPage, line: int) -> bool:
        """True if a line begins where what is cut does, on the next page, and other text does not.

        Two texts side by side, each cut by the end of the page.
        """
        (_, cut_page, cut_line), (_, other_page, other) = cut, self.last["body"]
        left = page.lines.x0[line]
        return bool(
            page is not cut_page
            and abs(left - cut_page.lines.x0[cut_line]) < BELOW
            and abs(left - other_page.lines.x0[other]) > APART
        )

    def _is_of_item(self, page: ClassifiedPage, line: int, opening: str, *, followed: bool) -> bool:
        """True if a line that is set as a heading opens a list item, or ends its sentence."""
        opens = followed and is_bullet(opening) and line not in page.bulleted
        return opens or self._ends_item(page, line)

    def _ends_item(self, page: ClassifiedPage, line: int) -> bool:
        """True if a line that is set as a heading ends the sentence of a list item set like it."""
        before = self.last.get("body")
        if before is None or before[0].place != "list" or before[0] is not self.drafts[-1]:
            return False
        if _is_other_run(before, page, line):
            return False
        last = page.last_word(before[2])
        if last[-1] in ENDS:
            return False
        is_cut = last.isalpha() and last.islower() and not may_end(last)
        return (
            is_cut or begins_small(page.first_word(line)) or goes_on_in_item(page, before[2], line)
        )

    def _opens_item(self, page: ClassifiedPage, line: int, opening: str) -> bool:
        """True if a line opens a list item; a number may also end a sentence by chance."""
        if is_bullet(opening):
            return not self._is_within(page, line)
        if not is_item(opening):
            return False
        before = self.last.get("body")
        if line in page.mark or before is None or before[0].place == "list":
            return True
        draft, above_page, above = before
        if self.is_in_list:
            return above_page.last_word(above)[-1] not in "-–"  # "13-" / "20."
        if _follows(draft, opening):
            return True
        goes_on = above_page is page and page.plain_block[above] == page.plain_block[line]
        if not goes_on:
            may_end = counts_on(opening) and not _holds_number_before(draft, opening)
            return not (may_end and runs_on(above_page, above, page, line))
        return above_page.last_word(above)[-1:] in ENDS or hangs(page, above, line)

    def _is_within(self, page: ClassifiedPage, line: int) -> bool:
        """True if a dash or letter at the head of a line is no bullet, but goes on a sentence.

        "2016 / - 2018", "the area / – or the county", or "o" where it is a word.
        """
        first = page.lines.first.item(line)
        mark, before = page.words[first], self.last.get("body")
        is_marked = line in page.mark or line in page.bulleted
        if mark not in SENTENCE_MARKS or is_marked or before is None:
            return False
        draft, _, above = before
        if _is_other_run(before, page, line):
            return False
        if mark != "o" and goes_on_with_dash(page, above, line):
            return True
        if draft.place != "body":
            return False
        last, following = page.last_word(above), page.words[first + 1]
        if mark == "o":
            is_flush = abs(page.lines.x0[above] - page.lines.x0[line]) < BELOW
            return bool(is_flush and last[-1].isalpha() and self._breaks.says_o)
        return last.isdigit() and following[:1].isdigit()

    def _open(self, place: Kind, page: ClassifiedPage, line: int, first: int, last: int) -> None:
        spans = [Span(page, first, last)]
        mark, slot = page.mark.get(line), _slot(place)
        if mark is not None and not is_bullet(page.words[mark]):
            spans.insert(0, Span(page, mark, mark + 1))
        why = page.aside[line].why if line in page.aside else ""
        is_note = place == "note"
        style = page.lines.plain.size[line], page.lines.bold.item(line)
        draft = Draft("body" if place == "note" else place, [spans], 0, why, (), (), style, is_note)
        self.drafts.append(draft)
        if place == "heading":
            before = self.last.pop("body", None)
            self.cut = None
            if before is not None and floats(page, line) and _is_other_run(before, page, line):
                self.cut = before if _is_cut_text(before) else None
        elif slot == "body" and "body" not in self.last and not is_caption(draft.text):
            self.cut = None
        self.last[slot] = (draft, page, line)

    def _goes_on(self, before: _Last, page: ClassifiedPage, line: int, place: Kind) -> bool:
        draft, above_page, above = before
        if place == "body":
            return self._goes_on_in_text(before, page, line)
        if place in ("running", "toc"):
            return False
        if place == "heading":
            if is_item(page.openings[line]) or draft is not self.drafts[-1]:
                return False
            is_whole = above_page is page and has_ended(page, above, line)
            if is_whole and (SECTION.match(draft.text) or follows_title(page, above, line)):
                return False
            begins = next(span for span in draft.cells[0] if span.page is above_page)
            left = float(above_page.boxes[begins.first, 0])
            if above_page is page and same_heading(page, above, line, left):
                return True
            return are_alike(above_page, above, page, line) and runs_on(
                above_page, above, page, line
            )
        return not opens_note(page, line) and self._goes_on_in_text(before, page, line)

    def _goes_on_in_text(self, before: _Last, page: ClassifiedPage, line: int) -> bool:
        """True if a line goes on a block of text or a note."""
        draft, above_page, above = before
        if above_page is not page or page.plain_block[above] != page.plain_block[line]:
            return runs_on(above_page, above, page, line)
        is_turned = page.lines.plain.way[line]
        return bool(is_turned) or not self._breaks.opens_paragraph(page, above, line, draft)


def _slot(place: Kind) -> str:
    """Return what a line can go on with: an item may be followed by plain lines."""
    return "body" if place == "list" else place


def _is_other_run(before: _Last, page: ClassifiedPage, line: int) -> bool:
    """True if a line is of another run or page than the one before it."""
    _, above_page, above = before
    return above_page is not page or page.plain_block[above] != page.plain_block[line]


def _is_cut_text(last: _Last) -> bool:
    """True if the last line of a block is cut, and the block is no label of a chart or form."""
    draft, page, line = last
    is_text = len(draft.cells[0]) > 1 or page.lines.plain.words[line] >= FEWEST_WORDS
    return is_text and is_cut(page, line)


def _follows(draft: Draft, opening: str) -> bool:
    """True if a number is the next after the one that opens a draft."""
    before, after = DIGITS.search(draft.text[:6]), DIGITS.search(opening)
    return bool(before and after and int(after[1]) == int(before[1]) + 1)


def _holds_number_before(draft: Draft, opening: str) -> bool:
    """True if the number before one stands in a draft: in a list that was not told from a text."""
    number = DIGITS.search(opening)
    return number is not None and f" {int(number[1]) - 1}. " in draft.text
