"""The marks that open list items and numbered headings, and the text they belong to.

Many PDFs set a bullet or number apart from its text, some all bullets of a list
before all its texts; a mark is joined to the line that stands to the right of it.
"""

from __future__ import annotations

import re
from collections.abc import Collection

import numpy as np

from auditor.document.characters import bare
from auditor.document.page import Bools, ExtractedPage, Ints, OrderedPage

BULLETS = frozenset("•‣⁃∙●○◦▪▫■□▸►▶➢➤➔✓✔✗✘❖◆◇→⇒·–—‐‑-*»")
NUMBER = re.compile(
    r"^(?:\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{2,5})[.)]|\(?\d{1,2}(?:\.\d{1,2}){1,3}[.)]?|\d{1,2}|[A-H])$"
)
FARTHEST_OPENING = 40.0
"""A mark numbers no paragraph that reaches more heights of a line above or below the one beside it."""
WIDEST_STEP = 1.55
"""Heights of a line, from one to the next of a paragraph."""
LEAST_DROP = 1.7
"""Times the size of the text beside it: an initial letter that stands lower than one line."""
FLUSH = 2.0
"""Points within which the lines of an item begin."""
MOST_COMPARED = 1_000_000
"""Marks times lines that are held against each other at once."""
ITEM = re.compile(r"^\(?(?:\d{1,2}|[a-z]|[ivx]{2,5})[.)]$", re.IGNORECASE)


def is_bullet(word: str) -> bool:
    r"""True if a word is a mark that opens a list item, of whatever font.

    >>> is_bullet("•"), is_bullet("\uf0b7"), is_bullet("o"), is_bullet("a")
    (True, True, True, False)
    """
    if len(word) != 1:
        return False
    return word in BULLETS or word in "o§" or "\uf020" < word <= "\uf0ff"


def is_item(word: str) -> bool:
    """True if a word numbers a list item.

    >>> is_item("1."), is_item("(iv)"), is_item("1.2"), is_item("2024.")
    (True, True, False, False)
    """
    return word.endswith((".", ")")) and ITEM.match(word) is not None


def is_number(word: str) -> bool:
    """True if a word may number an item or a heading.

    >>> is_number("1."), is_number("1.2"), is_number("12"), is_number("2024")
    (True, True, True, False)
    """
    return NUMBER.match(word) is not None


def surely_numbers(word: str) -> bool:
    """True if a word can be no figure of a chart, but numbers an item or a heading.

    >>> surely_numbers("7."), surely_numbers("B"), surely_numbers("7.2.3"), surely_numbers("7.5")
    (True, True, True, False)
    """
    return is_item(word) or (is_number(word) and (word.isalpha() or word.count(".") > 1))


def is_marked(page: OrderedPage, line: int) -> bool:
    """True if a line opens with the mark of a list item."""
    if line in page.mark or line in page.bulleted:
        return True
    first = page.first_word(line)
    return is_bullet(first) or is_item(first)


def text_left(page: OrderedPage, line: int) -> float:
    """Return where the text of a line begins, behind the mark of an item."""
    lines = page.lines.plain
    is_inline = is_marked(page, line) and line not in page.mark and line not in page.bulleted
    if is_inline and lines.last[line] - lines.first[line] > 1:
        return float(page.boxes[lines.first[line] + 1, 0])
    return lines.x0[line]


def hangs(page: ExtractedPage, above: int, line: int) -> bool:
    """True if the mark of a line stands left of the line above it, and its text begins below that."""
    mark, left = page.lines.first.item(line), page.lines.x0.item(above)
    if mark + 1 == page.lines.last.item(line):
        return False
    return bool(page.boxes[mark, 2] < left and abs(page.boxes[mark + 1, 0] - left) < FLUSH)


def attach_marks(
    page: ExtractedPage, lines: Ints, pointing: Collection[int] = ()
) -> tuple[dict[int, int], Ints]:
    """Return for lines whose mark stands alone the word that is it, and the lines without marks.

    A number that points to a page (one of the lines `pointing`, of a contents list) is no
    mark of the text that stands beside that list.
    """
    every = page.lines
    single = [line for line in _single_words(page, lines) if _is_mark(page.first_word(line))]
    marks: dict[int, int] = {}
    if not single:
        return marks, lines
    alone = np.array(single, np.int64)
    is_rest = np.zeros(len(every), bool)
    is_rest[lines] = True
    is_rest[alone] = False
    pointing = frozenset(pointing)
    beside = _lines_beside(page, alone)
    for mark in single:
        line = next((line for line in beside.get(mark, ()) if is_rest.item(line)), None)
        if line is not None and not is_bullet(page.first_word(mark)):
            line = _opening(page, mark, line, is_rest.nonzero()[0], alone)
            line = None if line is None or _is_figure(page, mark, line) else line
        if line is None or line in marks or (mark in pointing) != (line in pointing):
            is_rest[mark] = True
        else:
            marks[line] = every.first.item(mark)
    return marks, is_rest.nonzero()[0]


