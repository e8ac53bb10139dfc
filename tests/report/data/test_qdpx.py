"""REFI-QDA projects: codes and positions that other programs find again."""

from __future__ import annotations

import io
import zipfile
from xml.etree import ElementTree as ET

import pytest

from auditor.records import Audit
from auditor.report.data.qdpx import NAMESPACE, render_qdpx
from auditor.report.view import view_of
from tests.builders import audit, explicit, rich_audit, rules

SPACE = "{urn:QDA-XML:project:1.0}"
ODD = audit([explicit("Babies <b>&</b>\r\n\x00 😀 matter\u2028here."), explicit("Second babies.")])


def project(one: Audit, *, at_hand: bool = True) -> tuple[ET.Element, str]:
    """Make a REFI-QDA project; give its description and the text of its source."""
    made = render_qdpx(view_of(one, rules()), one if at_hand else None, rules())
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        names = archive.namelist()
        assert names[0] == "project.qde"
        return ET.fromstring(archive.read(names[0])), archive.read(names[1]).decode("utf-8")


def opened(one: Audit) -> tuple[ET.Element, zipfile.ZipFile]:
    """The project file of a REFI-QDA archive, and the archive."""
    content = render_qdpx(view_of(one, rules()), one, rules())
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


def test_hostile_text_keeps_the_project_well_formed() -> None:
    """Markup and control characters are text or left out."""
    project, _ = opened(audit([explicit("<b>Babies</b> & \x00\x0b]]> {{ 7*7 }} wait.")]))
    assert project.tag == f"{SPACE}Project"


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
        assert (
            words.split()
            == "".join(
                c if c >= " " and c != "\u2028" else " " for c in said[selection.attrib["name"]]
            ).split()
        )
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
