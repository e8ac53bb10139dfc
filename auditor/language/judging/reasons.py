"""The reasons beside a label: who is named, and the marks and words that weighed most."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from auditor.language.judging.features import Statement
from auditor.language.judging.weighing import Weighed
from auditor.language.marking.annotated_text import Span, overlaps
from auditor.records import Because, Reach
from auditor.rules.weights import Question

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
    told = _weights_told(weighed, question, label, other)
    taken: list[Span] = []
    kept: list[Because] = []
    room = {True: FOR, False: AGAINST}
    for weight, name, span in sorted(told, key=lambda one: -abs(one[0])):
        if abs(weight) < _LEAST or not any(room.values()):
            break
        if not room[weight > 0] or not _is_worded(statement, span) or overlaps(span, taken):
            continue
        room[weight > 0] -= 1
        taken.append(span)
        kept.append(_reason(statement, name, span, weight))
    return (*named, *kept)


def _weights_told(
    weighed: Weighed, question: Question, label: Reach, other: Reach
) -> list[tuple[float, str, Span]]:
    """Return what spoke for one label over another, heaviest feature of each run of words first.

    All that stands on the same words counts as one: weights of a mark, of the same mark with
    whom it names and of the words themselves are added up under the heaviest that has a name.
    """
    table = question.table[weighed.rows]
    columns = question.labels.index(label), question.labels.index(other)
    weights = weighed.counts * (table[:, columns[0]] - table[:, columns[1]])
    sums: dict[Span, float] = {}
    heads: dict[Span, tuple[bool, float, str]] = {}
    told: list[tuple[float, str, Span]] = []
    for weight, name, span in zip(weights.tolist(), weighed.names, weighed.spans, strict=True):
        if span[1] <= span[0]:
            told.append((weight, name, span))
            continue
        sums[span] = sums.get(span, 0.0) + weight
        head = _rule_of(name) != _WORDS, abs(weight), name
        if span not in heads or head > heads[span]:
            heads[span] = head
    told += [(weight, heads[span][2], span) for span, weight in sums.items()]
    return [(round(one[0], 2), *one[1:]) for one in told if abs(one[0]) > _LEAST / 2]


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
_WORDS = "words"
"""Stands for words that no list holds."""


def _reason(statement: Statement, name: str, span: Span, weight: float) -> Because:
    """Return a feature as a reason, under a rule that reports have a name for."""
    return statement.seen.text.because(_rule_of(name), span, weight)


@lru_cache(1 << 16)
def _rule_of(name: str) -> str:
    """Return the rule that a feature stands for: a kind of mark, or what was seen of the whole.

    >>> _rule_of("mark:scope.offer"), _rule_of("older&scope.offer"), _rule_of("names:older")
    ('scope.offer', 'scope.offer', 'named.older')
    >>> _rule_of("h.mark:scope.shut")
    'context.h.mark:scope.shut'
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
    if "&" in name[1:] and " " not in name:
        return name.partition("&")[2]
    return f"order.{name}" if ">" in name else _WORDS
