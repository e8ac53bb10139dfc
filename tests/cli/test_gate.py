"""The gate for drafts: what it is read from, before anything is audited."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from auditor.cli.gate import Gate, GateFiles
from auditor.errors import DocumentError, UsageError

Run = Callable[..., Any]


def test_an_empty_gate_holds_nothing() -> None:
    """Without its options an audit is as it was."""
    assert GateFiles(None, None, None).read(3) == Gate()
    assert Gate().known(Path("plan.md")) is None


def test_one_earlier_audit_is_for_one_document(folder: Path, run_auditor: Run) -> None:
    """Several documents have no common earlier draft."""
    run_auditor("audit", "plan.md", "-o", "plan.json", "-q")
    with pytest.raises(UsageError, match="--baseline for many"):
        GateFiles(folder / "plan.json", None, None).read(2)


def test_what_is_no_audit_is_refused_before_anything_is_read(
    folder: Path, run_auditor: Run
) -> None:
    """A slip in a name or a file of another kind."""
    (folder / "other.json").write_text("{}")
    with pytest.raises(DocumentError):
        GateFiles(folder / "other.json", None, None).read(1)
    ran = run_auditor("audit", "plan.md", "--not-below", "none.json")
    assert ran.code == 2 and "none.json" in ran.err and not (folder / "plan-audit.html").exists()


def test_a_baseline_in_no_folder_is_refused(folder: Path) -> None:
    """Before anything is read."""
    with pytest.raises(UsageError, match="no such folder"):
        GateFiles(None, None, folder / "none" / "gaps.toml").read(1)
