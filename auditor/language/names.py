"""Names against addresses: a body, event or publication that has babies in its name.

A mention stands inside a name when it is part of a run of capitalised words that
ends in a word such as Week, Board, Alliance or Strategy. In a heading capitals say
nothing, so there the words alone decide, and only after the mention.
"""

from __future__ import annotations

from auditor.language.grammar import word_set
from auditor.language.marking import Marked, Span

_JOINS = word_set("joins")
_HEADING_HEADS = word_set("heading-heads")


def name_around(marked: Marked, span: Span, *, heading: bool) -> Span | None:
    """Give the name that a mention stands in, from its first word to its last; None if none."""
    if heading:
        return _heading_name(marked, span)
    if not any(_is_capital(marked.cased[at]) for at in range(*span)):
        return None
    start, end = _run(marked, span)
    heads = [s for s in marked.phrases.get("names.head", ()) if start <= s[0] and s[1] <= end]
    for head in heads:
        if (
            head[0] >= span[1]
            and _is_capital(marked.cased[head[0]])
            and _capitals(marked, start, head[1]) >= 2
        ):
            return start, head[1]
    for head in heads:
        if (
            head[1] <= span[0]
            and marked.word(head[1]) in ("for", "of", "on")
            and _is_capital(marked.cased[head[0]])
        ):
            return head[0], span[1]
    if _capitals(marked, start, end) >= 2 and _is_called(marked, start, end):
        return start, end
    return None


def _is_capital(word: str) -> bool:
    return word[:1].isupper()


def _run(marked: Marked, span: Span) -> Span:
    """Stretch a mention over the capitalised words around it, and the small words between them."""
    start, end = span
    while start > 0:
        at = start - 1
        while at > 0 and marked.words[at] in _JOINS:
            at -= 1
        if not _is_capital(marked.cased[at]) or start - at > 3 or marked.words[at] in _JOINS:
            break
        start = at
    while end < len(marked.cased):
        at = end
        while at < len(marked.cased) - 1 and marked.words[at] in _JOINS:
            at += 1
        if not _is_capital(marked.cased[at]) or at - end > 3 or marked.words[at] in _JOINS:
            break
        end = at + 1
    return start, end


def _capitals(marked: Marked, start: int, end: int) -> int:
    return sum(_is_capital(marked.cased[at]) for at in range(start, end))


def _is_called(marked: Marked, start: int, end: int) -> bool:
    """Say whether the text tells that the run is a name: "Newborn Hope, a charity"."""
    after = range(end, end + 3)
    before = range(start - 3, start)
    return any(s[0] in after or s[1] - 1 in before for s in marked.phrases.get("names.cue", ()))


def _heading_name(marked: Marked, span: Span) -> Span | None:
    for at in range(span[1], min(span[1] + 6, len(marked.words))):
        if marked.words[at] in _HEADING_HEADS:
            return span[0], at + 1
        if marked.words[at] in _JOINS and marked.words[at] not in ("and", "&", ",", "'s", "'"):
            break
    return None
