"""What the judge sees of a statement: its marks, their order, its words, what it stands under.

Every feature is a short name. They come in three blocks, each weighed as a whole, so
that a long statement is not surer than a short one for its length alone:

* marks: which stand in the statement, alone, in order and with whom it names, at what
  ages, the place it stands in, the kind of document, the marks of heading and column heads;
* words: runs of one to three words, in which people and ages stand as their kinds;
* context words: those of the heading and column heads.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from auditor.language.marking.age_forms import AgeSpan
from auditor.language.marking.annotated_text import AnnotatedText, Span
from auditor.language.marking.mentions import Mention, reach_of_age
from auditor.records import DocumentKind, Place, Reach

PRECEDENCE: tuple[Reach, ...] = (
    "explicit",
    "early_years",
    "nominal",
    "older",
    "parental",
    "generic",
    "none",
)
"""Which reach wins where several are named (the guide); "excluded" is no matter of naming."""
NOBODY = "nobody"
Feature = tuple[str, Span]
"""One thing seen: its name, and the words it stands on."""
WHOLE: Span = (0, 0)
"""Stands for no words: a feature of the whole statement or of what it stands under."""
_LETTERS = ("h", "c")
"""What stands before the features of a heading and of column heads."""
BLOCKS = ("marks", "words", "context")
BLOCK_WEIGHTS = (1.4, 1.0, 0.5)
_NEXT = 5
_MOST_MARKS = 400
"""Marks of a statement whose order is looked at: more are a list or a table, not a sentence."""
_AGE_EDGES = (0, 1, 6, 12, 24, 36, 48, 60, 72, 96, 132, 156, 192, 216, 300, 1600)
_LENGTH_STEP, _LENGTH_TOP = 5, 7
_CAPITALS = 3
_SHORT = 12


@dataclass(frozen=True)
class Seen:
    """A marked text with the people whom it mentions."""

    text: AnnotatedText
    mentions: tuple[Mention, ...]

    @cached_property
    def reaches(self) -> frozenset[Reach]:
        """Whom it names, set-aside mentions left out."""
        return frozenset(one.reach for one in self.mentions if not one.set_aside)

    @cached_property
    def top(self) -> str:
        """The reach that wins among those named; "nobody" where nobody is."""
        named = self.reaches
        return next((reach for reach in PRECEDENCE if reach in named), NOBODY)

    @cached_property
    def lent(self) -> dict[str, tuple[list[Feature], list[Feature]]]:
        """What it lends to those that stand under it, by its letter: its marks, and its words."""
        marks = [f"mark:{kind}" for kind in self.text.phrases]
        marks += [f"names:{reach}" for reach in sorted(self.reaches)]
        marks += [f"age:{_bucket(age.low)}-{_bucket(age.high)}" for age in self.text.ages]
        words = [name for name, _ in _tokens(self)]
        return {
            letter: (
                [(f"{letter}.{name}", WHOLE) for name in marks],
                [(f"{letter}={name}", WHOLE) for name in words],
            )
            for letter in _LETTERS
        }


@dataclass(frozen=True, slots=True)
class Statement:
    """All that a statement is judged by."""

    seen: Seen
    heading: Seen | None
    columns: Seen | None
    place: Place
    kind: DocumentKind | None
    in_document: bool = False

    @property
    def contexts(self) -> tuple[tuple[str, Seen], ...]:
        """Heading and column heads, where there are any, each with its letter."""
        both = zip(_LETTERS, (self.heading, self.columns), strict=True)
        return tuple((letter, seen) for letter, seen in both if seen is not None)


class _Everything(Container[str]):
    """Holds whatever it is asked for."""

    def __contains__(self, name: object) -> bool:
        """True."""
        return True


def find_features(
    statement: Statement, learnt: Container[str] = _Everything()
) -> tuple[dict[str, Span], dict[str, Span], dict[str, Span]]:
    """Return the features of each block by name, with the words on which each stands first.

    Runs of words are left out that cannot be in `learnt`, for words in them are not.
    """
    return (
        _unique(_mark_features(statement)),
        _unique(_word_features(statement.seen, learnt)),
        _unique(_context_features(statement)),
    )


def _unique(features: Iterable[Feature]) -> dict[str, Span]:
    found: dict[str, Span] = {}
    for name, span in features:
        if name not in found:
            found[name] = span
    return found


def _mark_features(statement: Statement) -> Iterator[Feature]:
    seen, top = statement.seen, statement.seen.top
    yield f"place:{statement.place}", WHOLE
    if statement.kind:
        yield f"kind:{statement.kind}", WHOLE
        yield f"top:{top},kind:{statement.kind}", WHOLE
    yield f"top:{top}", WHOLE
    yield f"top:{top},place:{statement.place}", WHOLE
    yield "set:" + "+".join(reach for reach in PRECEDENCE if reach in seen.reaches), WHOLE
    for kind, spans in seen.text.phrases.items():
        yield f"mark:{kind}", spans[0]
        yield f"{top}&{kind}", spans[0]
    for one in seen.mentions:
        name = f"aside:{one.set_aside}" if one.set_aside else f"names:{one.reach}"
        yield (name, one.span)
        if not one.set_aside and one.span[0] and _has_capital(seen.text, one.span):
            yield f"capital:{one.reach}.{_capitals_beside(seen.text, one.span)}", one.span
    for age in seen.text.ages:
        yield from _age_features(age)
    yield from _order_features(seen)
    yield from _shape_features(seen.text)
    for letter, context in statement.contexts:
        yield from _under_features(statement, letter, context)


def _has_capital(text: AnnotatedText, span: Span) -> bool:
    return any(word[:1].isupper() for word in text.cased[slice(*span)])


def _capitals_beside(text: AnnotatedText, span: Span) -> int:
    """Return how many words with a capital stand around a mention, up to three: a name has some."""
    cased, found = text.cased, 0
    for step, at in ((-1, span[0] - 1), (1, span[1])):
        while found < _CAPITALS and 0 <= at < len(cased) and cased[at][:1].isupper():
            found += 1
            at += step
    return found


def _age_features(age: AgeSpan) -> Iterator[Feature]:
    if not age.sure:
        yield (f"age:{_age_class(age)}", (age.start, age.end))
        return
    low, high = _bucket(age.low), _bucket(age.high)
    span = age.start, age.end
    yield (f"age:{age.kind}.{low}-{high}", span)
    yield (f"low:{low}", span)
    yield (f"high:{high}", span)
    yield (f"age:{_age_class(age)}", span)


def _bucket(months: float | None) -> str:
    """Return the edge that a bound in months does not pass.

    >>> _bucket(24.0), _bucket(30.0), _bucket(None)
    ('24', '36', 'open')
    """
    if months is None:
        return "open"
    return next((str(edge) for edge in _AGE_EDGES if months <= edge), "more")


def _age_class(age: AgeSpan) -> str:
    return f"{'' if age.sure else 'unsure.'}{age.kind}.{reach_of_age(age)}"


def _order_features(seen: Seen) -> Iterator[Feature]:
    """Pairs of marks that follow each other, at most four marks between them."""
    found = [(span, kind) for kind, spans in seen.text.phrases.items() for span in spans]
    found += [((age.start, age.end), f"age.{_age_class(age)}") for age in seen.text.ages]
    ordered = sorted(found)[:_MOST_MARKS]
    for place, (span, first) in enumerate(ordered):
        for other, second in ordered[place + 1 : place + _NEXT]:
            yield (f"{first}>{second}", (span[0], max(span[1], other[1])))


def _shape_features(text: AnnotatedText) -> Iterator[Feature]:
    words = text.words
    if not words:
        return
    yield f"length:{min(_LENGTH_TOP, len(words) // _LENGTH_STEP)}", WHOLE
    terms = text.terms
    yield (f"first:{terms[0]}", (0, 1))
    yield f"last:{terms[-1]}", (len(words) - 1, len(words))
    if text.cased[0][:1].islower():
        yield "shape:fragment", WHOLE
    for at, word in enumerate(words):
        if word[0].isdigit():
            is_year = len(word) == 4 and word.startswith(("19", "20"))
            yield ("shape:year" if is_year else "shape:number", (at, at + 1))
        elif word in "£$€%":
            yield (f"shape:{word}", (at, at + 1))


def _under_features(statement: Statement, letter: str, context: Seen) -> Iterator[Feature]:
    """What stands in the heading or column heads, and how that goes with the statement."""
    yield from context.lent[letter][0]
    under = f"{letter}.top:{context.top},top:{statement.seen.top},place:{statement.place}"
    yield under, WHOLE
    if len(statement.seen.text.words) < _SHORT:
        yield f"{under},short", WHOLE


def _word_features(seen: Seen, learnt: Container[str]) -> Iterator[Feature]:
    """Runs of one, two and three words; longer ones only where the shorter ones in them are learnt.

    What stands in enough statements to be learnt has parts that do so too.
    """
    last: tuple[str, int] | None = None
    two: tuple[str, int] | None = None
    for name, (start, end) in _tokens(seen):
        if name not in learnt:
            last = two = None
            continue
        yield name, (start, end)
        run = f"{last[0]} {name}" if last else ""
        if last and run in learnt:
            yield run, (last[1], end)
            if two:
                yield f"{two[0]} {name}", (two[1], end)
            two = run, last[1]
        else:
            two = None
        last = name, start


def _tokens(seen: Seen) -> Iterator[tuple[str, Span]]:
    """Give the words of a text; the words of a mention as one, by whom it names."""
    at, terms = 0, seen.text.terms
    for one in seen.mentions:
        for place in range(at, one.span[0]):
            yield terms[place], (place, place + 1)
        yield _mention_name(one), one.span
        at = max(at, one.span[1])
    for place in range(at, len(terms)):
        yield terms[place], (place, place + 1)


def _mention_name(one: Mention) -> str:
    if one.age is not None:
        return f"[age.{_age_class(one.age)}]"
    return f"[aside.{one.reach}]" if one.set_aside else f"[{one.reach}]"


def _context_features(statement: Statement) -> Iterator[Feature]:
    for letter, context in statement.contexts:
        yield from context.lent[letter][1]
