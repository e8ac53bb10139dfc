"""Documents on their way: each comes to an end that is told, and its file is gone then."""

from __future__ import annotations

import io
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from auditor.serve import jobs as jobs_module
from auditor.serve.frames import LONGEST_HEAD, Frame, read_frame, write_frame
from auditor.serve.history import History
from auditor.serve.jobs import Job, Jobs
from auditor.serve.parcel import pack
from auditor.serve.uploads import Upload
from auditor.serve.worker import WorkerDied
from tests.builders import rich_audit, rules

GOOD = (
    Frame("progress", {"work": "reading", "done": 3, "total": 9}),
    Frame("audit", body=pack(rich_audit())),
    Frame("picture", {"page": 1}, b"png"),
    Frame("file", {"name": "pack"}, b"zip"),
    Frame("end"),
)


class StandIn:
    """A worker that answers what a test wants it to."""

    answers: Callable[[], Iterator[Frame]]

    def __init__(self, *chosen: object) -> None:
        """Start nothing."""
        self.killed = threading.Event()

    @property
    def is_fit(self) -> bool:
        """Say whether it may be asked again."""
        return not self.killed.is_set()

    def ask(self, question: Frame, seconds: float) -> Iterator[Frame]:
        """Answer."""
        for frame in type(self).answers():
            if frame.kind == "wait":
                self.killed.wait(10)
                raise WorkerDied(-9)
            yield frame

    def kill(self) -> None:
        """End at once."""
        self.killed.set()

    def stop(self) -> None:
        """End."""
        self.killed.set()


@pytest.fixture
def working(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Jobs]:
    """Make jobs that stand-ins work on."""
    monkeypatch.setattr(jobs_module, "Worker", StandIn)
    history = History(tmp_path / "history")
    made = Jobs(history, rules())
    yield made
    made.close()
    history.close()


def _job(folder: Path, name: str = "plan.pdf") -> Job:
    own = folder / f"upload-{name}"
    own.mkdir()
    (own / name).write_bytes(b"%PDF-")
    return Job(Upload(own, (own / name,)))


def _answer(*frames: Frame) -> None:
    StandIn.answers = staticmethod(lambda: iter(frames))  # type: ignore[assignment]


def _dying(error: WorkerDied) -> None:
    def answers() -> Iterator[Frame]:
        yield Frame("progress", {"work": "reading", "done": 1, "total": 2})
        raise error

    StandIn.answers = staticmethod(answers)  # type: ignore[assignment]


