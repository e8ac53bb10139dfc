"""The same statement in two languages counts once."""

from __future__ import annotations

from dataclasses import replace

from auditor.language.translations import without_translations
from auditor.records import Reach, Statement
from auditor.rules import Rules
from tests.builders import statement

RULES = Rules.read(weighed=False)


def said(number: int, language: str, text: str, reach: Reach = "explicit") -> Statement:
    """A statement in a language."""
    return replace(statement(text, reach=reach), id=f"s{number:04d}", language=language)


WELSH = [
    said(1, "cy", "Erbyn mis Medi 2027 byddwn yn sefydlu tîm rhiant-baban gyda £240,000."),
    said(2, "cy", "Bydd CAMHS yn derbyn atgyfeiriadau ar gyfer plant dan 2 oed."),
    said(3, "cy", "Gall disgyblion 11 i 18 oed weld cwnselydd.", "older"),
]
ENGLISH = [
    said(4, "en", "By September 2027 we will set up a parent-infant team with £240,000."),
    said(5, "en", "CAMHS will accept referrals for children under 2."),
    said(6, "en", "Pupils aged 11 to 18 can see a counsellor.", "older"),
]


def repeats(*statements: Statement) -> list[str | None]:
    """What each statement repeats."""
    return [one.repeat_of for one in without_translations(statements, RULES)]


def test_two_versions_count_once_in_the_confirmed_language() -> None:
    """Whichever stands first, the trial language repeats the other."""
    assert repeats(*WELSH, *ENGLISH) == ["s0004", "s0005", "s0006", None, None, None]
    assert repeats(*ENGLISH, *WELSH) == [None, None, None, "s0004", "s0005", "s0006"]


def test_other_numbers_make_another_promise() -> None:
    """A statement with no other half stands."""
    lone = said(7, "cy", "Erbyn 2031 bydd 30 o ymwelwyr iechyd newydd yn gweithio gyda babanod.")
    assert repeats(*WELSH, lone, *ENGLISH)[3] is None


def test_other_people_make_another_statement() -> None:
    """A version that was read as speaking of somebody else is not taken away."""
    other = replace(WELSH[1], judgement=said(2, "cy", "x", "generic").judgement)
    assert repeats(WELSH[0], other, WELSH[2], *ENGLISH)[1] is None


def test_a_quotation_is_no_version() -> None:
    """Most of the smaller language must find its other half."""
    quotes = [
        said(8, "cy", "Mae fy mabi i’n crio drwy’r nos a does neb yn gwrando arnon ni o gwbl."),
        said(9, "cy", "Babanod yw’r dyfodol."),
        said(10, "cy", "Cefais gymorth gan 3 o bobl pan oedd y babi yn 6 wythnos oed yn 2019."),
    ]
    assert repeats(*ENGLISH, *quotes) == [None] * 6


def test_one_language_is_left_alone() -> None:
    """Nothing is compared, and what repeats by its words still does."""
    again = replace(ENGLISH[0], id="s0009", repeat_of="s0004")
    assert repeats(*ENGLISH, again) == [None, None, None, "s0004"]
