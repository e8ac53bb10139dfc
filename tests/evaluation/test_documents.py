"""Whole documents held against their verdicts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from auditor.errors import UsageError
from auditor.evaluation.documents import DocumentScore, score_documents, write_document_scores
from tests.builders import rules

CASES = [
    (DocumentScore("a", "silent", "nominal", "absent", "nominal", False), True, True),
    (DocumentScore("b", "explained", "mentioned", "mentioned", "explained", False), False, True),
    (DocumentScore("c", "measured", "mentioned", "silent", "explained", True), False, False),
]


@pytest.mark.parametrize(
    ("score", "is_right", "is_within"), CASES, ids=["silent", "range", "wrong"]
)
def test_a_verdict_is_right_or_within_its_range(
    score: DocumentScore, is_right: bool, is_within: bool
) -> None:
    """Every silence is one."""
    assert (score.is_right, score.is_in_range) == (is_right, is_within)


def test_the_summary_counts_and_names_what_is_wrong() -> None:
    """Each miss on a line of its own."""
    scores = [score for score, _, _ in CASES]
    text = write_document_scores(scores, errors=True)
    assert text.splitlines()[2:] == [
        "1 of 3 verdicts right, 2 within their range",
        "1 raise the flag that babies are left out",
    ]
    assert "c: mentioned" in text and "c:" not in write_document_scores(scores, errors=False)


@pytest.mark.parametrize(
    "content", ["{", '{"verdict": "x"}', json.dumps({"file": "a", "verdict": "x"})]
)
def test_a_list_that_leads_to_nothing_is_refused(tmp_path: Path, content: str) -> None:
    """Damaged, without a name, or of files that are not there."""
    listed = tmp_path / "list.jsonl"
    listed.write_text(content, "utf-8")
    with pytest.raises(UsageError):
        list(score_documents(listed, tmp_path, rules()))
