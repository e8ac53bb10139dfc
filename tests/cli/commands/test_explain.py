"""`auditor explain`: what is found in a sentence, and why."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

Run = Callable[..., Any]


def test_explain_names_labels_words_and_rules(run_auditor: Run) -> None:
    """An editor sees what was found, and by which rule."""
    ran = run_auditor("explain", "Babies must no longer be overlooked.")
    assert "explicit" in ran.out and "because" in ran.out and "“Babies”" in ran.out
    plain = json.loads(run_auditor("explain", "Babies matter.", "--format", "json").out)
    assert plain["reach"] == "explicit"


def test_explain_reads_the_heading_too(run_auditor: Run) -> None:
    """A heading lends its words to what is incomplete without it."""
    alone = run_auditor("explain", "Two specialist teams by April 2027.", "--format", "json")
    under = run_auditor(
        "explain",
        "Two specialist teams by April 2027.",
        "--format",
        "json",
        "--heading",
        "Babies and their parents",
    )
    assert json.loads(alone.out)["reach"] != "explicit"
    assert json.loads(under.out)["reach"] == "explicit"
