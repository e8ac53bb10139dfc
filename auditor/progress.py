"""How far a long piece of work has come, told to whoever asked to hear of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

Listener = Callable[[str, int, int], None]
"""Called with the name of the work, how much of it is done, and how much there is."""

_listener: ContextVar[Listener | None] = ContextVar("listener", default=None)


@contextmanager
def heard_by(listener: Listener) -> Iterator[None]:
    """Have a listener told of all progress made inside the block.

    >>> with heard_by(lambda work, done, total: print(work, done, "of", total)):
    ...     tell("reading", 1, 3)
    reading 1 of 3
    """
    token = _listener.set(listener)
    try:
        yield
    finally:
        _listener.reset(token)


def tell(work: str, done: int, total: int) -> None:
    """Say how far the work has come; costs next to nothing where nobody listens."""
    listener = _listener.get()
    if listener is not None:
        listener(work, done, total)
