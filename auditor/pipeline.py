"""The whole audit in one function. Start reading here."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from auditor.records import Audit, Document, Reading
from auditor.rules import Rules


def audit_document(
    source: Path | Sequence[Path], rules: Rules, *, reading: Reading | None = None
) -> Audit:
    """Audit one document, start to finish.

    Several paths are audited together, as one document. The file is read in a
    child process with limits on memory and time.

    Raises:
        DocumentError: the document could not be read.
    """
    from auditor.document.guarded import read_guarded

    return audit_text(read_guarded(source, reading or Reading()), rules)


def audit_text(document: Document, rules: Rules) -> Audit:
    """Audit a document that has been read."""
    from auditor.language.statements import find_statements
    from auditor.rating.audit import rate

    statements = find_statements(document, rules)
    return rate(document, statements, rules)
