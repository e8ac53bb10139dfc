"""`auditor compare`: what babies gained and lost."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pypdfium2
import pytest

from tests.document.margin.drafts import package
from tests.document.office.files import para, run

Run = Callable[..., Any]


def test_compare_says_what_babies_gained(folder: Path, run_auditor: Run) -> None:
    """From files or from audits in JSON, the same comparison."""
    run_auditor("audit", "old.md", "-o", "old.json")
    ran = run_auditor("compare", "old.json", "plan.md", "--format", "json")
    assert ran.code == 0
    assert ran.out == run_auditor("compare", "old.md", "plan.md", "--format", "json").out
    comparison = json.loads(ran.out)
    assert comparison["verdict"] == {"old": "excluded", "new": "measured", "change": "up"}
    assert comparison["counts"]["gained"] == 3
    assert comparison["counts"]["lost"] == 0


@pytest.mark.parametrize(
    ("ending", "begins"),
    [
        ("html", b"<!DOCTYPE html>"),
        ("json", b"{"),
        ("md", b"# "),
        ("pdf", b"%PDF-"),
        ("docx", b"PK"),
    ],
)
def test_a_comparison_is_written_in_each_format(
    ending: str, begins: bytes, folder: Path, run_auditor: Run
) -> None:
    """The ending names the format."""
    assert run_auditor("compare", "old.md", "plan.md", "-o", f"changes.{ending}", "-q").code == 0
    assert (folder / f"changes.{ending}").read_bytes().lstrip().startswith(begins)


def test_a_format_that_is_not_there_is_named(folder: Path, run_auditor: Run) -> None:
    """Another ending is refused before anything is read."""
    ran = run_auditor("compare", "old.md", "plan.md", "-o", "changes.odt")
    assert ran.code == 2 and ".docx" in ran.err


INSERTED = "We will fund a parent-infant team for babies and their parents by April 2027."
DELETED = "We will train all health visitors in infant mental health."


@pytest.fixture
def draft(folder: Path) -> Path:
    """Write a draft with a commitment that is inserted and one that is deleted."""
    by = 'w:id="9" w:author="Ann"'
    mark = f"<w:rPr><w:ins {by}/></w:rPr>"
    body = (
        para("A mental health plan for children")
        + para("We will support children and young people.")
        + para(f"<w:ins {by}>{run(INSERTED)}</w:ins>", mark)
        + para(f"<w:del {by}><w:r><w:delText>{DELETED}</w:delText></w:r></w:del>")
        + para("The Trust reports each year.")
    )
    (folder / "draft.docx").write_bytes(package(body))
    return folder / "draft.docx"


def test_a_draft_alone_is_compared_with_itself(draft: Path, run_auditor: Run) -> None:
    """All open changes rejected beside all accepted: one commitment gained, one lost."""
    ran = run_auditor("compare", draft.name, "--format", "json")
    assert ran.code == 0
    told = json.loads(ran.out)
    assert told["of_changes"] is True
    assert [told[side]["name"] for side in ("old", "new")] == [
        "draft.docx, changes rejected",
        "draft.docx, changes accepted",
    ]
    (gained,), (lost,) = told["gained"], told["lost"]
    assert gained["new"]["text"] == INSERTED and gained["new"]["revision"] == "inserted"
    assert lost["old"]["text"] == DELETED and lost["old"]["revision"] is None


def test_what_is_deleted_is_never_evidence(draft: Path, run_auditor: Run) -> None:
    """The audit of the draft tells what is inserted as such, and has no deleted words."""
    view = json.loads(run_auditor("audit", draft.name, "--format", "json").out)
    texts = {one["text"]: one["revision"] for one in view["statements"]}
    assert texts[INSERTED] == "inserted"
    assert DELETED not in texts
    assert any(DELETED in one["what"] for one in view["document"]["hidden"])


@pytest.mark.parametrize("ending", ["html", "md", "pdf", "docx"])
def test_open_changes_are_told_in_each_format(ending: str, draft: Path, run_auditor: Run) -> None:
    """Both commitments, and that nobody has decided yet."""
    assert run_auditor("compare", draft.name, "-o", f"changes.{ending}", "-q").code == 0
    made = draft.parent / f"changes.{ending}"
    if ending in ("html", "md"):
        told = re.sub("<[^>]+>", "", made.read_text("utf-8"))
    elif ending == "pdf":
        with pypdfium2.PdfDocument(made) as pdf:
            told = "".join(page.get_textpage().get_text_range() for page in pdf)
    else:
        told = "\n".join(one.text for one in docx.Document(str(made)).paragraphs)
    told = " ".join(told.split())
    for words in (INSERTED, DELETED, "Nobody has decided yet.", "in an open tracked change"):
        assert words in told


@pytest.mark.parametrize("name", ["plain.docx", "plan.md"])
def test_what_has_no_open_changes_is_told_so(name: str, folder: Path, run_auditor: Run) -> None:
    """One argument alone is enough only for a draft with open changes."""
    (folder / "plain.docx").write_bytes(package(para("A plan for babies.")))
    ran = run_auditor("compare", name)
    assert ran.code == 2 and "tracked change" in ran.err
