"""What the page remembers: audits with their pictures and files, and what people say of them."""

from __future__ import annotations

import contextlib
import json
import secrets
import sqlite3
import zlib
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from auditor.report.views.audit import AuditView
from auditor.serve.store.database import LARGEST, Database
from auditor.serve.store.imprints import Imprints
from auditor.serve.store.remarks import Remarks


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
        self._database = Database(folder)
        self.remarks = Remarks(self._database)
        self.imprints = Imprints(self._database)

    def close(self) -> None:
        """Let the file go."""
        self._database.close()

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
        self._database.run("INSERT INTO audit VALUES (?,?,?,?,?,?,?,?)", *row)
        return id

    def lines(self) -> tuple[Line, ...]:
        """List the audits, the latest first."""
        rows = self._database.rows(
            "SELECT id, made, name, title, verdict, score, (SELECT count(*) FROM decision"
            " WHERE decision.audit = audit.id) FROM audit ORDER BY made DESC, rowid DESC"
        )
        return tuple(Line(id, _local(made), *rest) for id, made, *rest in rows)

    def find_line(self, id: str) -> Line | None:
        """Find one audit's line."""
        return next((line for line in self.lines() if line.id == id), None)

    def find_view(self, id: str) -> AuditView | None:
        """Find an audit as plain data, as it was made."""
        found = self._database.content("SELECT view FROM audit WHERE id = ?", id)
        return json.loads(zlib.decompress(found)) if found is not None else None

    def find_audit(self, id: str) -> bytes | None:
        """Find an audit as the bytes that `serialisation` reads."""
        return self._database.content("SELECT parcel FROM audit WHERE id = ?", id)

    def keep_picture(self, id: str, page: int, content: bytes) -> None:
        """Keep a picture of a page, unless its audit has been deleted meanwhile."""
        self._database.run(
            "INSERT OR REPLACE INTO picture SELECT id, ?, ? FROM audit WHERE id = ?",
            page,
            content,
            id,
        )

    def find_picture(self, id: str, page: int) -> bytes | None:
        """Find the picture of a page."""
        if page >= LARGEST:
            return None
        return self._database.content(
            "SELECT content FROM picture WHERE audit = ? AND page = ?", id, page
        )

    def keep_file(self, id: str, name: str, content: bytes) -> None:
        """Keep a download that could be made only while the document was there."""
        self._database.run(
            "INSERT OR REPLACE INTO file SELECT id, ?, ? FROM audit WHERE id = ?", name, content, id
        )

    def find_file(self, id: str, name: str) -> bytes | None:
        """Find such a download."""
        return self._database.content(
            "SELECT content FROM file WHERE audit = ? AND name = ?", id, name
        )

    def file_names(self, id: str) -> frozenset[str]:
        """Return the downloads kept for an audit."""
        return frozenset(
            row[0] for row in self._database.rows("SELECT name FROM file WHERE audit = ?", id)
        )

    def delete(self, id: str) -> None:
        """Delete an audit with all that belongs to it, so that nothing is left on disk."""
        self._database.run("DELETE FROM audit WHERE id = ?", id)
        self._database.tidy()

    def delete_all(self) -> None:
        """Delete every audit."""
        with self._database.change() as database:
            database.execute("DELETE FROM audit")
            database.execute("DELETE FROM begun")
        self._database.tidy()

    def begin(self, id: str, name: str) -> None:
        """Note that a document is being audited, so that a stop in the middle can be told of."""
        self._database.run("INSERT OR REPLACE INTO begun VALUES (?,?)", id, name)

    def end(self, id: str) -> None:
        """Note that an audit has come to its end, whichever."""
        self._database.run("DELETE FROM begun WHERE id = ?", id)

    def take_interrupted(self) -> tuple[str, ...]:
        """Return the documents whose audit a stop cut short, and forget them."""
        names = tuple(
            row[0] for row in self._database.rows("SELECT name FROM begun ORDER BY rowid")
        )
        if names:
            with contextlib.suppress(sqlite3.OperationalError), self._database.change() as database:
                database.execute("DELETE FROM begun")
        return names


def _squeezed(view: AuditView) -> bytes:
    return zlib.compress(json.dumps(view, ensure_ascii=False).encode("utf-8", "surrogatepass"), 6)


def _local(made: str) -> str:
    return datetime.fromisoformat(made).astimezone().strftime("%d %b %Y, %H:%M")
