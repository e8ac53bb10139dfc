"""Where a paragraph goes on in another column or on another page."""

from __future__ import annotations

import math
import re

import numpy as np

from auditor.document.page import ClassifiedPage
from auditor.document.pdf.layout.headings import ENDS, FEWEST_WORDS, OPENING, begins_small
from auditor.document.pdf.layout.hyphenation import HYPHENS
from auditor.document.pdf.layout.lines import MOST_STEP
from auditor.document.structure.list_items import FLUSH, is_item, text_left

ROOM = 0.5
"""Of the height of a line: white that a word needs besides its width to stand on a line."""
MOST_ROOM = 6.0
"""Heights of a line: no word that is to come is wider."""
WIDER = 1.1
"""Times the width of a line that fills its column: wider is a box across columns."""
LEAST_ALIKE = 0.93
"""Of the size of type: the lines of one paragraph differ no more; the labels of charts are smaller."""
FEWEST_TOLD = 5
"""Lines of one text, from which it is told how wide its column is."""
QUOTES = "‘“'\""
"""Marks that open a quotation: one that begins small goes on within a sentence."""
FEWEST_TILES = 3
"""Short texts side by side: fewer may be a paragraph that goes on in the next column."""
MOST_TILE = 3
"""Lines of such a text."""
LEVEL = 2.0
"""Points by which texts of a row begin at different heights."""
ASIDE = frozenset(("heading", "running"))
YEAR = re.compile(r"(?:19|20)\d\d\b(?![-–/])")
CAPTION = re.compile(r"(?:figure|fig\.|table|chart|box|map|graph)\s\d{1,3}\s?[:.–—]", re.IGNORECASE)
COUNT = re.compile(r"(\d{1,2})\.$")
LONGEST_SMALL_WORD = 3
"""Letters of words such as "of", "the", "in", after which a sentence goes on with a name."""


def runs_on(above_page: ClassifiedPage, above: int, page: ClassifiedPage, line: int) -> bool:
    """True if a paragraph goes on in another column or on another page.

    Its line ends within a sentence and has no room for the next word; boxes side by side
    do not go on, nor does anything two pages on.
    """
    if page.number - above_page.number > 1:
        return False
    if above_page.last_word(above)[-1:] in ENDS or not _may_go_on(above_page, above, page, line):
        return False
    if above_page.lines.plain.way[above] != page.lines.plain.way[line]:
        return False
    if not _is_of_a_type(above_page, above, page, line):
        return False
    if above_page is page and (_stand_apart(page, above, line) or _are_tiles(page, above, line)):
        return False
    x0, top, x1, bottom = page.boxes[page.lines.plain.first[line]].tolist()
    return _room_after(above_page, above) < float(x1 - x0 + ROOM * (bottom - top))


def _is_of_a_type(above_page: ClassifiedPage, above: int, page: ClassifiedPage, line: int) -> bool:
    """True if two lines may be of one size; what OCR measures tells little."""
    if above_page.ocr or page.ocr or (above_page is page and _are_neighbours(page, above, line)):
        return True
    sizes = _size_around(above_page, above), _size_around(page, line)
    return min(sizes) >= LEAST_ALIKE * max(sizes)


def _size_around(page: ClassifiedPage, line: int) -> float:
    """Return the size of a line or of its neighbours: that of one may be told by a note's mark.

    A heading above it tells nothing.
    """
    beside = [other for other in (line - 1, line + 1) if 0 <= other < len(page.lines)]
    if page.kinds[line] != "heading":
        beside = [other for other in beside if page.kinds[other] != "heading"]
    near = [other for other in beside if _are_neighbours(page, line, other)]
    return max([page.lines.plain.size[other] for other in (line, *near)])


def _are_neighbours(page: ClassifiedPage, one: int, other: int) -> bool:
    """True if a line stands straight above or below another."""
    lines = page.lines.plain
    step = abs(lines.bottom[one] - lines.bottom[other])
    shared = min(lines.x1[one], lines.x1[other]) - max(lines.x0[one], lines.x0[other])
    return shared > 0 and step < MOST_STEP * (lines.bottom[one] - lines.top[one])


