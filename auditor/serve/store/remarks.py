"""What people say of an audit in the page: decisions and replies, each step of which can be undone."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from typing import Literal, NamedTuple

from auditor.report.views.plain import Plain
from auditor.serve.store.database import LARGEST, Database

Shelf = Literal["decision", "reply"]
SETTLES = " · settles"
"""Stands behind the name of one who settles a disagreement: beside what they said as a coder."""

_HERE = "WHERE audit = ? AND statement = ? AND criterion = ? AND reviewer = ?"


class Before(NamedTuple):
    """What stood in one place before a step; None where nothing did."""

    shelf: Shelf
    statement: str
    criterion: str
    who: str
    body: str | None


class Remarks:
    """The decisions and replies of all audits."""

    def __init__(self, database: Database) -> None:
        """Keep them in a database."""
        self._database = database

    def decide(self, id: str, *decisions: Plain) -> None:
        """Keep decisions as one step; a later one of the same person replaces the earlier."""
        self._step(id, [(_place_of(one), _written(one)) for one in decisions])

    def decisions(self, id: str) -> tuple[Plain, ...]:
        """List the decisions on an audit in the order in which they were first made."""
        return self._listed("decision", id)

    def withdraw(self, id: str, number: int, shelf: Shelf = "decision") -> None:
        """Take a decision or a reply back."""
        if abs(number) >= LARGEST:
            return
        found = self._database.rows(
            f"SELECT statement, criterion, reviewer FROM {shelf} WHERE audit = ? AND number = ?",
            id,
            number,
        )
        self._step(
            id, [(Before(shelf, on, question, who, None), None) for on, question, who in found]
        )

    def reply(self, id: str, reply: Plain) -> None:
        """Keep what the authors say to a statement, a question or the report as a whole."""
        place = Before("reply", reply["statement"], reply["criterion"] or "", reply["author"], None)
        self._step(id, [(place, _written(reply))])

    def replies(self, id: str) -> tuple[Plain, ...]:
        """List the replies on an audit in the order in which they were first made."""
        return self._listed("reply", id)

    def has_steps(self, id: str) -> bool:
        """Return True if there is a step to undo."""
        return bool(self._database.rows("SELECT 1 FROM step WHERE audit = ? LIMIT 1", id))

    def undo(self, id: str) -> None:
        """Put back what stood before the last step; the step before it is then the last."""
        last = self._database.rows(
            "SELECT number, before FROM step WHERE audit = ? ORDER BY number DESC LIMIT 1", id
        )
        for number, told in last:
            with self._database.change() as database:
                for one in json.loads(told):
                    _put(database, id, Before(*one), one[-1])
                database.execute("DELETE FROM step WHERE number = ?", (number,))

    def _listed(self, shelf: Shelf, id: str) -> tuple[Plain, ...]:
        rows = self._database.rows(
            f"SELECT number, body FROM {shelf} WHERE audit = ? ORDER BY number",
            id,
        )
        return tuple({**json.loads(body), "number": number} for number, body in rows)

    def _step(self, id: str, changes: Iterable[tuple[Before, str | None]]) -> None:
        """Make changes that are undone together, and note what stood there before."""
        with self._database.change() as database:
            before = []
            for place, body in changes:
                before.append(place._replace(body=_find(database, id, place)))
                _put(database, id, place, body)
            if before:
                told = json.dumps(before, ensure_ascii=False)
                database.execute("INSERT INTO step (audit, before) VALUES (?,?)", (id, told))


def _place_of(decision: Plain) -> Before:
    """Return where a decision is kept: by what it is on, and by whom it is."""
    rule = decision.get("rule")
    statement = f"rule:{rule}" if rule else decision["statement"]
    who = decision["reviewer"] + (SETTLES if decision.get("settles") else "")
    return Before("decision", statement, decision["criterion"] or "", who, None)


def _written(one: Plain) -> str:
    return json.dumps(one, ensure_ascii=False)


def _find(database: sqlite3.Connection, id: str, place: Before) -> str | None:
    key = (id, place.statement, place.criterion, place.who)
    row = database.execute(f"SELECT body FROM {place.shelf} {_HERE}", key).fetchone()
    return str(row[0]) if row else None


def _put(database: sqlite3.Connection, id: str, place: Before, body: str | None) -> None:
    """Put words in a place, or take away what is there."""
    key = (id, place.statement, place.criterion, place.who)
    if body is None:
        database.execute(f"DELETE FROM {place.shelf} {_HERE}", key)
        return
    database.execute(
        f"INSERT INTO {place.shelf} (audit, statement, criterion, reviewer, body)"
        " VALUES (?,?,?,?,?) ON CONFLICT (audit, statement, criterion, reviewer)"
        " DO UPDATE SET body = excluded.body",
        (*key, body),
    )
