"""The one file in which the page remembers, or a place in memory: opened, changed, asked."""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from auditor.errors import UsageError

NAME = "history.sqlite"
PATIENCE = 5.0
"""Seconds to wait for another program that holds the file."""
LARGEST = 2**31
"""Numbers from here on belong to no page and no remark."""
_TABLES = """
CREATE TABLE IF NOT EXISTS audit (
  id TEXT PRIMARY KEY, made TEXT NOT NULL, name TEXT NOT NULL, title TEXT NOT NULL,
  verdict TEXT NOT NULL, score REAL, view BLOB NOT NULL, parcel BLOB NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS picture (
  audit TEXT NOT NULL REFERENCES audit ON DELETE CASCADE, page INTEGER NOT NULL,
  content BLOB NOT NULL, PRIMARY KEY (audit, page)) STRICT;
CREATE TABLE IF NOT EXISTS file (
  audit TEXT NOT NULL REFERENCES audit ON DELETE CASCADE, name TEXT NOT NULL,
  content BLOB NOT NULL, PRIMARY KEY (audit, name)) STRICT;
CREATE TABLE IF NOT EXISTS decision (
  number INTEGER PRIMARY KEY, audit TEXT NOT NULL REFERENCES audit ON DELETE CASCADE,
  statement TEXT NOT NULL, criterion TEXT NOT NULL, reviewer TEXT NOT NULL, body TEXT NOT NULL,
  UNIQUE (audit, statement, criterion, reviewer)) STRICT;
CREATE TABLE IF NOT EXISTS reply (
  number INTEGER PRIMARY KEY, audit TEXT NOT NULL REFERENCES audit ON DELETE CASCADE,
  statement TEXT NOT NULL, criterion TEXT NOT NULL, reviewer TEXT NOT NULL, body TEXT NOT NULL,
  UNIQUE (audit, statement, criterion, reviewer)) STRICT;
CREATE TABLE IF NOT EXISTS step (
  number INTEGER PRIMARY KEY, audit TEXT NOT NULL REFERENCES audit ON DELETE CASCADE,
  before TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS imprint (
  audit TEXT PRIMARY KEY REFERENCES audit ON DELETE CASCADE,
  title TEXT NOT NULL, date TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS house (
  one INTEGER PRIMARY KEY CHECK (one = 1), author TEXT NOT NULL, logo BLOB NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS begun (id TEXT PRIMARY KEY, name TEXT NOT NULL) STRICT;
"""


class Database:
    """A connection that many threads may use."""

    def __init__(self, folder: Path | None) -> None:
        """Open the file in a folder, or a place in memory that ends with the process.

        Raises:
            UsageError: the folder cannot be written to, or the file is no history.

        """
        self._lock = threading.RLock()
        try:
            self._connection = _open(folder)
        except (OSError, sqlite3.Error) as error:
            raise UsageError(
                "the history of audits cannot be opened",
                place=str(folder),
                remedy="Start with --no-history, or move the file history.sqlite away.",
            ) from error

    def close(self) -> None:
        """Let the file go."""
        with self._lock:
            self._connection.close()

    @contextmanager
    def change(self) -> Iterator[sqlite3.Connection]:
        """Change it: all that is done inside, or nothing."""
        with self._lock, self._connection:
            yield self._connection

    def rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        """Return the rows that a query finds."""
        with self._lock:
            return self._connection.execute(query, values).fetchall()

    def content(self, query: str, *values: object) -> bytes | None:
        """Return the bytes that a query finds; None where it finds nothing."""
        rows = self.rows(query, *values)
        return rows[0][0] if rows else None

    def run(self, statement: str, *values: object) -> None:
        """Make one change."""
        with self.change() as database:
            database.execute(statement, values)

    def tidy(self) -> None:
        """Make the file smaller; what is deleted is overwritten already, so this may wait."""
        with self._lock, contextlib.suppress(sqlite3.OperationalError):
            self._connection.execute("VACUUM")


def _open(folder: Path | None) -> sqlite3.Connection:
    """Open the file; what is deleted is overwritten, and only the user may read it."""
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        (folder / NAME).touch(mode=0o600)
    place = ":memory:" if folder is None else str(folder / NAME)
    database = sqlite3.connect(place, check_same_thread=False, timeout=PATIENCE)
    database.execute("PRAGMA secure_delete = ON")
    database.execute("PRAGMA foreign_keys = ON")
    database.executescript(_TABLES)
    return database
