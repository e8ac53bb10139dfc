"""The way in which a child ended has a name and a likely cause."""

from __future__ import annotations

import pytest

from auditor.isolation.parent_ending import Cause, WorkerEnded, describe_ending


@pytest.mark.parametrize(
    ("code", "name"),
    [
        (-9, "SIGKILL"),
        (1, "exit code 1"),
        (None, "exit code None"),
        (-4999, "exit code -4999"),
    ],
)
def test_an_ending_has_a_name(code: int | None, name: str) -> None:
    """Signals are told by name."""
    assert describe_ending(code) == name


@pytest.mark.parametrize(
    ("code", "late", "cause"),
    [
        (-9, False, "memory"),
        (-9, True, "late"),
        (-6, False, "memory"),
        (-5, False, "memory"),
        (-11, False, "crash"),
        (1, False, "crash"),
        (None, False, "crash"),
        (None, True, "late"),
    ],
)
def test_an_ending_has_a_cause(code: int | None, late: bool, cause: Cause) -> None:
    """What ended a child: the clock, a lack of memory, or a fault."""
    assert WorkerEnded(code, late=late).cause == cause
