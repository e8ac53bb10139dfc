"""The options of `auditor batch` for publishing, and what the command says and writes."""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from auditor.cli.batch_options import Publishing
from auditor.cli.batch_results import exit_code

Run = Callable[..., Any]


@pytest.fixture
def plans(folder: Path) -> Path:
    """A manifest of two versions of a plan and of a file that is not there."""
    (folder / "plans.csv").write_text(
        "path,place,year,series,sort\n"
        "old.md,Kent,2019,Kent,\nplan.md,Kent,2024,Kent,perinatal\ngone.md,Fife,2024,,\n"
    )
    return folder


def batch(run_auditor: Run, *more: str) -> Any:
    """Run the batch."""
    return run_auditor(
        "batch", "--manifest", "plans.csv", "-o", "out", "--workers", "1", "--format", "json", *more
    )


def rows(path: Path) -> list[dict[str, str]]:
    """Read a table."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_a_dry_run_says_and_does_nothing(plans: Path, run_auditor: Run) -> None:
    """The documents are listed, one a line; no folder is made."""
    ran = batch(run_auditor, "--dry-run", "--site", "site")
    assert ran.code == 0
    assert "3 documents: 2 would be audited, 1 could not be read" in ran.err
    assert [Path(line).name for line in ran.out.split()] == ["old.md", "plan.md"]
    assert not (plans / "out").exists() and not (plans / "site").exists()


def test_a_batch_writes_tables_and_a_site(plans: Path, run_auditor: Run) -> None:
    """Statements, series, codebook, costs, provenance; and pages, one a document."""
    ran = batch(run_auditor, "--site", "site", "--kind-column", "sort")
    assert ran.code == 4
    assert "site/index.html" in ran.out
    written = {path.name for path in (plans / "out").iterdir()}
    assert written >= {
        "statements.csv",
        "series.csv",
        "codebook.md",
        "datapackage.json",
        "costs.csv",
        "provenance.json",
    }
    assert len(list((plans / "site" / "documents").iterdir())) == 2
    kinds = {row["source"]: row["document_kind"] for row in rows(plans / "out" / "comparison.csv")}
    assert kinds["plan.md"] == "perinatal"
    assert rows(plans / "out" / "series.csv")[0]["series"] == "Kent"


def test_a_sample_is_drawn_filled_in_and_put_back(plans: Path, run_auditor: Run) -> None:
    """From the results to a sheet, from the sheet to the measured error on the site."""
    batch(run_auditor)
    drew = run_auditor("review", "out", "--margin", "5", "-o", "check.csv")
    assert "of" in drew.err and "statements" in drew.err
    sheet = rows(plans / "check.csv")
    assert sheet and all(row["document"] and row["part"] for row in sheet)
    for place, row in enumerate(sheet):
        row["reviewer"] = "Ada"
        row["decision"] = "reject" if place == 0 else "accept"
        row["reason"] = "Not about children."
    with (plans / "check.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, sheet[0])
        writer.writeheader()
        writer.writerows(sheet)
    batch(run_auditor, "--reviews", "check.csv", "--site", "site")
    page = (plans / "site" / "method.html").read_text("utf-8")
    assert f"{len(sheet)} statements were checked" in page and "Checked by Ada" in page
    decided = [row for row in rows(plans / "out" / "statements.csv") if row["review"]]
    assert {row["review"] for row in decided} >= {"accept"}


def test_only_what_people_checked_is_shown(plans: Path, run_auditor: Run) -> None:
    """With every statement decided on, a document is checked and stands there alone."""
    batch(run_auditor)
    audit = next((plans / "out" / "audits").glob("plan-*.json"))
    run_auditor("review", str(audit), "-o", f"{audit.stem}.csv")
    (plans / "sheets").mkdir()
    sheet = rows(plans / f"{audit.stem}.csv")
    for row in sheet:
        row |= {"reviewer": "Ada", "decision": "accept", "reason": ""}
    with (plans / "sheets" / f"{audit.stem}.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, sheet[0])
        writer.writeheader()
        writer.writerows(sheet)
    batch(run_auditor, "--reviews", "sheets", "--site", "site", "--only-reviewed")
    pages = [path.stem for path in (plans / "site" / "documents").iterdir()]
    assert pages == [audit.stem]
    index = (plans / "site" / "index.html").read_text("utf-8")
    assert "1 document that no person has checked is left out" in index
    tables = rows(plans / "site" / "data" / "comparison.csv")
    assert [(row["source"], row["checked"]) for row in tables] == [("plan.md", "yes")]
    made = json.loads((plans / "site" / "data" / "provenance.json").read_text("utf-8"))
    assert [one["source"] for one in made["documents"]] == ["plan.md"]
    table = (plans / "site" / "data" / "comparison.csv").read_bytes()
    assert made["files"]["comparison.csv"] == hashlib.sha256(table).hexdigest()


def test_reviews_of_no_document_are_told(plans: Path, run_auditor: Run) -> None:
    """A sheet of another batch is not passed over in silence."""
    (plans / "other.csv").write_text(
        "document,kind,text,decision,reviewer\nfife-12ab.pdf,statement,Babies.,accept,Ada\n"
    )
    ran = batch(run_auditor, "--reviews", "other.csv")
    assert "Reviews that fit no document of this batch: fife-12ab.pdf" in ran.err


def test_a_margin_needs_a_batch(plans: Path, run_auditor: Run) -> None:
    """A folder without audits says what to name."""
    (plans / "empty").mkdir()
    assert run_auditor("review", "empty", "-o", "check.csv").code == 2


def test_nothing_is_published_unless_asked() -> None:
    """Without options there is no site, nothing is left out, nothing ranked."""
    assert Publishing() == Publishing(None, False, False)


def test_without_documents_nothing_failed() -> None:
    """The exit code is that of the worst document."""
    assert exit_code([], 50.0) == 0
