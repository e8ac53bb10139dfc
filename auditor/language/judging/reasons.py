"""The reasons beside a label: who is named, and the marks and words that weighed most."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from auditor.language.judging.features import Statement
from auditor.language.marking.annotated_text import Span, overlaps
from auditor.records import Because, Reach
from auditor.rules.weights import Question

if TYPE_CHECKING:
    from auditor.language.judging.judge import Weighed

FOR, AGAINST = 4, 2
"""How many reasons for a label and against it are kept."""
_LEAST = 0.02
"""Weights below this are noise."""


def give_reasons(
    statement: Statement, weighed: Weighed, question: Question, label: Reach, other: Reach
) -> tuple[Because, ...]:
    """Return who is named, then what spoke most for a label over the next likeliest, and against."""
    named = tuple(_namings(statement, label))
    if label == "none" and not named:
        return ()
    columns = question.labels.index(label), question.labels.index(other)
    table = question.table[weighed.rows]
    weights = weighed.counts * (table[:, columns[0]] - table[:, columns[1]])
    ranked = sorted(range(len(weights)), key=lambda at: -abs(float(weights[at])))
    taken: list[Span] = []
    kept: list[Because] = []
    room = {True: FOR, False: AGAINST}
    for at in ranked:
        weight, span = round(float(weights[at]), 2), weighed.spans[at]
        if abs(weight) < _LEAST or not any(room.values()):
            break
        if not room[weight > 0] or not _is_worded(statement, span) or overlaps(span, taken):
            continue
        room[weight > 0] -= 1
        taken.append(span)
        kept.append(_reason(statement, weighed.names[at], span, weight))
    return (*named, *kept)


def _namings(statement: Statement, label: Reach) -> Iterator[Because]:
    """Give the words that name those whom the label speaks of; at least what they stand under."""
    own = [one for one in statement.seen.mentions if not one.set_aside and one.reach == label]
    for one in own:
        yield statement.seen.text.because(one.rule, one.span)
    if not own and label == "none":
        for one in statement.seen.mentions:
            if one.set_aside:
                yield statement.seen.text.because(one.set_aside, one.span)


def _is_worded(statement: Statement, span: Span) -> bool:
    """True if a span holds a word or a number, or is of the whole: a lone stop explains nothing."""
    words = statement.seen.text.words[span[0] : span[1]]
    return not words or any(letter.isalnum() for word in words for letter in word)


_WHOLE = frozenset(("place", "kind", "top", "set", "length", "first", "last", "shape"))
_AGE = frozenset(("age", "low", "high"))


def _reason(statement: Statement, name: str, span: Span, weight: float) -> Because:
    """Return a feature as a reason, under a rule that reports have a name for."""
    return statement.seen.text.because(_rule_of(name), span, weight)


def _rule_of(name: str) -> str:
    """Return the rule that a feature stands for: a kind of mark, or what was seen of the whole.

    >>> _rule_of("mark:scope.offer"), _rule_of("names:older"), _rule_of("h.mark:scope.shut")
    ('scope.offer', 'named.older', 'context.h.mark:scope.shut')
    """
    kind, colon, rest = name.partition(":")
    if name[:2] in ("h.", "c.", "h=", "c="):
        return f"context.{name}"
    if kind in ("mark", "aside") and colon:
        return rest
    if kind == "names" and colon:
        return f"named.{rest}"
    if kind in _AGE and colon:
        return f"age.{name}"
    if kind in _WHOLE and colon:
        return f"whole.{name}"
    return f"order.{name}" if ">" in name else "words"
