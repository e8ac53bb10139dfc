"""The verdict is the first that holds, and is never given where pages could hide an answer."""

from __future__ import annotations

import pytest

from auditor.records import Audit, Statement
from tests.builders import audit, document, excluded, explicit, rules, statement

OTHER = explicit("In 2024 there were 2,104 births.", topic="other", strength=4, criteria=("data",))
OLDER = statement("Pupils need lessons on sleep.", reach="older")


def strengths(*values: int) -> list[Statement]:
    """Make one explicit statement of each strength."""
    return [
        explicit(f"Babies matter for reason {index}.", strength=value)
        for index, value in enumerate(values)
    ]


LADDER = [
    pytest.param("measured", strengths(4, 4), id="two measured"),
    pytest.param("committed", strengths(4, 3), id="one measured, one action"),
    pytest.param("committed", strengths(3, 3, 1), id="two actions"),
    pytest.param("explained", strengths(4, 2), id="one measured, one explained"),
    pytest.param("mentioned", strengths(4, 1), id="one strong statement is not two"),
    pytest.param("mentioned", strengths(1), id="one mention"),
    pytest.param("excluded", [excluded(), statement(reach="nominal")], id="excluded over nominal"),
    pytest.param("mentioned", [excluded(), *strengths(1)], id="a mention over an exclusion"),
    pytest.param("nominal", [statement(reach="nominal")], id="a range"),
    pytest.param("nominal", [statement(reach="early_years")], id="the early years"),
    pytest.param("absent", [OLDER, statement(reach="parental")], id="none of these"),
    pytest.param("absent", [OTHER], id="babies on another subject"),
]


@pytest.mark.parametrize(("verdict", "statements"), LADDER)
def test_the_first_verdict_that_holds_is_given(verdict: str, statements: list[Statement]) -> None:
    """The ladder of the guide's last section, rung by rung."""
    assert audit(statements).verdict.name == verdict


def test_a_statement_repeated_word_for_word_counts_once() -> None:
    """The same promise on two pages is one promise."""
    assert audit(strengths(3) * 2).verdict.name == "mentioned"


@pytest.mark.parametrize("place", ["toc", "reference", "running"])
def test_furniture_is_never_evidence(place: str) -> None:
    """A cited title says nothing about the strategy, even if it were labelled explicit."""
    rated = audit([explicit(place=place), OLDER])
    assert rated.verdict.name == "absent"
    assert all(not level.level for level in rated.levels)


@pytest.mark.parametrize("statements", [[OLDER], [statement(reach="nominal")], [excluded()]],
                         ids=["absent", "nominal", "excluded"])
def test_silence_over_unread_pages_cannot_be_told(statements: list[Statement]) -> None:
    """A scanned page is not a silent strategy: more than a fifth unread gives no verdict."""
    rated = audit(statements, unread=(3, 4, 5), pages=12)
    assert rated.verdict.name == "cannot_tell"
    assert "three pages of 12 could not be read (no text layer)" in rated.verdict.because
    assert rated.score.value is None


def test_a_fifth_of_the_pages_is_still_readable_enough() -> None:
    """Exactly 20 % unread leaves the verdict standing, with its flag."""
    rated = audit([OLDER], unread=(9, 10), pages=10)
    assert rated.verdict.name == "absent"
    assert "pages_unread" in [flag.id for flag in rated.flags]


def test_evidence_found_stands_however_little_was_read() -> None:
    """What was read and is explicit needs no further pages."""
    assert audit(strengths(3, 3), unread=range(3, 12), pages=12).verdict.name == "committed"


def test_a_language_without_word_lists_cannot_be_told() -> None:
    """Silence in a language that was not searched says nothing."""
    rated = audit([OLDER], language="cy")
    assert rated.verdict.name == "cannot_tell"
    assert "(cy)" in rated.verdict.because


def test_a_language_that_could_not_be_told_gives_no_verdict_of_silence() -> None:
    """Too little text to know its language is too little to call silent."""
    rated = audit([OLDER], language="und")
    assert rated.verdict.name == "cannot_tell"
    assert "und" not in rated.verdict.because.split()


def test_a_document_without_words_cannot_be_told() -> None:
    """No words, no answer."""
    rated = audit([])
    assert rated.verdict.name == "cannot_tell"
    assert "no words" in rated.verdict.because


def said(rated: Audit) -> str:
    """Give the sentence of a verdict."""
    return rated.verdict.because


def test_the_sentence_states_counts_and_quotes_the_strongest() -> None:
    """A reader learns how many, and the best of them, with its page."""
    rated = audit([*strengths(1, 2), explicit("We will fund a team by 2028.", strength=4),
                   explicit("We will train staff for babies.", strength=3)])
    assert "four statements" in said(rated)
    assert "on page 1: “We will fund a team by 2028.”" in said(rated)


def test_the_absent_sentence_speaks_of_mental_health_and_of_the_document_only() -> None:
    """Births may be counted in it, and it says nothing of what an area provides."""
    sentence = said(audit([OTHER, OLDER]))
    assert "silent on babies’ mental health" in sentence
    assert "one statement names babies" in sentence
    assert "provide" not in sentence and "area" not in sentence


def test_a_document_without_pages_is_told_by_its_sections() -> None:
    """A Word file has headings where a PDF has pages."""
    rated = audit([explicit(section=("2 Our offer",), strength=1)], paged=False)
    assert "under “2 Our offer”" in said(rated)


def test_a_long_quote_is_cut_at_a_word() -> None:
    """The sentence stays one that can be read out."""
    rated = audit([explicit("Babies " + "and more babies " * 60, strength=1)])
    assert len(said(rated)) < 600
    assert "…" in said(rated)


def test_every_verdict_of_the_rubric_can_be_named() -> None:
    """No verdict lacks its title and meaning, `cannot_tell` included."""
    rubric = rules().rubric
    for id in ("absent", "nominal", "excluded", "mentioned", "explained", "committed", "measured",
               "cannot_tell"):
        assert rubric.verdict_named(id).title and rubric.verdict_named(id).meaning


def test_documents_and_audits_can_be_built_without_files() -> None:
    """The builders give each word a page, so that statements can be located."""
    made = document([explicit(), excluded()])
    assert made.words.page_at(0, 5) == 1
    assert made.text.splitlines() == [explicit().text, excluded().text]
