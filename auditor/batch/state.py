"""What a batch remembers: each document done, in a database that survives a kill at any moment."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path
from typing import Any

from auditor.batch.job import Fetched
from auditor.batch.row import Row
from auditor.batch.row_text import row_from_text, row_to_text
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


class State(contextlib.AbstractContextManager["State"]):
    """The documents done, by key; open while a batch runs, and by one batch only."""

    def __init__(self, folder: Path) -> None:
        """Open or make the state of an output folder, and lock it until `close`.

        Raises:
            UsageError: another batch is writing to the folder, or the state is damaged.

        """
        self._path = folder / FILE_NAME
        if self._path.exists() and not self._path.is_file():
            raise UsageError(
                "is not a file, and the record of finished work needs that name",
                place=str(self._path),
                remedy="Move it away, or choose another output folder with -o.",
            )
        try:
            self._base = sqlite3.connect(self._path, timeout=0.2, isolation_level=None)
            with contextlib.ExitStack() as undo:
                undo.callback(self._base.close)
                self._prepare()
                undo.pop_all()
        except sqlite3.Error as error:
            raise self._account(error) from None

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
                "made by another version of the auditor",
                place=str(self._path),
                remedy="Choose another output folder.",
            )
        for statement in _TABLES.split(";"):
            base.execute(statement)
        base.execute(f"PRAGMA user_version = {_SHAPE}")
        base.execute("COMMIT")

    def _account(self, error: sqlite3.Error) -> UsageError:
        """Explain why the record cannot be used, and what would help."""
        if "locked" in str(error):
            return UsageError(
                "another batch is writing to this folder",
                place=str(self._path.parent),
                remedy="Wait until it has ended, or choose another folder with -o.",
            )
        remedy = "Delete it, and the documents are audited again."
        if any(word in str(error) for word in ("unable to open", "readonly", "full", "I/O")):
            remedy = "Make room, or choose an output folder that you may write to with -o."
        return UsageError(
            f"the record of finished work cannot be used ({error})",
            place=str(self._path),
            remedy=remedy,
        )

    def _run(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        """Run a statement.

        Raises:
            UsageError: the disk is full, or the record is damaged.

        """
        try:
            return self._base.execute(statement, values).fetchall()
        except sqlite3.Error as error:
            raise self._account(error) from None

    def clear(self) -> None:
        """Forget everything: the batch starts over."""
        self._run("DELETE FROM done")
        self._run("DELETE FROM fetched")

    def find_row(self, key: str, limits: str, *, failed: bool = True) -> Row | None:
        """Find what came of a document.

        A document that failed under other limits counts as not done, and where
        `failed` is false every document that failed; so does one whose row is damaged.
        """
        found = self._run("SELECT row, limits FROM done WHERE key = ?", key)
        row = _row_of(found[0][0]) if found else None
        if row is None:
            return None
        again = row.outcome == "failed" and (found[0][1] != limits or not failed)
        return None if again else row

    def keep(self, key: str, limits: str, row: Row, trace: str = "") -> None:
        """Remember a document; it is remembered once this returns."""
        self._run(
            "INSERT OR REPLACE INTO done VALUES (?, ?, ?, ?, ?)",
            key,
            row.sha256,
            limits,
            row_to_text(row),
            trace,
        )

    def find_fetched(self, address: str) -> Fetched | None:
        """Find what is known of a remote document."""
        found = self._run("SELECT mark, sha256 FROM fetched WHERE address = ?", address)
        return Fetched(*found[0]) if found else None

    def keep_fetched(self, address: str, mark: str, sha256: str) -> None:
        """Remember what a remote address held."""
        self._run("INSERT OR REPLACE INTO fetched VALUES (?, ?, ?)", address, mark, sha256)

    def close(self) -> None:
        """Let the folder go."""
        self._base.close()

    def __exit__(self, *_: object) -> None:
        """Let the folder go."""
        self.close()


def _row_of(text: str) -> Row | None:
    """Read a row; None where it is damaged, so that its document is audited again."""
    try:
        return row_from_text(text)
    except ValueError:
        return None
