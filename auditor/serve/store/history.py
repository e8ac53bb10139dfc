"""What the page remembers: audits and people's decisions, in one SQLite file or in memory."""

from __future__ import annotations

import contextlib
import json
import secrets
import sqlite3
import threading
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from auditor.errors import UsageError
from auditor.report.views.audit import AuditView
from auditor.report.views.plain import Plain

NAME = "history.sqlite"
PATIENCE = 5.0
"""Seconds to wait for another program that holds the file."""
LARGEST = 2**31
"""Numbers from here on belong to no page and no decision."""
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
CREATE TABLE IF NOT EXISTS begun (id TEXT PRIMARY KEY, name TEXT NOT NULL) STRICT;
"""


@dataclass(frozen=True, slots=True)
class Line:
    """One audit as the list of earlier audits shows it."""

    id: str
    made: str
    """Day and minute, local time."""
    name: str
    title: str
    verdict: str
    score: float | None
    decisions: int


class History:
    """The audits kept; safe to use from many threads."""

    def __init__(self, folder: Path | None) -> None:
        """Open the history in a folder, or one in memory that ends with the process.

        Raises:
            UsageError: the folder cannot be written to, or the file is no history.

        """
        self.is_kept = folder is not None
        self._lock = threading.RLock()
        try:
            self._database = _open(folder)
        except (OSError, sqlite3.Error) as error:
            raise UsageError(
                "the history of audits cannot be opened",
                place=str(folder),
                remedy="Start with --no-history, or move the file history.sqlite away.",
            ) from error

    def close(self) -> None:
        """Let the file go."""
        with self._lock:
            self._database.close()

    @contextmanager
    def _change(self) -> Iterator[sqlite3.Connection]:
        with self._lock, self._database:
            yield self._database

    def _rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        with self._lock:
            return self._database.execute(query, values).fetchall()

    def keep(self, view: AuditView, audit: bytes) -> str:
        """Keep an audit and give it its id."""
        id = secrets.token_hex(8)
        document, score = view["document"], view["score"]["value"]
        row = (
            id,
            datetime.now(UTC).isoformat(),
            document["name"],
            document["title"],
            view["verdict"],
            score,
            _squeezed(view),
            audit,
        )
        with self._change() as database:
            database.execute("INSERT INTO audit VALUES (?,?,?,?,?,?,?,?)", row)
        return id

    def lines(self) -> tuple[Line, ...]:
        """List the audits, the latest first."""
        rows = self._rows(
            "SELECT id, made, name, title, verdict, score, (SELECT count(*) FROM decision"
            " WHERE decision.audit = audit.id) FROM audit ORDER BY made DESC, rowid DESC"
        )
        return tuple(Line(id, _local(made), *rest) for id, made, *rest in rows)

    def find_line(self, id: str) -> Line | None:
        """Find one audit's line."""
        return next((line for line in self.lines() if line.id == id), None)

    def find_view(self, id: str) -> AuditView | None:
        """Find an audit as plain data, as it was made."""
        rows = self._rows("SELECT view FROM audit WHERE id = ?", id)
        return json.loads(zlib.decompress(rows[0][0])) if rows else None

    def find_audit(self, id: str) -> bytes | None:
        """Find an audit as the bytes that `serialisation` reads."""
        rows = self._rows("SELECT parcel FROM audit WHERE id = ?", id)
        return rows[0][0] if rows else None

    def keep_picture(self, id: str, page: int, content: bytes) -> None:
        """Keep a picture of a page, unless its audit has been deleted meanwhile."""
        with self._change() as database:
            database.execute(
                "INSERT OR REPLACE INTO picture SELECT id, ?, ? FROM audit WHERE id = ?",
                (page, content, id),
            )

    def find_picture(self, id: str, page: int) -> bytes | None:
        """Find the picture of a page."""
        if page >= LARGEST:
            return None
        rows = self._rows("SELECT content FROM picture WHERE audit = ? AND page = ?", id, page)
        return rows[0][0] if rows else None

    def keep_file(self, id: str, name: str, content: bytes) -> None:
        """Keep a download that could be made only while the document was there."""
        with self._change() as database:
            database.execute(
                "INSERT OR REPLACE INTO file SELECT id, ?, ? FROM audit WHERE id = ?",
                (name, content, id),
            )

    def find_file(self, id: str, name: str) -> bytes | None:
        """Find such a download."""
        rows = self._rows("SELECT content FROM file WHERE audit = ? AND name = ?", id, name)
        return rows[0][0] if rows else None

    def file_names(self, id: str) -> frozenset[str]:
        """Return the downloads kept for an audit."""
        return frozenset(row[0] for row in self._rows("SELECT name FROM file WHERE audit = ?", id))

    def decide(self, id: str, decision: Plain) -> None:
        """Keep a decision; one person's later decision on the same thing replaces the earlier."""
        values = (
            id,
            decision["statement"],
            decision["criterion"] or "",
            decision["reviewer"],
            json.dumps(decision, ensure_ascii=False),
        )
        with self._change() as database:
            database.execute(
                "INSERT INTO decision (audit, statement, criterion, reviewer, body)"
                " VALUES (?,?,?,?,?) ON CONFLICT (audit, statement, criterion, reviewer)"
                " DO UPDATE SET body = excluded.body",
                values,
            )

    def decisions(self, id: str) -> tuple[Plain, ...]:
        """List the decisions on an audit in the order in which they were first made."""
        rows = self._rows("SELECT number, body FROM decision WHERE audit = ? ORDER BY number", id)
        return tuple({**json.loads(body), "number": number} for number, body in rows)

    def withdraw(self, id: str, number: int) -> None:
        """Delete one decision."""
        if abs(number) >= LARGEST:
            return
        with self._change() as database:
            database.execute("DELETE FROM decision WHERE audit = ? AND number = ?", (id, number))

    def delete(self, id: str) -> None:
        """Delete an audit with all that belongs to it, so that nothing is left on disk."""
        with self._change() as database:
            database.execute("DELETE FROM audit WHERE id = ?", (id,))
        self._tidy()

    def delete_all(self) -> None:
        """Delete every audit."""
        with self._change() as database:
            database.execute("DELETE FROM audit")
            database.execute("DELETE FROM begun")
        self._tidy()

    def _tidy(self) -> None:
        """Make the file smaller; what is deleted is overwritten already, so this may wait."""
        with self._lock, contextlib.suppress(sqlite3.OperationalError):
            self._database.execute("VACUUM")

    def begin(self, id: str, name: str) -> None:
        """Note that a document is being audited, so that a stop in the middle can be told of."""
        with self._change() as database:
            database.execute("INSERT OR REPLACE INTO begun VALUES (?,?)", (id, name))

    def end(self, id: str) -> None:
        """Note that an audit has come to its end, whichever."""
        with self._change() as database:
            database.execute("DELETE FROM begun WHERE id = ?", (id,))

    def take_interrupted(self) -> tuple[str, ...]:
        """Return the documents whose audit a stop cut short, and forget them."""
        names = tuple(row[0] for row in self._rows("SELECT name FROM begun ORDER BY rowid"))
        if names:
            with contextlib.suppress(sqlite3.OperationalError), self._change() as database:
                database.execute("DELETE FROM begun")
        return names


def _open(folder: Path | None) -> sqlite3.Connection:
    """Open the database; what is deleted is overwritten, and only the user may read it."""
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        (folder / NAME).touch(mode=0o600)
    place = ":memory:" if folder is None else str(folder / NAME)
    database = sqlite3.connect(place, check_same_thread=False, timeout=PATIENCE)
    database.execute("PRAGMA secure_delete = ON")
    database.execute("PRAGMA foreign_keys = ON")
    database.executescript(_TABLES)
    return database


def _squeezed(view: AuditView) -> bytes:
    return zlib.compress(json.dumps(view, ensure_ascii=False).encode("utf-8", "surrogatepass"), 6)


def _local(made: str) -> str:
    return datetime.fromisoformat(made).astimezone().strftime("%d %b %Y, %H:%M")
