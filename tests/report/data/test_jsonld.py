"""Web annotations: quotes that can be found again in their source."""

from __future__ import annotations

import json
from typing import Any

from auditor.records import Audit
from auditor.report.data.jsonld import render_jsonld
from auditor.report.view import view_of
from tests.builders import audit, explicit, rich_audit, rules


def annotations(one: Audit, *, at_hand: bool = True) -> dict[str, Any]:
    """Make web annotations and read them."""
    made = render_jsonld(view_of(one, rules()), one if at_hand else None, rules())
    page: dict[str, Any] = json.loads(made)
    return page


def test_each_annotation_names_page_and_exact_words() -> None:
    """A selector of the page is refined by the words of the statement."""
    one = rich_audit()
    view = view_of(one, rules())
    made = json.loads(render_jsonld(view, one, rules()))
    text = json.dumps(made)
    assert "http://www.w3.org/ns/anno.jsonld" in text
    for statement in view["statements"]:
        assert json.dumps(statement["text"])[1:-1] in text
    assert "TextQuoteSelector" in text and "page=" in text


def test_each_statement_is_an_annotation_with_page_and_quote() -> None:
    """A reader of web annotations is led to the page, and on it to the words."""
    one = rich_audit()
    page = annotations(one)
    assert page["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert page["type"] == "AnnotationPage"
    listed = [item for item in one.statements if item.reach != "none"]
    assert len(page["items"]) == len(listed)
    for item, statement in zip(page["items"], listed, strict=True):
        selector = item["target"]["selector"]
        assert item["motivation"] == "classifying"
        assert selector["type"] == "FragmentSelector" and selector["value"] == "page=1"
        assert selector["refinedBy"]["exact"] == statement.text
        assert {body["purpose"] for body in item["body"]} == {"tagging", "commenting"}


def test_the_words_around_a_quote_are_those_of_the_document() -> None:
    """Prefix, quote and suffix together stand in the document as they are."""
    one = rich_audit()
    for item in annotations(one)["items"]:
        quote = item["target"]["selector"]["refinedBy"]
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in one.document.text


def test_annotation_ids_are_unique_and_lasting() -> None:
    """The same audit gives the same ids, each once."""
    one = rich_audit()
    ids = [item["id"] for item in annotations(one)["items"]]
    assert len(set(ids)) == len(ids)
    assert annotations(one) == annotations(rich_audit())


def test_without_pages_a_quote_stands_alone() -> None:
    """A text file has no pages to name."""
    page = annotations(audit([explicit()], paged=False), at_hand=False)
    assert page["items"][0]["target"]["selector"] == {
        "type": "TextQuoteSelector",
        "exact": "Babies have mental health too.",
    }
