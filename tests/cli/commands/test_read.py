"""`auditor read`: what was read of a file."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

Run = Callable[..., Any]


def test_read_shows_blocks_and_counts(folder: Path, run_auditor: Run) -> None:
    """Headings, text and how many words there are; JSON with the same blocks."""
    told = run_auditor("read", "plan.md").out
    assert "# A mental health plan for our children" in told and "words, language en" in told
    blocks = json.loads(run_auditor("read", "plan.md", "--format", "json").out)["blocks"]
    assert [one["place"] for one in blocks][:2] == ["heading", "heading"]
