"""The state: kept row by row, and open to one batch at a time."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

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


@pytest.mark.parametrize(
    ("outcome", "limits", "failed", "found"),
    [
        ("failed", LIMITS, True, True),
        ("failed", "600 s", True, False),
        ("failed", LIMITS, False, False),
        ("unreadable", "600 s", False, True),
    ],
)
def test_failure_holds_for_its_limits(
    tmp_path: Path, outcome: Any, limits: str, failed: bool, found: bool
) -> None:
    """A failure counts under the limits it had; a damaged file stays damaged."""
    with State(tmp_path) as state:
        state.keep("key", LIMITS, Row(outcome))
        assert (state.find_row("key", limits, failed=failed) is not None) is found


def test_damaged_state_is_named(tmp_path: Path) -> None:
    """A state that is no database is answered with its path and what to do."""
    (tmp_path / FILE_NAME).write_bytes(b"not a database" * 100)
    with pytest.raises(UsageError) as caught:
        State(tmp_path)
    assert FILE_NAME in caught.value.place
    assert "Delete it" in caught.value.remedy


def test_a_folder_in_place_of_the_state_is_told(tmp_path: Path) -> None:
    """A folder that has the name of the record is one line of error, with a remedy."""
    (tmp_path / FILE_NAME).mkdir()
    with pytest.raises(UsageError) as caught:
        State(tmp_path)
    assert FILE_NAME in caught.value.place and caught.value.remedy


@pytest.mark.parametrize("broken", ["unable to open database file", "disk I/O error"])
def test_a_folder_that_cannot_be_written_to_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    """A read-only or full disk is one line of error, with a remedy that helps."""

    def refuse(*_: object, **__: object) -> None:
        raise sqlite3.OperationalError(broken)

    monkeypatch.setattr(sqlite3, "connect", refuse)
    with pytest.raises(UsageError) as caught:
        State(tmp_path)
    assert broken in caught.value.message and "-o" in caught.value.remedy


@pytest.mark.parametrize(
    "damage",
    [
        "",
        "{",
        "[]",
        "null",
        "{}",
        '{"outcome": "audited"}',
        "[" * 100_000,
        '{"outcome": "conquered", "levels": [], "counts": [], "flags": [], "excluding": [],'
        ' "outputs": []}',
        '{"outcome": "audited", "score": "high", "levels": [], "counts": [], "flags": [],'
        ' "excluding": [], "outputs": []}',
        '{"outcome": "audited", "title": 7, "levels": [], "counts": [], "flags": [],'
        ' "excluding": [], "outputs": []}',
        '{"outcome": "audited", "levels": [[1, 2, 3]], "counts": [], "flags": [], "excluding": [],'
        ' "outputs": []}',
    ],
)
def test_a_damaged_row_counts_as_not_done(tmp_path: Path, damage: str) -> None:
    """The document is audited again, and the other rows stand."""
    with State(tmp_path) as state:
        state.keep("good", LIMITS, Row("audited"))
        state.keep("bad", LIMITS, Row("audited"), trace="a trace")
        state._base.execute("UPDATE done SET row = ? WHERE key = 'bad'", (damage,))
        assert state.find_row("bad", LIMITS) is None
        assert state.find_row("good", LIMITS) == Row("audited")


def test_a_record_that_is_damaged_in_the_middle_is_told(tmp_path: Path) -> None:
    """Damage that shows only later is an error with a remedy, too."""
    with State(tmp_path) as state:
        for number in range(300):
            state.keep(f"key {number}", LIMITS, Row("audited", reason="x" * 200))
    path = tmp_path / FILE_NAME
    content = bytearray(path.read_bytes())
    content[4096:-4096] = b"\xff" * (len(content) - 8192)
    path.write_bytes(bytes(content))
    with pytest.raises(UsageError, match="cannot be used"), State(tmp_path) as state:
        for number in range(300):
            state.find_row(f"key {number}", LIMITS)


def test_state_of_another_shape_is_left_alone(tmp_path: Path) -> None:
    """A state that a later version made is not touched."""
    with State(tmp_path) as state:
        state._base.execute("PRAGMA user_version = 99")
    with pytest.raises(UsageError, match="another version"):
        State(tmp_path)
