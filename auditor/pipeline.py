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

    document = read_guarded(source, reading or Reading(), meanwhile=lambda: _prepare(rules))
    return audit_text(document, rules)


def _prepare(rules: Rules) -> None:
    """Import and build the language stage while another process reads the file."""
    from auditor.language.nlp import pipeline

    pipeline(rules.lexicon)


def audit_text(document: Document, rules: Rules) -> Audit:
    """Audit a document that has been read."""
    from auditor.language.statements import find_statements
    from auditor.rating.audit import rate

    statements = find_statements(document, rules)
    return rate(document, statements, rules)
