"""Phrases of the word lists are found wherever their words stand, whatever was searched before."""

from __future__ import annotations

import pytest
import spacy

from auditor.language.nlp import _build
from auditor.language.phrases import PhraseFinder
from auditor.language.splitting import cut_words, split_words
from auditor.lexicon import Group
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


@pytest.mark.parametrize("text", (*TEXTS, "0-2s, two-year-olds - and 24months.", "", "-", "a-b -c"))
def test_words_are_the_same_without_their_places(text: str) -> None:
    """Words cut without their places are those that have places."""
    assert cut_words(text) == split_words(text)[0]


@pytest.mark.parametrize("text", TEXTS)
def test_what_was_searched_before_changes_nothing(text: str) -> None:
    """A finder that has met other texts finds the same, in the same order, as a new one."""
    used = new_finder()
    for other in reversed(TEXTS):
        used.find(words_of(other))
    assert list(used.find(words_of(text)).items()) == list(new_finder().find(words_of(text)).items())


def test_every_phrase_with_a_gap_is_called_up_by_one_of_its_own_words() -> None:
    """An anchor is one of the words that a phrase needs, so that no phrase can be passed over."""
    gapped = new_finder()._gapped
    assert gapped
    for anchor, phrases in gapped.items():
        for phrase in phrases:
            assert anchor in phrase.needs
            assert phrase.needs == {word for part in phrase.parts for word in part}


def test_a_phrase_with_a_gap_is_found() -> None:
    """Words may stand between the parts of a phrase, and its span takes them in."""
    words = words_of("The agency will answer for delivery to parents and will report on babies.")
    assert phrase_spans(words, "will ... report") == {"made.up": [(2, 11)]}
    assert phrase_spans(words, "agency ... babies") == {}


def phrase_spans(words: list[str], phrase: str) -> dict[str, list[tuple[int, int]]]:
    """Look for one phrase."""
    finder = PhraseFinder(spacy.blank("en"))
    finder.learn([Group("made.up", "", (phrase,), (), (), (), "")])
    return finder.find(words)


def test_a_phrase_is_not_found_beyond_the_end_of_a_text() -> None:
    """The last words of a text may begin a phrase and do not make it."""
    finder = PhraseFinder(spacy.blank("en"))
    finder.learn([Group("made.up", "", ("new born baby", "new born"), (), (), (), "")])
    assert finder.find(["a", "new", "born"]) == {"made.up": [(1, 3)]}


def test_a_text_without_any_word_of_the_lists_has_nothing() -> None:
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
