"""Gaps: what a document lacks for babies, and where it could be put right."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from auditor.records import Statement
from auditor.report.gaps.gap import Gap, find_gaps
from auditor.report.gaps.told import gap_line, passage_place, state_words
from auditor.report.gaps.words import gap_words
from auditor.report.story.audit_story import tell
from auditor.report.story.quotes import Where
from auditor.report.view import view_of
from tests.builders import audit, excluded, explicit, rubric, rules, statement


def gaps_of(statements: Iterable[Statement]) -> dict[str, Gap]:
    """Find the gaps of a document by their ids; of passages that leave babies out, the first."""
    made = audit(statements)
    found = find_gaps(tell(view_of(made, rules()), rubric()), made)
    return {gap.id: gap for gap in reversed(found)}


OUT = gap_words().leaves_out.id


def test_a_silent_document_has_a_gap_for_each_question() -> None:
    """Sixteen questions, no passage that leaves babies out."""
    assert list(sorted(gaps_of([statement()]))) == sorted(one.id for one in rubric().criteria)


def test_what_is_met_is_no_gap() -> None:
    """A commitment meets its question."""
    met = explicit("We will see babies.", strength=3, criteria=("access",))
    assert "access" not in gaps_of([met])


def test_what_is_begun_stands_at_its_own_passage() -> None:
    """Words to add belong where the document speaks of it already."""
    begun = explicit(
        "Babies need trained staff.", strength=2, criteria=("workforce",), section=("Us",)
    )
    gap = gaps_of([begun])["workforce"]
    assert gap.says is not None and gap.says.text == "Babies need trained staff."
    assert (gap.section, gap.level, gap.is_beside) == (("Us",), 2, False)


def test_a_passage_that_leaves_babies_out_is_a_gap_beside_its_questions() -> None:
    """The limit itself, and each question that it answers badly, at the same passage."""
    found = gaps_of([excluded(section=("3 Access",))])
    assert found[OUT].leaves_out and found[OUT].section == ("3 Access",)
    assert found["access"].is_against and found["access"].says == found[OUT].says
    assert "children under three out" in state_words(found["access"])


def test_a_repeated_limit_counts_once() -> None:
    """The same words on every page are one passage."""
    made = audit([excluded(), excluded()])
    found = find_gaps(tell(view_of(made, rules()), rubric()), made)
    assert sum(gap.leaves_out for gap in found) == 1


def test_a_silent_question_belongs_under_a_heading_that_fits_or_beside_a_passage_near_it() -> None:
    """The heading first; else beside a promise to all ages; else no place is invented."""
    found = gaps_of(
        [
            statement("2 Workforce", place="heading", section=("2 Workforce",), reach="none"),
            statement("Children need us.", section=("2 Workforce",)),
            statement("We are here for everyone from birth to 25.", reach="nominal"),
        ]
    )
    assert found["workforce"].heading is not None and found["workforce"].says is None
    assert found["age-scope"].is_beside
    assert "beside" in gap_line(found["age-scope"])
    assert not found["crisis-response"].has_place


NEIGHBOURS: dict[str, tuple[str, list[Statement], str | None]] = {
    "not beside a figure": (
        "language",
        [
            statement("Referrals of children and young people have risen by 63%."),
            statement("We will help children and young people."),
        ],
        "We will help children and young people.",
    ),
    "not beside a label in doubt": (
        "own-mental-health",
        [
            statement("We will see mothers who are depressed.", reach="parental", near=0.6),
            statement("We will visit mothers who are anxious.", reach="parental"),
        ],
        "We will visit mothers who are anxious.",
    ),
    "not beside who may answer": (
        "age-scope",
        [statement("The consultation is open to all ages.", reach="nominal")],
        None,
    ),
}


@pytest.mark.parametrize(("question", "said", "beside"), NEIGHBOURS.values(), ids=NEIGHBOURS)
def test_a_question_belongs_where_the_margin_would_remark(
    question: str, said: list[Statement], beside: str | None
) -> None:
    """The page by sections and the margin of a draft speak of the same passages."""
    gap = gaps_of(said)[question]
    assert (gap.says.text if gap.says else None) == beside


def test_weak_evidence_on_something_else_is_no_place() -> None:
    """A passage that holds no word of the question is not where its words belong."""
    begun = explicit("Babies born early are moved.", strength=2, criteria=("data",))
    gap = gaps_of([begun])["data"]
    assert gap.says is None and gap.level == 2


def test_the_weightiest_gap_comes_first_and_weights_say_what_the_score_could_gain() -> None:
    """A silent question is worth its whole weight, one begun the rest of it."""
    made = audit([explicit(strength=2, criteria=("specialist-provision",))])
    found = find_gaps(tell(view_of(made, rules()), rubric()), made)
    assert [gap.weight for gap in found] == sorted((gap.weight for gap in found), reverse=True)
    assert {gap.id: gap.weight for gap in found}["specialist-provision"] == 13 / 2


def test_silence_is_not_claimed_where_too_much_could_not_be_read() -> None:
    """What was not found may stand on the pages that were not read."""
    gap = gaps_of([statement()])["data"]
    assert "could be read" in state_words(gap, unsure=True)
    assert "says nothing" in state_words(gap)


def test_a_place_is_named_by_page_else_by_heading() -> None:
    """A reader finds it either way."""
    assert passage_place(Where(3, "1", None, ("A",), None)) == "on page 3 (printed 1)"
    assert passage_place(Where(None, None, None, ("A", "B"), None)) == "under “B”"
    assert passage_place(Where(None, None, None, (), None)) == "in the text"
