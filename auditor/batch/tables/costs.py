"""What each document cost: the one table that differs from run to run."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.batch.row import Entry
from auditor.report.office.batch_tables import Table, render_csv
from auditor.report.office.cells import Cell

MEGABYTE = 1024 * 1024


def costs_of(entries: Sequence[Entry]) -> list[dict[str, Cell]]:
    """List the pages, the seconds and the memory of each document that was opened."""
    return [
        {
            "number": entry.number,
            "source": entry.shown_source,
            "outcome": entry.row.outcome,
            "pages": entry.row.pages,
            "words": entry.row.words,
            "seconds": entry.row.seconds,
            "memory_mb": None
            if entry.row.memory is None
            else round(entry.row.memory / MEGABYTE, 1),
        }
        for entry in entries
        if entry.row.outcome != "duplicate"
    ]


def render_costs(entries: Sequence[Entry]) -> bytes:
    """Write the costs as CSV."""
    return render_csv(Table.of(costs_of(entries)))


def typical_seconds(entries: Sequence[Entry]) -> float | None:
    """Return the mean time of a document; None where none was measured."""
    measured = [entry.row.seconds for entry in entries if entry.row.seconds is not None]
    return sum(measured) / len(measured) if measured else None
