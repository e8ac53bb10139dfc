"""The codebook: every column of every table is said, for people and for programs."""

from __future__ import annotations

import json

import pytest

from auditor.report.codebook import describe, render_codebook, render_data_package, words
from tests.builders import rubric

TOOL = {"name": "auditor", "version": "1", "rubric": "2", "lexicons": "sha256:ab"}


def test_a_manifest_column_is_the_persons_own() -> None:
    """A column that came from the manifest is text, whatever it is called."""
    book = describe("statements", ("page", "year"), ("year",), rubric())
    assert [(one.name, one.type) for one in book.columns] == [
        ("page", "integer"),
        ("year", "string"),
    ]


def test_levels_are_named_after_their_questions() -> None:
    """A reader of the table need not know the ids."""
    criterion = rubric().criteria[0]
    (column,) = describe("comparison", (f"level_{criterion.id}",), (), rubric()).columns
    assert criterion.title in column.title and column.type == "integer"


def test_counts_and_steps_of_the_same_beginning_are_told_apart() -> None:
    """`statements_gained` is of a series; `statements_explicit` counts a reach."""
    (of_series,) = describe("series", ("statements_gained",), (), rubric()).columns
    (of_reach,) = describe("comparison", ("statements_explicit",), (), rubric()).columns
    assert "match" in of_series.means and "address" in of_reach.means


def test_an_unknown_column_is_an_error() -> None:
    """A column that nobody described is not written with an empty meaning."""
    with pytest.raises(KeyError):
        describe("comparison", ("novelty",), (), rubric())


def test_values_are_those_of_the_rubric() -> None:
    """Whoever changes the rubric changes what the schema allows."""
    book = describe("comparison", ("verdict", "outcome"), (), rubric())
    verdict, outcome = book.columns
    assert set(verdict.values) == {*(one.id for one in rubric().verdict), "cannot_tell"}
    assert "duplicate" in outcome.values


def test_both_forms_say_the_same() -> None:
    """What stands in the Markdown stands in the schema."""
    book = describe("statements", ("number", "text", "deciding"), (), rubric())
    page = render_codebook([book]).decode()
    package = json.loads(render_data_package([book], TOOL))
    (resource,) = package["resources"]
    for field in resource["schema"]["fields"]:
        assert field["description"] in page
    assert resource["schema"]["primaryKey"] == ["number", "id"]
    assert package["description"] == words()["text"]["labels"]
    assert resource["schema"]["fields"][2]["trueValues"] == ["yes"]
