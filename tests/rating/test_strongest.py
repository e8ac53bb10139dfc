"""The statement shown first goes furthest, reads whole and is surest; its quote is never cut short."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.rating.strongest import is_count, quotable, reads_whole, strongest_first
from auditor.records import Statement
from tests.builders import audit, explicit, likely, statement

WHOLE = "Babies feel and remember long before they can speak."


@pytest.mark.parametrize(
    ("one", "whole"),
    [
        pytest.param(statement(WHOLE), True, id="a sentence"),
        pytest.param(statement(f"• {WHOLE}", place="list"), True, id="a sentence in a list"),
        pytest.param(statement(f"“{WHOLE}”"), True, id="somebody's words"),
        pytest.param(statement(f"{WHOLE}12"), True, id="a sentence with a note"),
        pytest.param(statement(WHOLE, place="heading"), False, id="a heading"),
        pytest.param(statement(WHOLE, place="table"), False, id="a row"),
        pytest.param(
            statement("feel and remember long before they can speak."), False, id="a tail"
        ),
        pytest.param(statement("Babies feel and remember long before they"), False, id="a head"),
        pytest.param(statement("Infant mental health."), False, id="too short"),
        pytest.param(statement("CAMHS, NHS, PIF, AIMH, IMH and PIP."), False, id="abbreviations"),
    ],
)
def test_what_can_stand_alone(one: Statement, whole: bool) -> None:
    """Whole sentences of running text do."""
    assert reads_whole(one) is whole


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("There were 2,104 births in the county.", True),
        ("In 2024 there were 61 babies in care.", True),
        ("An estimated 3,000 babies live with a parent who is unwell.", True),
        ("Babies in care were counted for the first time in 2024.", False),
    ],
)
def test_what_is_only_a_count(text: str, counts: bool) -> None:
    """It begins with its figure."""
    assert is_count(explicit(text)) is counts
    assert not is_count(explicit(text, strength=3)), "a promise may begin with its figure"


@pytest.mark.parametrize(
    "lesser",
    [
        pytest.param(
            explicit("Babies’ mental health and early relationships", place="heading"),
            id="a heading",
        ),
        pytest.param(
            explicit("Babies really do feel long before speech.", in_doubt=True), id="doubt"
        ),
        pytest.param(
            explicit("Babies really do feel.", section=("Why", "Notes of the speaker")), id="a note"
        ),
        pytest.param(explicit("Babies | Mental health | Needs", place="table"), id="a row"),
        pytest.param(explicit("and for babies, whose distress is overlooked"), id="a fragment"),
        pytest.param(explicit("In 2024 there were 61 babies with distress seen."), id="a count"),
        pytest.param(
            explicit("Babies are distressed when they are left alone.", strength=1), id="a mention"
        ),
        pytest.param(
            explicit("Babies cry, and we count our nurseries.", topic="other", strength=4),
            id="another subject",
        ),
        pytest.param(
            likely(0.6, "Little ones are distressed when they are left alone."), id="a doubtful one"
        ),
        pytest.param(
            likely(1.0, "Little ones are distressed when they are left.", sure=0.6),
            id="one that may be no more than a mention",
        ),
    ],
)
def test_a_sentence_that_says_as_much_stands_first(lesser: Statement) -> None:
    """Even where the lesser comes before it in the document."""
    rated = audit([lesser, explicit(WHOLE)])
    by_text = {one.text: one for one in rated.statements}
    assert strongest_first(by_text.values())[0].text == WHOLE


def test_of_two_that_are_equally_sure_the_one_about_minds_stands_first() -> None:
    """A finding on babies' bodies is no headline, however surely it names babies."""
    body = likely(0.97, "A study found raised lead in 31 toddlers tested.", mental=0.65)
    bond = likely(0.65, "An untreated illness can weaken the bond with the infant.")
    rated = audit([body, bond])
    assert strongest_first(rated.statements)[0].text == bond.text


def test_a_row_that_goes_further_stands_first() -> None:
    """A promise in a table is still a promise."""
    row = explicit("Parent-infant team | 2027", place="table", strength=4)
    assert strongest_first([explicit(WHOLE), row])[0] is row


def test_a_short_quote_is_quoted_whole() -> None:
    """Line breaks become spaces; nothing else is touched."""
    assert quotable(statement("Babies\n matter to us."), 80) == "Babies matter to us."


def test_a_quote_has_no_bars_of_empty_cells() -> None:
    """Those between cells stay."""
    row = statement("| Babies | 0-2 | |", place="table")
    assert quotable(row, 80) == "Babies | 0-2"


def test_a_long_quote_ends_where_a_sentence_ends() -> None:
    """The sentences that fit are kept."""
    text = "Babies feel. They remember; they learn. They also cry, and that is speech."
    assert quotable(statement(text), 45) == "Babies feel. They remember; they learn."
    assert quotable(statement(text), 30) == "Babies feel."
    assert quotable(statement(text), 3) == "Babies feel."


@pytest.mark.parametrize(
    "text",
    [
        "Dr. Smith and Mrs. Jones and J. Bloggs say that babies feel.",
        "Babies, e.g. Those in care, and others, i.e. Those at home, feel; they remember – and learn.",
        "Fig. No. 5 shows babies who are held, carried, fed and spoken to etc. In time.",
    ],
)
def test_an_abbreviation_ends_no_sentence(text: str) -> None:
    """Nor does a semicolon or a dash: the quote is left long instead."""
    assert quotable(statement(text), 12).startswith(text[:40])


SENTENCES = st.lists(
    st.text("abc ,;:–", min_size=1, max_size=30).map(lambda text: f"The {text.strip()} ends."),
    min_size=1,
    max_size=6,
)


@given(SENTENCES, st.integers(1, 120))
def test_a_quote_is_made_of_whole_sentences(sentences: list[str], characters: int) -> None:
    """Whatever the limit, it is the first few of them, unchanged."""
    whole = [" ".join(one.split()) for one in sentences]
    quote = quotable(statement(" ".join(sentences)), characters)
    assert quote in {" ".join(whole[:count]) for count in range(1, len(whole) + 1)}
