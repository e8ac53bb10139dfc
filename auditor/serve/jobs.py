"""The documents being audited: a queue, two workers, and news of how far each has come."""

from __future__ import annotations

import secrets
import threading
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from auditor.report.view import view_of
from auditor.rules import Rules
from auditor.serve.frames import Frame
from auditor.serve.history import History
from auditor.serve.parcel import DamagedParcelError, unpack
from auditor.serve.uploads import Upload
from auditor.serve.worker import Worker, WorkerDied

AT_ONCE = 2
"""Documents audited at the same time."""
SECONDS = 420.0
"""Time that one document may take."""
State = Literal["waiting", "starting", "reading", "judging", "done", "failed", "stopped"]
OVER: frozenset[State] = frozenset(("done", "failed", "stopped"))


@dataclass(slots=True)
class Job:
    """One document on its way."""

    upload: Upload
    language: str = "auto"
    ocr: str = "auto"
    id: str = field(default_factory=lambda: secrets.token_hex(8))
    state: State = "waiting"
    done: int = 0
    total: int = 0
    audit: str = ""
    """The id of its audit in the history, once there is one."""
    failure: str = ""
    """The kind of error: the name of its class, "bug", "late", "memory" or "crash"."""
    message: str = ""
    remedy: str = ""

    @property
    def name(self) -> str:
        """What people know it by."""
        return ", ".join(self.upload.names)

    @property
    def is_over(self) -> bool:
        """Say whether it has come to an end, whichever."""
        return self.state in OVER


