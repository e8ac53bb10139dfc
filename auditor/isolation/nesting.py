"""Whether this process is a child with limits already, so that it need not start another."""

from __future__ import annotations

_isolated = False


def enter() -> None:
    """Note that this process is a child with limits of its own, from now on."""
    global _isolated
    _isolated = True


def is_isolated() -> bool:
    """Return True in a child: what is dangerous can be done right here."""
    return _isolated
