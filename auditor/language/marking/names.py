"""Names against addresses: a body, event or publication that has babies in its name.

A mention stands inside a name when it is part of a run of capitalised words that
ends in a word such as Week, Board, Alliance or Strategy. In a heading capitals say
nothing, so there the words alone decide, and only after the mention.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence

from auditor.language.marking.annotated_text import AnnotatedText, Span
from auditor.language.text.spelling import Spelling
from auditor.rules.grammar import SmallWords
from auditor.rules.inventory import Inventory

_NEAR = 3
_LONGEST = 24
"""Words on either side of a mention that a name may reach."""
_HEADING_REACH = 6


class NameFinder:
    """Finds the name that a mention stands in, by the word lists and small words of a language."""

    def __init__(
        self, inventory: Inventory, small_words: SmallWords, spelling: Spelling | None = None
    ) -> None:
        """Learn which marks make a name, and the small words in one as their language spells them."""
        read = spelling.read if spelling else list
        self._heads = tuple(kind.id for kind in inventory.of_role("head"))
        self._called = tuple(kind.id for kind in inventory.of_role("called"))
        self._joins = frozenset(read(small_words.joins))
        self._of = frozenset(read(small_words.of))
        self._heading_heads = frozenset(read(small_words.heading_heads))

    def within(self, text: AnnotatedText, *, heading: bool) -> Callable[[Span], Span | None]:
        """Return what gives the name, from its first word to its last, that a mention stands in."""
        if heading:
            return lambda span: self._in_heading(text, span)
        heads, called = text.spans(self._heads), text.spans(self._called)
        return lambda span: self._in_text(text, span, heads, called)

    def _in_text(
        self, text: AnnotatedText, span: Span, heads: Sequence[Span], called: Sequence[Span]
    ) -> Span | None:
        if not any(map(_is_capital, text.cased[span[0] : span[1]])):
            return None
        run = self._run(text, span)
        for head in heads[bisect_left(heads, (run[0], 0)) : bisect_left(heads, (run[1], 0))]:
            if name := self._headed(text, span, run, head):
                return name
        is_long = _capitals(text, *run) >= 2
        return run if is_long and _is_called(run, called) else None

    def _headed(self, text: AnnotatedText, span: Span, run: Span, head: Span) -> Span | None:
        """Return the name that a head word makes with the mention, before or after it."""
        if head[1] > run[1] or not _is_capital(text.cased[head[0]]):
            return None
        if head[0] >= span[1]:
            return (run[0], head[1]) if _capitals(text, run[0], head[1]) >= 2 else None
        is_of = head[1] <= span[0] and text.word(head[1]) in self._of
        return (head[0], span[1]) if is_of else None

    def _run(self, text: AnnotatedText, span: Span) -> Span:
        """Stretch a mention over the capitalised words around it, and small words between them."""
        start, end = span
        while (before := self._next_capital(text, start - 1, -1)) is not None:
            if span[0] - before > _LONGEST:
                break
            start = before
        while (after := self._next_capital(text, end, 1)) is not None:
            if after - span[1] > _LONGEST:
                break
            end = after + 1
        return start, end

    def _next_capital(self, text: AnnotatedText, at: int, step: int) -> int | None:
        """Return the next capitalised word in a direction, past at most two small words."""
        for place in range(at, at + _NEAR * step, step):
            if not 0 <= place < len(text.cased):
                return None
            if text.words[place] not in self._joins:
                return place if _is_capital(text.cased[place]) else None
        return None

    def _in_heading(self, text: AnnotatedText, span: Span) -> Span | None:
        for at in range(span[1], min(span[1] + _HEADING_REACH, len(text.words))):
            if text.words[at] in self._heading_heads:
                return span[0], at + 1
            if text.words[at] in self._of:
                return None
        return None


def _is_called(run: Span, called: Sequence[Span]) -> bool:
    """True if the text tells that the run is a name: "Newborn Hope, a charity"."""
    first = bisect_left(called, (run[0] - 2 * _NEAR, 0))
    last = bisect_left(called, (run[1] + _NEAR, 0))
    return any(
        run[1] <= cue[0] < run[1] + _NEAR or run[0] - _NEAR < cue[1] <= run[0]
        for cue in called[first:last]
    )


def _is_capital(word: str) -> bool:
    return word[:1].isupper()


def _capitals(text: AnnotatedText, start: int, end: int) -> int:
    return sum(map(_is_capital, text.cased[start:end]))
