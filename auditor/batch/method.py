"""How a batch audits: the pipeline, step by step, in a process that has limits already."""

from __future__ import annotations

from pathlib import Path

from auditor.batch.unit import Method
from auditor.records import Audit, Reading
from auditor.rules import Rules


def _audit(paths: tuple[Path, ...], rules: Rules, reading: Reading) -> Audit:
    """Read here, not in a child of this child: the worker is itself the guarded process."""
    from auditor.document.reading import read_document
    from auditor.pipeline import audit_text

    return audit_text(read_document(paths, reading), rules)


def _write(audit: Audit, rules: Rules, form: str) -> bytes:
    from auditor.report.formats import write_format

    return write_format(audit, rules, form)


def _warm(rules: Rules) -> None:
    """Load the model and what reads the pages."""
    import auditor.document.pdf
    from auditor.language.nlp import pipeline

    pipeline(rules.lexicon)


STANDARD = Method(Rules.read, _audit, _write, _warm)
