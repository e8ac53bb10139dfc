"""Phrases of the word lists are found wherever their words stand, whatever was searched before."""

from __future__ import annotations

from typing import cast

import pytest
import spacy

from auditor.language.marking.phrases import PhraseFinder, write_out
from auditor.language.marking.pipeline import build_pipeline
from auditor.language.text.words import PLAIN_SPLITTER
from auditor.rules import Language
from auditor.rules.lexicon import Group

TEXTS = (
    "Babies and children will be seen by the parent-infant team.",
    "CAMHS does not accept referrals for under-fives.",
    "Mothers with postnatal depression and their babies will be supported together.",
    "The baby boomer generation is ageing.",
)


def new_finder(language: Language) -> PhraseFinder:
    """Make a finder that has met no text."""
    return cast(PhraseFinder, build_pipeline(language).get_pipe("auditor_phrases"))


def words_of(text: str) -> list[str]:
    """Split a text as it is searched."""
    return PLAIN_SPLITTER.split(text.lower())[0]


def find(text: str, phrases: tuple[str, ...], asides: tuple[str, ...] = ()) -> list[str]:
    """Look for the phrases of one group; the words found."""
    finder = PhraseFinder(spacy.blank("xx"))
    finder.learn([Group("made.up", phrases, asides, (), (), "")])
    words = words_of(text)
    return [" ".join(words[a:b]) for a, b in finder.find(words).get("made.up", [])]


FOUND = [
    ("a word", "We see a baby here.", ("baby",), (), ["baby"]),
    ("every time", "A baby, a baby.", ("baby",), (), ["baby", "baby"]),
    ("capitals", "BABY clinics", ("Baby",), (), ["baby"]),
    ("no part of a word", "babyish", ("baby",), (), []),
    ("a choice", "one baby, two babies", ("bab(y|ies)",), (), ["baby", "babies"]),
    (
        "a word that may be missing",
        "young and very young",
        ("(very |)young",),
        (),
        ["young", "very young"],
    ),
    ("a verb", "We closed it, closing all.", ("close~",), (), ["closed", "closing"]),
    (
        "a hyphen is a space",
        "parent-infant and parent infant",
        ("parent-infant",),
        (),
        ["parent infant", "parent infant"],
    ),
    ("the longest wins", "a new born baby", ("new born", "new born baby"), (), ["new born baby"]),
    ("an end of a phrase", "a new born", ("new born baby", "new born"), (), ["new born"]),
    ("an aside", "A baby boomer and a baby.", ("baby",), ("baby boomer",), ["baby"]),
    ("an aside over two", "a baby and a baby bank", ("baby",), ("baby and a baby bank",), []),
    ("an aside beside", "baby boomer baby", ("baby",), ("baby boomer",), ["baby"]),
    ("a gap", "will at last report", ("will ... report",), (), ["will at last report"]),
    ("no gap", "will report", ("will ... report",), (), ["will report"]),
    (
        "a gap of eight",
        "will 1 2 3 4 5 6 7 8 report",
        ("will ... report",),
        (),
        ["will 1 2 3 4 5 6 7 8 report"],
    ),
    ("a gap too wide", "will 1 2 3 4 5 6 7 8 9 report", ("will ... report",), (), []),
    ("a gap over a stop", "it will. They report", ("will ... report",), (), []),
    ("an apostrophe", "the baby's bond", ("baby's",), (), ["baby 's"]),
    ("nothing", "", ("baby",), (), []),
]


@pytest.mark.parametrize(
    ("text", "phrases", "asides", "found"), [c[1:] for c in FOUND], ids=[c[0] for c in FOUND]
)
def test_a_phrase_is_found_where_its_words_stand(
    text: str, phrases: tuple[str, ...], asides: tuple[str, ...], found: list[str]
) -> None:
    """Forms of a phrase, gaps of up to eight words, and asides that take words away."""
    assert find(text, phrases, asides) == found


@pytest.mark.parametrize("text", TEXTS)
def test_what_was_searched_before_changes_nothing(english: Language, text: str) -> None:
    """A finder that has met other texts finds the same, in the same order, as a new one."""
    used = new_finder(english)
    for other in reversed(TEXTS):
        used.find(words_of(other))
    fresh = new_finder(english)
    assert list(used.find(words_of(text)).items()) == list(fresh.find(words_of(text)).items())


def test_every_phrase_with_a_gap_is_called_up_by_one_of_its_own_words(english: Language) -> None:
    """An anchor is one of the words that a phrase needs, so that no phrase can be passed over."""
    gapped = new_finder(english)._gapped
    assert gapped
    for anchor, phrases in gapped.items():
        for phrase in phrases:
            assert anchor in phrase.needs
            assert phrase.needs == {word for part in phrase.parts for word in part}


def test_a_text_without_any_word_of_the_lists_has_nothing(english: Language) -> None:
    """Nothing is found where no word of any list stands."""
    assert new_finder(english).find(["xylophones", "qwrt"]) == {}


def test_a_short_form_is_written_out_as_words() -> None:
    """Each form is a row of words, parted where the phrase has a gap."""
    assert list(write_out("will ... report")) == [(("will",), ("report",))]
    assert set(write_out("parent-(infant|baby)")) == {
        (("parent", "infant"),),
        (("parent", "baby"),),
    }


def test_a_text_without_a_telling_word_holds_no_phrase() -> None:
    """One word of each phrase is told, also of those with gaps; asides count as their own group."""
    finder = PhraseFinder(spacy.blank("xx"))
    groups = [
        Group("made.up", ("small babies", "born ... early"), ("baby boomers",), (), (), ""),
        Group("other", ("schools",), (), (), (), ""),
    ]
    finder.learn(groups)
    assert finder.words_for({"made.up"}) == {"babies", "early"}
    assert finder.words_for({"made.up~", "other"}) == {"boomers", "schools"}
    assert not finder.words_for(())