def _until(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 10
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def test_an_audit_is_kept_with_its_pictures_and_the_upload_deleted(
    working: Jobs, tmp_path: Path
) -> None:
    """What came of a document is in the history; the document is not."""
    _answer(*GOOD)
    job = _job(tmp_path)
    working.add(job)
    _until(lambda: not job.upload.folder.exists())
    history = working._history
    assert job.state == "done"
    assert [line.name for line in history.lines()] == ["plan.pdf"]
    assert history.find_picture(job.audit, 1) == b"png"
    assert history.file_names(job.audit) == {"pack"}
    assert history.take_interrupted() == ()


@pytest.mark.parametrize(("error", "failure"), [
    (WorkerDied(-9, late=True), "late"), (WorkerDied(-6), "memory"), (WorkerDied(-11), "crash"),
    (WorkerDied(1), "crash"), (WorkerDied(None), "crash"),
])
def test_a_worker_that_dies_takes_only_its_document_with_it(
    working: Jobs, tmp_path: Path, error: WorkerDied, failure: str
) -> None:
    """The document says why; the next one is read as ever."""
    _dying(error)
    job = _job(tmp_path)
    working.add(job)
    _until(lambda: not job.upload.folder.exists())
    assert (job.state, job.failure) == ("failed", failure)
    _answer(*GOOD)
    following = _job(tmp_path, "next.pdf")
    working.add(following)
    _until(lambda: following.state == "done")


def test_an_error_of_the_reading_is_told(working: Jobs, tmp_path: Path) -> None:
    """The kind of error, its words and its remedy reach the page."""
    _answer(Frame("failed", {
        "error": "EncryptedDocumentError", "message": "wants a password", "remedy": "Unlock it.",
    }))
    job = _job(tmp_path)
    working.add(job)
    _until(lambda: job.is_over)
    assert (job.failure, job.message) == ("EncryptedDocumentError", "wants a password")


def test_bytes_that_are_no_audit_are_a_failure(working: Jobs, tmp_path: Path) -> None:
    """A worker that a hostile file has captured cannot put anything into the history."""
    _answer(Frame("audit", body=b"cos\nsystem\n(S'exit 7'\ntR."), Frame("end"))
    job = _job(tmp_path)
    working.add(job)
    _until(lambda: job.is_over)
    assert job.state == "failed" and not working._history.lines()


def test_a_job_at_work_can_be_stopped(working: Jobs, tmp_path: Path) -> None:
    """Its worker is ended and its file deleted."""
    _answer(Frame("progress", {"work": "reading", "done": 1, "total": 2}), Frame("wait"))
    job = _job(tmp_path)
    working.add(job)
    _until(lambda: job.state == "reading")
    working.put_away(job.id)
    _until(lambda: not job.upload.folder.exists())
    assert job.state == "stopped" and not working._history.lines()


def test_two_are_worked_on_at_once_and_a_third_waits(working: Jobs, tmp_path: Path) -> None:
    """More would slow each other down."""
    _answer(Frame("progress", {"work": "reading", "done": 1, "total": 2}), Frame("wait"))
    three = [_job(tmp_path, f"{number}.pdf") for number in range(3)]
    for job in three:
        working.add(job)
    _until(lambda: [job.state for job in three].count("reading") == 2)
    assert three[2].state == "waiting"


def test_closing_deletes_what_is_waiting(working: Jobs, tmp_path: Path) -> None:
    """A stop in the middle leaves no upload behind, and remembers the names."""
    _answer(Frame("progress", {"work": "reading", "done": 1, "total": 2}), Frame("wait"))
    three = [_job(tmp_path, f"{number}.pdf") for number in range(3)]
    for job in three:
        working.add(job)
    _until(lambda: [job.state for job in three].count("reading") == 2)
    working.close()
    assert not any(job.upload.folder.exists() for job in three)
    assert working._history.take_interrupted() == ("0.pdf", "1.pdf", "2.pdf")


def test_news_comes_at_once(working: Jobs, tmp_path: Path) -> None:
    """Who waits is woken by a change, and by nothing else."""
    version = working.wait(-1, 0)
    assert working.wait(version, 0.05) == version
    _answer(*GOOD)
    working.add(_job(tmp_path))
    assert working.wait(version, 5) != version


def test_frames_come_back_as_they_were_sent() -> None:
    """Bytes of any kind survive, line ends included."""
    stream = io.BytesIO()
    sent = [Frame("picture", {"page": 3, "name": "é\n"}, b"\n\r\0{}"), Frame("end")]
    for frame in sent:
        write_frame(stream, frame)
    stream.seek(0)
    assert [read_frame(stream), read_frame(stream)] == sent
    with pytest.raises(EOFError):
        read_frame(stream)


@pytest.mark.parametrize("nonsense", [
    b"", b"\n", b"nonsense\n", b"[]\n", b'{"kind": "a"}\n', b"x" * (LONGEST_HEAD + 5),
    b'{"kind": "a", "values": {}, "size": -1}\n', b'{"kind": "a", "values": {}, "size": 99}\nabc',
    b'{"kind": "a", "values": {}, "size": 99999999999}\n',
])
def test_nonsense_from_a_worker_ends_the_talk(nonsense: bytes) -> None:
    """A worker that talks nonsense is taken for dead."""
    with pytest.raises(EOFError):
        read_frame(io.BytesIO(nonsense))
