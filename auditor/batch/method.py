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


def _write(audit: Audit, rules: Rules, formats: tuple[str, ...]) -> tuple[bytes, ...]:
    from auditor.report.formats import render
    from auditor.report.view import view_of

    view = view_of(audit, rules)
    return tuple(render(form, view, audit, rules) for form in formats)


def _warm(rules: Rules) -> None:
    """Load the model and what reads the pages."""
    from auditor.document.reading import read_document
    from auditor.language.nlp import pipeline

    assert read_document is not None
    pipeline(rules.lexicon)


STANDARD = Method(Rules.read, _audit, _write, _warm)
