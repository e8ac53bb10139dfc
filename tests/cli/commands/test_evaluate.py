"""`auditor evaluate`: labels held against a gold set."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

Run = Callable[..., Any]


def test_a_gold_set_is_scored(folder: Path, run_auditor: Run) -> None:
    """Labels that agree give full marks; a wrong one is listed as a miss."""
    right = {
        "text": "Babies will be seen by May 2027.",
        "reach": "explicit",
        "topic": "other",
        "strength": 4,
        "criteria": [],
    }
    wrong = {**right, "text": "Pupils matter.", "reach": "explicit"}
    (folder / "gold.jsonl").write_text(f"{json.dumps(right)}\n{json.dumps(wrong)}\n")
    told = run_auditor("evaluate", "gold.jsonl", "--errors").out
    assert "Pupils matter." in told
    assert run_auditor("evaluate").code == 2
