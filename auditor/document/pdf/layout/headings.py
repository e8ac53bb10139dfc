"""Headings of a page, told by how they are set."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from functools import cache
from itertools import chain, takewhile

from auditor.document.page import ExtractedPage, OrderedPage
from auditor.document.plain_lines import count_words, of_most_words
from auditor.document.structure.citations import speaks
from auditor.document.structure.list_items import is_bullet
from auditor.language_detection import small_words

ENDS = frozenset('.:;?!”"')
OPENING = "(["
"""Brackets that may stand before a word within a sentence; a quotation is one of its own."""
SECTION = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,4}\.?")
MOST_LINES = 3
"""Of a heading that only its colour and number tell."""
LONGEST_HEADING = 24
"""Words on one line."""
SHORTEST_WORD = 4
"""Letters of a word that may end a line of its own: "of" does not, nor does "Dr." a sentence."""
MOST_TINTED = 12
"""Words of a heading that only its colour tells."""
FEWEST_WORDS = 4
"""On a line of text."""
FEWEST_TOLD_BY = 61
"""Words of a page that tell by what they are set in what its text is set in."""
MORE_SMALL_WORDS = frozenset(("an", "at", "in", "into", "is", "or", "than", "was"))
"""Of English: they are missing in the lists, as they are words of other languages too."""
PAUSES = ",;"
"""What ends a line within a sentence, and no heading."""
WITHIN = ",&/-–—("
"""What ends a line within a sentence."""
ON_EDGE = 1.0
"""Points within which lines begin on one edge."""


def find_headings(page: OrderedPage, notes: Set[int], body: float, ink: int) -> set[int]:
    """Find short lines that are set larger than the text of their page, bold, or in colour.

    `body` and `ink` are the size and colour of most words of the document.
    """
    lines = page.lines
    if not page.order:
        return set()
    usual = max(body, lines.plain.usual_size()) if len(page.words) >= FEWEST_TOLD_BY else body
    short = lines.last - lines.first <= LONGEST_HEADING
    large = lines.size >= 1.12 * usual
    bold = lines.bold & (lines.size >= 0.95 * body)
    set_off = set((short & (large | bold)).nonzero()[0].tolist())
    special = set_off.union((lines.colour != ink).nonzero()[0].tolist())
    found: set[int] = set()
    for at, line in enumerate(page.order) if special else ():
        if line not in special or line in notes or line in page.aside:
            continue
        if line in set_off:
            if large.item(line) or not _is_emphasis(page, at, line):
                found.add(line)
        elif _is_tinted_heading(page, at, line, ink, body):
            found.add(line)
        elif SECTION.fullmatch(page.openings[line]):
            found.update(_tinted_lines(page, at, line))
    return found


def _tinted_lines(page: OrderedPage, at: int, line: int) -> Sequence[int]:
    """Return the few lines of a numbered heading that its colour alone tells; none of longer text."""
    lines = page.lines
    if lines.way.item(line):
        return ()
    after = page.order[at : at + MOST_LINES + 1]
    own = [
        other
        for other in takewhile(lambda other: other >= 0, after)
        if lines.colour[other] == lines.colour[line] and page.block[other] == page.block[line]
    ]
    is_short = len(own) <= MOST_LINES and own == list(after[: len(own)])
    return own if is_short and _is_title(" ".join(map(page.line_text, own))) else ()


def _is_title(text: str) -> bool:
    """True if a numbered text names or asks something, and does not say it."""
    words = text.split()
    if len(words) < 2 or not words[1][0].isupper() or text[-1] in ".;:":
        return False
    is_cut = words[-1].islower() and len(words[-1]) < SHORTEST_WORD
    return text.endswith("?") or not (len(words) > MOST_TINTED or is_cut or speaks(text))


def begins_small(text: str) -> bool:
    """True if words begin with a small letter, as the rest of a sentence does.

    >>> begins_small("(item 7)."), begins_small("Babies"), begins_small("2027")
    (True, False, False)
    """
    return text.lstrip(OPENING)[:1].islower()


def may_end(word: str) -> bool:
    """True if a word may be the last of a sentence, heading or item."""
    if word[-1] in WITHIN:
        return False
    if word[-1] == ".":
        is_long = len(word) > SHORTEST_WORD and "." not in word[:-1]
        return is_long or word[:-1] in _every_small_word()
    return not word.islower() or (len(word) >= SHORTEST_WORD and word not in _every_small_word())


def _is_small(word: str) -> bool:
    """True if a word is one of those that end no heading, as "of" and "in"."""
    return word in MORE_SMALL_WORDS or word in _every_small_word()


@cache
def _every_small_word() -> frozenset[str]:
    """Return the small words of all languages that have lists."""
    return frozenset(chain.from_iterable(small_words().values()))


def usual_colour(pages: Sequence[ExtractedPage]) -> int:
    """Return the colour of most words."""
    counts = [count_words(page.lines.colour.tolist(), page.lines.plain.words) for page in pages]
    return int(of_most_words(counts) or 0)


def _is_tinted_heading(page: OrderedPage, at: int, line: int, ink: int, body: float) -> bool:
    """True if a short line in another colour than the text stands alone above others."""
    lines = page.lines
    if lines.size.item(line) < 0.95 * body or lines.way.item(line):
        return False
    if lines.last.item(line) - lines.first.item(line) > MOST_TINTED:
        return False
    text = page.line_text(line)
    if not _may_be_tinted_heading(text):
        return False
    near = page.order[max(0, at - 1) : at + 2]
    beside = [other for other in near if other >= 0 and other != line]
    own = lines.colour.item(line), lines.size.item(line)
    alike = any((lines.colour.item(one), lines.size.item(one)) == own for one in beside)
    if alike or not beside or _is_cut(page, line, near[-1]):
        return False
    return " " in text or _stands_over_text(page, line, near[-1], ink)


def _is_cut(page: OrderedPage, line: int, below: int) -> bool:
    """True if a line of text of the same size goes on in the one below it: a link, or emphasis."""
    lines = page.lines
    if below < 0 or below == line or page.block[below] != page.block[line]:
        return False
    last = page.last_word(line)
    is_within = last.islower() and len(last) < SHORTEST_WORD
    is_small = begins_small(page.first_word(below))
    return bool(lines.size[below] == lines.size[line]) and (is_small or is_within)


def _may_be_tinted_heading(text: str) -> bool:
    """True if the words of a line in another colour begin and end as those of a heading do."""
    return (text[0].isupper() or text[0].isdigit()) and text[-1] not in ENDS and text[-1] != ","


def _stands_over_text(page: OrderedPage, line: int, below: int, ink: int) -> bool:
    """True if a line of text in the usual colour opens straight below a word alone."""
    lines = page.lines
    if below < 0 or below == line or page.block[below] != page.block[line]:
        return False
    is_text = lines.last[below] - lines.first[below] >= FEWEST_WORDS and lines.colour[below] == ink
    opens = page.first_word(below)[:1].isupper() and page.first_word(line).isalpha()
    return bool(is_text and opens and abs(lines.x0[below] - lines.x0[line]) < ON_EDGE)


def _is_emphasis(page: OrderedPage, at: int, line: int) -> bool:
    """True if a bold line is part of a paragraph that is not bold as a whole."""
    return _carries_on(page, at, line, 1) or _carries_on(page, at, line, -1)


def _carries_on(page: OrderedPage, at: int, line: int, step: int) -> bool:
    """True if plain text, or lines too long for a heading, follow (1) or precede (-1) without a break."""
    lines = page.lines
    other = line
    while 0 <= at + step < len(page.order):
        at += step
        other = page.order[at]
        if other < 0 or page.block[other] != page.block[line]:
            return False
        if not lines.bold[other] or lines.plain.words[other] > LONGEST_HEADING:
            break
    else:
        return False
    upper = other if step < 0 else page.order[at - 1]
    lower = page.order[at + 1] if step < 0 else other
    full = lines.x1[upper] > lines.x0[upper] + 0.8 * (lines.x1[lower] - lines.x0[upper])
    if not full or (step < 0 and _stands_out_left(page, upper, lower)):
        return False
    starts, ends = page.first_word(lower)[:1], page.last_word(upper)[-1:]
    if step > 0 and (ends in PAUSES or _is_small(page.last_word(upper))):
        return True
    goes_on = starts.islower() or starts in OPENING or step < 0 or _opens_bracket(page, upper)
    return goes_on and ends not in ENDS


def _stands_out_left(page: OrderedPage, item: int, line: int) -> bool:
    """True if a line begins with a capital, left of the bullet of the line above it."""
    if not is_bullet(page.openings[item]) or begins_small(page.first_word(line)):
        return False
    mark = page.mark.get(item, page.lines.first.item(item))
    return bool(page.lines.x0[line] < page.boxes[mark, 0] - ON_EDGE)


def _opens_bracket(page: OrderedPage, line: int) -> bool:
    """True if a line opens a bracket that the next has to close."""
    text = page.line_text(line)
    return text.count("(") > text.count(")")


def same_heading(page: OrderedPage, above: int, line: int, left: float) -> bool:
    """True if a line goes on below a heading that begins at `left`, or to its right."""
    lines = page.lines
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


def are_alike(above_page: OrderedPage, above: int, page: OrderedPage, line: int) -> bool:
    """True if two lines are of one type: a large quotation goes on in the next column."""
    first, second = above_page.lines, page.lines
    return bool(first.size[above] == second.size[line] and first.bold[above] == second.bold[line])
