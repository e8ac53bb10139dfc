"""`auditor compare`: what babies gained and lost."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from auditor.cli.commands import compare

Run = Callable[..., Any]


def test_the_command_is_called_after_its_module() -> None:
    """`auditor compare` is found in the module of that name."""
    assert compare.command.name == "compare"


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
