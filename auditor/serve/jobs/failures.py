"""Why a document came to no audit, as the page knows it: its own faults and the machine's."""

from __future__ import annotations

import errno
import sqlite3

from auditor.errors import AuditorError

_FULL = frozenset((errno.ENOSPC, errno.EDQUOT))


def is_full(error: BaseException) -> bool:
    """Return True if an error says that the disk has no room.

    >>> is_full(OSError(errno.ENOSPC, "No space left")), is_full(sqlite3.OperationalError("x"))
    (True, False)
    """
    if isinstance(error, sqlite3.Error):
        return "full" in str(error)
    return isinstance(error, OSError) and error.errno in _FULL


def is_busy(error: BaseException) -> bool:
    """Return True if an error says that another program holds the history.

    >>> is_busy(sqlite3.OperationalError("database is locked"))
    True
    """
    return isinstance(error, sqlite3.Error) and "locked" in str(error)


def kind_of(error: BaseException) -> tuple[str, str, str]:
    """Return the kind of a failure, with what the error says and what would help.

    >>> kind_of(OSError(errno.ENOSPC, "No space left on device"))
    ('full', '', '')
    """
    if is_full(error):
        return "full", "", ""
    if is_busy(error):
        return "busy", "", ""
    if isinstance(error, AuditorError):
        return type(error).__name__, error.message, error.remedy
    return "bug", "", ""
