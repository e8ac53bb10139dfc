"""Parts of office files: names of the strict standard, relations, and XML that reaches out."""

from __future__ import annotations

import pytest

from auditor.document.office.package import Package, Relation, find_part, parse_xml
from tests.document.office.files import relations, zipped


@pytest.mark.parametrize(
    ("strict", "usual"),
    [
        ("wordprocessingml/main", "wordprocessingml/2006/main"),
        ("officeDocument/relationships", "officeDocument/2006/relationships"),
        ("drawingml/wordprocessingDrawing", "drawingml/2006/wordprocessingDrawing"),
        ("spreadsheetml/main", "spreadsheetml/2006/main"),
    ],
)
def test_strict_names_are_the_usual_ones(strict: str, usual: str) -> None:
    """Elements of strict files have the names of all others."""
    tree = parse_xml(f'<x:a xmlns:x="http://purl.oclc.org/ooxml/{strict}"/>'.encode())
    assert tree.tag == f"{{http://schemas.openxmlformats.org/{usual}}}a"


def test_relations_lead_to_parts() -> None:
    """Targets are named from the root, whatever they are written from; addresses stay outside."""
    package = Package(
        zipped(
            {
                "word/_rels/document.xml.rels": relations(
                    {
                        "a": ("image", "../media/a%20b.png"),
                        "b": ("footnotes", "/word/notes.xml"),
                        "c": ("hyperlink", "https://example.org"),
                    }
                )
            }
        )
    )
    found = package.read_relations("word/document.xml")
    assert found["a"] == Relation("image", "media/a b.png")
    assert find_part(found, "footnotes") == "word/notes.xml"
    assert found["c"].is_outside and find_part(found, "chart") == ""
    assert package.read_relations("word/none.xml") == {}


def test_entities_and_document_types_are_not_followed() -> None:
    """What a document type names is left where it is."""
    tree = parse_xml(b'<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/hostname">]><a>x&e;y</a>')
    assert (tree.text, tree[0].text, tree[0].tail) == ("x", "&e;", "y")
