"""`auditor batch`: many documents, one command."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from auditor.cli.commands import batch

Run = Callable[..., Any]


def test_the_command_is_called_after_its_module() -> None:
    """`auditor batch` is found in the module of that name."""
    assert batch.command.name == "batch"


def test_nothing_to_audit_is_refused(folder: Path, run_auditor: Run) -> None:
    """An empty list of documents is a slip, not a result."""
    ran = run_auditor("batch", "-o", "out")
    assert ran.code == 2 and "nothing to audit" in ran.err
