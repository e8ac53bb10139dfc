"""The documents being audited: a queue, two workers, and news of how far each has come."""

from __future__ import annotations

import logging
import sqlite3
import threading
from collections import deque
from collections.abc import Sequence
from contextlib import closing, suppress
from pathlib import Path

from auditor import records
from auditor.isolation.messages import Limits
from auditor.isolation.parent_ending import WorkerEnded
from auditor.isolation.parent_pool import Pool
from auditor.isolation.parent_worker import Service, Worker
from auditor.isolation.unpickling import classes_of
from auditor.records import Reading
from auditor.report.view import view_of
from auditor.rules import Rules
from auditor.rules.translating.shared_texts import ENGLISH
from auditor.serve.jobs import messages
from auditor.serve.jobs.failures import kind_of
from auditor.serve.jobs.job import Job
from auditor.serve.jobs.streams import Streams
from auditor.serve.store.history import History
from auditor.serve.store.serialisation import DamagedAuditError, deserialise

_LOG = logging.getLogger(__name__)
AT_ONCE = 2
"""Documents audited at the same time."""
SECONDS = 420.0
"""Time that one document may take."""
SECONDS_FOR_A_SENTENCE = 60.0
MOST_QUESTIONS = 60
"""Questions after which a worker is replaced by a fresh one."""


def worker_pool(
    lexicons: Path | None = None, rubric: Path | None = None, report_language: str = ENGLISH
) -> Pool:
    """Return the pool of processes that audit by the rules chosen; none is started yet."""
    answers = {**classes_of(records), **classes_of(messages)}
    service = Service(
        "auditor.serve.jobs.child:make_auditor",
        answers,
        (lexicons, rubric, report_language),
        is_loud=True,
    )
    return Pool(service, MOST_QUESTIONS, AT_ONCE)


class Jobs:
    """All jobs of this server, and the threads that work on them."""

    def __init__(
        self,
        history: History,
        rules: Rules,
        workers: Pool,
        *,
        at_once: int = AT_ONCE,
        seconds: float = SECONDS,
    ) -> None:
        """Start the threads; the first worker gets ready before anybody asks."""
        self._history = history
        self._rules = rules
        self._workers = workers
        self._limits = Limits(Reading().memory, seconds)
        self._news = threading.Condition()
        self._version = 0
        self._waiting: deque[Job] = deque()
        self._jobs: dict[str, Job] = {}
        self._at_work: dict[str, Worker] = {}
        self._closed = False
        self._streams = Streams()
        if at_once:
            workers.start_one()
        self._threads = [threading.Thread(target=self._work, daemon=True) for _ in range(at_once)]
        for thread in self._threads:
            thread.start()

    def add(self, job: Job) -> None:
        """Put a job at the end of the queue; where that fails, its upload is gone."""
        try:
            self._history.begin(job.id, job.name)
        except BaseException:
            job.upload.delete()
            raise
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

    def open_stream(self, client: str) -> int:
        """Open a stream of news to a client; where it has too many, its oldest ends at once."""
        with self._news:
            stream = self._streams.open(client)
            self._news.notify_all()
            return stream

    def close_stream(self, stream: int) -> None:
        """Forget a stream of news that is over."""
        with self._news:
            self._streams.close(stream)

    def is_open(self, stream: int) -> bool:
        """Return True if a stream of news may go on."""
        return not self._closed and self._streams.is_open(stream)

    def wait(self, version: int, seconds: float, stream: int | None = None) -> int:
        """Wait until there is news since a version, or a stream ends; return the version then."""
        with self._news:
            self._news.wait_for(
                lambda: (
                    self._version != version
                    or self._closed
                    or (stream is not None and not self._streams.is_open(stream))
                ),
                seconds,
            )
            return self._version

    @property
    def is_closed(self) -> bool:
        """True if the server is stopping."""
        return self._closed

    def end_news(self) -> None:
        """Let everybody go who waits for news: the server is about to stop."""
        with self._news:
            self._closed = True
            self._news.notify_all()

    def close(self) -> None:
        """End all workers, also those at work, and delete the uploads."""
        self.end_news()
        self._workers.close()
        for thread in self._threads:
            thread.join(5)
        for job in self._jobs.values():
            job.upload.delete()

    def judge(self, question: messages.ToJudge) -> messages.Judged | messages.Failed:
        """Have a sentence judged.

        Raises:
            WorkerEnded: the worker could not answer.

        """
        limits = Limits(self._limits.memory, SECONDS_FOR_A_SENTENCE)
        with self._workers.borrow() as worker:
            answer = worker.ask_one(question, limits)
        if not isinstance(answer, messages.Judged | messages.Failed):
            raise WorkerEnded(None)
        return answer

    def _tell(self) -> None:
        self._version += 1
        self._news.notify_all()

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
        """Audit a document; whatever goes wrong is told of the job and ends nothing else."""
        try:
            self._hear(job)
        except WorkerEnded as end:
            self._note_failure(job, end.cause)
        except DamagedAuditError:
            self._note_failure(job, "crash")
        except Exception as error:
            if not self._closed:
                _LOG.error("an audit went wrong", exc_info=error)
            self._note_failure(job, *kind_of(error))
        finally:
            if not self._closed:
                self._finish(job)

    def _hear(self, job: Job) -> None:
        with self._workers.borrow() as worker:
            with self._news:
                self._at_work[job.id] = worker
                if job.is_stopped or self._closed:
                    worker.kill()
            try:
                question = messages.ToAudit(job.upload.paths, job.language, job.ocr)
                with closing(worker.ask(question, self._limits)) as answer:
                    for message in answer:
                        self._note(job, message)
            finally:
                with self._news:
                    self._at_work.pop(job.id, None)

    def _note(self, job: Job, message: object) -> None:
        """Take in one message from the worker."""
        match message:
            case messages.Picture(page, content):
                self._history.keep_picture(job.audit, int(page), content)
            case messages.Download(name, content):
                self._history.keep_file(job.audit, str(name), content)
            case messages.Audited(audit):
                self._note_audit(job, audit)
            case messages.Progress(work, done, total):
                self._note_progress(job, work, int(done), int(total))
            case messages.Failed(kind, text, remedy):
                self._note_failure(job, str(kind), str(text), str(remedy))

    def _note_audit(self, job: Job, audit: bytes) -> None:
        if job.is_stopped:
            return
        kept = self._history.keep(view_of(deserialise(audit), self._rules), audit)
        with self._news:
            if job.is_stopped:
                return
            job.audit, job.state = kept, "done"
            self._tell()
        self._workers.start_one()  # this worker still draws the pages of its document

    def _note_progress(self, job: Job, work: str, done: int, total: int) -> None:
        with self._news:
            if job.is_stopped:
                return
            job.state = "reading" if work == "reading" else "judging"
            job.done, job.total = done, total
            self._tell()

    def _note_failure(self, job: Job, kind: str, message: str = "", remedy: str = "") -> None:
        with self._news:
            if job.state in ("stopped", "done"):
                return
            job.fail(kind, message, remedy)
            self._tell()

    def _finish(self, job: Job) -> None:
        """Delete the upload: nothing needs it any more."""
        job.upload.delete()
        with suppress(sqlite3.Error):  # a full disk: the next start will tell of it once more
            self._history.end(job.id)
        with self._news:
            self._tell()
