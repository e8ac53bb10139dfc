"""The worked examples beside the invented consultations are what the auditor writes."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.report.consultation.responses import render_responses
from tests.report.consultation.promises import CONSULTATIONS, answered

EXAMPLES = {
    "council-web-form": "01-measured",
    "health-board-strategy": "06-mentioned",
    "service-specification": "03-excluded-by-floor",
}


@pytest.mark.parametrize("path", CONSULTATIONS, ids=lambda one: one.stem)
def test_an_example_is_what_is_written(path: Path, update_golden: bool) -> None:
    """On one sample each; `make golden` writes them anew."""
    name = EXAMPLES[path.stem]
    story, questions, responses = answered(name, path)
    content = render_responses(questions, responses, story, file=f"{name}-questions.toml")
    made = content.decode("utf-8-sig").replace("\r\n", "\n")
    example = path.with_name(f"{path.stem}-answers.txt")
    if update_golden:
        example.write_text(made, "utf-8")
    assert example.read_text("utf-8") == made
