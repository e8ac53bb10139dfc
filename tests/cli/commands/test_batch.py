"""`auditor batch`: many documents, one command."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

Run = Callable[..., Any]


def test_nothing_to_audit_is_refused(folder: Path, run_auditor: Run) -> None:
    """An empty list of documents is a slip, not a result."""
    ran = run_auditor("batch", "-o", "out")
    assert ran.code == 2 and "nothing to audit" in ran.err


def test_date_author_and_logo_stand_in_every_report_of_a_batch(
    folder: Path, run_auditor: Run
) -> None:
    """A run with another date writes the reports again; the data holds none of it."""
    for date in ("1 May 2027", "2 June 2027"):
        ran = run_auditor(
            "batch",
            "plan.md",
            "-o",
            "out",
            "--date",
            date,
            "--author",
            "A charity",
            "--workers",
            "1",
        )
        assert ran.code == 0, ran.err
        (report,) = (folder / "out" / "reports").glob("*.html")
        told = report.read_text("utf-8")
        assert date in told and "A charity" in told
    (data,) = (folder / "out" / "audits").glob("*.json")
    assert "A charity" not in data.read_text("utf-8")
