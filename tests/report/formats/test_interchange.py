"""Web annotations and REFI-QDA projects, closer: ids, words around, codes, odd characters."""

from __future__ import annotations

import io
import json
import zipfile
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from auditor.records import Audit
from auditor.report.jsonld import render_jsonld
from auditor.report.qdpx import NAMESPACE, render_qdpx
from auditor.report.view import view_of
from tests.builders import audit, explicit, rich_audit, rules

ODD = audit([explicit("Babies <b>&</b>\r\n\x00 😀 matter\u2028here."), explicit("Second babies.")])


def annotations(one: Audit, *, at_hand: bool = True) -> dict[str, Any]:
    """Make web annotations and read them."""
    made = render_jsonld(view_of(one, rules()), one if at_hand else None, rules())
    page: dict[str, Any] = json.loads(made)
    return page


def project(one: Audit, *, at_hand: bool = True) -> tuple[ET.Element, str]:
    """Make a REFI-QDA project; give its description and the text of its source."""
    made = render_qdpx(view_of(one, rules()), one if at_hand else None, rules())
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        names = archive.namelist()
        assert names[0] == "project.qde"
        return ET.fromstring(archive.read(names[0])), archive.read(names[1]).decode("utf-8")


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
        "type": "TextQuoteSelector", "exact": "Babies have mental health too.",
    }


@pytest.mark.parametrize("at_hand", [True, False], ids=["with document", "from JSON alone"])
@pytest.mark.parametrize("one", [rich_audit(), ODD], ids=["rich", "odd characters"])
def test_positions_slice_the_words_back(one: Audit, at_hand: bool) -> None:
    """Each selection of a REFI-QDA project is the statement it is named after."""
    root, text = project(one, at_hand=at_hand)
    said = {item.id: item.text for item in one.statements}
    selections = list(root.iter(f"{{{NAMESPACE}}}PlainTextSelection"))
    assert selections
    for selection in selections:
        words = text[int(selection.attrib["startPosition"]) : int(selection.attrib["endPosition"])]
        assert words.split() == "".join(
            c if c >= " " and c != "\u2028" else " " for c in said[selection.attrib["name"]]
        ).split()
    assert "\r" not in text


def test_every_code_that_is_used_is_in_the_code_book() -> None:
    """No coding points to nothing, and no two things have one name."""
    root, _ = project(rich_audit())
    codes = {code.attrib["guid"] for code in root.iter(f"{{{NAMESPACE}}}Code")}
    used = {one.attrib["targetGUID"] for one in root.iter(f"{{{NAMESPACE}}}CodeRef")}
    guids = [node.attrib["guid"] for node in root.iter() if "guid" in node.attrib]
    assert used and used <= codes
    assert len(guids) == len(set(guids))


def test_parts_stand_in_the_order_of_the_standard() -> None:
    """Users, then codes, then sources: other programs insist on it."""
    root, _ = project(rich_audit())
    assert [child.tag.split("}")[1] for child in root] == ["Users", "CodeBook", "Sources"]
    source = root.find(f".//{{{NAMESPACE}}}TextSource")
    assert source is not None
    assert source.attrib["plainTextPath"] == f"internal://{source.attrib['guid']}.txt"
