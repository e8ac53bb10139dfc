"""Connections: the idlest of a crowd makes room, and one that is answered is spared."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest

from auditor.serve.connections import MOST_CONNECTIONS, MOST_OF_ONE, channel_for

CHANNEL = channel_for(cast(Any, SimpleNamespace()))


def crowd(*clients: tuple[str, int], busy: bool = False) -> list[Any]:
    """Make the connections of some clients, the later ones idle for less."""
    made = [
        SimpleNamespace(client=client, requests=[1] if busy else [], will_close=False)
        for client, count in clients
        for _ in range(count)
    ]
    for number, one in enumerate(made):
        one.last_activity = number
    return made


def arrive(others: list[Any], client: str) -> list[str]:
    """Let a connection of a client come; return whose connections are to close."""
    server = SimpleNamespace(active_channels=dict(enumerate(others)))
    new = cast(Any, object.__new__(CHANNEL))
    new.server, new.client = server, client
    new._make_room()
    return [one.client for one in others if one.will_close]


CASES = [
    pytest.param([("a", 3)], "a", [], id="few"),
    pytest.param([("a", MOST_OF_ONE)], "a", ["a"], id="one client has many"),
    pytest.param([("a", MOST_OF_ONE)], "b", [], id="another has few"),
    pytest.param([("", 150), ("a", 5), ("b", 85)], "c", [""], id="all are many"),
]


@pytest.mark.parametrize(("clients", "new", "closed"), CASES)
def test_a_client_that_has_the_most_makes_room(
    clients: list[tuple[str, int]], new: str, closed: list[str]
) -> None:
    """Its own, where it comes itself."""
    others = crowd(*clients)
    assert len(others) <= MOST_CONNECTIONS and arrive(others, new) == closed


def test_the_idlest_goes_and_rather_none_that_is_answered() -> None:
    """By when it last said something."""
    waiting, answered = crowd(("a", MOST_OF_ONE - 1)), crowd(("a", 1), busy=True)
    arrive([*answered, *waiting], "a")
    assert waiting[0].will_close and not answered[0].will_close
