"""The processes of a batch: each audits one document at a time, and may die of it."""

from __future__ import annotations

from auditor.batch.job import Job, Outcome, Task, failed_row
from auditor.batch.row import Row
from auditor.isolation.messages import Limits
from auditor.isolation.parent_ending import WorkerEnded, describe_ending
from auditor.isolation.parent_pool import Pool
from auditor.isolation.parent_worker import Service, Worker
from auditor.isolation.room import make_room
from auditor.isolation.unpickling import names_of

TRIES = 2
"""Deaths of a worker after which the document is blamed."""
SLOW = "Give it more time with --timeout, or audit it alone."
DEADLY = "Open and save it again with another PDF program, then audit the copy."


class Workers:
    """As many workers as are asked at once, each used again until it is recycled."""

    def __init__(self, job: Job) -> None:
        """Start nothing yet: a worker starts when a document needs one."""
        self._job = job
        self._limits = Limits(job.reading.memory, job.seconds)
        self._room = make_room("batch")
        service = Service(
            "auditor.batch.child:make_auditor", names_of(Outcome, Row), (job, self._room.path)
        )
        self._pool = Pool(service, job.recycle)

    def audit(self, task: Task) -> Outcome:
        """Have one document audited by an idle worker; may be called from many threads.

        A worker that dies is replaced and the document tried once more; the
        second death is the document's own row, and nobody else's.

        Raises:
            AuditorError: no worker can be started.

        """
        code: int | None = None
        for _ in range(TRIES):
            with self._pool.borrow() as worker:
                worker.prepare()
                try:
                    return self._ask(worker, task)
                except WorkerEnded as end:
                    self._room.delete(f"{worker.pid}-*")
                    if end.cause == "late":
                        reason = f"took longer than the {self._job.seconds:g} seconds"
                        return _failed(task, f"{reason} a document may take", SLOW)
                    code = end.code
        ending = f"{TRIES} times of {TRIES} ({describe_ending(code)})"
        return _failed(task, f"crashed the worker that read it, {ending}", DEADLY)

    def _ask(self, worker: Worker, task: Task) -> Outcome:
        outcome = worker.ask_one(task, self._limits)
        if not isinstance(outcome, Outcome):
            worker.stop()
            raise WorkerEnded(None)
        if outcome.spoiled:
            worker.stop()
        return outcome

    def close(self) -> None:
        """End all workers, also those at work, and delete what they have fetched."""
        self._pool.close()
        self._room.close()


def _failed(task: Task, reason: str, remedy: str) -> Outcome:
    return Outcome(failed_row(task.source, reason, remedy, task.sha256), task.sha256)
