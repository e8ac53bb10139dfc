"""The audits of a batch read back, one at a time: a country's do not fit into memory."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import cast

from auditor.batch.row import Entry
from auditor.errors import UsageError
from auditor.report.views.audit import AuditView


def read_audits(entries: Iterable[Entry], folder: Path) -> Iterator[tuple[Entry, AuditView]]:
    """Read the audit of each entry that has one, in order.

    Raises:
        UsageError: an audit is gone or damaged.

    """
    for entry in entries:
        if entry.row.outcome == "audited":
            yield entry, read_audit(entry, folder)


def read_audit(entry: Entry, folder: Path) -> AuditView:
    """Read the audit of one entry.

    Raises:
        UsageError: it is gone or damaged.

    """
    path = folder / audit_file(entry)
    try:
        view = json.loads(path.read_bytes())
        if not isinstance(view, dict) or "statements" not in view:
            raise ValueError
    except (OSError, ValueError):
        raise UsageError(
            "the audit is gone or damaged",
            place=str(path),
            remedy="Delete the file, and run the batch again.",
        ) from None
    return cast("AuditView", view)


def audit_file(entry: Entry) -> str:
    """Return where the audit of an entry is, from the output folder."""
    return next((each for each in entry.row.outputs if each.startswith("audits/")), "")
