"""What a batch remembers: each document done, in a database that survives a kill at any moment."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from auditor.batch.row import Row, row_from_text, row_to_text
from auditor.errors import UsageError

FILE_NAME = "batch.sqlite"
_SHAPE = 1
_TABLES = """
CREATE TABLE IF NOT EXISTS done (
    key    TEXT PRIMARY KEY,
    sha256 TEXT NOT NULL,
    limits TEXT NOT NULL,
    row    TEXT NOT NULL,
    trace  TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS fetched (
    address TEXT PRIMARY KEY,
    mark    TEXT NOT NULL,
    sha256  TEXT NOT NULL
) STRICT;
"""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What is known of a document that is somewhere else."""

    mark: str
    sha256: str


class State:
    """The documents done, by key; open while a batch runs, and by one batch only."""

    def __init__(self, folder: Path) -> None:
        """Open or make the state of an output folder, and lock it until `close`.

        Raises:
            UsageError: another batch is writing to the folder, or the state is damaged.

        """
        self._path = folder / FILE_NAME
        self._base = sqlite3.connect(self._path, timeout=0.2, isolation_level=None)
        try:
            self._prepare()
        except sqlite3.OperationalError as error:
            self._base.close()
            raise _in_use(folder) if "locked" in str(error) else self._damaged(error) from None
        except sqlite3.DatabaseError as error:
            self._base.close()
            raise self._damaged(error) from None
        except UsageError:
            self._base.close()
            raise

    def _prepare(self) -> None:
        """Take the lock (held by the connection, so a kill frees it) and make the tables."""
        base = self._base
        base.execute("PRAGMA locking_mode = EXCLUSIVE")
        base.execute("PRAGMA journal_mode = WAL")
        base.execute("PRAGMA synchronous = NORMAL")
        base.execute("BEGIN EXCLUSIVE")
        if base.execute("PRAGMA user_version").fetchone()[0] not in (0, _SHAPE):
            base.execute("ROLLBACK")
            raise UsageError(
                "made by another version of the auditor", place=str(self._path),
                remedy="Choose another output folder.",
            )
        for statement in _TABLES.split(";"):
            base.execute(statement)
        base.execute(f"PRAGMA user_version = {_SHAPE}")
        base.execute("COMMIT")

    def _damaged(self, error: sqlite3.DatabaseError) -> UsageError:
        return UsageError(
            f"the record of what is done cannot be used ({error})", place=str(self._path),
            remedy="Delete it, and the documents are audited again.",
        )

    def clear(self) -> None:
        """Forget everything: the batch starts over."""
        self._base.execute("DELETE FROM done")
        self._base.execute("DELETE FROM fetched")

    def find_row(self, key: str, limits: str, *, failed: bool = True) -> Row | None:
        """
        Find what came of a document.

        A document that failed under other limits counts as not done, and where
        `failed` is false every document that failed.
        """
        found = self._base.execute("SELECT row, limits FROM done WHERE key = ?", (key,)).fetchone()
        if found is None:
            return None
        row = row_from_text(found[0])
        again = row.outcome == "failed" and (found[1] != limits or not failed)
        return None if again else row

    def keep(self, key: str, limits: str, row: Row, trace: str = "") -> None:
        """Remember a document; it is remembered once this returns."""
        self._base.execute(
            "INSERT OR REPLACE INTO done VALUES (?, ?, ?, ?, ?)",
            (key, row.sha256, limits, row_to_text(row), trace),
        )

    def forget(self, key: str) -> None:
        """Forget one document, so that it is audited again."""
        self._base.execute("DELETE FROM done WHERE key = ?", (key,))

    def find_fetched(self, address: str) -> Fetched | None:
        """Find what is known of a remote document."""
        found = self._base.execute(
            "SELECT mark, sha256 FROM fetched WHERE address = ?", (address,)
        ).fetchone()
        return Fetched(*found) if found else None

    def keep_fetched(self, address: str, mark: str, sha256: str) -> None:
        """Remember what a remote address held."""
        self._base.execute(
            "INSERT OR REPLACE INTO fetched VALUES (?, ?, ?)", (address, mark, sha256)
        )

    def traces(self) -> tuple[tuple[str, str], ...]:
        """List the mistakes of the auditor itself: the document's name and the traceback."""
        found = self._base.execute("SELECT row, trace FROM done WHERE trace != '' ORDER BY key")
        return tuple((row_from_text(row).name, trace) for row, trace in found)

    def close(self) -> None:
        """Give the folder free."""
        self._base.close()

    def __enter__(self) -> State:
        """Be closed at the end of a `with`."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Give the folder free."""
        self.close()


def _in_use(folder: Path) -> UsageError:
    return UsageError(
        "another batch is writing to this folder", place=str(folder),
        remedy="Wait until it has ended, or choose another folder with -o.",
    )
