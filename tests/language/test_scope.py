"""Who is left out, by a floor or by name, and what only looks like it."""

from __future__ import annotations

import pytest

from tests.language.conftest import Judge

EXCLUDED = [
    "The program serves youth ages 5 through 20.",
    "The minimum age for referral is six.",
    "Children must be six or older to be seen.",
    "Infants are excluded from the programme.",
    "The package does not extend to children below three.",
    "The plan is limited to adolescents and young adults.",
    "This contract covers people aged 18 and over.",
    "Only persons aged twelve years and older may be admitted.",
    "We are not commissioned to work with under-fives.",
    "Do you accept referrals for toddlers? No, our youngest patients are five.",
    "In this document the term child refers to anyone from 6 to 17.",
    "Infants and toddlers are outside the mandate of the cluster.",
    "Applications for work with under-fives will not be considered.",
    "You can use this service if you are 11 or older.",
    "To be eligible, a child must have turned six by the date of intake.",
    "We considered younger children and have decided to keep the lower limit at six.",
]
EXCLUDED_IN_A_ROW = [
    "0–4 years | Not commissioned",
    "Under 5 | No service",
    "Babies and toddlers | Not currently commissioned | -",
]
NOT_EXCLUDED_IN_A_ROW = [
    "Under 5 | Not commissioned at present, to open in 2027",
    "5 to 11 years | Not commissioned",
    "Babies seen by the team | None of 40 | 40 of 40",
    "Infant mental health | No specialist service | Commission a parent–infant team for the county by 2026",
]
NOT_EXCLUDED = [
    ("a finding", "Self-harm admissions among 10 to 24 year olds rose.", "older"),
    ("a rate", "One in six children aged 5 to 16 had a probable mental disorder in 2020.", "older"),
    ("something new", "We will pilot an app for 11 to 16 year olds.", "older"),
    ("an end promised", "Four in ten areas turn away under-twos; we will end this.", "explicit"),
    (
        "a gap deplored",
        "No service here is commissioned for under-twos, which is unacceptable.",
        "explicit",
    ),
    ("a negation that takes in", "Babies must no longer be overlooked.", "explicit"),
    (
        "a limit lifted",
        "From May our service, until now for over-fives, is being opened to under-twos.",
        "explicit",
    ),
    ("a wait, not a door", "No child under two will wait longer than a month.", "explicit"),
    (
        "data left out",
        "Figures for children under one are not included in the survey data.",
        "explicit",
    ),
    ("another plan", "Persons above eighteen are covered by the adult strategy.", "none"),
    ("older people who give", "People aged 65 and over provide much of the care.", "none"),
]


@pytest.mark.parametrize("text", EXCLUDED)
def test_a_floor_or_a_closed_door_excludes(say: Judge, text: str) -> None:
    """Scope or eligibility wording that leaves some under-twos out is `excluded`, with its reasons."""
    judgement = say(text)
    assert judgement.reach == "excluded"
    assert judgement.criteria in (("access",), ("age-scope",))
    assert len(judgement.because) == 2


@pytest.mark.parametrize(
    ("text", "reach"), [c[1:] for c in NOT_EXCLUDED], ids=[c[0] for c in NOT_EXCLUDED]
)
def test_what_only_looks_like_a_limit_excludes_nobody(say: Judge, text: str, reach: str) -> None:
    """Findings, targets, deplored gaps and promised ends are read for what they say."""
    assert say(text).reach == reach


def test_a_heading_makes_a_bare_band_a_limit(say: Judge) -> None:
    """The words "Ages 6 to 17" under "Referral criteria" says who is served; under "Population" it does not."""
    assert say("aged 6 to 17", "list", "Referral criteria").reach == "excluded"
    assert say("aged 6 to 17", "list", "Population").reach == "older"


def test_an_exclusion_of_the_document_counts_against_its_age_scope(say: Judge) -> None:
    """What a document leaves out is its age scope; what an offer leaves out is access."""
    assert say("This strategy concerns people aged 16 and over.").criteria == ("age-scope",)
    assert say("The clinic accepts patients aged 16 and over.").criteria == ("access",)


@pytest.mark.parametrize("text", EXCLUDED_IN_A_ROW)
def test_a_cell_that_says_no_shuts_out_who_stands_beside_it(say: Judge, text: str) -> None:
    """A row of a table of ages or groups says in one cell that nothing is served."""
    assert say(text, "table").reach == "excluded"


@pytest.mark.parametrize("text", NOT_EXCLUDED_IN_A_ROW)
def test_a_row_that_says_more_than_no_is_read_for_the_rest(say: Judge, text: str) -> None:
    """Other ages, counts, and what will be done about it do not leave babies out."""
    assert say(text, "table").reach != "excluded"
