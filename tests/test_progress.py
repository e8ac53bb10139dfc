"""How far a long piece of work has come."""

from __future__ import annotations

from auditor.progress import heard_by, tell


def test_the_innermost_listener_hears() -> None:
    """After a block the one around it hears again; where nobody listens, nothing happens."""
    outer: list[tuple[str, int, int]] = []
    inner: list[tuple[str, int, int]] = []
    tell("reading", 1, 3)
    with heard_by(lambda *told: outer.append(told)):
        with heard_by(lambda *told: inner.append(told)):
            tell("reading", 2, 3)
        tell("judging", 1, 1)
    tell("reading", 3, 3)
    assert (outer, inner) == ([("judging", 1, 1)], [("reading", 2, 3)])
