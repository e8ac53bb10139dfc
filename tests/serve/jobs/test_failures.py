"""Why a document came to no audit."""

from __future__ import annotations

import errno
import sqlite3

import pytest

from auditor.errors import EncryptedDocumentError
from auditor.serve.jobs.failures import is_busy, is_full, kind_of

LOCKED = EncryptedDocumentError("needs a password", remedy="Ask for a copy.")
CASES = [
    (OSError(errno.ENOSPC, "full"), ("full", "", "")),
    (OSError(errno.EDQUOT, "quota"), ("full", "", "")),
    (sqlite3.OperationalError("database or disk is full"), ("full", "", "")),
    (sqlite3.OperationalError("database is locked"), ("busy", "", "")),
    (LOCKED, ("EncryptedDocumentError", "needs a password", "Ask for a copy.")),
    (ValueError("x"), ("bug", "", "")),
]


@pytest.mark.parametrize(("error", "kind"), CASES, ids=[repr(error)[:40] for error, _ in CASES])
def test_an_error_is_of_one_kind(error: Exception, kind: tuple[str, str, str]) -> None:
    """A bug says nothing to a reader."""
    assert kind_of(error) == kind
    assert (is_full(error), is_busy(error)) == (kind[0] == "full", kind[0] == "busy")