def goes_on_with_dash(page: ClassifiedPage, above: int, line: int) -> bool:
    """True if a line below another opens with a dash that stands within a sentence.

    The dash had no room on the line above. What stands below begins below the dash, not
    below the words behind it, and no other line of the sentence opens with one, as the
    items of a list do.
    """
    first = page.lines.plain.first[line]
    if page.last_word(above)[-1] in ENDS or not begins_small(page.words[first + 1]):
        return False
    lines = page.lines.plain
    if abs(text_left(page, above) - lines.x0[line]) >= FLUSH:
        return False
    others = _sentence_around(page, above, line)
    if any(page.words[lines.first[other]] == page.words[first] for other in others):
        return False
    if line + 1 in others and abs(lines.x0[line + 1] - text_left(page, line)) < FLUSH:
        return False
    x0, top, x1, bottom = page.boxes[first].tolist()
    return _room_after(page, above) < float(x1 - x0 + ROOM * (bottom - top))


def _sentence_around(page: ClassifiedPage, above: int, line: int) -> list[int]:
    """Return the lines that a sentence may fill which goes on from one line in the next.

    Those of the same run, up to the first that a stop ends; the second line is left out.
    """
    block, found = page.plain_block, [above]
    while above and block[above - 1] == block[line] and page.last_word(above - 1)[-1] not in ENDS:
        above -= 1
        found.append(above)
    while (
        page.last_word(line)[-1] not in ENDS
        and block[line : line + 2] == block[line : line + 1] * 2
    ):
        line += 1
        found.append(line)
    return found


def is_cut(page: ClassifiedPage, line: int) -> bool:
    """True if the last line of a block ends within a word or a sentence, where its column ends."""
    lines = page.lines.plain
    last = lines.last[line] - 1
    ends = page.words[last][-1]
    if ends in HYPHENS or (len(page.soft) and page.soft.item(last)):
        return True
    if ends in ENDS:
        return False
    return _room_after(page, line) < MOST_ROOM * (lines.bottom[line] - lines.top[line])


def opens_page(page: ClassifiedPage, line: int) -> bool:
    """True if nothing but running lines stands before a line on its page."""
    return line == next(at for at in page.order if at < 0 or page.kinds[at] != "running")


def floats(page: ClassifiedPage, line: int) -> bool:
    """True if a heading stands at the head or foot of its page or column: a quotation may float."""
    if opens_page(page, line):
        return True
    after = page.order[page.order.index(line) + 1 :]
    text = next((at for at in after if at < 0 or page.kinds[at] not in ASIDE), None)
    if text is None:
        return True
    return text >= 0 and bool(page.lines.bottom[text] < page.lines.top[line])


def _may_go_on(above_page: ClassifiedPage, above: int, page: ClassifiedPage, line: int) -> bool:
    """True if a line begins as the rest of a sentence may, and the one above holds words.

    It does with a small letter; with a figure that numbers nothing, a year after a name, or a
    name after a small word or the first half of it, only at the head of another column or page
    and where size and weight are the same.
    """
    start = page.line_text(line)
    above_text = above_page.line_text(above)
    if not any(map(str.isalpha, above_text)):
        return False
    if begins_small(start.lstrip(QUOTES)):
        return True
    if is_caption(start):
        return False
    words = above_text.split()
    before, last = (word.lstrip(OPENING) for word in ["", *words][-2:])
    if last.isdigit():  # "by 31 / March"
        last = before
    is_name = start[:1].isupper() and not page.first_word(line).endswith(":")
    if last.isalpha() and last.islower():
        goes_on = (is_name and len(last) <= LONGEST_SMALL_WORD) or start[:1].isdigit()
    else:
        first = page.first_word(line)
        is_text = page is not above_page or len(words) >= FEWEST_WORDS
        is_dated = before.islower() and last.istitle() and YEAR.match(first)  # "in May / 2029"
        is_whole = is_name and _is_pair(above_page, last, first, page)
        goes_on = bool(is_text and (is_whole or is_dated))
    opening = page.openings[line]
    if not goes_on or (is_item(opening) and not counts_on(opening)):
        return False
    return _is_turned_to(above_page, above, page, line)


def _is_label(text: str) -> bool:
    """True if a line is a figure or grade alone, as in a cell beside a text."""
    return text[0].isdigit() and " " not in text and text[-1] not in ENDS


