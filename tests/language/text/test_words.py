"""Texts are cut into words as the word lists write them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.language.text.words import PLAIN_SPLITTER

SPLIT = [
    ("letters", "Babies will be seen", ["Babies", "will", "be", "seen"]),
    ("signs", "babies, (toddlers).", ["babies", ",", "(", "toddlers", ")", "."]),
    ("hyphen between words", "under-twos", ["under", "twos"]),
    ("hyphen after a number", "2-year-olds", ["2", "year", "olds"]),
    ("hyphen before a number", "under-2s", ["under", "2", "s"]),
    ("hyphen between numbers", "0-2", ["0", "-", "2"]),
    ("hyphen as a pause", "babies - first", ["babies", "-", "first"]),
    ("suspended hyphen", "0- to 2", ["0", "-", "to", "2"]),
    ("digits and letters", "24months", ["24", "months"]),
    ("genitive", "baby's", ["baby", "'s"]),
    ("plural genitive", "babies' needs", ["babies", "'", "needs"]),
    ("negation", "aren't", ["are", "n't"]),
    ("thousands", "1,001 days", ["1,001", "days"]),
    ("a half", "2½ years", ["2½", "years"]),
    ("a decimal", "3.5", ["3.5"]),
    ("a bar", "0-2 | Babies", ["0", "-", "2", "|", "Babies"]),
    ("accents", "pēpi and naíonán", ["pēpi", "and", "naíonán"]),
    ("nothing", "", []),
]


@pytest.mark.parametrize(("text", "words"), [c[1:] for c in SPLIT], ids=[c[0] for c in SPLIT])
def test_a_text_is_cut_into_words(text: str, words: list[str]) -> None:
    """Digits part from letters, and a hyphen between words is a space."""
    assert PLAIN_SPLITTER.split(text)[0] == words


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="ab B2'-–,. n't½|", max_size=40))
def test_words_know_where_they_stand(text: str) -> None:
    """Each word is what stands at its offsets, and words cut without offsets are the same."""
    words, starts, ends = PLAIN_SPLITTER.split(text)
    assert [text[a:b] for a, b in zip(starts, ends, strict=True)] == words
    assert PLAIN_SPLITTER.cut(text) == words
