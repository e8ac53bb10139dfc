"""The same statement in two languages counts once: bilingual pages, halves, paragraphs.

Two versions of a text say the same things in the same order. The statements of both
are laid beside each other in order, so that those pair which speak of the same people
with the same numbers and names at about the same length. Pairs are believed only where
most of the smaller version finds its other half: a quotation is no version.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from auditor.records import SILENT_PLACES, Statement
from auditor.rules import Rules

LEAST_LIKENESS = 1.6
"""From which two statements may be each other's translation."""
LEAST_SHARE = 0.5
"""Which share of the smaller version must be paired for any pair to be believed."""
_NUMBER = re.compile(r"\d+(?:[.,\s]\d{3})*")
_NAME = re.compile(r"\b[A-Z][^\W\d_]{2,}\b|\b[A-Z]{2,}\b")
_NOT_A_DIGIT = re.compile(r"\D")


def without_translations(statements: Sequence[Statement], rules: Rules) -> tuple[Statement, ...]:
    """Return statements of which each that says again what another language said is its repeat."""
    spoken = [
        one
        for one in statements
        if one.reach != "none" and one.repeat_of is None and one.place not in SILENT_PLACES
    ]
    languages = _by_standing(spoken, rules)
    if len(languages) < 2:
        return tuple(statements)
    counted, *others = languages
    repeats: dict[str, str] = {}
    for language in others:
        first = [one for one in spoken if one.language == counted]
        second = [one for one in spoken if one.language == language]
        pairs = _pairs([_signed(one) for one in first], [_signed(one) for one in second])
        if len(pairs) >= LEAST_SHARE * min(len(first), len(second)):
            repeats |= {second[b].id: first[a].id for a, b in pairs}
    return tuple(replace(one, repeat_of=repeats.get(one.id, one.repeat_of)) for one in statements)


def _by_standing(statements: Sequence[Statement], rules: Rules) -> list[str]:
    """Return the languages of statements: confirmed ones before those on trial, then the fuller."""
    counts = Counter(one.language for one in statements if one.language in rules.languages)
    trial = {code: rules.languages[code].writing.trial for code in counts}
    return sorted(counts, key=lambda code: (trial[code], -counts[code], code))


@dataclass(frozen=True, slots=True)
class _Signed:
    """A statement with what a translation keeps of it."""

    statement: Statement
    numbers: frozenset[str]
    names: frozenset[str]


def _signed(statement: Statement) -> _Signed:
    text = statement.text
    numbers = (_NOT_A_DIGIT.sub("", found) for found in _NUMBER.findall(text))
    return _Signed(statement, frozenset(numbers), frozenset(_NAME.findall(text[1:])))


def _pairs(first: Sequence[_Signed], second: Sequence[_Signed]) -> list[tuple[int, int]]:
    """Pair statements in order so that the likeness of all pairs together is highest."""
    width = len(second) + 1
    best = [[0.0] * width]
    for one in first:
        above, row = best[-1], [0.0]
        for at, other in enumerate(second):
            paired = above[at] + _gain(one, other)
            row.append(max(above[at + 1], row[at], paired))
        best.append(row)
    return sorted(_followed(best, first, second))


def _followed(
    best: Sequence[Sequence[float]], first: Sequence[_Signed], second: Sequence[_Signed]
) -> Iterator[tuple[int, int]]:
    """Walk back through the best likeness, and give the pairs that made it."""
    a, b = len(first), len(second)
    while a and b:
        if best[a][b] == best[a - 1][b]:
            a -= 1
        elif best[a][b] == best[a][b - 1]:
            b -= 1
        else:
            a, b = a - 1, b - 1
            yield a, b


def _gain(one: _Signed, other: _Signed) -> float:
    likeness = _likeness(one, other)
    return likeness if likeness >= LEAST_LIKENESS else 0.0


def _likeness(one: _Signed, other: _Signed) -> float:
    """Return how like two statements are in what a translation keeps."""
    a, b = one.statement, other.statement
    if a.reach != b.reach or a.file != b.file:
        return 0.0
    lengths = sorted((len(a.text), len(b.text)))
    found = 1.0 + 2 * (lengths[0] / lengths[1] - 0.5)
    found += _shared(one.numbers, other.numbers, gain=2.0, loss=1.5)
    found += _shared(one.names, other.names, gain=1.0, loss=0.0)
    found += 0.3 * (a.place == b.place) + 0.3 * (a.topic == b.topic)
    return found + 0.2 * (1 - abs(a.strength - b.strength))


def _shared(one: frozenset[str], other: frozenset[str], *, gain: float, loss: float) -> float:
    """Return what two sets in common speak for, or nothing in common speaks against."""
    if not one and not other:
        return 0.0
    if not one & other:
        return -loss if one and other else -loss / 3
    return gain * len(one & other) / len(one | other)
