"""Whose reports they are: the author and logo of all, the title and date of each, remembered."""

from __future__ import annotations

from auditor.report.story.imprint import Imprint, Logo, logo_of
from auditor.serve.store.database import Database


class Imprints:
    """What people said of the reports themselves."""

    def __init__(self, database: Database) -> None:
        """Keep it in a database."""
        self._database = database

    def find(self, id: str = "") -> Imprint:
        """Find the imprint of an audit's reports; without an audit, what all have in common."""
        house = self._database.rows("SELECT author, logo FROM house")
        author, logo = house[0] if house else ("", b"")
        own = self._database.rows("SELECT title, date FROM imprint WHERE audit = ?", id)
        title, date = own[0] if own else ("", "")
        return Imprint(title, date, author, logo_of(logo) if logo else None)

    def keep_house(self, author: str, logo: Logo | None) -> None:
        """Keep the author and the logo of all reports."""
        content = logo.content if logo else b""
        self._database.run("INSERT OR REPLACE INTO house VALUES (1,?,?)", author, content)

    def keep(self, id: str, title: str, date: str) -> None:
        """Keep the title and the date of one audit's reports, unless it has been deleted."""
        self._database.run(
            "INSERT OR REPLACE INTO imprint SELECT id, ?, ? FROM audit WHERE id = ?",
            title,
            date,
            id,
        )
