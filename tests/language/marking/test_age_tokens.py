"""The words of a text as the classes that age expressions are made of."""

from __future__ import annotations

import pytest

from auditor.language.marking.age_tokens import AgeTokenizer, read_figure
from auditor.language.text.words import PLAIN_SPLITTER
from auditor.rules import Rules

TOKENIZER = AgeTokenizer(Rules.read(weighed=False).language("en").ages)
CLASSES = {sign: classes for classes, sign in TOKENIZER.signs.items()}

FIGURES = [
    ("24", 24.0),
    ("0", 0.0),
    ("1,001", 1001.0),
    ("2½", 2.5),
    ("½", 0.5),
    ("2.5", 2.5),
    ("3.7", None),
    ("two", None),
    ("12a", None),
]


@pytest.mark.parametrize(("word", "value"), FIGURES, ids=[c[0] for c in FIGURES])
def test_a_figure_is_read_as_a_number(word: str, value: float | None) -> None:
    """Thousands and halves are read; other decimals are no ages."""
    assert read_figure(word) == value


def tokens(text: str) -> list[tuple[str, float | None]]:
    """Each token: its words, and what it is worth as a number."""
    words = PLAIN_SPLITTER.split(text.lower())[0]
    return [
        (" ".join(words[t.start : t.end]), t.values.get("number")) for t in TOKENIZER.read(words)
    ]


NUMBERS = [
    ("a figure", "2", [("2", 2.0)]),
    ("a word", "two", [("two", 2.0)]),
    ("tens and ones", "twenty one", [("twenty one", 21.0)]),
    ("tens and ones with a hyphen", "twenty-four", [("twenty four", 24.0)]),
    ("tens alone", "thirty babies", [("thirty", 30.0), ("babies", None)]),
    ("figures do not add up", "20 1", [("20", 20.0), ("1", 1.0)]),
    ("a half beside", "2 ½", [("2 ½", 2.5)]),
    ("a year is no age", "2027", [("2027", None)]),
]


@pytest.mark.parametrize(("text", "wanted"), [c[1:] for c in NUMBERS], ids=[c[0] for c in NUMBERS])
def test_numbers_are_tokens(text: str, wanted: list[tuple[str, float | None]]) -> None:
    """Digits and words are the same, and "twenty one" is one number."""
    assert tokens(text) == wanted


MEMBERS = [
    ("years", {"unit", "yearword", "ageunit", "other"}),
    ("younger than", {"under", "other"}),
    ("0", {"number", "nought", "small", "other"}),
    ("18", {"number", "majority", "wide", "small", "other"}),
    ("zebra", {"other"}),
    ("birth", {"boundary", "other"}),
]


@pytest.mark.parametrize(("words", "classes"), MEMBERS, ids=[c[0] for c in MEMBERS])
def test_a_token_stands_for_all_its_classes(words: str, classes: set[str]) -> None:
    """One character stands for the set of classes that words are in."""
    (token,) = TOKENIZER.read(PLAIN_SPLITTER.split(words)[0])
    assert CLASSES[token.sign] == classes


def test_the_longest_entry_is_taken() -> None:
    """The words "up to" are one token where "up" alone would be another."""
    assert [words for words, _ in tokens("right up to two")] == ["right up to", "two"]


def test_a_text_without_numbers_has_no_ages() -> None:
    """Where no word could give a bound, nothing is looked for."""
    assert not TOKENIZER.may_have_ages(["we", "see", "babies"])
    assert TOKENIZER.may_have_ages(["we", "see", "twos"])
    assert TOKENIZER.may_have_ages(["under", "2"])
