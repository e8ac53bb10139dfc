"""Each passage of a document knows its language; one in two languages is parted."""

from __future__ import annotations

import pytest

from auditor.language.passage_languages import tell, tell_passages
from auditor.records import Passage, Place

LISTED = ("cy", "en", "fr")
ENGLISH = "Every secondary school will appoint a wellbeing lead, and the council will report on it."
WELSH = (
    "Bydd pob ysgol uwchradd yn penodi arweinydd lles, a bydd y cyngor yn adrodd ar hynny bob "
    "blwyddyn i’r cyhoedd."
)
GERMAN = (
    "Jedes Baby hat ein Recht auf seelische Gesundheit, und der Landkreis richtet dafür bis Ende "
    "des Jahres ein eigenes Team für Säuglinge und ihre Eltern ein."
)


def told(*texts: str, place: Place = "body", main: str = "en") -> list[tuple[str, str]]:
    """Language and first word of each passage."""
    passages = [Passage(text, place, language=main) for text in texts]
    return [(one.language, one.text.split()[0]) for one in tell_passages(passages, main, LISTED)]


def test_a_document_in_one_language_stays_as_it_is() -> None:
    """Its very passages come back."""
    passages = [Passage(ENGLISH), Passage("12 | 14 | 17", "table")]
    assert tell_passages(passages, "en", LISTED) == passages


@pytest.mark.parametrize(("code", "other"), [("cy", WELSH), ("de", GERMAN)])
def test_a_paragraph_in_another_language_says_so(code: str, other: str) -> None:
    """Whether there are lists for it or not."""
    assert [one for one, _ in told(ENGLISH, other, ENGLISH)] == ["en", code, "en"]


def test_a_heading_goes_with_what_follows_it() -> None:
    """It is too short to tell."""
    passages = [
        Passage(ENGLISH),
        Passage("Ysgolion", "heading"),
        Passage(WELSH),
        Passage("11–18", "table"),
        Passage(ENGLISH),
    ]
    found = [one.language for one in tell_passages(passages, "en", LISTED)]
    assert found == ["en", "cy", "cy", "cy", "en"]


def test_a_row_in_two_languages_is_two_passages() -> None:
    """Each with its own cells and column heads, at its own place."""
    row = f"{WELSH} | {ENGLISH}"
    passages = [
        Passage(WELSH, language="cy"),
        Passage(row, "table", columns=("Cymraeg", "English")),
    ]
    _, left, right = tell_passages(passages, "cy", LISTED)
    assert (left.language, left.text, left.columns) == ("cy", WELSH, ("Cymraeg",))
    assert (right.language, right.text, right.columns) == ("en", ENGLISH, ("English",))
    assert right.start == len(WELSH) + 3


def test_a_row_in_one_language_stays_whole() -> None:
    """Also in a document that has two."""
    row = "Wellbeing lead in every secondary school | The council will report on it"
    assert told(WELSH, row)[1] == ("en", "Wellbeing")
    assert len(told(WELSH, row)) == 2


def test_names_are_no_other_language() -> None:
    """A list of people has no small words of any language."""
    names = (
        "Dr Aled Prys, Siân Morgan, Prof. Jürgen Klein, Marie Dubois, Ioan Davies and Ann Hughes"
    )
    assert [one for one, _ in told(ENGLISH, names, ENGLISH)] == ["en", "en", "en"]


def test_words_in_pieces_are_in_no_language() -> None:
    """A reader of pages that cuts words up makes no Welshman of an Englishman."""
    cut = "an d su st ai na bl e m an ag em en t an d uti liz ati on of n at ur al re so ur ce s"
    assert tell(cut, ("cy", "en", "ro")) == ""
    assert [one for one, _ in told(ENGLISH, cut, ENGLISH)] == ["en", "en", "en"]


def test_an_unknown_language_is_left_unknown() -> None:
    """Too little text to tell the main one is too little to tell others."""
    assert told("Babies.", main="und") == [("und", "Babies.")]


def test_a_name_in_another_language_makes_no_heading_of_it() -> None:
    """Its small words are English."""
    assert tell("Case study: the Traeth Mawr sanctuary", ("en", "cy")) == ""


def test_too_little_tells_nothing() -> None:
    """Two words may be of many languages."""
    assert tell("Plan 2030", ("en", "cy")) == ""
    assert tell(WELSH, ("en", "cy")) == "cy"
