"""How a batch audits: the pipeline, step by step, in a process that has limits already."""

from __future__ import annotations

from pathlib import Path

from auditor.batch.job import Decided, Method
from auditor.batch.particulars import Cells
from auditor.records import Audit, Reading
from auditor.report.story.imprint import Imprint
from auditor.rules import Rules


def _audit(paths: tuple[Path, ...], rules: Rules, reading: Reading) -> Audit:
    from auditor.pipeline import audit_document

    return audit_document(paths, rules, reading=reading)


def _write(
    made: Decided, rules: Rules, formats: tuple[str, ...], imprint: Imprint
) -> tuple[bytes, ...]:
    from auditor.report.formats import render
    from auditor.report.view import view_of

    view = view_of(made.audit, rules)
    if made.account is not None:
        view["reviews"] = made.account
    return tuple(render(form, view, made.audit, rules, imprint=imprint) for form in formats)


def _decide(audit: Audit, rows: tuple[Cells, ...], rules: Rules) -> Decided:
    from auditor.report.story.audit_story import is_checked
    from auditor.review.applying import apply_reviews
    from auditor.review.reading import reviews_of

    numbered = ((number, dict(cells)) for number, cells in enumerate(rows, start=1))
    reviewed = apply_reviews(audit, reviews_of(numbered, "reviews"), rules)
    return Decided(reviewed.audit, reviewed.account, is_checked(reviewed.view(rules)))


def _warm(rules: Rules) -> None:
    """Load the model and what reads the pages."""
    from auditor.document.reading import read_document
    from auditor.language.statements import prepare

    assert read_document is not None
    prepare(rules)


STANDARD = Method(Rules.read, _audit, _write, _warm, _decide)
