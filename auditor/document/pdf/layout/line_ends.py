"""Whether a document cuts words at the ends of lines, told by the room that its lines leave.

Where words are cut, hardly a line leaves room for the first half of the long word below it;
where they are not, many do, and a hyphen at a line's end belongs to its word.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from auditor.document.page import ExtractedPage
from auditor.document.pdf.layout.headings import ENDS
from auditor.document.pdf.layout.lines import chained

MOST_PAGES = 40
"""Pages that are looked at; more tell nothing new."""
SPACE = 0.25
"""Of the size of type: the width of a space in a line that is not stretched."""
HALF = 0.6
"""Of the width of a word: room for so much of it is room for its first half and a hyphen."""
LONGEST_WHOLE = 7
"""Letters of words that are seldom cut."""
FEWEST_ROOMY = 2
LEAST_ROOMY = 0.025
"""Of the lines of paragraphs: so many leave room where no words are cut."""


def count_room(pages: Sequence[ExtractedPage]) -> int:
    """Return how many lines leave room for half of the word below them; 0 if too few to tell.

    Only long words in small letters count: those that typesetting would cut.
    """
    some = pages[:: len(pages) // MOST_PAGES + 1]
    counts = [_count_on(page) for page in some if len(page.lines) > 2]
    roomy, lines = (sum(numbers) for numbers in zip(*counts, strict=True)) if counts else (0, 0)
    return roomy if roomy >= max(FEWEST_ROOMY, LEAST_ROOMY * lines) else 0


def _count_on(page: ExtractedPage) -> tuple[int, int]:
    """Count the lines of a page that leave room, and those that another follows."""
    lines = page.lines
    goes_on = chained(page, np.arange(len(lines)))
    runs = np.append(True, ~goes_on).nonzero()[0]
    right = np.maximum.reduceat(lines.x1, runs)
    right = np.repeat(right, np.diff(np.append(runs, len(lines))))
    width = page.boxes[:, 2] - page.boxes[:, 0]
    words = np.add.reduceat(width, lines.first)
    spaces = SPACE * lines.size * (lines.last - lines.first - 1)
    room = right - lines.x0 - words - spaces
    roomy = goes_on & (room[:-1] > HALF * width[lines.first[1:]])
    found = sum(_is_uncut(page, int(line)) for line in roomy.nonzero()[0])
    return found, int(np.count_nonzero(goes_on))


def _is_uncut(page: ExtractedPage, line: int) -> bool:
    """True if the word below a line is long, in small letters, and goes on a sentence."""
    above, word = page.last_word(line), page.first_word(line + 1)
    if above[-1:] in ENDS or len(word) <= LONGEST_WHOLE:
        return False
    return word.isalpha() and word.islower() and above[-1].isalnum()
