"""The whole batch in one function. Start reading here."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from auditor.batch.job import Job, Outcome, Task, bug_row, content_hash, failed_row
from auditor.batch.particulars import NO_BOOK, Book
from auditor.batch.row import Entry, Row
from auditor.batch.runners import Runner
from auditor.batch.sources.source import Source
from auditor.batch.state import State
from auditor.errors import DocumentError, UnreadableDocumentError
from auditor.report.files import make_folder, write_whole

Watcher = Callable[[Row, bool], None]
"""Told of each document done: its row, and whether it was done in an earlier run."""
_ELSEWHERE = "Choose another output folder with -o."


def run_batch(
    sources: Sequence[Source],
    job: Job,
    folder: Path,
    runner: Runner,
    *,
    fresh: bool = False,
    retry: bool = False,
    book: Book = NO_BOOK,
    watch: Watcher = lambda row, before: None,
) -> tuple[Entry, ...]:
    """Audit many documents into a folder; every source comes back as exactly one entry, in order.

    What an earlier run in the same folder has done is not done again, and the
    outcome does not depend on how often the batch was interrupted. `book` holds what
    people say of single documents.

    Raises:
        UsageError: the folder cannot be written to, or another batch is using it.
        DataError: a word list or the rubric has a mistake.

    """
    make_folder(folder, _ELSEWHERE)
    with State(folder) as state:
        if fresh:
            state.clear()
        _sweep(folder)
        work = Work(sources, job, folder, state, watch, retry, book)
        for task, outcome in runner.run(work.tasks()):
            work.keep(task, outcome)
        return work.entries()


def _sweep(folder: Path) -> None:
    """Remove the half-written files of a run that was killed."""
    for part in (*folder.glob(".auditor-*"), *folder.glob("*/.auditor-*")):
        with contextlib.suppress(OSError):  # not ours, or a folder: whoever writes next will tell
            part.unlink()


@dataclass(slots=True)
class Work:
    """Where a batch stands: what is known of each source so far."""

    sources: Sequence[Source]
    job: Job
    folder: Path
    state: State
    watch: Watcher
    retry: bool = False
    """Try again the documents that failed in an earlier run."""
    book: Book = NO_BOOK
    rows: dict[int, Row] = field(default_factory=dict)
    """By number: the outcome of each source that is no duplicate."""
    first: dict[str, int] = field(default_factory=dict)
    """By hash: the number of the first source with these bytes."""
    hashes: dict[int, str] = field(default_factory=dict)
    originals: dict[str, int] = field(default_factory=dict)
    """By hash: the number of the first entry with these bytes, once there are entries."""

    def tasks(self) -> Iterator[Task]:
        """Yield what is still to be done, finding out as late as possible."""
        for number, source in enumerate(self.sources, start=1):
            try:
                task = self._task(number, source)
            except DocumentError as error:
                row = failed_row(source, error.message, error.remedy, unreadable=True)
                self._note(number, row)
            except Exception as error:  # a bug costs one document its row, and no other
                self._note(number, bug_row(source, error))
            else:
                if task is not None:
                    yield task

    def _task(self, number: int, source: Source) -> Task | None:
        """Return what is to be done about a source; None where it is done already."""
        if source.problem:
            raise UnreadableDocumentError(
                source.problem, remedy="Correct the list of documents, and run the batch again."
            )
        if not source.is_local:
            return self._remote_task(number, source)
        sha256 = content_hash(tuple(source.path(each) for each in source.addresses))
        done = self._is_settled(number, source, sha256)
        said = self.book.of(source, sha256)
        return None if done else Task(number, source, sha256, particulars=said)

    def _remote_task(self, number: int, source: Source) -> Task:
        """Return what is to be done about a remote document; reviews are of bytes seen before."""
        known = self.state.find_fetched(source.shown)
        said = self.book.of(source, known.sha256 if known else "")
        if known is not None and self._find_done(source, known.sha256) is None:
            known = None
        return Task(number, source, fetched=known, particulars=said)

    def _find_done(self, source: Source, sha256: str) -> Row | None:
        """Find what came of these bytes in an earlier run, if its files are still there."""
        key = self._key(source, sha256)
        row = self.state.find_row(key, self.job.limits, failed=not self.retry)
        if row is None or not all((self.folder / each).is_file() for each in row.outputs):
            return None
        return row

    def _key(self, source: Source, sha256: str) -> str:
        return self.job.key(sha256, source.names, self.book.of(source, sha256).mark)

    def _is_settled(self, number: int, source: Source, sha256: str) -> bool:
        """Return True if the bytes came up before, in this run or an earlier one."""
        self.hashes[number] = sha256
        if self.first.setdefault(sha256, number) != number:
            self.watch(self._duplicate(number, source), False)
            return True
        row = self._find_done(source, sha256)
        if row is None:
            return False
        self._note(number, row, before=True)
        return True

    def keep(self, task: Task, outcome: Outcome) -> None:
        """Write what came of a task, the files first: what the state names is there."""
        if outcome.is_unchanged and self._is_settled(task.number, task.source, outcome.sha256):
            return
        for path, content in outcome.outputs:
            target = self.folder / path
            make_folder(target.parent, _ELSEWHERE)
            write_whole(target, content)
        if outcome.sha256:
            self._remember(task.source, outcome)
            self.hashes[task.number] = outcome.sha256
        self._note(task.number, outcome.row)

    def _remember(self, source: Source, outcome: Outcome) -> None:
        key = self._key(source, outcome.sha256)
        self.state.keep(key, self.job.limits, outcome.row, outcome.trace)
        if not source.is_local:
            self.state.keep_fetched(source.shown, "\n".join(outcome.marks), outcome.sha256)

    def _note(self, number: int, row: Row, *, before: bool = False) -> None:
        self.rows[number] = row
        self.watch(row, before)

    def entries(self) -> tuple[Entry, ...]:
        """Put the rows in the order of the input, and name the duplicates."""
        return tuple(self.entry(*each) for each in enumerate(self.sources, start=1))

    def entry(self, number: int, source: Source) -> Entry:
        """Return what came of one source; call it in the order of the input."""
        original = self.originals.setdefault(self.hashes.get(number, f"#{number}"), number)
        row = self.rows.get(number) if original == number else None
        return Entry(
            number,
            source.shown,
            source.columns,
            row or self._duplicate(number, source),
            None if original == number else original,
        )

    def _duplicate(self, number: int, source: Source) -> Row:
        return Row("duplicate", name=source.name, sha256=self.hashes[number])
