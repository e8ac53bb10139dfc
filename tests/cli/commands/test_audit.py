"""`auditor audit`: what it writes and prints."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema

from tests.document.margin.drafts import package
from tests.document.margin.test_word import comments_of, main_tree
from tests.document.office.files import para

Run = Callable[..., Any]


def test_audit_writes_a_page_and_prints_the_answer(folder: Path, run_auditor: Run) -> None:
    """Without options: a report beside where one works, and verdict, score and its path."""
    ran = run_auditor("audit", "plan.md")
    assert ran.code == 0
    assert (folder / "plan-audit.html").read_text("utf-8").lower().startswith("<!doctype html>")
    assert "Measured" in ran.out and "score" in ran.out and "plan-audit.html" in ran.out
    assert "Not yet checked by a person." in ran.out
    assert ran.err == ""


def test_audit_json_follows_its_schema_and_never_changes(folder: Path, run_auditor: Run) -> None:
    """The same input gives the same bytes, and what `auditor schema` promises."""
    first = run_auditor("audit", "plan.md", "--format", "json").out
    assert run_auditor("audit", "plan.md", "--format", "json").out == first
    jsonschema.validate(json.loads(first), json.loads(run_auditor("schema").out))
    assert str(folder) not in first


def test_json_leaves_out_statements_that_address_nobody(folder: Path, run_auditor: Run) -> None:
    """Every statement whose reach is not none, in reading order, furniture never."""
    view = json.loads(run_auditor("audit", "plan.md", "--format", "json").out)
    assert view["statements"]
    assert all(one["reach"] != "none" for one in view["statements"])
    assert [one["id"] for one in view["statements"]] == sorted(
        one["id"] for one in view["statements"]
    )
    assert sum(view["counts"].values()) == 2 * view["counts"]["statements"]
    assert view["statements"][0]["page"] is None and view["statements"][0]["boxes"] is None


def test_several_files_can_be_one_document(folder: Path, run_auditor: Run) -> None:
    """Statements name their file, and the document lists its files."""
    view = json.loads(
        run_auditor("audit", "--together", "plan.md", "old.md", "--format", "json").out
    )
    assert [file["name"] for file in view["document"]["files"]] == ["plan.md", "old.md"]
    assert {one["file"] for one in view["statements"]} == {"plan.md", "old.md"}
    assert "excludes" in [flag["id"] for flag in view["flags"]]


def test_fail_under_says_no_by_its_exit_code(folder: Path, run_auditor: Run) -> None:
    """A check in a pipeline: 1 where the score is lower, 0 where not."""
    assert run_auditor("audit", "old.md", "--fail-under", "50").code == 1
    assert run_auditor("audit", "old.md", "--fail-under", "0").code == 0


def test_reviews_that_are_missing_are_an_error_before_anything_is_written(
    folder: Path, run_auditor: Run
) -> None:
    """A slip in the name costs no audit."""
    ran = run_auditor("audit", "plan.md", "--reviews", "none.csv")
    assert ran.code == 2 and "none.csv" in ran.err
    assert not (folder / "plan-audit.html").exists()


def test_whose_report_it_is_stands_in_every_format(folder: Path, run_auditor: Run) -> None:
    """Title, date and author are a person's; the JSON holds none of them."""
    ran = run_auditor(
        "audit",
        "plan.md",
        "-o",
        "out",
        "--format",
        "html",
        "--format",
        "md",
        "--format",
        "json",
        "--title",
        "Our own title",
        "--date",
        "1 May 2027",
        "--author",
        "A charity",
    )
    assert ran.code == 0
    for ending in ("html", "md"):
        told = (folder / "out" / f"plan-audit.{ending}").read_text("utf-8")
        assert "Our own title" in told and "1 May 2027" in told and "A charity" in told
    assert "A charity" not in (folder / "out" / "plan-audit.json").read_text("utf-8")


def test_charts_are_written_into_a_folder(folder: Path, run_auditor: Run) -> None:
    """Three charts, each as SVG and PNG."""
    assert run_auditor("audit", "plan.md", "-o", "a.json", "--charts", "charts").code == 0
    assert sorted(path.name for path in (folder / "charts").iterdir()) == [
        f"plan-{chart}.{form}"
        for chart in ("groups", "ladder", "questions")
        for form in ("png", "svg")
    ]


def test_a_draft_is_marked_with_comments_or_suggestions(folder: Path, run_auditor: Run) -> None:
    """`--annotated` takes a Word file, and `--suggest` writes tracked changes into it."""
    (folder / "draft.docx").write_bytes(package(para("We accept referrals from age 5.")))
    assert run_auditor("audit", "draft.docx", "-q", "--annotated", "marked.docx").code == 0
    said = comments_of((folder / "marked.docx").read_bytes()).values()
    assert any(one[0].startswith("An age limit leaves babies out.") for one in said)
    ran = run_auditor("audit", "draft.docx", "-q", "--annotated", "marked.docx", "--suggest")
    assert ran.code == 0
    assert "[service]" in "".join(main_tree((folder / "marked.docx").read_bytes()).itertext())


def test_a_copy_that_cannot_be_is_refused_before_anything_is_read(
    folder: Path, run_auditor: Run
) -> None:
    """Another ending than the source's, or suggestions without a copy."""
    (folder / "draft.docx").write_bytes(package(para("A plan.")))
    ran = run_auditor("audit", "draft.docx", "--annotated", "marked.pdf")
    assert ran.code == 2 and ".docx" in ran.err
    ran = run_auditor("audit", "draft.docx", "--suggest")
    assert ran.code == 2 and "--annotated" in ran.err
    assert not [*folder.glob("*.html"), *folder.glob("marked*")]


def test_a_document_has_its_time(folder: Path, run_auditor: Run) -> None:
    """Where it takes longer, a line says so, and no report is written."""
    ran = run_auditor("audit", "plan.md", "--timeout", "0.00001")
    assert ran.code == 4 and "took longer than 1e-05 seconds" in ran.err
    assert not (folder / "plan-audit.html").exists()
    assert run_auditor("audit", "plan.md", "--timeout", "0").code == 2
