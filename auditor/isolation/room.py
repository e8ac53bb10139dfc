"""A private folder of one process, which a later process sweeps away if this one was killed."""

from __future__ import annotations

import contextlib
import os
import shutil
import stat
import tempfile
from dataclasses import dataclass
from pathlib import Path


@dataclass(slots=True)
class Room:
    """A folder that nobody else may enter, gone when it is closed."""

    path: Path
    _lock: int | None = None
    """The folder held open under a lock, which the system frees when the process ends."""

    def close(self) -> None:
        """Delete the folder with all that is in it."""
        shutil.rmtree(self.path, ignore_errors=True)
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None

    def delete(self, pattern: str) -> None:
        """Delete what matches a pattern in it."""
        for path in self.path.glob(pattern):
            shutil.rmtree(path, ignore_errors=True)


def make_room(kind: str) -> Room:
    """Make a room of a kind, after sweeping away those of the same kind that nobody uses."""
    sweep_rooms(kind)
    if os.name == "nt":  # no lock on folders there: leave them to the system's own sweeping
        return Room(Path(tempfile.mkdtemp(prefix=_prefix(kind))))
    made = Path(tempfile.mkdtemp(prefix=".auditor-new-"))
    lock = _locked(made)
    named = made.with_name(_prefix(kind) + made.name.rpartition("-")[2])
    return Room(made.rename(named), lock)


def sweep_rooms(kind: str) -> None:
    """Delete the rooms of a kind whose processes have ended."""
    if os.name == "nt":
        return
    for path in Path(tempfile.gettempdir()).glob(f"{_prefix(kind)}*"):
        lock = _locked(path)
        if lock is not None:
            shutil.rmtree(path, ignore_errors=True)
            os.close(lock)


def _prefix(kind: str) -> str:
    return f"auditor-{kind}-room-"


def _locked(path: Path) -> int | None:
    """Lock a folder of our own; None where another process has it, or somebody else owns it."""
    import fcntl

    with contextlib.suppress(OSError):
        facts = path.lstat()
        if not stat.S_ISDIR(facts.st_mode) or facts.st_uid != os.getuid():
            return None
        folder = os.open(path, os.O_RDONLY | os.O_NOFOLLOW)
        try:
            fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(folder)
            return None
        return folder
    return None
