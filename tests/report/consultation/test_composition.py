"""An answer within its limit, of whole sentences, each place where it says."""

from __future__ import annotations

import pytest

from auditor.records import Statement
from auditor.report.consultation.composition import compose, is_sentence, split_sentences
from auditor.report.consultation.limits import Limit
from auditor.report.story.answers import Answer
from auditor.report.story.audit_story import tell
from auditor.report.story.quotes import quoted
from auditor.report.view import view_of
from tests.builders import audit, excluded, explicit, rubric, rules, statement


def answer(id: str, *statements: Statement, paged: bool = True) -> Answer:
    """Audit a few statements and return the answer to one question."""
    made = audit(statements, paged=paged)
    story = tell(view_of(made, rules()), rubric())
    return next(one for one in story.answers if one.id == id)


SILENT = answer("data", statement())
NO_LIMIT = Limit()


def test_evidence_stands_before_the_ask_and_reasons_between() -> None:
    """What the plan says, why it matters, what is asked."""
    begun = answer("data", explicit("We count babies at birth.", strength=1, criteria=("data",)))
    told = compose([begun], NO_LIMIT)
    parts = [
        "On counting babies",
        "(page 1).",
        "nothing that goes further",
        "What is not counted",
        "We ask",
    ]
    places = [told.index(part) for part in parts]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("words", "begins"),
    [
        pytest.param(400, "We found nothing in the plan on counting babies.", id="all"),
        pytest.param(35, "We ask that need,", id="the ask alone"),
        pytest.param(12, "We found nothing in the plan on counting babies.", id="no room to ask"),
        pytest.param(5, "", id="no room at all"),
    ],
)
def test_the_ask_is_kept_longest(words: int, begins: str) -> None:
    """Where room is short, what is asked counts most; a finding alone is better than nothing."""
    told = compose([SILENT], Limit(words=words))
    assert told.startswith(begins) and bool(told) == bool(begins)


def test_a_passage_too_long_to_quote_is_pointed_at() -> None:
    """Its page still leads there."""
    long = excluded("CAMHS is for those " + "who live in this place and " * 12 + "are 5 to 18.")
    told = compose([answer("access", long)], Limit(words=80))
    assert "leaves some or all children under three out (page 1)." in told and "“" not in told


@pytest.mark.parametrize(
    ("text", "place", "whole"),
    [
        pytest.param("Babies will be seen.", "body", True, id="a sentence"),
        pytest.param("fund a team for babies.", "list", False, id="goes on from a line above"),
        pytest.param("Fund a team for babies;", "list", False, id="goes on below"),
        pytest.param("CAMHS | 5-17", "table", False, id="a row"),
        pytest.param("Babies and their families", "heading", False, id="a heading"),
        pytest.param("“Babies cannot wait.”", "body", True, id="a quote"),
        pytest.param("Babies \u202ewill be seen.", "body", False, id="what turns the text round"),
    ],
)
def test_only_whole_sentences_are_quoted(text: str, place: str, whole: bool) -> None:
    """Rows, headings and fragments are pointed at."""
    made = view_of(audit([explicit(text, place=place)]), rules())
    assert is_sentence(quoted(made["statements"][0], made["document"])) is whole


def test_a_passage_that_leans_on_the_one_before_is_the_second_choice() -> None:
    """“They will be seen” says little in a letter."""
    met = answer(
        "access",
        explicit("They will be seen within a week.", strength=3, criteria=("access",)),
        explicit("Babies will be seen in four weeks.", strength=3, criteria=("access",)),
    )
    assert "Babies will be seen in four weeks." in compose([met], NO_LIMIT)


def test_without_pages_the_heading_is_named() -> None:
    """A Word file has headings."""
    begun = explicit("We count babies.", strength=1, criteria=("data",), section=("4 Figures",))
    assert "“We count babies.” (under “4 Figures”)." in compose(
        [answer("data", begun, paged=False)], NO_LIMIT
    )


def test_silence_is_not_claimed_where_some_pages_were_not_read() -> None:
    """What was not found may stand there."""
    assert "in what we could read" in compose([SILENT], NO_LIMIT, partly_read=True)
    assert "in what we could read" not in compose([SILENT], NO_LIMIT)


def test_what_is_met_is_welcomed_and_nothing_is_asked() -> None:
    """With the passage that gives the level, not one on another subject."""
    met = answer(
        "data",
        explicit(
            "Babies are weighed at birth by 2027.", topic="other", strength=4, criteria=("data",)
        ),
        explicit("We will count babies who are referred.", strength=3, criteria=("data",)),
    )
    told = compose([met], NO_LIMIT)
    assert told.startswith("We welcome") and "who are referred" in told and "We ask" not in told


def test_sentences_are_parted_where_they_end() -> None:
    """Every advice and reason of the rubric can be put together again."""
    for one in rubric().criteria:
        for text in (one.advice, one.why):
            assert " ".join(split_sentences(text)) == text
            assert all(part[-1] in ".!?" for part in split_sentences(text))
