"""Which of our subjects a consultation's question asks about."""

from __future__ import annotations

import pytest

from auditor.report.consultation.matching import find_cues, match
from auditor.report.consultation.questions import Question
from auditor.report.consultation.subjects import consultation_words
from tests.builders import rubric
from tests.report.consultation.asked import SEEN, UNSEEN


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("How can we make it easier to be referred and seen?", "access"),
        ("Are the eligibility criteria clear and fair?", "access"),
        ("What training do staff need?", "workforce"),
        ("How should we measure success?", "data"),
        ("Who should be accountable, and what should be funded first?", "accountability"),
        ("How will the plan affect people with protected characteristics?", "vulnerability"),
        ("What should health visitors and family hubs offer?", "universal-offer"),
        ("How can health, housing and social care work together?", "cross-system"),
        ("How should children be listened to and involved?", "rights-voice"),
        ("What did the pandemic teach us about recovery?", "crisis-response"),
        ("Is the age range right?", "age-scope"),
        ("Which specialist services are missing?", "specialist-provision"),
        ("How can we intervene early and prevent harm?", "early-foundations"),
        ("How can we strengthen attachment and bonding?", "relationships"),
        ("How can fathers be better supported?", "family-support"),
        ("Do you agree that infant mental health matters?", "own-mental-health"),
        ("Is the wording of the title clear?", "language"),
    ],
)
def test_a_question_finds_its_subject(text: str, first: str) -> None:
    """The surest match comes first, with the words that made it."""
    found = match(Question("1", text))
    assert found.how == "words" and found.criteria[0] == first
    assert all(cue in text.casefold().replace("'", "’") for cues in found.cues for cue in cues)


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("Do you agree with our vision?", "general"),
        ("What are your views on the draft strategy?", "general"),
        ("Is there anything else you would like to say?", "rest"),
        ("Any other comments on our priorities?", "rest"),
        ("What is your name?", "respondent"),
        ("Are you responding as an individual?", "respondent"),
        ("Where should there be parking?", "elsewhere"),
        ("How can older people find specialist help?", "others"),
        ("What colour should it be?", "unknown"),
    ],
)
def test_a_question_that_names_no_subject_is_told_by_its_kind(text: str, how: str) -> None:
    """About the whole plan, for anything else, or none of ours."""
    found = match(Question("1", text))
    assert (found.how, found.criteria) == (how, ())


def test_other_people_do_not_hide_children() -> None:
    """A question on children and older people is one of ours."""
    found = match(Question("1", "How can older people and young children be referred?"))
    assert found.criteria == ("access",)


@pytest.mark.parametrize("criteria", [(), ("data",), ("data", "access")])
def test_what_a_person_says_stands(criteria: tuple[str, ...]) -> None:
    """Whatever the words of the question."""
    found = match(Question("1", "What training do staff need?", criteria=criteria))
    assert (found.how, found.criteria) == ("given", criteria)


def test_a_cue_is_a_whole_word_unless_a_star_ends_it() -> None:
    """“gp” is not found in “gps”, “refer*” is found in “referral”."""
    assert find_cues(("gp",), "Our GPs and a gp") == ("gp",)
    assert find_cues(("refer*",), "Referral, referred; prefer") == ("referral", "referred")


def test_every_question_of_the_rubric_has_a_subject_that_can_be_found_by_each_cue() -> None:
    """A cue that no question could hold would be dead data."""
    words = consultation_words()
    assert [one.id for one in words.subject] == [one.id for one in rubric().criteria]
    for subject in words.subject:
        for cue in subject.cues:
            assert find_cues((cue,), f"What about {cue.replace('*', '')}?"), cue


def test_a_subject_of_another_rubric_is_called_by_its_id() -> None:
    """A charity's own rubric may ask what this file does not know."""
    assert consultation_words().subject_named("night-light").name == "night light"


@pytest.mark.parametrize(
    ("asked", "least"),
    [pytest.param(UNSEEN, 20 / 24, id="unseen"), pytest.param(SEEN, 35 / 36, id="seen")],
)
def test_most_questions_get_a_right_subject_first(
    asked: tuple[tuple[str, tuple[str, ...]], ...], least: float
) -> None:
    """As docs/drafts.md states; a floor that better cues must raise."""
    found = [match(Question("1", text)) for text, _ in asked]
    first = [one.criteria[0] if one.criteria else one.how for one in found]
    right = [one in wanted for one, (_, wanted) in zip(first, asked, strict=True)]
    assert sum(right) / len(right) >= least
