"""The words of a text as the classes that age expressions are made of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple, overload

from auditor.language.text.spelling import Spelling
from auditor.rules.grammar import ANY, LENGTH, LENGTH_UNIT, AgeGrammar
from auditor.rules.writing import AS_IT_STANDS

MOST_FIGURE = 2001.0
"""Larger figures are years, sums and counts."""
_FIRST_SIGN = 0x4E00
_HALVES = {"½": 0.5, "¼": 0.25, "¾": 0.75}


_NO_VALUES: Mapping[str, float] = MappingProxyType({})


class AgeToken(NamedTuple):
    """One or more words that stand for one thing in an age expression."""

    sign: str
    """The character that stands for its classes."""
    start: int
    end: int
    values: Mapping[str, float]
    """What it is worth as a word of each class that has values."""


@dataclass(frozen=True, slots=True)
class AgeTokens(Sequence[AgeToken]):
    """The tokens of a text, made when asked for: most are of words that could be any."""

    signs: str
    starts: Sequence[int]
    known: Mapping[int, AgeToken]
    """Those of words that the grammar knows, by their place in the row."""

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.starts)

    @overload
    def __getitem__(self, at: int) -> AgeToken: ...
    @overload
    def __getitem__(self, at: slice) -> list[AgeToken]: ...
    def __getitem__(self, at: int | slice) -> AgeToken | list[AgeToken]:
        """Return the token at a place in the row."""
        if isinstance(at, slice):
            return [self[each] for each in range(*at.indices(len(self)))]
        start = self.starts[at]
        return self.known.get(at) or AgeToken(self.signs[at], start, start + 1, _NO_VALUES)


@dataclass(frozen=True, slots=True)
class _Entry:
    words: tuple[str, ...]
    sign: str
    values: Mapping[str, float]


class AgeTokenizer:
    """Writes words as tokens; its `signs` tell which character stands for which classes."""

    def __init__(self, grammar: AgeGrammar, spelling: Spelling | None = None) -> None:
        """Learn the words of a grammar, as its language spells them."""
        self._figures = grammar.figures
        known = dict(_known(grammar, spelling or Spelling(AS_IT_STANDS)))
        numbers = {grammar.figures.classes(value) for value in grammar.figures.examples()}
        signatures = {classes for classes, _ in known.values()} | numbers | {frozenset((ANY,))}
        ordered = sorted(signatures, key=sorted)
        self.signs = {classes: chr(_FIRST_SIGN + n) for n, classes in enumerate(ordered)}
        self._other = self.signs[frozenset((ANY,))]
        self._numbers: dict[float, tuple[str, Mapping[str, float]]] = {}
        """The sign and the value of each number met so far: none is above `MOST_FIGURE`."""
        self._single: dict[str, _Entry] = {}
        self._longer: dict[tuple[str, ...], list[_Entry]] = {}
        """Entries of more words by their first two, the longest first."""
        for words in sorted(known, key=lambda words: (-len(words), words)):
            classes, values = known[words]
            entry = _Entry(words, self.signs[classes], values)
            if len(words) == 1:
                self._single[words[0]] = entry
            else:
                self._longer.setdefault(words[:2], []).append(entry)
        self._longer_from = frozenset(words[0] for words in self._longer)
        self._first = frozenset((*self._single, *self._longer_from))
        self._telling = frozenset(
            max(words, key=len) for words, (_, values) in known.items() if values
        )
        """One word of each entry that gives bounds: the longest, which is seldom a small word."""

    def may_have_ages(self, words: Sequence[str]) -> bool:
        """True if any word could give an age expression its bounds."""
        return not self._telling.isdisjoint(words) or any(map(_is_low_figure, words))

    def read(self, words: Sequence[str]) -> AgeTokens:
        """Return the tokens of a text in lower-case words."""
        first = self._first
        asked = [at for at, word in enumerate(words) if word in first or not word[0].isalpha()]
        signs: list[str] = []
        starts: list[int] = []
        known: dict[int, AgeToken] = {}
        end = 0
        for at in asked:
            token = self._token_at(words, at) if at >= end else None
            if token is None:
                continue
            starts += range(end, at + 1)
            signs += (self._other * (at - end), token.sign)
            known[len(starts) - 1] = token
            end = token.end
        starts += range(end, len(words))
        signs.append(self._other * (len(words) - end))
        return AgeTokens("".join(signs), starts, known)

    def _token_at(self, words: Sequence[str], at: int) -> AgeToken | None:
        """Return what is known of a word; None where it could be any."""
        known = self._known_at(words, at) if words[at] in self._first else None
        return known or (None if words[at][0].isalpha() else self._figure_at(words, at))

    def _known_at(self, words: Sequence[str], at: int) -> AgeToken | None:
        if words[at] in self._longer_from:
            for entry in self._longer.get(tuple(words[at : at + 2]), ()):
                end = at + len(entry.words)
                if tuple(words[at:end]) == entry.words:
                    return self._compound(words, AgeToken(entry.sign, at, end, entry.values))
        single = self._single.get(words[at])
        if single is None:
            return None
        return self._compound(words, AgeToken(single.sign, at, at + 1, single.values))

    def _compound(self, words: Sequence[str], token: AgeToken) -> AgeToken:
        """Read "twenty one" as one number."""
        tens = token.values.get("number", 0.0)
        if tens < 20 or tens % 10 or token.end >= len(words) or words[token.start][0].isdigit():
            return token
        ones = self._single.get(words[token.end])
        value = ones.values.get("number", 0.0) if ones else 0.0
        return self._number(tens + value, token.start, token.end + 1) if 0 < value < 10 else token

    def _figure_at(self, words: Sequence[str], at: int) -> AgeToken | None:
        if not _is_low_figure(words[at]):
            return None
        value, end = read_figure(words[at]) or 0.0, at + 1
        if end < len(words) and words[end] in _HALVES:
            value, end = value + _HALVES[words[end]], end + 1
        return self._number(value, at, end)

    def _number(self, value: float, start: int, end: int) -> AgeToken:
        known = self._numbers.get(value)
        if known is None:
            known = self.signs[self._figures.classes(value)], {"number": value}
            self._numbers[value] = known
        return AgeToken(known[0], start, end, known[1])


def _known(
    grammar: AgeGrammar, spelling: Spelling
) -> Iterator[tuple[tuple[str, ...], tuple[frozenset[str], Mapping[str, float]]]]:
    """Give every entry of a grammar, as words, with all its classes and values."""
    classes: dict[tuple[str, ...], set[str]] = {}
    values: dict[tuple[str, ...], dict[str, float]] = {}
    for name, table in grammar.valued:
        for written, value in table.items():
            words = spelling.words_of(written)
            classes.setdefault(words, {ANY}).add(name)
            values.setdefault(words, {})[name] = value
    for written, (count, months) in grammar.lengths.items():
        words = spelling.words_of(written)
        classes.setdefault(words, {ANY}).add(LENGTH)
        values.setdefault(words, {}).update({LENGTH: count, LENGTH_UNIT: months})
    for name, phrases in grammar.classes.items():
        for phrase in phrases:
            classes.setdefault(spelling.words_of(phrase), {ANY}).add(name)
    for words, found in classes.items():
        figure = read_figure(words[0]) if len(words) == 1 else None
        if figure is not None:
            values.setdefault(words, {})["number"] = figure
        number = values.get(words, {}).get("number")
        if number is not None:
            found |= grammar.figures.classes(number)
        yield words, (frozenset(found), values.get(words, {}))


@lru_cache(maxsize=32768)
def _is_low_figure(word: str) -> bool:
    """True if a word is a number in figures that an age, or a count of first days, can have."""
    if not (word[0].isdigit() or word in _HALVES):
        return False
    value = read_figure(word)
    return value is not None and value <= MOST_FIGURE


@lru_cache(maxsize=4096)
def read_figure(word: str) -> float | None:
    """Read a number written in figures; None for a decimal, which is no age, and for words.

    >>> read_figure("24"), read_figure("1,001"), read_figure("2½"), read_figure("3.7")
    (24.0, 1001.0, 2.5, None)
    """
    half = _HALVES.get(word[-1], 0.0)
    plain = (word[:-1] if half else word).replace(",", "")
    if not plain:
        return half or None
    if not plain.replace(".", "", 1).isdecimal():
        return None
    if "." in plain and not plain.endswith(".5"):
        return None
    return float(plain) + half
