"""Documents on their way: each comes to an end that is told, and its file is gone then."""

from __future__ import annotations

import errno
import sqlite3
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from auditor.isolation import parent_pool
from auditor.isolation.messages import Limits
from auditor.isolation.parent_ending import WorkerEnded
from auditor.serve.jobs.job import Job
from auditor.serve.jobs.messages import Audited, Download, Failed, Picture, Progress
from auditor.serve.jobs.queue import Jobs, worker_pool
from auditor.serve.jobs.uploads import Upload
from auditor.serve.store.history import History
from auditor.serve.store.serialisation import serialise
from tests.builders import rich_audit, rules
from tests.serve.live import wait_for

READING = Progress("reading", 1, 2)
WAIT = "wait"
GOOD = (READING, Audited(serialise(rich_audit())), Picture(1, b"png"), Download("pack", b"zip"))


class StandIn:
    """A worker that answers what a test wants it to."""

    answers: Callable[[], Iterator[object]]

    def __init__(self, *chosen: object) -> None:
        """Start nothing."""
        self.asked = 0
        self.killed = threading.Event()

    @property
    def is_running(self) -> bool:
        """True until it is ended."""
        return not self.killed.is_set()

    def ask(self, question: object, limits: Limits) -> Iterator[object]:
        """Answer."""
        for message in type(self).answers():
            if message == WAIT:
                self.killed.wait(60)
                raise WorkerEnded(-9)
            yield message

    def kill(self) -> None:
        """End at once."""
        self.killed.set()

    def stop(self) -> None:
        """End."""
        self.killed.set()


@pytest.fixture
def working(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Jobs]:
    """Make jobs that stand-ins work on."""
    monkeypatch.setattr(parent_pool, "Worker", StandIn)
    history = History(tmp_path / "history")
    made = Jobs(history, rules(), worker_pool())
    yield made
    made.close()
    history.close()


def _job(folder: Path, name: str = "plan.pdf") -> Job:
    own = folder / f"upload-{name}"
    own.mkdir()
    (own / name).write_bytes(b"%PDF-")
    return Job(Upload(own, (own / name,)))


def _added(working: Jobs, folder: Path, *names: str) -> list[Job]:
    jobs = [_job(folder, name) for name in names]
    for job in jobs:
        working.add(job)
    return jobs


def check_that_the_next_is_audited(working: Jobs, folder: Path) -> None:
    """Whatever happened before: the workers live on."""
    (following,) = _added(working, folder, "next.pdf")
    wait_for(lambda: following.state == "done")


def _answer(*messages: object) -> None:
    StandIn.answers = staticmethod(lambda: iter(messages))


def _dying(error: WorkerEnded) -> None:
    def answers() -> Iterator[object]:
        yield READING
        raise error

    StandIn.answers = staticmethod(answers)


def test_an_audit_is_kept_with_its_pictures_and_the_upload_deleted(
    working: Jobs, tmp_path: Path
) -> None:
    """What came of a document is in the history; the document is not."""
    _answer(*GOOD)
    (job,) = _added(working, tmp_path, "plan.pdf")
    wait_for(lambda: not job.upload.folder.exists())
    history = working._history
    wait_for(lambda: not history._database.rows("SELECT id FROM begun"))
    assert job.state == "done"
    assert [line.name for line in history.lines()] == ["plan.pdf"]
    assert history.find_picture(job.audit, 1) == b"png"
    assert history.file_names(job.audit) == {"pack"}


@pytest.mark.parametrize(
    ("error", "failure"),
    [
        (WorkerEnded(-9, late=True), "late"),
        (WorkerEnded(-6), "memory"),
        (WorkerEnded(-11), "crash"),
        (WorkerEnded(1), "crash"),
        (WorkerEnded(None), "crash"),
    ],
)
def test_a_worker_that_dies_takes_only_its_document_with_it(
    working: Jobs, tmp_path: Path, error: WorkerEnded, failure: str
) -> None:
    """The document says why; the next one is read as ever."""
    _dying(error)
    (job,) = _added(working, tmp_path, "plan.pdf")
    wait_for(lambda: not job.upload.folder.exists())
    assert (job.state, job.failure) == ("failed", failure)
    _answer(*GOOD)
    check_that_the_next_is_audited(working, tmp_path)


