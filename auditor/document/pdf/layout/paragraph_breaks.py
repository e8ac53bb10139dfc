"""Which lines of one run of text open a new paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from itertools import filterfalse, pairwise, repeat

from auditor.document.page import ClassifiedPage
from auditor.document.pdf.layout.headings import (
    ENDS,
    FEWEST_WORDS,
    are_alike,
    begins_small,
    may_end,
)
from auditor.document.pdf.layout.line_steps import LineSteps
from auditor.document.structure.citations import is_citation
from auditor.document.structure.list_items import (
    FLUSH,
    is_bullet,
    is_marked,
    is_number,
    text_left,
)
from auditor.document.text import Draft

WIDE_STEP = 1.55
"""Heights of a line, from one to the next of a paragraph, where its page tells no other."""
ENTRY_STEP = 1.2
"""Times the usual step: the step to and from the entries of a list of references."""
FEWEST_CAPITALS = 2
"""Words of a title in capitals."""
FEWEST_HANGING = 3
MOST_HANG = 0.9
"""Of the items of a document that go on below: so many begin there where their text does."""
FEWEST_SAID = 5
"""Times that a letter is a word."""
NEAREST = 4
"""Lines above and below from which it is told how far those beside them reach."""
SPARE = 1.5
"""Heights of a line: white that is left at its end, besides the next word, where it was ended."""
HANG = 3.0
"""Heights of a line: the text of an item stands no further right of its mark."""
OUTDENT = 0.8
"""Heights of a line by which a text stands left of the mark of the heading above it."""
HALF = 0.5
"""Of the width of a column."""
DASHES = "-–"
AGE = re.compile(r"\d{1,2}(?:\+| ?[-–] ?\d{1,2}| [a-z]{1,3} \d{1,2})s?(?: [^\W\d]{1,12}){0,2}:?")
"""An age alone on a line, which labels what stands below it; "to" may be of any language."""
STOPS = ".,;:)"
"""What may stand behind a word."""


class Breaks:
    """Says of the lines of one run which open a new paragraph."""

    def __init__(self, pages: Sequence[ClassifiedPage]) -> None:
        self._pages = pages
        self._steps = LineSteps(pages)

    @cached_property
    def _bare_words(self) -> set[str]:
        """The words of the document, and what is left of them without the stops that end them."""
        every: set[str] = set().union(*(page.words for page in self._pages))
        return every.union(map(str.rstrip, filterfalse(str.isalnum, every), repeat(STOPS)))

    @cached_property
    def says_o(self) -> bool:
        """True if "o" is a word of the document, as in Welsh, and no bullet alone."""
        within = 0
        for page in self._pages:
            opens = set(page.lines.first.tolist())
            within += sum(
                word == "o" and at not in opens and page.words[at - 1].islower()
                for at, word in enumerate(page.words)
            )
        return within >= FEWEST_SAID

    def opens_paragraph(self, page: ClassifiedPage, above: int, line: int, draft: Draft) -> bool:
        """True if a line below another of the same run opens a new paragraph."""
        lines, words = page.lines.plain, page.words
        bottom = lines.bottom[line]
        step = bottom - lines.bottom[above]
        height = bottom - lines.top[line]
        ends = words[lines.last[above] - 1][-1] in ENDS
        is_small = begins_small(words[lines.first[line]])
        goes_on = not ends and is_small
        if not goes_on and step > WIDE_STEP * height and self._is_far(page, above, line, step):
            return True
        if ends and not draft.is_note and self._parts_entries(page, above, line, step):
            return True
        if page.initials and page.mark.get(above) in page.initials:
            return False
        if not is_small and not draft.is_note and self._is_apart(page, above, line):
            return True
        indent = lines.x0[line] - lines.x0[above]
        if draft.place == "list" or draft.is_note:
            if indent < -0.8 * height and ends:
                return True
            return draft.place == "list" and self._leaves_item(page, above, line)
        if goes_on:
            return False
        return indent > 0.8 * height and lines.x1[above] < lines.x1[line] - 2 * height

    def _is_far(self, page: ClassifiedPage, above: int, line: int, step: float) -> bool:
        """True if a wide step is wider than usual, or parts lines of which the upper was ended.

        The document tells what is usual where the page does not, of lines that are full.
        """
        if page.lines.plain.words[above] < FEWEST_WORDS:
            return True
        usual = self._steps.usual(page, line)
        if usual:
            return step > 1.05 * usual
        usual = self._steps.usual_of_all(page, line)
        if usual and step > 1.05 * usual:
            return True
        last = page.last_word(above)
        ended = last[-1] in ENDS or may_end(last)
        return ended and (not usual or _has_room(page, above, line))

    @cached_property
    def _lists_hang(self) -> bool:
        """True if the lines of list items begin below their text, and not below their marks."""
        steps = [step for page in self._pages for step in _find_hanging(page)]
        return len(steps) >= FEWEST_HANGING and sum(steps) > MOST_HANG * len(steps)

    def _leaves_item(self, page: ClassifiedPage, above: int, line: int) -> bool:
        """True if a line left of the text of an item is none of it, though no stop ends that.

        The text is known to hang by its own last line, or by most of the document's, if the
        first line of the item has room for more.
        """
        if begins_small(page.first_word(line)):
            return False
        lines = page.lines.plain
        height = lines.bottom[line] - lines.top[line]
        if text_left(page, above) - lines.x0[line] <= OUTDENT * height:
            return False
        if not (is_marked(page, above) or is_number(page.first_word(above))):
            return True
        if not may_end(page.last_word(above)):
            return False
        ends = _has_room(page, above, line) or _is_set_off(page, above, line)
        return ends and self._lists_hang

    def _is_apart(self, page: ClassifiedPage, above: int, line: int) -> bool:
        """True if a line follows a title in capitals, or one that was ended before it.

        The next word would have stood on that, and opens a text.
        """
        if follows_title(page, above, line):
            return True
        first, last = page.first_word(line), page.last_word(above)
        is_set_off = _is_set_off(page, above, line)
        is_stop = last[-1] == "." and (is_set_off or _ends_early(page, above, line))
        if not (is_stop or may_end(last) or _is_age(page, above)):
            return False
        is_told = last[-1] in ENDS or is_set_off
        if not is_told and (_is_quoting(page, above) or not self.opens_text(first)):
            return False
        return _is_left_aligned(page, above, line) and _has_room(page, above, line)

    def opens_text(self, word: str) -> bool:
        """True if a word that begins with a capital is no name, or is the first of an item."""
        if word[0] in DASHES:
            return word[1:2].isalpha()
        if not word[0].isupper():
            return False
        small = word.rstrip(STOPS).lower()  # the document prints it so: it is no name
        return small[0].islower() and small in self._bare_words

    def _parts_entries(self, page: ClassifiedPage, above: int, line: int, step: float) -> bool:
        """True if a step parts the entries of a list of references, or one from other text."""
        usual = self._steps.usual(page, line)
        if not usual or step <= ENTRY_STEP * usual:
            return False
        return any(is_citation(page.line_text(one)) for one in (above, line))


def goes_on_in_item(page: ClassifiedPage, above: int, line: int) -> bool:
    """True if a line is set as the one above it, and begins below its text, which fills its line."""
    is_below = abs(text_left(page, above) - page.lines.plain.x0[line]) < FLUSH
    return is_below and are_alike(page, above, page, line) and not _has_room(page, above, line)


def _find_hanging(page: ClassifiedPage) -> list[bool]:
    """Return for the second lines of list items, if they begin small, whether they hang."""
    found = []
    lines = page.lines.plain
    for above, line in pairwise(page.order):
        if min(above, line) < 0 or page.plain_block[above] != page.plain_block[line]:
            continue
        if is_marked(page, above) and begins_small(page.first_word(line)):
            below = lines.x0[line] - text_left(page, above)
            found.append(below > -FLUSH)
    return found


def follows_title(page: ClassifiedPage, above: int, line: int) -> bool:
    """True if a line in capitals stands above one that is not."""
    if page.last_word(above).islower() or page.first_word(above).islower():
        return False
    lines = page.lines.plain
    words = page.words[lines.first[above] : lines.last[above]]
    if any(map(str.islower, words)):
        return False
    titled = [word for word in words if sum(map(str.isalpha, word)) > 1]
    text = page.line_text(line)
    return (
        len(titled) >= FEWEST_CAPITALS
        and all(word.isupper() for word in titled)
        and text[:1].isupper()
        and any(map(str.islower, text))
    )


def _is_set_off(page: ClassifiedPage, above: int, line: int) -> bool:
    """True if one of two lines is a label: the one that is bold, an age, or each a numbered entry."""
    first = page.first_word(line)
    if page.lines.bold.item(above) != page.lines.bold.item(line):
        return first[0].isupper() or first[0].isdigit()
    return _is_age(page, line) or (is_number(first) and is_number(page.first_word(above)))


def _is_age(page: ClassifiedPage, line: int) -> bool:
    """True if a line is but an age, in whatever language: "0-2 years", "5 i 11 oed"."""
    return page.first_word(line)[0].isdigit() and AGE.fullmatch(page.line_text(line)) is not None


def _is_quoting(page: ClassifiedPage, line: int) -> bool:
    """True if a line opens a quotation or bracket that it does not close."""
    text = page.line_text(line)
    return text.count("(") > text.count(")") or text.rfind("‘") > text.rfind("’")


def has_ended(page: ClassifiedPage, above: int, line: int) -> bool:
    """True if a heading was ended before another: the first word of that would have stood on it."""
    if begins_small(page.first_word(line)) or not may_end(page.last_word(above)):
        return False
    x1 = page.lines.plain.x1
    return x1[line] - x1[above] > _room_for(page, line)


def _is_left_aligned(page: ClassifiedPage, above: int, line: int) -> bool:
    """True if a line begins where the one above it does, or its text where it has a mark."""
    lines = page.lines.plain
    height = lines.bottom[line] - lines.top[line]
    indent = lines.x0[line] - lines.x0[above]
    if abs(indent) < 0.5 * height:
        return True
    if indent < -OUTDENT * height and abs(lines.x1[line] - lines.x1[above] + indent) > height:
        return True  # and not centred
    if not 0 < indent < HANG * height:
        return False
    return is_bullet(page.first_word(above)) or is_number(page.first_word(above))


def _has_room(page: ClassifiedPage, above: int, line: int) -> bool:
    """True if a line ends so far before those near it that the first word of the next fits."""
    return _right(page, above, line) - page.lines.plain.x1[above] > _room_for(page, line)


def _room_for(page: ClassifiedPage, line: int) -> float:
    """Return the room that the first word of a line needs to stand on another."""
    x0, top, x1, bottom = page.boxes[page.lines.plain.first[line]].tolist()
    return float(x1 - x0 + SPARE * (bottom - top))


def _ends_early(page: ClassifiedPage, above: int, line: int) -> bool:
    """True if a line ends in the left half of its column."""
    left, right = page.lines.plain.x0[above], page.lines.plain.x1[above]
    return right - left < HALF * (_right(page, above, line) - left)


def _right(page: ClassifiedPage, above: int, line: int) -> float:
    """Return how far the lines near two of one run reach."""
    low, high = max(0, min(above, line) - NEAREST), max(above, line) + NEAREST + 1
    own = page.plain_block[line]
    near = zip(page.plain_block[low:high], page.lines.plain.x1[low:high], strict=True)
    return max([x1 for block, x1 in near if block == own])
