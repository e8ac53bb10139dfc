"""A word is read as the listed word that it is another way to write."""

from __future__ import annotations

import pytest

from auditor.language.text.spelling import Spelling, VariedSpelling, spelling_of, strip_accents
from auditor.rules.writing import AS_IT_STANDS, Writing

WELSH = Writing(
    inflection="simplemma",
    apart=("dan",),
    h_before_vowels=True,
    mutations={"b": ("f", "m"), "g": ("", "ng"), "p": ("b", "ph", "mh"), "t": ("d", "th", "nh")},
)
SPANISH = Writing(inflection="simplemma", apart=("bebe",))
FRENCH = Writing(inflection="simplemma", elided=("l", "d", "qu", "jusqu"))


def learnt(writing: Writing, code: str, *phrases: str) -> VariedSpelling:
    """A spelling that has taken in some phrases."""
    spelling = VariedSpelling(writing, code)
    spelling.learn(phrases)
    return spelling


@pytest.mark.parametrize(
    ("word", "read"),
    [
        ("babanod", "babanod"),
        ("fabanod", "babanod"),
        ("mabanod", "babanod"),
        ("Babanod", "babanod"),
        ("eni", "geni"),
        ("ngeni", "geni"),
        ("mhlant", "plant"),
        ("hoed", "oed"),
        ("dan", "dan"),
        ("dan", "dan"),
        ("thad", "tad"),
        ("faban", "faban"),
    ],
)
def test_a_mutated_word_is_read_as_its_radical(word: str, read: str) -> None:
    """Only listed words have mutated forms, and a word that stands apart is left alone."""
    spelling = learnt(WELSH, "cy", "babanod", "geni", "plant", "oed", "tan", "tad")
    assert spelling.read([word]) == [read]


def test_a_lost_accent_is_put_back() -> None:
    """Unless the word without it is a word of its own."""
    spelling = learnt(SPANISH, "es", "bebés", "bebé", "niños", "años")
    assert spelling.read(["bebes", "ninos", "anos", "bebe", "Bebés"]) == [
        "bebés",
        "niños",
        "años",
        "bebe",
        "bebés",
    ]


def test_capitals_have_often_lost_their_accents() -> None:
    """In them even a word that stands apart is read with its accent, unless it is listed."""
    spelling = learnt(SPANISH, "es", "bebé", "bebés~", "esta", "está")
    assert spelling.read(["BEBE", "Bebe", "ESTA"]) == ["bebé", "bebe", "esta"]
    assert spelling.headwords(["BEBES"]) == list(spelling.words_of("bebés~"))


def test_a_listed_word_without_its_accent_keeps_itself() -> None:
    """Both "esta" and "está" may stand in the lists."""
    assert learnt(SPANISH, "es", "esta", "está").read(["esta", "está"]) == ["esta", "está"]


def test_a_headword_answers_all_its_forms() -> None:
    """The word in the list may itself be any of them."""
    spelling = learnt(SPANISH, "es", "atienden~ niños~")
    asked = spelling.words_of("atienden~ niños~")
    assert spelling.headwords(["atenderán", "niñas"]) == list(asked)
    assert spelling.headwords(["atienden"]) == [asked[0]]


def test_a_list_may_ask_for_the_end_of_a_word() -> None:
    """As "*rá" for every future; the end alone is no word."""
    spelling = learnt(SPANISH, "es", "se *rá")
    assert spelling.words_of("se *rá") == ("se", "*rá")
    assert spelling.endings("creará") == ("*rá",)
    assert spelling.endings("crea") == spelling.endings("rá") == ()


def test_a_mutated_form_has_the_headword_of_its_radical() -> None:
    """As long as the lists ask for that headword."""
    spelling = learnt(WELSH, "cy", "gwasanaeth~", "rhiant~")
    assert spelling.headwords(["wasanaethau"]) == list(spelling.words_of("gwasanaeth~"))
    assert spelling.headwords(["rieni"]) == list(spelling.words_of("rhiant~"))


def test_a_letter_alone_is_a_word() -> None:
    """Take the h off an h, and nothing is left to look up."""
    spelling = learnt(WELSH, "cy", "plant~")
    assert spelling.headwords(["h", "g"]) == ["~h", "~g"]


def test_elided_words_are_words() -> None:
    """In texts and in lists alike."""
    spelling = learnt(FRENCH, "fr", "l'enfant à naître")
    assert spelling.words_of("l'enfant à naître") == ("l'", "enfant", "à", "naître")
    assert spelling.splitter.cut("Jusqu'à l'an 2") == ["Jusqu'", "à", "l'", "an", "2"]


def test_english_words_stand_as_they_are() -> None:
    """No dictionary is opened for English."""
    spelling = spelling_of(AS_IT_STANDS, "en")
    assert type(spelling) is Spelling
    assert spelling.read(["Babies", "ARE"]) == ["babies", "are"]
    assert spelling.headwords(["Babies"]) is None
    assert spelling.words_of("under-twos") == ("under", "twos")


def test_accents_come_off() -> None:
    """Every letter keeps its base."""
    assert strip_accents("ŵyr niñez être") == "wyr ninez etre"
