"""A Spanish, French or Portuguese report has no English answer, flag, label, level or advice."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from auditor.report.formats import render
from auditor.rules.rubric import Rubric
from auditor.rules.translating.shared_texts import shared_overlay
from tests.builders import rubric as english_rubric
from tests.report.test_welsh_reports import IMPRINT, PLANS, SECTIONS, known_words, texts, told

LANGUAGES = ("es", "fr", "pt")
FORMS = ("html", "md", "docx", "pdf", "summary-pdf", "summary-docx", "pptx", *SECTIONS)
SHORT = 12
"""Letters of a text that may be the same word in two languages: “Action”."""
WHOLE = (
    "heading",
    "level",
    "group",
    "sentence",
    "rule",
    "reason",
    "mark",
    "where",
    "aside",
    "letter",
)
"""Tables of words that stand in the first pages, and beside every statement."""


def _must_be_told(rubric: Rubric) -> Iterator[str]:
    """Give what a reader must find in the language of the report."""
    for verdict in rubric.verdict:
        yield from (verdict.title, verdict.meaning)
    for flag in rubric.flag:
        yield from (flag.title, flag.explanation)
    for label in (*rubric.reach, *rubric.topic, *rubric.strength, *rubric.mark):
        yield from (label.name, label.meaning)
    for criterion in rubric.criteria:
        yield from (criterion.title, criterion.question, criterion.advice, *criterion.levels)
    yield from _sentences(rubric)


def _sentences(rubric: Rubric) -> Iterator[str]:
    """Give the sentences of the rubric that stand in every report."""
    for name in ("about", "score", "weights", "absence", "contest", "certainty", "changed"):
        yield getattr(rubric.texts, name)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", FORMS)
def test_what_a_reader_must_know_is_translated(language: str, form: str) -> None:
    """In every format: the answer, flags, labels, levels, questions and advice."""
    plan = told(PLANS[1], language)
    made = render(form, plan.view, plan.audit, plan.rules, imprint=IMPRINT)
    said = " ".join(" ".join(texts(made, form)).split())
    quoted = known_words(f"{PLANS[1]}.pdf")
    english = {one for one in _must_be_told(english_rubric()) if len(one) > SHORT}
    assert len(said) > 500
    assert [one for one in sorted(english) if one in said and one not in quoted] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_reasons_of_the_rubric_are_english(language: str) -> None:
    """Why a question is asked, and weighs what it does; of other words, not those of the first pages."""
    rules = told(PLANS[1], language).rules
    lacking = {name.rpartition(".")[2] for name in rules.rubric.untranslated}
    assert lacking <= {"why", "weight_reason", "meaning"}
    tables = {name.partition(".")[0] for name in shared_overlay("wording", language).missing}
    assert not tables & set(WHOLE)
