"""Forms of age expressions, compiled from rows of classes; cues looked for beside them."""

from __future__ import annotations

from typing import Any

import pytest

from auditor.language.marking.age_forms import AgeForm, CueFinder
from auditor.language.marking.age_tokens import AgeTokenizer
from auditor.rules import Rules
from auditor.rules.grammar import Cue, Production

TOKENIZER = AgeTokenizer(Rules.read(weighed=False).language("en").ages)


def read(
    pattern: str, low: str, high: str, text: str, **more: Any
) -> tuple[float, float | None] | None:
    """Read a text by one form from its first word on."""
    form = AgeForm(
        Production("made-up", "band", pattern, low, high, **more),
        TOKENIZER.signs,
    )
    tokens = list(TOKENIZER.read(text.split()))
    match = form.pattern.match("".join(token.sign for token in tokens))
    age = form.read(match, tokens) if match else None
    return (age.low, age.high) if age else None


FORMS = [
    ("numbers are years", "number=low range number=high", "low", "high", "1 to 3", (12, 36)),
    ("a unit", "number=n unit=n_unit", "0", "n", "18 months", (0, 18)),
    (
        "a unit for both",
        "number=low range number=high unit=high_unit",
        "low",
        "high",
        "6 to 9 months",
        (6, 9),
    ),
    (
        "a unit for each",
        "number=low unit=low_unit range number=high unit=high_unit",
        "low",
        "high",
        "6 months to 2 years",
        (6, 24),
    ),
    ("one more", "number=low unit=high_unit", "low", "low+1", "2 years", (24, 36)),
    ("a choice", "( under | fewer ) number=n", "0", "n", "below 2", (0, 24)),
    ("may be missing", "aged? number=n", "n", "open", "5", (60, None)),
    ("any number", "aged filler* number=n", "n", "open", "aged about their 5", (60, None)),
    ("any words", "least other* number=n", "n", "open", "youngest age for us is 5", (60, None)),
    (
        "a list",
        "number=low ( sep number=high )* unit=high_unit",
        "low",
        "high+1",
        "1 , 2 , 3 years",
        (12, 48),
    ),
    ("a bare unit", "first unit=one_unit", "0", "one", "first year", (0, 12)),
    ("a boundary", "boundary=low range number=high", "low", "high", "conception to 2", (-9, 24)),
    ("days", "days=n dayword", "-9", "n", "1,001 days", (-9, 23.91)),
    ("bounds upside down", "number=low range number=high", "low", "high", "3 to 1", None),
    ("no match", "number=low range number=high", "low", "high", "3 years", None),
]


@pytest.mark.parametrize(
    ("pattern", "low", "high", "text", "months"), [c[1:] for c in FORMS], ids=[c[0] for c in FORMS]
)
def test_a_form_gives_the_bounds_that_it_captures(
    pattern: str, low: str, high: str, text: str, months: tuple[float, float | None] | None
) -> None:
    """A number is in years unless a unit stands by it; a bound may be fixed, open or one more."""
    assert read(pattern, low, high, text) == months


def test_a_form_has_a_highest_bound() -> None:
    """What is higher is no age."""
    assert read("number=n unit=n_unit", "0", "n", "90 years", most=600) is None


def test_a_form_may_forbid_what_comes_next() -> None:
    """A number before a unit is not a number alone."""
    assert read("under number=n", "0", "n", "under 2 hours", unfollowed="unit") == (0, 24)
    assert read("under number=n", "0", "n", "under 2 years", unfollowed="unit") is None


CUES = [
    ("just before", 1, 0, "aged 2 will", True),
    ("too far before", 1, 0, "aged about 2 will", False),
    ("further before", 2, 0, "aged about 2 will", True),
    ("after, not looked for", 1, 0, "we 2 aged", False),
    ("just after", 0, 1, "we 2 aged", True),
    ("itself does not count", 1, 1, "we aged now", False),
]


@pytest.mark.parametrize(
    ("before", "after", "text", "stands"), [c[1:] for c in CUES], ids=[c[0] for c in CUES]
)
def test_a_cue_is_looked_for_within_its_reach(
    before: int, after: int, text: str, stands: bool
) -> None:
    """How many words on either side are looked at is data."""
    words = text.split()
    at = words.index("2") if "2" in words else 1
    finder = CueFinder(Cue("made-up", "", before, after, ("aged",)))
    assert finder.stands_by(words, at, at + 1) is stands


def test_the_end_of_a_text_counts_as_a_word_of_no_letters() -> None:
    """A number that ends its text can be looked for."""
    finder = CueFinder(Cue("made-up", "", 0, 1, ("",)))
    assert finder.stands_by(["under", "2"], 1, 2)
    assert not finder.stands_by(["under", "2", "will"], 1, 2)
