"""Private folders: gone when closed, and swept away once their process has ended."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from auditor.isolation.room import make_room, sweep_rooms

PROGRAM = """
import time
from auditor.isolation.room import make_room
room = make_room("test")
(room.path / "plan.pdf").touch()
print(room.path, flush=True)
time.sleep(60)
"""


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Have temporary folders made where the test sees them all."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    return tmp_path


def test_a_room_is_private_and_gone_at_the_end(temporary: Path) -> None:
    """Nobody else may look into it, and nothing is left of it."""
    room = make_room("test")
    assert stat.S_IMODE(room.path.stat().st_mode) == 0o700
    (room.path / "12-a").mkdir()
    (room.path / "13-a").mkdir()
    room.delete("12-*")
    assert [path.name for path in room.path.iterdir()] == ["13-a"]
    room.close()
    room.close()
    assert not list(temporary.iterdir())


def test_the_room_of_a_killed_process_is_swept_and_that_of_a_living_one_stays(
    temporary: Path,
) -> None:
    """Whether a process lives is seen by its lock, whatever its number."""
    paths = os.pathsep.join(path for path in sys.path if path)
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": paths},
    ) as other:
        assert other.stdout is not None
        path = Path(other.stdout.readline().strip())
        sweep_rooms("test")
        assert (path / "plan.pdf").exists()
        other.send_signal(signal.SIGKILL)
    sweep_rooms("another kind")
    assert path.exists()
    sweep_rooms("test")
    assert not path.exists()


def test_what_is_no_room_stays(temporary: Path) -> None:
    """A link or a file of that name is not followed and not deleted."""
    treasure = temporary / "treasure"
    treasure.mkdir()
    (temporary / "auditor-test-room-link").symlink_to(treasure)
    (temporary / "auditor-test-room-file").touch()
    sweep_rooms("test")
    assert treasure.exists() and (temporary / "auditor-test-room-file").exists()
