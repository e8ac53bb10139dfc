"""Where reports go: a file, a folder or standard output."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from auditor.cli.outputs import plan_outputs
from auditor.errors import UsageError

Run = Callable[..., Any]


def test_the_ending_of_the_output_names_the_format(folder: Path, run_auditor: Run) -> None:
    """`-o report.json` needs no --format."""
    assert run_auditor("audit", "plan.md", "-o", "report.json", "--quiet").out == ""
    assert json.loads((folder / "report.json").read_text("utf-8"))["schema_version"] == "1.1"


def test_several_formats_go_into_a_folder(folder: Path, run_auditor: Run) -> None:
    """--format may be given more than once with -o FOLDER."""
    ran = run_auditor(
        "audit", "plan.md", "old.md", "-o", "out", "--format", "json", "--format", "html"
    )
    assert ran.code == 0
    assert sorted(path.name for path in (folder / "out").iterdir()) == [
        "old-audit.html",
        "old-audit.json",
        "plan-audit.html",
        "plan-audit.json",
    ]


@pytest.mark.parametrize(
    ("output", "formats", "documents"),
    [
        pytest.param("two.html", (), 2, id="one file, two documents"),
        pytest.param("x.html", ("json", "md"), 1, id="one file, two formats"),
        pytest.param("x.odt", (), 1, id="no such format"),
        pytest.param("none/x.html", (), 1, id="no such folder"),
    ],
)
def test_what_cannot_be_written_is_refused(
    output: str, formats: tuple[str, ...], documents: int, folder: Path
) -> None:
    """Contradictions are found before anything is read, and nothing is made."""
    with pytest.raises(UsageError):
        plan_outputs(folder / output, formats, documents)
    assert sorted(path.name for path in folder.iterdir()) == ["old.md", "plan.md"]


def test_a_summary_has_a_name_of_its_own(folder: Path) -> None:
    """Report and summary of one document stand side by side."""
    outputs = plan_outputs(folder / "out", ("pdf", "summary-pdf"), 1)
    names = [outputs.path("plan", name).name for name in outputs.formats]
    assert names == ["plan-audit.pdf", "plan-audit-summary.pdf"]
