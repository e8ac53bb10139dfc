"""The sample that people checked, found in the audits of a batch that took their reviews."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.batch.particulars import Book
from auditor.batch.row import Entry
from auditor.batch.sources.source import Source
from auditor.batch.tables.audits import read_audits
from auditor.review.measured_error import find_checked, measure_error

if TYPE_CHECKING:
    from auditor.report.views.sample import ErrorView


def find_error(
    entries: Sequence[Entry], sources: Sequence[Source], folder: Path, book: Book
) -> ErrorView | None:
    """Measure the error on the reviewed documents of a batch; None where no sample was checked."""
    reviewed = [
        entry
        for entry, source in zip(entries, sources, strict=True)
        if book.rows and book.of(source, entry.row.sha256).reviews
    ]
    return measure_error(find_checked(view for _, view in read_audits(reviewed, folder)))
