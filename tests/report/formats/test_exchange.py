"""Web annotations and REFI-QDA: quotes that can be found again in their source."""

from __future__ import annotations

import io
import json
import zipfile
from xml.etree import ElementTree as ET

from auditor.report.jsonld import render_jsonld
from auditor.report.qdpx import render_qdpx
from auditor.report.view import view_of
from tests.builders import audit, explicit, rich_audit, rules

SPACE = "{urn:QDA-XML:project:1.0}"


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


def opened(one: object) -> tuple[ET.Element, zipfile.ZipFile]:
    """The project file of a REFI-QDA archive, and the archive."""
    content = render_qdpx(view_of(one, rules()), one, rules())  # type: ignore[arg-type]
    archive = zipfile.ZipFile(io.BytesIO(content))
    return ET.fromstring(archive.read("project.qde")), archive


def test_offsets_of_a_project_slice_its_text_back() -> None:
    """Each coded passage begins and ends where its words stand in the source text."""
    one = audit([explicit("Babies have mental health too."), explicit("Infants wait for us.")])
    project, archive = opened(one)
    source = next(name for name in archive.namelist() if name.endswith(".txt"))
    text = archive.read(source).decode("utf-8")
    spans = [
        text[int(e.attrib["startPosition"]) : int(e.attrib["endPosition"])]
        for e in project.iter(f"{SPACE}PlainTextSelection")
    ]
    assert spans == ["Babies have mental health too.", "Infants wait for us."]


def test_the_same_audit_gives_the_same_project() -> None:
    """Identifiers are made from the content, not by chance."""
    one = rich_audit()
    view = view_of(one, rules())
    assert render_qdpx(view, one, rules()) == render_qdpx(view, one, rules())


def test_hostile_text_keeps_the_project_well_formed() -> None:
    """Markup and control characters are text or left out."""
    project, _ = opened(audit([explicit("<b>Babies</b> & \x00\x0b]]> {{ 7*7 }} wait.")]))
    assert project.tag == f"{SPACE}Project"
