"""The grammar of a language as data: how its ages are written, and its small words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from auditor.records import AgeKind
from auditor.rules.positions import TomlFile, Trail, build

_ITEM = re.compile(r"(?P<name>[a-z]+)(?:=(?P<capture>[a-z_]+))?(?P<count>[?*]?)$")
_BOUND = re.compile(r"(?P<capture>[a-z_]+?)(?P<more>\+1)?$|(?P<number>-?\d+)$")
VALUED = ("number", "plural", "ordinal", "unit", "boundary", "end", "days")
"""Classes whose words have a value."""
LENGTH, LENGTH_UNIT = "length", "length_unit"
"""The class of words that are a number and its unit in one, and what their unit is kept under."""
FIGURES = ("small", "nought", "majority", "wide")
ANY = "other"
"""The class that every word is in."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Numbers that mean something by themselves in an age."""

    small: float
    """The highest age in years that is read without any unit."""
    nought: tuple[float, ...]
    majority: tuple[float, ...]
    wide: tuple[float, ...]

    def classes(self, value: float) -> frozenset[str]:
        """Return the classes that a number is in by its value."""
        named = (("nought", self.nought), ("majority", self.majority), ("wide", self.wide))
        found = {name for name, values in named if value in values}
        return frozenset(found | {ANY, "number"} | ({"small"} if value <= self.small else set()))

    def examples(self) -> tuple[float, ...]:
        """Return numbers that stand for every set of classes that a number can be in."""
        return (*self.nought, *self.majority, *self.wide, 1.0, self.small, self.small + 1)


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that make a number an age, or unmake it, where they stand near."""

    id: str
    means: str
    before: int
    """How many words before the number are looked at."""
    after: int
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Production:
    """One form of age expression: a row of classes of words, and the bounds it gives."""

    id: str
    kind: AgeKind
    pattern: str
    low: str
    high: str
    only: tuple[str, ...] = ()
    """Cues of which one must stand near; none asked for where empty."""
    never: tuple[str, ...] = ()
    """Cues that unmake it."""
    unfollowed: str = ""
    """Classes of words that must not come next, spaces between them."""
    most: float = 1560.0
    """The most months that the higher bound may be."""
    sure: bool = True
    """False for a form that is an age only sometimes: it names nobody, and the judge weighs it."""


@dataclass(frozen=True, slots=True)
class AgeGrammar:
    """How a language writes ages."""

    numbers: Mapping[str, float]
    plurals: Mapping[str, float]
    ordinals: Mapping[str, float]
    units: Mapping[str, float]
    """Months in a unit."""
    boundaries: Mapping[str, float]
    """Beginnings said with a word, in months."""
    ends: Mapping[str, float]
    days: Mapping[str, float]
    """Counts of days."""
    figures: Figures
    classes: Mapping[str, tuple[str, ...]]
    cue: tuple[Cue, ...]
    production: tuple[Production, ...]
    lengths: Mapping[str, tuple[float, ...]] = field(default_factory=dict)
    """Words that are a number and its unit in one, with both: "fortnight" is 1 of 0.46 months."""

    @property
    def valued(self) -> tuple[tuple[str, Mapping[str, float]], ...]:
        """The tables of words with values, by the class that their words are in."""
        tables = (self.numbers, self.plurals, self.ordinals, self.units)
        return tuple(zip(VALUED, (*tables, self.boundaries, self.ends, self.days), strict=True))

    @property
    def words(self) -> tuple[str, ...]:
        """Everything that is looked up: words with values, those of classes, those of cues."""
        valued = [written for _, table in self.valued for written in table]
        classed = [phrase for phrases in self.classes.values() for phrase in phrases]
        cued = [word for cue in self.cue for word in cue.words]
        return (*valued, *self.lengths, *classed, *cued)


def read_ages(file: TomlFile) -> AgeGrammar:
    """Read and check how ages are written.

    Raises:
        DataError: a key, kind, class, cue or bound that a form speaks of is not there.

    """
    grammar = build(AgeGrammar, file)
    for words, length in grammar.lengths.items():
        if len(length) != 2:
            raise file.mistake(
                ("lengths", words), f"“{words}” must be two numbers", "Write [number, months]."
            )
    for number, production in enumerate(grammar.production):
        fault = _fault(production, grammar)
        if fault:
            key, message, remedy = fault
            raise file.mistake(("production", number, key), message, remedy)
    _check_asked_for(grammar, file)
    return grammar


Fault = tuple[str, str, str]
"""The key that is wrong, what is wrong with it, and the remedy."""


def _fault(production: Production, grammar: AgeGrammar) -> Fault | None:
    """Return the fault of a form that speaks of something unknown."""
    known = {*VALUED, *FIGURES, ANY, LENGTH, *grammar.classes}
    return (
        _cue_fault(production, sorted(cue.id for cue in grammar.cue))
        or _pattern_fault(production, known)
        or _bound_fault(production)
    )


def _cue_fault(production: Production, cues: Sequence[str]) -> Fault | None:
    for key, wanted in (("only", production.only), ("never", production.never)):
        for cue in wanted:
            if cue not in cues:
                return key, f"there is no cue “{cue}”", f"Use one of: {', '.join(cues)}."
    return None


def _pattern_fault(production: Production, known: set[str]) -> Fault | None:
    remedy = f"Use: {', '.join(sorted(known))}."
    for item in _items(production):
        found = _ITEM.match(item)
        if found is None or found["name"] not in known:
            return "pattern", f"unknown class “{item}”", remedy
    for name in production.unfollowed.split():
        if name not in known:
            return "unfollowed", f"unknown class “{name}”", remedy
    return None


def _bound_fault(production: Production) -> Fault | None:
    captured = {item.rstrip("?*").partition("=")[2] for item in _items(production)}
    for key, bound in (("low", production.low), ("high", production.high)):
        read = _BOUND.match(bound)
        base = bound.removesuffix("+1")
        told = bound == "open" or base in captured or f"{base}_unit" in captured
        if read is None or not (read["number"] or told):
            return key, f"“{bound}” is captured nowhere", "Name it in the pattern: number=low."
    return None


def _items(production: Production) -> list[str]:
    """Return the classes of a pattern, its brackets left out."""
    return [item for item in production.pattern.split() if item not in ("(", "|", ")", ")?", ")*")]


def _check_asked_for(grammar: AgeGrammar, file: TomlFile) -> None:
    """Refuse a class or cue that no form asks for."""
    patterns = " ".join(f"{p.pattern} {p.unfollowed}" for p in grammar.production)
    used = set(re.findall(r"[a-z]+", re.sub(r"=[a-z_]+", "", patterns)))
    asked = {cue for p in grammar.production for cue in (*p.only, *p.never)}
    idle: list[tuple[Trail, str]] = [
        *((("classes", name), name) for name in grammar.classes if name not in used),
        *((("cue", at, "id"), c.id) for at, c in enumerate(grammar.cue) if c.id not in asked),
    ]
    for trail, name in idle:
        raise file.mistake(trail, f"no form asks for “{name}”", "Mend its name or take it out.")


@dataclass(frozen=True, slots=True)
class SmallWords:
    """Words that make grammar rather than meaning."""

    joins: tuple[str, ...]
    """Small words inside a name."""
    of: tuple[str, ...]
    """Words that join the head of a name to what follows it."""
    heading_heads: tuple[str, ...]
    """Words that make a name in a heading, where capitals say nothing."""
    lead_ins: tuple[str, ...]
    """Last words of a sentence that opens a list."""
    keep_hyphen: tuple[str, ...]
    """Words before which a hyphen broken at a line's end stays: "pre- and postnatal"."""
    whole: tuple[str, ...]
    """First parts of compounds that keep a hyphen broken at a line's end: "parent-/infant"."""
    before_age: tuple[str, ...]
    """Words before an age at the end of a sentence, to which a footnote mark may be glued."""
    abbreviations: tuple[str, ...]
    """Words whose full stop ends no sentence."""
    abbreviations_that_end: tuple[str, ...]
    """Abbreviations whose full stop may end a sentence unless a number follows."""
    abbreviations_of_numbers: tuple[str, ...]
    """Those whose full stop ends no sentence only where a number follows: "No. 4"."""


def read_small_words(file: TomlFile) -> SmallWords:
    """Read the small words of a language.

    Raises:
        DataError: a set is missing or unknown.

    """
    if "clause_ends" in file.content:  # of a copy made with an earlier version
        raise file.mistake(
            ("clause_ends",), "“clause_ends” is no longer used", "Take the line out."
        )
    return build(SmallWords, file)
