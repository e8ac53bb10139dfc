"""Only a passage that says something on a subject is cited on it."""

from __future__ import annotations

import pytest

from auditor.records import Statement
from auditor.report.consultation.composition import compose
from auditor.report.consultation.evidence import with_citable
from auditor.report.consultation.limits import Limit
from auditor.report.consultation.subjects import consultation_words
from tests.builders import explicit
from tests.report.consultation.test_composition import answer

RHETORIC = "From babes in arms to great-grandparents, the whole town came out to talk."
CASES: dict[str, tuple[str, Statement, str]] = {
    "rhetoric is no evidence of risk": (
        "vulnerability",
        explicit(RHETORIC, strength=1, criteria=("vulnerability",)),
        "We found little in the plan on babies at greater risk.",
    ),
    "nor are weeks of pregnancy a count": (
        "data",
        explicit("Babies born early are moved.", strength=2, criteria=("data",)),
        "We found little in the plan on counting babies.",
    ),
    "a passage with a word of the subject is": (
        "vulnerability",
        explicit(
            "Babies in poverty are more often unwell.", strength=2, criteria=("vulnerability",)
        ),
        "“Babies in poverty are more often unwell.” (page 1).",
    ),
    "and one under a heading with such a word": (
        "workforce",
        explicit(
            "Those who see babies are few.",
            strength=2,
            criteria=("workforce",),
            section=("5 Training",),
        ),
        "“Those who see babies are few.” (page 1).",
    ),
    "a commitment is welcomed, however it is worded": (
        "workforce",
        explicit("We will stand by babies.", strength=3, criteria=("workforce",)),
        "“We will stand by babies.” (page 1).",
    ),
}


@pytest.mark.parametrize(("id", "said", "told"), CASES.values(), ids=CASES)
def test_what_is_cited_is_on_the_subject(id: str, said: Statement, told: str) -> None:
    """What is weak evidence, and holds no word of the subject, is neither quoted nor pointed at."""
    (citable,) = with_citable([answer(id, said)])
    text = compose([citable], Limit())
    assert told in text
    assert ("(page" in text) == ("(page" in told)


def test_of_two_commitments_the_one_on_the_subject_is_quoted() -> None:
    """Though the other stands before it."""
    two = [
        explicit("We will stand by babies.", strength=3, criteria=("workforce",)),
        explicit("We will train those who see babies.", strength=3, criteria=("workforce",)),
    ]
    (citable,) = with_citable([answer("workforce", *two)])
    assert "We will train" in compose([citable], Limit())


def test_every_subject_has_words_that_show_it() -> None:
    """Of all sixteen."""
    assert all(one.shown for one in consultation_words().subject)
