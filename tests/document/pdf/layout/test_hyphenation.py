"""Hyphens at the ends of lines."""

from __future__ import annotations

import pytest

from auditor.document.pdf.layout.hyphenation import Vocabulary, gather_vocabulary
from tests.document.sheets import column, page_of

WORDS = "telephone hours two parent infant well-being pre-term care health-care healthcare"
KNOWN = Vocabulary(
    frozenset(f"{WORDS} preven-tion prevention".split()),
    False,
    leads=frozenset(["well", "pre", "health", "preven"]),
)


@pytest.mark.parametrize(
    ("left", "right", "kept"),
    [
        ("out-of", "hours", True),
        ("birth-to", "two", True),
        ("out", "of-hours", True),
        ("tele", "phone", False),
        ("well", "being", True),
        ("parent", "infant", True),
        ("consul", "tation", False),
        ("evidence", "based", True),
        ("parent-in", "fant", False),
        ("e", "cigarettes", True),
        ("pre", "hours", True),
        ("multi", "parent", True),
        ("pre", "vention", False),
        ("re", "parent", False),
        ("health", "care", True),
        ("preven", "tion", False),
        ("drop", "in", True),
        ("with", "in", False),
    ],
)
def test_compounds_keep_their_hyphen(left: str, right: str, kept: bool) -> None:
    """Words that typesetting cut lose it."""
    assert KNOWN.keeps_hyphen(left, right, left + "-") is kept


WHOLE = ["help with feeding at night is there for all"] * 60


@pytest.mark.parametrize(
    ("lines", "kept"),
    [
        ([*WHOLE, "we pay for breast-", "feeding support"], True),
        ([*WHOLE[:4], "we pay for breast-", "feeding support"], False),
        ([*WHOLE, "a tele-", "phone", "the telephone", "for breast-", "feeding support"], False),
    ],
    ids=["hyphens are rare", "hyphens are common", "another word was cut"],
)
def test_where_no_words_are_cut_hyphens_belong(lines: list[str], kept: bool) -> None:
    """Word processors break lines at the hyphens of compounds alone."""
    known = gather_vocabulary([page_of(column(lines))])
    assert known.keeps_hyphen("breast", "feeding", "breast-") is kept


def test_a_hyphen_that_stands_within_words_tells_no_cut() -> None:
    """Some programs write each hyphen as the one that others cut words with."""
    lines = ["a self\u2010harm team, a well\u2010being team", "more self\u2010", "harm teams"]
    known = gather_vocabulary([page_of(column([*WHOLE, *lines]))])
    assert known.keeps_hyphen("self", "harm", "self\u2010")
    assert known.keeps_hyphen("breast", "feeding", "breast\u2010")
    cut = gather_vocabulary([page_of(column([*WHOLE, "more tele\u2010", "phones, by well-being"]))])
    assert not cut.keeps_hyphen("breast", "feeding", "breast\u2010")


@pytest.mark.parametrize(
    ("left", "right", "kept"),
    [
        ("under", "take", False),
        ("pre", "term", True),
        ("bi", "lingual", False),
        ("UK", "paid", True),
        ("cab", "in", False),
        ("Berl", "in", False),
        ("stand", "in", True),
        ("Well", "ington", False),
        ("well", "paid", True),
    ],
)
def test_known_beginnings_and_ends_make_no_compound_of_a_cut_word(
    left: str, right: str, kept: bool
) -> None:
    """Before a particle stands a word, behind "well" too; only what begins several compounds does so."""
    lines = ["under-fives, under-represented", "pre-school pre-birth bi-weekly", "take stand paid"]
    cut = ["more tele-", "phones", "the telephones", "term lingual"]
    known = gather_vocabulary([page_of(column([*WHOLE, *lines, *cut * 3]))])
    assert known.keeps_hyphen(left, right, left + "-") is kept


ROOMY = [
    "the team will pay for a",
    "supervisor who visits all of them and for",
    "conversations at home and with a",
    "neighbour",
]


def test_where_lines_leave_room_for_halves_of_words_hyphens_belong() -> None:
    """A short page that breaks lines at compounds alone keeps a hyphen between words it never repeats."""
    uncut = gather_vocabulary([page_of(column([*ROOMY, "who knows of home-", "visiting"]))])
    full = ["the team will pay for a super-", "visor who visits and for con-", "versations at home"]
    cut = gather_vocabulary([page_of(column([*full, "who knows of home-", "visiting"]))])
    assert uncut.keeps_hyphen("home", "visiting", "home-")
    assert not cut.keeps_hyphen("home", "visiting", "home-")


def test_of_two_ways_to_print_a_word_the_common_one_is_read() -> None:
    """It stands in more forms: at the ends of sentences, with a capital, in brackets."""
    lines = [*WHOLE, "for child birth (childbirth), childbirth. Childbirth", "a child-birth or"]
    more = "by being well: well-being, (well-being) or wellbeing"
    known = gather_vocabulary([page_of(column([*lines, more]))])
    assert not known.keeps_hyphen("child", "birth", "child-")
    assert known.keeps_hyphen("well", "being", "well-")
