"""`auditor read`: what was read of a file."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from auditor.cli.commands import read

Run = Callable[..., Any]


def test_the_command_is_called_after_its_module() -> None:
    """`auditor read` is found in the module of that name."""
    assert read.command.name == "read"


def test_read_shows_blocks_and_counts(folder: Path, run_auditor: Run) -> None:
    """Headings, text and how many words there are; JSON with the same blocks."""
    told = run_auditor("read", "plan.md").out
    assert "# A mental health plan for our children" in told and "words, language en" in told
    blocks = json.loads(run_auditor("read", "plan.md", "--format", "json").out)["blocks"]
    assert [one["place"] for one in blocks][:2] == ["heading", "heading"]
