"""`auditor label`: statements in, labels out, a line each."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

Run = Callable[..., Any]


def test_label_writes_one_object_a_line(folder: Path, run_auditor: Run) -> None:
    """In the gold format, ids kept, order kept."""
    (folder / "in.jsonl").write_text(
        '{"id": "a", "text": "Babies will be seen by May 2027."}\n\n'
        '{"text": "Two teams by 2027.", "heading": "Babies and their parents", "lang": "en"}\n'
        '{"id": "c", "text": "Babies in the UK, 2019.", "place": "reference"}\n'
    )
    lines = [json.loads(line) for line in run_auditor("label", "in.jsonl").out.splitlines()]
    assert [line["reach"] for line in lines] == ["explicit", "explicit", "none"]
    assert lines[0]["id"] == "a" and lines[2]["id"] == "c"
    assert {"id", "reach", "topic", "strength", "criteria", "because"} <= set(lines[0])
    run_auditor("label", "in.jsonl", "-o", "out.jsonl")
    assert [json.loads(line) for line in (folder / "out.jsonl").read_text().splitlines()] == lines
