"""An audit as a REFI-QDA project (.qdpx), which tools for qualitative analysis open.

The text of the document is the source, each statement a coded selection in it, and the
labels are the codes. Positions count characters from 0, the last one exclusive, as the
REFI-QDA standard 1.0 has them.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from xml.etree import ElementTree as ET

from auditor.records import Audit
from auditor.report.office.archives import zip_files
from auditor.report.views.audit import AuditView, StatementView
from auditor.rules import Rules

NAMESPACE = "urn:QDA-XML:project:1.0"
PROJECT = "project.qde"
Guid = Callable[..., str]
"""Makes the GUID of a thing by its names."""
COLOURS = {
    "explicit": "#0B6B66",
    "early_years": "#2F6F9F",
    "nominal": "#7A6A9C",
    "excluded": "#A8371F",
    "older": "#5D6570",
    "parental": "#93527D",
    "generic": "#8A9099",
}


@dataclass(frozen=True, slots=True)
class Selection:
    """A stretch of the source's text, with the codes it carries."""

    id: str
    start: int
    end: int
    codes: tuple[str, ...]


def _guid(seed: str, *parts: str) -> str:
    """Make the GUID of one thing, the same each time for the same document."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, "/".join((seed, *parts))))


def render_qdpx(view: AuditView, audit: Audit | None, rules: Rules) -> bytes:
    """Write an audit as a REFI-QDA project."""
    guid = partial(_guid, view["document"]["sha256"])
    text, selections = _source(view, audit)
    project = _project(view, rules, guid, selections)
    ET.indent(project)
    written = ET.tostring(project, encoding="utf-8", xml_declaration=True)
    source = f"sources/{guid('source')}.txt"
    return zip_files({PROJECT: written, source: text.encode("utf-8")})


def _source(view: AuditView, audit: Audit | None) -> tuple[str, tuple[Selection, ...]]:
    """Give the text with the selections in it; without the document, of its statements alone."""
    codes = {one["id"]: tuple(codes_of(one)) for one in view["statements"]}
    if audit is not None:
        return plain(audit.document.text), tuple(
            Selection(one.id, one.start, one.end, codes[one.id])
            for one in audit.statements
            if one.id in codes
        )
    selections: list[Selection] = []
    offset = 0
    for one in view["statements"]:
        selections.append(Selection(one["id"], offset, offset + len(one["text"]), codes[one["id"]]))
        offset += len(one["text"]) + 1
    return plain("\n".join(one["text"] for one in view["statements"])), tuple(selections)


def plain(text: str) -> str:
    r"""Replace, one for one so that positions hold, what other programs count differently.

    >>> plain("a\r\nb\x00c")
    'a \nb c'
    """
    return "".join(one if one == "\n" or _is_plain(one) else " " for one in text)


def _is_plain(character: str) -> bool:
    """True if a character stands in a text file, and in XML, as itself."""
    return (
        character >= " "
        and not "\ud800" <= character <= "\udfff"
        and (character not in "\x7f\x85\u2028\u2029\ufeff\ufffe\uffff")
    )


def codes_of(one: StatementView) -> Iterator[str]:
    """Give the labels of a statement as codes: "reach:explicit"."""
    yield f"reach:{one['reach']}"
    if one["topic"]:
        yield f"topic:{one['topic']}"
        yield f"strength:{one['strength']}"
    for id in one["criteria"]:
        yield f"criterion:{id}"


def _project(
    view: AuditView, rules: Rules, guid: Guid, selections: tuple[Selection, ...]
) -> ET.Element:
    user = guid("user")
    project = ET.Element(
        "Project",
        xmlns=NAMESPACE,
        name=_attribute(view["document"]["title"] or view["document"]["name"]),
        origin=f"{view['tool']['name']} {view['tool']['version']}",
        creatingUserGUID=user,
    )
    users = ET.SubElement(project, "Users")
    ET.SubElement(users, "User", guid=user, name=view["tool"]["name"])
    _add_codes(project, rules, guid)
    _add_source(project, view, guid, selections)
    return project


def _attribute(text: str) -> str:
    return plain(text).replace("\n", " ")


def _add_codes(project: ET.Element, rules: Rules, guid: Guid) -> None:
    """Add the labels as a tree of codes: reach, topic, strength, criterion."""
    rubric = rules.rubric
    kinds: dict[str, list[tuple[str, str, str]]] = {
        "reach": [(one.id, one.name, one.meaning) for one in rubric.reach if one.id != "none"],
        "topic": [(one.id, one.name, one.meaning) for one in rubric.topic],
        "strength": [(str(one.id), one.name, one.meaning) for one in rubric.strength if one.id],
        "criterion": [(one.id, one.title, one.question) for one in rubric.criteria],
    }
    book = ET.SubElement(ET.SubElement(project, "CodeBook"), "Codes")
    for kind, labels in kinds.items():
        parent = ET.SubElement(book, "Code", guid=guid("code", kind), name=kind, isCodable="false")
        for id, name, meaning in labels:
            own = guid("code", f"{kind}:{id}")
            code = ET.SubElement(parent, "Code", guid=own, name=name, isCodable="true")
            if id in COLOURS:
                code.set("color", COLOURS[id])
            ET.SubElement(code, "Description").text = meaning


def _add_source(
    project: ET.Element, view: AuditView, guid: Guid, selections: tuple[Selection, ...]
) -> None:
    """Add the text, with each statement as a selection that carries its codes."""
    user, own = guid("user"), guid("source")
    sources = ET.SubElement(project, "Sources")
    source = ET.SubElement(
        sources,
        "TextSource",
        guid=own,
        name=_attribute(view["document"]["name"]),
        plainTextPath=f"internal://{own}.txt",
        creatingUser=user,
    )
    for one in selections:
        selection = ET.SubElement(
            source,
            "PlainTextSelection",
            guid=guid(one.id),
            name=one.id,
            startPosition=str(one.start),
            endPosition=str(one.end),
            creatingUser=user,
        )
        for code in one.codes:
            coding = ET.SubElement(selection, "Coding", guid=guid(one.id, code), creatingUser=user)
            ET.SubElement(coding, "CodeRef", targetGUID=guid("code", code))
