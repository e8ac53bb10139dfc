"""`auditor serve`: contradictions are refused before a server starts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Run = Callable[..., Any]


def test_history_and_no_history_contradict_each_other(run_auditor: Run) -> None:
    """One of the two, not both."""
    ran = run_auditor("serve", "--history", "x", "--no-history")
    assert ran.code == 2 and "contradict" in ran.err
