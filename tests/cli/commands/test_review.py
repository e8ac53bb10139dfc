"""`auditor review`: sheets for people, and how far they agree."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

Run = Callable[..., Any]


def test_a_sheet_has_a_row_for_each_question_and_statement(folder: Path, run_auditor: Run) -> None:
    """The second coder's sheet has as many statements and none of the labels."""
    run_auditor("audit", "plan.md", "-o", "audit.json")
    assert run_auditor("review", "audit.json", "-o", "sheet.csv").code == 0
    assert run_auditor("review", "audit.json", "-o", "second.csv", "--second").code == 0
    first, second = ((folder / name).read_text("utf-8-sig") for name in ("sheet.csv", "second.csv"))
    assert first.count("criterion,") >= 16
    assert "strength" in first.splitlines()[0] and "strength" in second.splitlines()[0]
    assert "explicit" in first and "explicit" not in second


def test_a_coder_agrees_with_itself(folder: Path, run_auditor: Run) -> None:
    """An audit held against itself agrees on all that both labelled."""
    run_auditor("audit", "plan.md", "-o", "audit.json")
    ran = run_auditor("review", "--agreement", "audit.json", "audit.json", "--format", "json")
    compared = json.loads(ran.out)
    assert compared["shared"] > 0 and compared["labels"][0]["share"] == 1.0