@pytest.mark.parametrize(
    ("error", "failure"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "full"),
        (sqlite3.OperationalError("database or disk is full"), "full"),
        (sqlite3.OperationalError("database is locked"), "busy"),
        (RuntimeError("a fault"), "bug"),
        (MemoryError(), "bug"),
        (RecursionError(), "bug"),
    ],
)
def test_no_fault_takes_a_worker_thread_with_it(
    working: Jobs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, failure: str
) -> None:
    """More documents fail than there are threads, each says why, and the next is audited."""

    def refuse(*_: object) -> str:
        raise error

    _answer(*GOOD)
    with monkeypatch.context() as patched:
        patched.setattr(working._history, "keep", refuse)
        jobs = _added(working, tmp_path, *(f"{number}.pdf" for number in range(5)))
        wait_for(lambda: all(job.is_over for job in jobs))
        wait_for(lambda: not any(job.upload.folder.exists() for job in jobs))
    assert {job.failure for job in jobs} == {failure}
    check_that_the_next_is_audited(working, tmp_path)


def test_a_fault_while_ending_takes_no_worker_thread_with_it(
    working: Jobs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where even the end cannot be noted down, the upload is gone and the next is audited."""

    def refuse(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    _answer(*GOOD)
    with monkeypatch.context() as patched:
        patched.setattr(working._history, "end", refuse)
        patched.setattr(working._history, "keep_picture", refuse)
        jobs = _added(working, tmp_path, *(f"{number}.pdf" for number in range(3)))
        wait_for(lambda: not any(job.upload.folder.exists() for job in jobs))
    assert {job.state for job in jobs} == {"done"}  # the audits are kept, their pictures are not
    check_that_the_next_is_audited(working, tmp_path)


def test_an_error_of_the_reading_is_told(working: Jobs, tmp_path: Path) -> None:
    """The kind of error, its words and its remedy reach the page."""
    _answer(Failed("EncryptedDocumentError", "needs a password", "Unlock it."))
    (job,) = _added(working, tmp_path, "plan.pdf")
    wait_for(lambda: job.is_over)
    assert (job.failure, job.message) == ("EncryptedDocumentError", "needs a password")


def test_bytes_that_are_no_audit_are_a_failure(working: Jobs, tmp_path: Path) -> None:
    """A worker that a hostile file has captured cannot put anything into the history."""
    _answer(Audited(b"cos\nsystem\n(S'exit 7'\ntR."))
    (job,) = _added(working, tmp_path, "plan.pdf")
    wait_for(lambda: job.is_over)
    assert job.state == "failed" and not working._history.lines()


def test_a_job_at_work_can_be_stopped(working: Jobs, tmp_path: Path) -> None:
    """Its worker is ended and its file deleted."""
    _answer(READING, WAIT)
    (job,) = _added(working, tmp_path, "plan.pdf")
    wait_for(lambda: job.state == "reading")
    working.put_away(job.id)
    wait_for(lambda: not job.upload.folder.exists())
    assert job.state == "stopped" and not working._history.lines()


def test_two_are_worked_on_at_once_and_a_third_waits(working: Jobs, tmp_path: Path) -> None:
    """More would slow each other down."""
    _answer(READING, WAIT)
    three = _added(working, tmp_path, *(f"{number}.pdf" for number in range(3)))
    wait_for(lambda: [job.state for job in three].count("reading") == 2)
    assert three[2].state == "waiting"


def test_closing_deletes_what_is_waiting(working: Jobs, tmp_path: Path) -> None:
    """A stop in the middle leaves no upload behind, and remembers the names."""
    _answer(READING, WAIT)
    three = _added(working, tmp_path, *(f"{number}.pdf" for number in range(3)))
    wait_for(lambda: [job.state for job in three].count("reading") == 2)
    working.close()
    assert not any(job.upload.folder.exists() for job in three)
    assert working._history.take_interrupted() == ("0.pdf", "1.pdf", "2.pdf")


def test_news_comes_at_once(working: Jobs, tmp_path: Path) -> None:
    """Who waits is woken by a change, and by nothing else."""
    version = working.wait(-1, 0)
    assert working.wait(version, 0.05) == version
    _answer(*GOOD)
    working.add(_job(tmp_path))
    assert working.wait(version, 60) != version
