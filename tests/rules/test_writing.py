"""How a language is written is data: what "~" stands for, sets of small words, what is elided."""

from __future__ import annotations

import pytest

from auditor.errors import DataError
from auditor.rules.lexicon import count_forms, expand
from auditor.rules.positions import parse_toml
from auditor.rules.writing import Writing, read_writing

SPANISH = Writing(inflection="simplemma", sets={"de": ("de", "del"), "any": ("", "un")})


def read(text: str) -> Writing:
    """Read a file with some text."""
    return read_writing(parse_toml(text.encode(), "writing.toml"))


def test_a_headword_stays_a_headword() -> None:
    """Where a dictionary reads "~", a phrase is not written out in forms of English verbs."""
    assert list(expand("atender~ bebés", SPANISH)) == ["atender~ bebés"]
    assert list(expand("close~")) == ["close", "closes", "closed", "closing"]


def test_a_set_stands_for_each_of_its_words() -> None:
    """One of them may be nothing at all."""
    assert list(expand("salud {de} bebé", SPANISH)) == ["salud de bebé", "salud del bebé"]
    assert list(expand("{any} bebé", SPANISH)) == ["bebé", "un bebé"]
    assert count_forms("salud {de} bebé~", SPANISH) == 2


def test_an_unknown_set_is_named() -> None:
    """A phrase can only name a set that there is."""
    assert SPANISH.unknown_sets("salud {del} {de} bebé") == ["del"]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ('[sets]\nde = ["de", "(del|)"]\n', "plain words only"),
        ("trial = 1\n", "true or false"),
        ('inflection = "guesses"\n', "cannot be"),
        ("accents = true\n", "unknown key"),
    ],
)
def test_a_wrong_key_is_answered_with_its_place(text: str, wrong: str) -> None:
    """As in every file of rules."""
    with pytest.raises(DataError, match=wrong):
        read(text)


def test_nothing_said_is_english() -> None:
    """Every key has a meaning where it is left out: words are looked up as they stand."""
    assert read("") == Writing()
