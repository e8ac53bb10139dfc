"""`auditor check`: what is shipped is all good."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Run = Callable[..., Any]


def test_check_says_all_good_of_what_is_shipped(run_auditor: Run) -> None:
    """Every key and every example of the word lists and the rubric."""
    ran = run_auditor("check")
    *notes, last = ran.out.strip().splitlines()
    assert (ran.code, last, ran.err) == (0, "all good", "")
    shares = [note for note in notes if note.startswith("Note: reports in ")]
    assert [note[17:19] for note in shares] == ["cy", "es", "fr", "pt"]
    assert all(note.endswith(" texts translated") for note in shares)
    assert all(" texts not translated (" in note for note in notes if note not in shares)
