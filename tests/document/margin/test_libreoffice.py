"""LibreOffice opens what was marked, with its comments, and marks stand in what it writes."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

from auditor.document.margin.marks import Mark
from auditor.document.margin.opening import open_file
from auditor.document.office.package import Package
from tests.document.margin.drafts import DRAFTS, WORDS
from tests.document.margin.test_word import (
    COMMENT,
    HAND,
    comments_of,
    held_words,
    main_tree,
    opened,
    raw_text,
    suggested,
)

pytestmark = [
    pytest.mark.full,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice"),
]
LOSES_CHANGES = (
    "with_drop_capital",
    "with_words_behind_a_drop_capital",
    "with_control_in_a_cell",
)
"""LibreOffice takes a change there for plain text, whoever made it."""
LOSES_COMMENTS = ("with_control_of_paragraphs", "with_control_in_a_cell")
"""LibreOffice 7.4 loses any comment in the first paragraph of a control, and the words before it."""
NOT_SHOWN = ("with_inner_file", "with_formula")
"""Drafts of which LibreOffice itself reads less: it needs no comment to do so."""


def convert(paths: Sequence[Path], kind: str, folder: Path) -> None:
    """Have LibreOffice write files of another kind."""
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation=file://{folder}/profile",
            "--headless",
            "--convert-to",
            kind,
            "--outdir",
            str(folder / kind),
            *map(str, paths),
        ],
        check=True,
        capture_output=True,
        timeout=600,
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every draft as it was, commented, with a suggestion; and what LibreOffice made."""
    folder = tmp_path_factory.mktemp("drafts")
    for make in DRAFTS:
        draft = make()
        file = opened(draft.content, folder)
        start = file.text.index(WORDS)
        content = file.write([Mark(start, start + len(WORDS), COMMENT)], HAND)
        (folder / f"{make.__name__}-old.docx").write_bytes(draft.content)
        (folder / f"{make.__name__}-new.docx").write_bytes(content)
        if (changed := suggested(draft, folder)) is not None:
            (folder / f"{make.__name__}-changed.docx").write_bytes(changed)
    convert(sorted(folder.glob("with*.docx")) + sorted(folder.glob("*_*-*.docx")), "odt", folder)
    convert(sorted(folder.glob("*-old.docx")), "docx", folder)
    return folder


@pytest.mark.parametrize("name", [make.__name__ for make in DRAFTS])
def test_libreoffice_opens_a_commented_draft(name: str, folder: Path) -> None:
    """It reads the same words as without the comment, and has the comment."""
    old, new = (open_file(folder / "odt" / f"{name}-{which}.odt") for which in ("old", "new"))
    if name in LOSES_COMMENTS:
        assert new.text.endswith(old.text[-20:])
        return
    assert new.text == old.text
    with zipfile.ZipFile(folder / "odt" / f"{name}-new.odt") as archive:
        assert COMMENT[0] in archive.read("content.xml").decode()


@pytest.mark.parametrize("name", [make.__name__ for make in DRAFTS])
def test_libreoffice_opens_a_draft_with_a_suggestion(name: str, folder: Path) -> None:
    """It has the words as a change of ours."""
    path = folder / "odt" / f"{name}-changed.odt"
    if not (folder / f"{name}-changed.docx").exists():
        assert not path.exists()
        return
    with zipfile.ZipFile(path) as archive:
        content = archive.read("content.xml").decode()
    assert " or from birth" in content
    assert "auditor" in content or name in LOSES_CHANGES


@pytest.mark.parametrize("name", [make.__name__ for make in DRAFTS])
def test_a_draft_that_libreoffice_wrote_can_be_marked(name: str, folder: Path) -> None:
    """Each draft once more, as another program writes it."""
    path = folder / "docx" / f"{name}-old.docx"
    file = open_file(path)
    start = file.text.find(WORDS)
    if start < 0:
        assert name in NOT_SHOWN
        return
    content = file.write([Mark(start, start + len(WORDS), COMMENT)], HAND)
    old, new = Package(path.read_bytes()), main_tree(content)
    assert raw_text(new) == raw_text(old.read_tree("word/document.xml"))
    (id,) = comments_of(content).keys() - comments_of(path.read_bytes()).keys()
    held = held_words(new, str(id))
    assert WORDS in held or name == "with_footnote"


def test_the_drafts_are_many() -> None:
    """At least twenty, of differing make, none like another."""
    made = [make().content for make in DRAFTS]
    assert len({*made}) == len(made) >= 20
