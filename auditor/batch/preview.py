"""What a batch would do, found out without doing it and without leaving a file."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from auditor.batch.job import Job, Task
from auditor.batch.particulars import NO_BOOK, Book
from auditor.batch.row import Entry
from auditor.batch.run import Work
from auditor.batch.sources.source import Source
from auditor.batch.state import FILE_NAME, State
from auditor.batch.tables.costs import typical_seconds


@dataclass(frozen=True, slots=True)
class Preview:
    """What would be done, document by document."""

    tasks: tuple[Task, ...]
    """What would be audited; remote documents would first be asked whether they have changed."""
    entries: tuple[Entry, ...]
    """What is settled without opening a document: done, the same as another, not there."""

    @property
    def asked(self) -> int:
        """Remote documents that are done and would be audited only if they have changed."""
        return sum(task.fetched is not None for task in self.tasks)

    def count(self, *outcomes: str) -> int:
        """Count the documents that are settled with one of these outcomes."""
        return sum(entry.row.outcome in outcomes for entry in self.entries)

    def seconds(self, workers: int) -> float | None:
        """Return how long it would take, going by what is done; None where nothing is."""
        typical = typical_seconds(self.entries)
        return None if typical is None else typical * (len(self.tasks) - self.asked) / workers


def preview_batch(
    sources: Sequence[Source],
    job: Job,
    folder: Path,
    *,
    fresh: bool = False,
    retry: bool = False,
    book: Book = NO_BOOK,
) -> Preview:
    """Find out what a batch would do.

    Raises:
        UsageError: another batch is writing to the folder, or its record cannot be used.

    """
    with _state_of(folder, fresh=fresh) as (state, home):
        work = Work(sources, job, home, state, lambda row, before: None, retry, book)
        tasks = tuple(work.tasks())
        waiting = {task.number for task in tasks}
        settled = [
            work.entry(number, source)
            for number, source in enumerate(sources, start=1)
            if number not in waiting
        ]
    return Preview(tasks, tuple(settled))


@contextlib.contextmanager
def _state_of(folder: Path, *, fresh: bool) -> Iterator[tuple[State, Path]]:
    """Open what an earlier run remembers; an empty record elsewhere where there is none."""
    with tempfile.TemporaryDirectory() as empty:
        home = folder if (folder / FILE_NAME).is_file() and not fresh else Path(empty)
        with State(home) as state:
            yield state, home
