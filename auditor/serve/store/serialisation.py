"""An audit as bytes, for the way between processes and into the history."""

from __future__ import annotations

import pickle
import zlib

from auditor import records
from auditor.isolation.unpickling import ARRAYS, classes_of, unpickle
from auditor.records import Audit

LARGEST = 1 << 30
"""Bytes that an audit may unpack to."""
_ALLOWED = {**classes_of(records), **ARRAYS}


class DamagedAuditError(Exception):
    """The bytes hold no audit that this version can read."""


def serialise(audit: Audit) -> bytes:
    """Write an audit as few bytes."""
    return zlib.compress(pickle.dumps(audit, protocol=5), 1)


def deserialise(data: bytes) -> Audit:
    """Read an audit from bytes, and nothing else: a hostile file may have made them.

    Raises:
        DamagedAuditError: they hold no audit, or one of another version.

    """
    try:
        plain = zlib.decompressobj().decompress(data, LARGEST)
        audit = unpickle(plain, _ALLOWED)
    except (zlib.error, pickle.UnpicklingError) as error:
        raise DamagedAuditError from error
    if not isinstance(audit, Audit):
        raise DamagedAuditError
    return audit
