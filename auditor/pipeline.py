"""The whole audit in one function. Start reading here."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from auditor.records import Audit, Document, Reading
from auditor.rules import Rules

AUTO = "auto"
"""Given as the language where it is to be told from the text."""


def audit_document(
    source: Path | Sequence[Path], rules: Rules, *, reading: Reading | None = None
) -> Audit:
    """Audit one document, start to finish.

    Several paths are audited together, as one document. The file is read in a
    child process with limits on memory and time; judging it may take as long again.

    Raises:
        DocumentError: the document could not be read, or took too long to judge.

    """
    from auditor.document.sandbox import read_in_sandbox

    reading = reading or Reading()
    document = read_in_sandbox(source, reading, meanwhile=lambda: _prepare(rules))
    return audit_text(_as_told(document, reading), rules, seconds=reading.seconds)


def _as_told(document: Document, reading: Reading) -> Document:
    """Return a document of the kind and the language that a person said, if one did."""
    document = replace(document, language_given=reading.language != AUTO)
    if reading.kind is None:
        return document
    return replace(document, kind=reading.kind, kind_given=True)


def _prepare(rules: Rules) -> None:
    """Import and build the language stage while another process reads the file."""
    from auditor.language.statements import prepare

    prepare(rules)


def audit_text(document: Document, rules: Rules, *, seconds: float = math.inf) -> Audit:
    """Audit a document that has been read; judging it may take so many seconds."""
    from auditor.document.quotes.doubts import with_doubts
    from auditor.language.kind import with_kind
    from auditor.language.shares import with_languages
    from auditor.language.statements import find_statements
    from auditor.rating.audit import rate

    document = with_kind(document, rules)
    statements = with_doubts(find_statements(document, rules, seconds=seconds), document)
    return rate(with_languages(document, statements, rules), statements, rules)
