"""Lines of plain text: how wide they are wrapped, and where the writer began a new paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from auditor.document.structure.list_items import is_bullet, is_item
from auditor.document.structure.page_references import leads_to_page

LEAST_WIDTH = 60
"""Characters to a line, at least, of text whose lines are wrapped."""
WIDEST = 130
"""Characters to a line, at most, of such text."""
FULL_LINES = 0.25
"""Share of wrapped lines, at least, that are nearly as long as the width."""
SMALL_STARTS = 0.4
"""Share of lines that go on in small letters where sentences run over them."""
UNWRAPPED = 1 << 30
LONGEST_LINE = 160
"""A line that is longer is a paragraph of its own."""
ENDS = (".", "!", "?", ":", ";", "”", ")")
LEFT_OPEN = re.compile(r"\b(?:an?|and|at|by|for|from|in|of|on|or|the|to|with)$", re.IGNORECASE)
"""Words that no paragraph ends in."""
ROOM = 0.9
"""Share of the width that a line and the next word fill where a sentence goes on."""
FIGURE = re.compile(r"^\d[\d,.]*%?\s+[a-z]")
FEWEST_WORDS = 3
"""Words of a line that figures and capitals may go on with."""
WIDE_GAP = re.compile(r"\S(?: {3,}|\t\s{0,9})\S")
SECTION = re.compile(r"^\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+[A-Z]")


def find_width(lines: Sequence[str]) -> int:
    """Return the column that lines are wrapped at; without end where they are paragraphs.

    Of wrapped lines, nine in ten end at or before it, and many nearly there.
    """
    wrapped = [line for line in lines if line.strip() and not WIDE_GAP.search(line.strip())]
    bare = [line.strip() for line in wrapped]
    lengths = sorted(len(line.rstrip()) for line in wrapped)
    usual = lengths[(9 * len(lengths)) // 10] if lengths else 0
    near = sum(0.8 * usual <= length <= usual for length in lengths)
    if usual > WIDEST or (len(lengths) > 3 and near < FULL_LINES * len(lengths)):
        return UNWRAPPED
    return usual if runs_over(bare) else max(LEAST_WIDTH, usual)


def runs_over(lines: Sequence[str]) -> bool:
    """True if sentences run over the ends of lines: many lines go on in small letters."""
    texts = [line.strip() for line in lines if line.strip()]
    return sum(text[0].islower() for text in texts) > SMALL_STARTS * len(texts)


def split_paragraphs(lines: Sequence[str], width: int) -> Iterator[list[str]]:
    """Part lines where an item opens, where the writer broke the line on purpose, at indents."""
    held: list[str] = []
    edge = end = 0
    for whole in lines:
        line = whole.strip()
        indent = len(whole) - len(whole.lstrip())
        hangs = bool(held) and indent > edge and _opens_item(held[0])
        opens = held and indent > edge + 1 and held[-1].endswith(ENDS)
        is_new = held and not hangs and (opens or _is_broken(held[-1], line, (end, width)))
        if held and (is_new or _opens_item(line)):
            yield held
            held = []
        edge = indent if not held else min(edge, indent)
        end = len(whole.rstrip())
        held.append(line)
    if held:
        yield held


def _opens_item(line: str) -> bool:
    first, _, rest = line.partition(" ")
    return bool(rest) and (is_bullet(first) or is_item(first))


def _is_broken(above: str, line: str, ends: tuple[int, int]) -> bool:
    """True if a line was ended though the next word had room on it, or is a paragraph itself.

    `ends` are the columns at which the line above ended and at which lines are wrapped.
    """
    if len(above) > LONGEST_LINE or len(line) > 2 * LONGEST_LINE:
        return True
    word = line.split(" ", 1)[0]
    if line[0].islower() or above.endswith((",", "-", "–")) or LEFT_OPEN.search(above):
        return False
    if len(above.split()) > FEWEST_WORDS and not above.endswith(ENDS) and _may_go_on(above, line):
        return False
    is_ended = above.endswith(ENDS) or leads_to_page(above) or SECTION.match(line)
    end, width = ends
    return end + 1 + len(word) < (width if is_ended else ROOM * width)


def _may_go_on(above: str, line: str) -> bool:
    """True if a line begins with a figure, or is in capitals as the one above it is."""
    return FIGURE.match(line) is not None or (above.isupper() and line.isupper())
