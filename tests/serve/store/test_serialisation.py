"""An audit as bytes: it comes back whole, and hostile bytes make nothing."""

from __future__ import annotations

import os
import pickle
import zlib

import pytest

from auditor.serve.store.serialisation import DamagedAuditError, deserialise, serialise
from tests.builders import rich_audit


def test_a_serialised_audit_gives_back_the_same_audit() -> None:
    """An audit survives the way through bytes whole."""
    audit = rich_audit()
    assert deserialise(serialise(audit)) == audit


def test_a_serialised_audit_makes_nothing_but_records() -> None:
    """Bytes that a hostile file had a hand in call no function."""

    class Hostile:
        def __reduce__(self) -> tuple[object, ...]:
            return os.system, ("exit 7",)

    for content in (
        b"",
        b"no audit",
        zlib.compress(pickle.dumps(Hostile())),
        zlib.compress(pickle.dumps(("a", 1))),
    ):
        with pytest.raises(DamagedAuditError):
            deserialise(content)