class Jobs:
    """All jobs of this server, and the threads that work on them."""

    def __init__(
        self, history: History, rules: Rules, *,
        lexicons: Path | None = None, rubric: Path | None = None,
        at_once: int = AT_ONCE, seconds: float = SECONDS,
    ) -> None:
        """Start the threads; the first worker gets ready before anybody asks."""
        self._history = history
        self._rules = rules
        self._seconds = seconds
        self._lexicons, self._rubric = lexicons, rubric
        self._news = threading.Condition()
        self._version = 0
        self._waiting: deque[Job] = deque()
        self._jobs: dict[str, Job] = {}
        self._at_work: dict[str, Worker] = {}
        self._idle: list[Worker] = [self._start()] if at_once else []
        self._closed = False
        self._threads = [threading.Thread(target=self._work, daemon=True) for _ in range(at_once)]
        for thread in self._threads:
            thread.start()

    def add(self, job: Job) -> None:
        """Put a job at the end of the queue."""
        self._history.begin(job.id, job.name)
        with self._news:
            self._jobs[job.id] = job
            self._waiting.append(job)
            self._tell()

    def all(self) -> tuple[Job, ...]:
        """List the jobs that have not been put away, in the order in which they came."""
        with self._news:
            return tuple(self._jobs.values())

    def find(self, id: str) -> Job | None:
        """Find a job by its id."""
        return self._jobs.get(id)

    def put_away(self, id: str) -> None:
        """Take a job that is over off the list; stop one that is not."""
        with self._news:
            job = self._jobs.get(id)
            if job is None:
                return
            if job.is_over:
                del self._jobs[id]
            else:
                job.state = "stopped"
                if worker := self._at_work.get(id):
                    worker.kill()
                elif job in self._waiting:
                    self._waiting.remove(job)
                    self._finish(job)
            self._tell()

    def forget_audits(self, ids: Sequence[str]) -> None:
        """Take jobs off the list whose audits have been deleted."""
        with self._news:
            for job in [each for each in self._jobs.values() if each.audit in ids]:
                del self._jobs[job.id]
            self._tell()

    def wait(self, version: int, seconds: float) -> int:
        """Wait until there is news since a version; give the version there is then."""
        with self._news:
            self._news.wait_for(lambda: self._version != version or self._closed, seconds)
            return self._version

    @property
    def is_closed(self) -> bool:
        """Say whether the server is stopping."""
        return self._closed

    def end_news(self) -> None:
        """Let everybody go who waits for news: the server is about to stop."""
        with self._news:
            self._closed = True
            self._news.notify_all()

    def close(self) -> None:
        """End all workers, also those at work, and delete the uploads."""
        self.end_news()
        with self._news:
            workers = [*self._idle, *self._at_work.values()]
            self._idle.clear()
        for worker in workers:
            worker.kill()
        for thread in self._threads:
            thread.join(5)
        for worker in workers:
            worker.stop()
        for job in self._jobs.values():
            job.upload.delete()

    def ask(self, question: Frame, seconds: float = 60.0) -> Frame:
        """Ask a worker something small, and give its first answer.

        Raises:
            WorkerDied: the worker could not answer.

        """
        worker = self._take()
        try:
            first, *_ = worker.ask(question, seconds)
            return first
        finally:
            self._give_back(worker)

    def _prepare_next(self) -> None:
        """Have a second worker ready: the first still draws the pages of its document."""
        if not self._idle and not self._closed:
            self._idle.append(self._start())

    def _start(self) -> Worker:
        return Worker(self._lexicons, self._rubric)

    def _tell(self) -> None:
        self._version += 1
        self._news.notify_all()

    def _take(self) -> Worker:
        with self._news:
            while self._idle:
                worker = self._idle.pop()
                if worker.is_fit:
                    return worker
                worker.stop()
        return self._start()

    def _give_back(self, worker: Worker) -> None:
        with self._news:
            if worker.is_fit and not self._closed and len(self._idle) < AT_ONCE:
                self._idle.append(worker)
                return
        worker.stop()

    def _work(self) -> None:
        """Take one job after the other, until the server stops."""
        while True:
            with self._news:
                self._news.wait_for(lambda: self._waiting or self._closed)
                if self._closed:
                    return
                job = self._waiting.popleft()
                job.state = "starting"
                self._tell()
            self._audit(job)

    def _audit(self, job: Job) -> None:
        worker = self._take()
        with self._news:
            self._at_work[job.id] = worker
            if job.state == "stopped" or self._closed:
                worker.kill()
        try:
            for frame in worker.ask(self._question(job), self._seconds):
                self._note(job, frame)
        except (WorkerDied, DamagedParcelError) as error:
            worker.stop()
            self._note_death(job, error)
        finally:
            with self._news:
                self._at_work.pop(job.id, None)
            self._give_back(worker)
            if not self._closed:
                self._finish(job)

    def _question(self, job: Job) -> Frame:
        return Frame("audit", {
            "paths": [str(path) for path in job.upload.paths], "language": job.language,
            "ocr": job.ocr, "seconds": self._seconds,
        })

    def _note(self, job: Job, frame: Frame) -> None:
        """Take in one frame from the worker."""
        values = frame.values
        if frame.kind == "picture":
            self._history.keep_picture(job.audit, int(values["page"]), frame.body)
            return
        if frame.kind == "file":
            self._history.keep_file(job.audit, str(values["name"]), frame.body)
            return
        wanted = frame.kind == "audit" and job.state != "stopped"
        kept = self._keep(frame.body) if wanted else ""
        with self._news:
            if job.state == "stopped":
                return
            if frame.kind == "progress":
                job.state = "reading" if values["work"] == "reading" else "judging"
                job.done, job.total = int(values["done"]), int(values["total"])
            elif frame.kind == "audit":
                job.audit, job.state = kept, "done"
                self._prepare_next()
            elif frame.kind in ("failed", "bug") and job.state != "done":
                job.state = "failed"
                job.failure = str(values.get("error", "bug"))
                job.message = str(values.get("message", ""))
                job.remedy = str(values.get("remedy", ""))
            self._tell()

    def _keep(self, parcel: bytes) -> str:
        return self._history.keep(view_of(unpack(parcel), self._rules), parcel)

    def _note_death(self, job: Job, error: WorkerDied | DamagedParcelError) -> None:
        with self._news:
            if job.state in ("stopped", "done"):
                return
            job.state, job.failure = "failed", "crash"
            if isinstance(error, WorkerDied):
                job.failure = "late" if error.late else "memory" if error.out_of_memory else "crash"
            self._tell()

    def _finish(self, job: Job) -> None:
        """Delete the upload: nothing needs it any more."""
        job.upload.delete()
        self._history.end(job.id)
        with self._news:
            self._tell()
