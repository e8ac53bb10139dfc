"""The state: kept row by row, and open to one batch at a time."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.batch.row import Row
from auditor.batch.state import FILE_NAME, State
from auditor.errors import UsageError

LIMITS = "300 s"


def test_second_batch_is_told(tmp_path: Path) -> None:
    """While one batch has the folder, another is refused in plain words."""
    with State(tmp_path), pytest.raises(UsageError, match="another batch"):
        State(tmp_path)
    State(tmp_path).close()


def test_row_comes_back_as_it_was(tmp_path: Path) -> None:
    """What is kept is found by the next run, to the last value."""
    row = Row("audited", levels=(("access", None), ("data", 3)), score=12.5, flags=("draft",))
    with State(tmp_path) as state:
        state.keep("key", LIMITS, row)
    with State(tmp_path) as state:
        assert state.find_row("key", LIMITS) == row
        assert state.find_row("other", LIMITS) is None


@pytest.mark.parametrize(("outcome", "limits", "failed", "found"), [
    ("failed", LIMITS, True, True), ("failed", "600 s", True, False),
    ("failed", LIMITS, False, False), ("unreadable", "600 s", False, True),
])
def test_failure_holds_for_its_limits(
    tmp_path: Path, outcome: str, limits: str, failed: bool, found: bool
) -> None:
    """A failure counts under the limits it had; a damaged file stays damaged."""
    with State(tmp_path) as state:
        state.keep("key", LIMITS, Row(outcome))  # type: ignore[arg-type]
        assert (state.find_row("key", limits, failed=failed) is not None) is found


def test_damaged_state_is_named(tmp_path: Path) -> None:
    """A state that is no database is answered with its path and what to do."""
    (tmp_path / FILE_NAME).write_bytes(b"not a database" * 100)
    with pytest.raises(UsageError) as caught:
        State(tmp_path)
    assert FILE_NAME in caught.value.place
    assert "Delete it" in caught.value.remedy


def test_state_of_another_shape_is_left_alone(tmp_path: Path) -> None:
    """A state that a later version made is not touched."""
    with State(tmp_path) as state:
        state._base.execute("PRAGMA user_version = 99")
    with pytest.raises(UsageError, match="another version"):
        State(tmp_path)
