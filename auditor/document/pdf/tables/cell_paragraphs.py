"""Paragraphs within the cell of a table: headings, items and texts that stand below each other.

A row is one text, so what opens another paragraph in a cell is marked for it to be seen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from auditor.document.characters import opens_with_sign
from auditor.document.page import ClassifiedPage, Rect
from auditor.document.pdf.layout.headings import ENDS, WITHIN, begins_small, may_end
from auditor.document.pdf.layout.joining import Span
from auditor.document.pdf.layout.paragraph_breaks import SPARE, Breaks
from auditor.document.structure.list_items import is_bullet

BLANK, FAR = 1.7, 3.0
"""Heights of a line, from one to the next with a blank one between them, or several."""
WIDER = 1.3
"""Times the narrowest step of a cell: lines that stand no further apart are of one paragraph."""
REGULAR, FEWEST_ALIKE = 1.05, 4
"""Times the narrowest step of the cells of a page, and how many have it: it parts no paragraphs."""
INDENT = 0.8
"""Of the height of a line."""
NEAR = 2.0
"""Points within which lines are centred on one place, or end there."""


class CellParagraphs:
    """Finds the paragraphs in the cells of one page."""

    def __init__(self, page: ClassifiedPage, breaks: Breaks) -> None:
        self.page = page
        self.breaks = breaks
        x0, top, _, bottom = page.boxes.T
        is_beside = (x0[1:] >= x0[:-1]) & (top[1:] < (top + bottom)[:-1] / 2)
        self._is_beside: list[bool] = [False, *is_beside.tolist()]
        """For each word whether it stands to the right of the one before it."""

    def spans_of(self, words: Sequence[int]) -> list[Span]:
        """Gather words of a cell into one span for each printed line."""
        runs: list[list[int]] = []
        if words and words[-1] - words[0] == len(words) - 1:
            first, last = words[0], words[-1] + 1
            if False not in self._is_beside[first + 1 : last] and words == [*range(first, last)]:
                return [Span(self.page, first, last)]
        for word in words:
            if runs and runs[-1][1] == word and self._is_beside[word]:
                runs[-1][1] = word + 1
            else:
                runs.append([word, word + 1])
        return [Span(self.page, first, last) for first, last in runs]

    def mark(self, spans: Sequence[Span]) -> list[Span]:
        """Return the lines of a cell, those marked that open a paragraph below another."""
        found = list(spans[:1])
        if len(spans) < 2:
            return found
        shape = _Shape.of([self._bounds(span) for span in spans])
        is_marked = self._is_marked(spans[0])
        for at, (above, span) in enumerate(pairwise(spans), 1):
            opens = self._is_marked(span) or (is_marked and not self._first_word(above))
            is_marked = opens and not self._first_word(span)
            found.append(span._replace(opens=opens or self._opens(above, span, shape, at)))
        return found

    def _bounds(self, span: Span) -> Rect:
        left, top, _, bottom = self.page.boxes[span.first].tolist()
        return left, top, self.page.boxes.item(span.last - 1, 2), bottom

    def _is_marked(self, span: Span) -> bool:
        """True if a bullet of a font of signs opens a line: it is not printed in the text."""
        word = self.page.words[span.first]
        return opens_with_sign(word) or (is_bullet(word) and not self.page.clean[span.first])

    def _first_word(self, span: Span) -> str:
        """Return the first word of a line that prints something; "" where none does."""
        return next(filter(None, self.page.clean[span.first : span.last]), "")

    def _last_word(self, span: Span) -> str:
        """Return the last word of a line that prints something; "" where none does."""
        return next(filter(None, self.page.clean[span.first : span.last][::-1]), "")

    def _are_worded(self, *lines: Span) -> bool:
        """True if lines hold words: a figure and its share stand below each other."""
        return all(
            any(map(str.isalpha, "".join(self.page.clean[span.first : span.last])))
            for span in lines
        )

    def _opens(self, above: Span, span: Span, shape: _Shape, at: int) -> bool:
        """True if a line opens a paragraph: it is set apart, or the one above it was ended."""
        word, last = self._first_word(span), self._last_word(above)
        if not self._are_worded(above, span) or begins_small(word) or is_bullet(word):
            return False
        if last[-1] in ENDS or last[-1] in WITHIN:
            return False
        if shape.is_apart(at, FAR if not may_end(last) else BLANK) and not self._is_regular(shape):
            return True
        if not may_end(last):
            return False
        left, _, right, _ = self.page.boxes[span.first].tolist()
        was_ended = shape.was_ended(at, right - left) and self.breaks.opens_text(word)
        return was_ended or self._is_bold(above) != self._is_bold(span)

    def _is_regular(self, shape: _Shape) -> bool:
        """True if a cell of two lines steps from one to the next as the others of its page do."""
        return len(shape.lines) == 2 and shape.step < REGULAR * self._usual_step

    @cached_property
    def _usual_step(self) -> float:
        """The narrowest step from line to line in the cells of the page, if several have it; else 0."""
        cells = [cell for table in self.page.tables for row in table.rows for cell in row]
        lines = [[self._bounds(span) for span in self.spans_of(cell)] for cell in cells]
        steps = [low[3] - high[3] for cell in lines for high, low in pairwise(cell)]
        narrowest = min((step for step in steps if step > 0), default=0.0)
        alike = sum(narrowest <= step < REGULAR * narrowest for step in steps)
        return narrowest if alike >= FEWEST_ALIKE else 0.0

    def _is_bold(self, span: Span) -> bool:
        lines = self.page.lines
        return bool(lines.bold[lines.first.searchsorted(span.first, side="right") - 1])


@dataclass(frozen=True, slots=True)
class _Shape:
    """Where the lines of a cell stand."""

    lines: Sequence[Rect]
    right: float
    step: float
    """The narrowest, from one line to the next."""
    is_ragged: bool
    """Whether its lines are neither centred nor end on one edge."""

    @classmethod
    def of(cls, lines: Sequence[Rect]) -> _Shape:
        """Return the shape of some lines."""
        rights = [right for _, _, right, _ in lines]
        middles = [left + right for left, _, right, _ in lines]
        steps = [below[3] - above[3] for above, below in pairwise(lines)]
        is_centred = max(middles) - min(middles) < 2 * NEAR
        return cls(
            lines,
            max(rights),
            min((step for step in steps if step > 0), default=0.0),
            not is_centred and max(rights) - min(rights) > NEAR,
        )

    def is_apart(self, at: int, least: float) -> bool:
        """True if a blank line stands between a line and the one before it, or `least` heights."""
        (_, _, _, above), (_, high, _, low) = self.lines[at - 1 : at + 1]
        is_wider = len(self.lines) == 2 or low - above > WIDER * self.step
        return is_wider and low - above > least * (low - high)

    def was_ended(self, at: int, word: float) -> bool:
        """True if a line is set out, or its first word would have stood on the one above.

        `word` is the width of that word.
        """
        above, (left, high, _, low) = self.lines[at - 1 : at + 1]
        height = low - high
        if not self.is_ragged or low - above[3] < height / 2:
            return False
        is_set_out = above[0] - left > INDENT * height
        return is_set_out or self.right - above[2] > word + SPARE * height
