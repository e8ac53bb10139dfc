"""REFI-QDA projects held against the standard's own schema and read by another program.

The schema stands beside this file as its publisher gives it, with its licence in its head. The
reader is pyrefiqda, which knows nothing of the auditor.
"""

from __future__ import annotations

import re
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree
from pyrefiqda import RefiProject
from pyrefiqda.models.project import CodeType, Project

from auditor.records import Audit, Statement
from auditor.report.data.qdpx import render_qdpx
from auditor.report.view import view_of
from tests.builders import audit, excluded, explicit, rich_audit, rubric, rules, statement

SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).parent / "refi-qda-project-1.0.xsd"))
AUDITS = {
    "rich": rich_audit(),
    "odd characters": audit([explicit("Babies <b>&</b>\r\n\x00 😀 matter\u2028here.")]),
    "nothing about babies": audit([statement("Roads are long.", reach="none")]),
    "no pages": audit([explicit("Babies wait."), excluded()], paged=False),
    "a title of signs": audit([explicit()], title='"<Plan> & \x0b\n plans"'),
}


def written(one: Audit, path: Path, *, at_hand: bool = True) -> Path:
    """Write an audit as a project into a file."""
    path.write_bytes(render_qdpx(view_of(one, rules()), one if at_hand else None, rules()))
    return path


def faults(project: bytes) -> list[str]:
    """Hold a project against the schema; say what it finds."""
    SCHEMA.validate(etree.fromstring(project))
    return [error.message for error in SCHEMA.error_log]


@pytest.mark.parametrize("at_hand", [True, False], ids=["with document", "from JSON alone"])
@pytest.mark.parametrize("name", AUDITS)
def test_every_project_is_valid_by_the_schema(name: str, at_hand: bool, tmp_path: Path) -> None:
    """Elements, their order, attributes and the forms of GUIDs and colours are as asked."""
    with ZipFile(written(AUDITS[name], tmp_path / "a.qdpx", at_hand=at_hand)) as archive:
        assert faults(archive.read("project.qde")) == []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (b"CodeBook>", b"Codebook>"),
        (b'isCodable="true"', b'isCodable="perhaps"'),
        (b'startPosition="0"', b'startPosition="first"'),
        (b'color="#', b'color="'),
    ],
)
def test_the_schema_finds_a_broken_project(right: bytes, wrong: bytes, tmp_path: Path) -> None:
    """What is held against it could fail."""
    with ZipFile(written(AUDITS["rich"], tmp_path / "a.qdpx")) as archive:
        project = archive.read("project.qde")
    assert right in project
    assert faults(project.replace(right, wrong))


def read_back(one: Audit, folder: Path, *, at_hand: bool = True) -> Project:
    """Write an audit as a project and open it as the other program does."""
    return RefiProject.load(written(one, folder / "a.qdpx", at_hand=at_hand), folder / "opened")


@pytest.mark.parametrize("at_hand", [True, False], ids=["with document", "from JSON alone"])
@pytest.mark.parametrize("name", AUDITS)
def test_another_program_finds_every_coding_on_its_words(
    name: str, at_hand: bool, tmp_path: Path
) -> None:
    """Each statement comes back with its words, all its labels, and who gave them."""
    one = AUDITS[name]
    project = read_back(one, tmp_path, at_hand=at_hand)
    (source,), (user,) = project.sources.text_source, project.users.user
    path = RefiProject.resolve_source_path(source.plain_text_path, tmp_path / "opened")
    text = path.read_bytes().decode("utf-8")
    names = {code.guid: code.name for kind in kinds(project) for code in kind.code}
    assert [
        (
            plain(text[one.start_position : one.end_position]),
            {names[coding.code_ref.target_guid] for coding in one.coding},
        )
        for one in source.plain_text_selection
    ] == [(plain(said.text), labels(said)) for said in one.statements if said.reach != "none"]
    codings = [coding for one in source.plain_text_selection for coding in one.coding]
    assert {one.creating_user for one in codings} <= {user.guid} and user.name == "auditor"


def kinds(project: Project) -> list[CodeType]:
    """Return the codes at the top of the code book."""
    return list(project.code_book.codes.code)


def plain(text: str) -> list[str]:
    """Return the words of a text, whichever signs part them."""
    return re.sub(r"[\x00-\x1f\u2028]", " ", text).split()


def labels(said: Statement) -> set[str]:
    """Return the names of all labels of a statement."""
    asked = rubric()
    found = {asked.reach_named(said.reach).name}
    if said.judgement.topic:
        found |= {asked.topic_named(said.judgement.topic).name}
        found |= {asked.strength_named(said.judgement.strength).name}
    return found | {asked.criterion_named(id).title for id in said.judgement.criteria}


def test_another_program_reads_the_whole_code_book(tmp_path: Path) -> None:
    """Every label comes back under its kind, with its meaning; kinds themselves code nothing."""
    found, asked = kinds(read_back(AUDITS["rich"], tmp_path)), rubric()
    assert {kind.name: {code.name for code in kind.code} for kind in found} == {
        "reach": {label.name for label in asked.reach if label.id != "none"},
        "topic": {label.name for label in asked.topic},
        "strength": {label.name for label in asked.strength if label.id},
        "criterion": {label.title for label in asked.criteria},
    }
    assert all(code.description and code.is_codable for kind in found for code in kind.code)
    assert not any(kind.is_codable for kind in found)
