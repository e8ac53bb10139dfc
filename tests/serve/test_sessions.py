"""Each browser that has come in is known by a key of its own."""

from __future__ import annotations

from auditor.serve.sessions import MOST, STRANGER, Sessions


def test_nobody_is_known_who_has_no_key() -> None:
    """Nothing, something else, and a key of another server."""
    sessions = Sessions()
    sessions.begin()
    assert {sessions.find(given) for given in ("", "x", "é", Sessions().begin())} == {STRANGER}


def test_the_first_gives_way_where_there_are_too_many() -> None:
    """Keys do not grow without end."""
    sessions = Sessions()
    keys = [sessions.begin() for _ in range(MOST + 1)]
    assert sessions.find(keys[0]) == STRANGER
    assert [sessions.find(key) for key in keys[1:]] == keys[1:]
