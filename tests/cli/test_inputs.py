"""What documents are read from: files, and standard input."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from auditor.cli.inputs import stems_of
from tests.cli.plans import OLD, PLAN

Run = Callable[..., Any]


def test_files_of_the_same_name_keep_their_own_reports(folder: Path, run_auditor: Run) -> None:
    """Two folders, one name: nothing is overwritten."""
    (folder / "b").mkdir()
    (folder / "b" / "plan.md").write_text(OLD)
    run_auditor("audit", "plan.md", "b/plan.md", "-o", "out", "--format", "json")
    assert sorted(path.name for path in (folder / "out").iterdir()) == [
        "plan-2-audit.json",
        "plan-audit.json",
    ]


def test_standard_input_is_a_document_too(
    folder: Path, run_auditor: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`auditor audit -` reads what is piped into it."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PLAN.encode())))
    view = json.loads(run_auditor("audit", "-", "--format", "json").out)
    assert view["document"]["name"].startswith("stdin")
    assert view["counts"]["explicit"] >= 2


def test_names_of_reports_are_told_apart() -> None:
    """Three files of one name give three names."""
    paths = [Path("a/plan.md"), Path("b/plan.pdf"), [Path("c/plan.md"), Path("d.md")]]
    assert stems_of(paths) == ["plan", "plan-2", "plan-3"]