def is_caption(text: str) -> bool:
    """True if a line opens the caption of a figure: "Figure 2: Births in 2025"."""
    return CAPTION.match(text) is not None


def counts_on(opening: str) -> bool:
    """True if a number may be the last word of a sentence, and opens no list: "under / 18"."""
    found = COUNT.match(opening)
    return found is not None and int(found[1]) > 1


def _is_pair(page: ClassifiedPage, last: str, first: str, other: ClassifiedPage) -> bool:
    """True if two words with capitals stand together elsewhere on the page that ends in the first."""
    is_named = last.isalpha() and first.isalpha() and last.istitle() and first.istitle()
    return is_named and page.printed.count(last + first) > (page is other)


def _is_turned_to(above_page: ClassifiedPage, above: int, page: ClassifiedPage, line: int) -> bool:
    """True if a line of the same type stands no lower than one or on another page.

    It is no wider than the column of that.
    """
    first, second = above_page.lines.plain, page.lines.plain
    is_below = above_page is page and second.top[line] > first.top[above]
    alike = first.size[above] == second.size[line]
    alike = alike and bool(above_page.lines.bold[above] == page.lines.bold[line])
    width = first.x1[above] - first.x0[above] + _room_after(above_page, above)
    return alike and not is_below and second.x1[line] - second.x0[line] < WIDER * width


def _stand_apart(page: ClassifiedPage, above: int, line: int) -> bool:
    """True if two lines stand on one height, in boxes side by side, or one is a label.

    Columns of a line each, in which the text of the page before ends, are no boxes.
    """
    lines = page.lines.plain
    overlap = min(lines.bottom[above], lines.bottom[line]) - max(lines.top[above], lines.top[line])
    if overlap <= 0.5 * (lines.bottom[line] - lines.top[line]):
        return _is_label(page.line_text(line))
    return not (begins_small(page.first_word(above)) and opens_page(page, above))


def _are_tiles(page: ClassifiedPage, above: int, line: int) -> bool:
    """True if two lines are of short ragged texts of a row, as below the figures of a year."""
    lines = page.lines
    if _room_after(page, above) < ROOM * float(lines.bottom[above] - lines.top[above]):
        return False
    texts = [(page.block == page.block[one]).nonzero()[0] for one in (above, line)]
    if any(len(text) > MOST_TILE for text in texts):
        return False
    first, second = (float(lines.top[text].min()) for text in texts)
    opens = np.abs(lines.top - second) < LEVEL
    beside = len(set(page.block[opens & (page.block >= 0)].tolist()))
    return abs(first - second) < LEVEL and beside >= FEWEST_TILES


def _room_after(page: ClassifiedPage, line: int) -> float:
    """Return how much of its column a line leaves empty; endless where its lines are centred."""
    if _is_centred(page, line):
        return math.inf
    lines, block = page.lines.plain, page.plain_block
    own, right, left, size = block[line], lines.x1[line], lines.x0[line], lines.size[line]
    farthest = _before_next_column(page, line) if page.columns > 1 else math.inf
    rights = [
        x1 for other, x1 in zip(block, lines.x1, strict=True) if other == own and x1 <= farthest
    ]
    if len(rights) < FEWEST_TOLD:
        every = zip(lines.x0, lines.x1, lines.size, strict=True)
        rights += [
            x1 for x0, x1, one in every if one == size and x1 <= farthest and abs(x0 - left) < 3
        ]
    return max(rights) - right


def _is_centred(page: ClassifiedPage, line: int) -> bool:
    """True if a line begins as far right of the line above it in its run as it ends left of it."""
    lines, block = page.lines.plain, page.plain_block
    before = block[line - 1 :: -1] if line else []
    if block[line] not in before:
        return False
    above = line - 1 - before.index(block[line])
    left = lines.x0[line] - lines.x0[above]
    right = lines.x1[above] - lines.x1[line]
    height = lines.bottom[line] - lines.top[line]
    return left > 0.8 * height and abs(left - right) < 0.3 * left


def _before_next_column(page: ClassifiedPage, line: int) -> float:
    """Return how far lines may reach that end before the next column, on a page of several."""
    lines = page.lines.plain
    right, size = lines.x1[line], lines.size[line]
    every = zip(lines.x0, lines.size, strict=True)
    return min([x0 for x0, one in every if x0 > right and one == size], default=math.inf)