def _single_words(page: ExtractedPage, lines: Ints) -> list[int]:
    """Return which of some lines are of one word."""
    words = page.lines.plain.words
    return [line for line in lines.tolist() if words[line] == 1] if 1 in words else []


def _is_figure(page: ExtractedPage, mark: int, line: int) -> bool:
    """True if a number beside a line is a figure of a chart, beside another or the name of a bar.

    What numbers a heading stands before its words in the file, too.
    """
    word, text = page.first_word(mark), page.line_text(line)
    is_decimal = word.count(".") == 1 and word[-1].isdigit()
    if not (is_decimal or not any(map(str.isalpha, text))):
        return False
    return bool(page.printed) and bare(word + text) not in page.printed


def _opening(page: ExtractedPage, mark: int, line: int, lines: Ints, marks: Ints) -> int | None:
    """Return the line that a mark opens: the first of a paragraph to whose middle it is set.

    The grade of a recommendation may be, or a large number; no other mark stands beside it then.
    A figure that the file has elsewhere opens no line within a sentence: it is of another column.
    """
    if not page.first_word(line)[:1].islower():
        return line
    every = page.lines
    height = every.bottom[line] - every.top[line]
    lines = lines[np.abs(every.bottom[lines] - every.bottom[line]) < FARTHEST_OPENING * height]
    aligned = lines[np.abs(every.x0[lines] - every.x0[line]) < 0.3 * height]
    aligned = aligned[np.argsort(every.bottom[aligned], kind="stable")]
    is_last: Bools = np.array(
        [page.last_word(one).endswith(".") for one in aligned[:-1].tolist()], bool
    )
    steps = np.diff(every.bottom[aligned])
    ends = np.flatnonzero(is_last | (steps > WIDEST_STEP * height)) + 1
    part = next(part for part in np.split(aligned, ends) if line in part)
    first, top, bottom = int(part[0]), every.top[part[0]], every.bottom[part[-1]]
    others = marks[marks != mark]
    is_beside = (every.x1[others] <= every.x0[line]) & (every.x0[others] > every.x0[mark] - height)
    is_beside &= (every.bottom[others] > top) & (every.top[others] < bottom)
    is_middle = abs(top + bottom - every.top[mark] - every.bottom[mark]) < height
    opens = not page.first_word(first)[:1].islower()
    if is_middle and opens and not is_beside.any():
        return first
    is_within = line != first and abs(line - mark) > 1
    return None if is_within and page.first_word(mark).isdigit() else line


def find_drop_caps(page: ExtractedPage, lines: Ints) -> dict[int, int]:
    """Return for lines that a large initial letter opens the line of that letter."""
    every = page.lines
    found: dict[int, int] = {}
    for cap in _single_words(page, lines):
        if not _is_initial(page.first_word(cap)):
            continue
        height = every.size[cap]
        gap = every.x0[lines] - every.x1[cap]
        beside = (every.x0[lines] > every.x0[cap] - 2) & (gap < 0.6 * height) & (lines != cap)
        beside &= every.size[lines] * LEAST_DROP < height
        beside &= every.top[lines] + every.bottom[lines] > 2 * every.top[cap]
        beside &= every.top[lines] < every.bottom[cap]
        if beside.sum() > 1:
            found[int(lines[beside][np.argmin(every.top[lines[beside]])])] = cap
    return found


def _is_initial(word: str) -> bool:
    return word[-1:].isupper() and len(word.strip("“‘\"'")) == 1


def _is_mark(word: str) -> bool:
    return is_bullet(word) or is_number(word)


def _lines_beside(page: ExtractedPage, marks: Ints) -> dict[int, list[int]]:
    """Return for marks the lines to the right on the same height, within reach of a tab, nearest first."""
    every = page.lines
    at_once = max(1, MOST_COMPARED // len(every))
    found: dict[int, list[int]] = {}
    for start in range(0, len(marks), at_once):
        own = marks[start : start + at_once]
        top, bottom = every.top[own], every.bottom[own]
        words = map(page.first_word, own.tolist())
        reach = np.array([5.0 if is_bullet(word) else 4.5 for word in words])
        gap = every.x0 - every.x1[own][:, None]
        is_near = (gap > -1) & (gap < (reach * np.maximum(bottom - top, 8))[:, None])
        at, line = is_near.nonzero()
        high, low, upper, lower = every.top[line], every.bottom[line], top[at], bottom[at]
        overlap = np.minimum(low, lower) - np.maximum(high, upper)
        is_level = overlap > 0.5 * np.minimum(low - high, lower - upper)
        at, line = at[is_level], line[is_level]
        ranks = np.lexsort((gap[at, line], at))
        for mark, other in zip(own[at[ranks]].tolist(), line[ranks].tolist(), strict=True):
            found.setdefault(mark, []).append(other)
    return found
