"""Phrases are compiled when a text first asks for them, and that changes nothing of what is found."""

from __future__ import annotations

import pytest

from auditor.language.nlp import PhraseFinder, _build, split_words
from auditor.rules import Rules

TEXTS = (
    "Babies and children will be seen by the parent-infant team.",
    "CAMHS does not accept referrals for under-fives.",
    "Mothers with postnatal depression and their babies will be supported together.",
    "The baby boomer generation is ageing.",
)


def new_finder() -> PhraseFinder:
    """Make a finder that has met no text."""
    finder = _build(Rules.read().lexicon).get_pipe("auditor_phrases")
    assert isinstance(finder, PhraseFinder)
    return finder


def words_of(text: str) -> list[str]:
    """Split a text as it is searched."""
    return split_words(text.lower())[0]


@pytest.mark.parametrize("text", TEXTS)
def test_what_was_searched_before_changes_nothing(text: str) -> None:
    """A finder that has met other texts finds the same, in the same order, as a new one."""
    used = new_finder()
    for other in reversed(TEXTS):
        used.find(words_of(other))
    assert list(used.find(words_of(text)).items()) == list(new_finder().find(words_of(text)).items())


def test_every_phrase_waits_under_one_of_its_own_words() -> None:
    """An anchor stands in each phrase that it calls up, so that no phrase can be passed over."""
    waiting = new_finder()._waiting
    assert waiting
    for anchor, entries in waiting.items():
        assert all(any(anchor in part for part in parts) for _, parts in entries)


def test_a_text_without_any_anchor_is_not_searched() -> None:
    """Nothing is found where no word of any list stands."""
    assert new_finder().find(["xylophones", "qwrt"]) == {}


def test_whatever_names_people_is_never_passed_over() -> None:
    """A text in which a naming phrase is found is one of which it was said that it may name."""
    finder = new_finder()
    for group in Rules.read().lexicon.groups:
        for phrase in (*group.finds, *group.ignores):
            words = words_of(phrase.replace("[", "").replace("]", ""))
            if any(label.startswith(("babies.", "stages.", "parents.")) for label in finder.find(words)):
                assert finder.may_name(words), phrase


def test_words_of_a_name_that_are_not_all_there_name_nobody() -> None:
    """The words "mental health" alone are no "mothers' mental health"."""
    assert not new_finder().may_name(words_of("Mental health services need local support."))
    assert new_finder().may_name(words_of("Mothers' mental health services need support."))
