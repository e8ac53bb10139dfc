"""Lines into paragraphs, headings and list items; headings into an outline."""

from __future__ import annotations

import re
from collections.abc import Sequence

from auditor.document.sheet import Sheet
from auditor.document.text import Draft, Span, tidy

BULLETS = frozenset("•‣⁃∙●○◦▪▫■□▸►▶➢➤✓✔✗✘❖◆◇→⇒·–—-*\uf0b7\uf0a7\uf0d8\uf0fc\uf0a8\uf076\uf02d\uf06e")
ITEM = re.compile(r"^(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,5})[.)])$", re.IGNORECASE)
NUMBERED = re.compile(r"^(\d{1,2}(?:\.\d{1,2}){0,4})\.?\s+\S")
ENDS = frozenset(".:;?!”\"")
LONGEST_HEADING = 24
"""Words."""


def is_bullet(word: str) -> bool:
    """Say whether a word is a mark that opens a list item.

    >>> is_bullet("•"), is_bullet("o"), is_bullet("a")
    (True, True, False)
    """
    return word in BULLETS or word in ("o", "§", "")


def gather_drafts(sheets: Sequence[Sheet], body: float) -> list[Draft]:
    """Gather the lines of all pages into blocks, in reading order."""
    gatherer = _Gatherer(body)
    for sheet in sheets:
        for line in sheet.order:
            gatherer.add(sheet, line)
    return gatherer.drafts


def mark_headings(sheets: Sequence[Sheet], body: float) -> None:
    """Mark short lines that are set larger than the body, or bold."""
    for sheet in sheets:
        lines = sheet.lines
        for line in sheet.order:
            words = lines.last[line] - lines.first[line]
            if sheet.place[line] != "body" or words > LONGEST_HEADING or lines.sideways[line]:
                continue
            if lines.size[line] >= 1.12 * body or (lines.bold[line] and lines.size[line] >= 0.95 * body):
                sheet.place[line] = "heading"


class _Gatherer:
    """Goes through the lines and says of each whether it opens a block."""

    def __init__(self, body: float) -> None:
        self.body = body
        self.drafts: list[Draft] = []
        self.last: dict[str, tuple[Draft, Sheet, int]] = {}

    def add(self, sheet: Sheet, line: int) -> None:
        """Add a line to the block that it continues, or open one."""
        place = sheet.place[line]
        first, last = int(sheet.lines.first[line]), int(sheet.lines.last[line])
        word = tidy(sheet.words[first])
        if place == "body" and last - first > 1 and (is_bullet(word) or ITEM.match(word)):
            self._open("list", sheet, line, first + is_bullet(word), last)
            return
        kind = "body" if place == "list" else place
        before = self.last.get(kind)
        if before is not None and self._goes_on(before, sheet, line):
            before[0].cells[0].append(Span(sheet, first, last))
            self.last[kind] = (before[0], sheet, line)
        else:
            self._open(place, sheet, line, first, last)

    def _open(self, place: str, sheet: Sheet, line: int, first: int, last: int) -> None:
        draft = Draft(place, [[Span(sheet, first, last)]], why=sheet.why.get(line, ""))  # type: ignore[arg-type]
        self.drafts.append(draft)
        kind = "body" if place == "list" else place
        self.last[kind] = (draft, sheet, line)
        if place == "heading":
            self.last.pop("body", None)

    def _goes_on(self, before: tuple[Draft, Sheet, int], sheet: Sheet, line: int) -> bool:
        draft, above_sheet, above = before
        if sheet.place[line] == "running":
            return False
        if sheet.place[line] == "heading":
            return above_sheet is sheet and _same_heading(sheet, above, line) and draft is self.drafts[-1]
        if above_sheet is sheet and sheet.block[above] == sheet.block[line]:
            return not _opens_paragraph(sheet, above, line, draft)
        return _runs_on(above_sheet, above, sheet, line)


def _same_heading(sheet: Sheet, above: int, line: int) -> bool:
    lines = sheet.lines
    step = lines.top[line] - lines.top[above]
    height = lines.bottom[line] - lines.top[line]
    return bool(0 <= step < 1.8 * height and lines.size[line] == lines.size[above])


def _opens_paragraph(sheet: Sheet, above: int, line: int, draft: Draft) -> bool:
    """Say whether a line of the same run opens a new paragraph."""
    lines = sheet.lines
    step = lines.top[line] - lines.top[above]
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


def outline(drafts: Sequence[Draft], body: float) -> None:
    """Give every draft the headings above it, by the size and numbers of the headings."""
    styles = sorted({_style(draft) for draft in drafts if draft.place == "heading"}, reverse=True)
    path: list[tuple[int, str]] = []
    for draft in drafts:
        if draft.place == "heading":
            rank = styles.index(_style(draft)) + 1
            text = heading_text(draft)
            path = [step for step in path if step[0] < rank] + [(rank, text)]
            draft.rank = len(path)
        draft.section = tuple(text for _, text in path)


def _style(draft: Draft) -> tuple[float, bool]:
    span = draft.spans[0]
    line = int(span.sheet.lines.first.searchsorted(span.first, side="right")) - 1
    return float(span.sheet.lines.size[line]), bool(span.sheet.lines.bold[line])


def heading_text(draft: Draft) -> str:
    """Give the words of a heading."""
    words = (tidy(word) for span in draft.spans for word in span.sheet.words[span.first : span.last])
    return " ".join(word for word in words if word)
