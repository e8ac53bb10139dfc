"""Who does the work: processes of this machine, or the workers of a cluster."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from itertools import islice
from typing import Protocol

from auditor.batch.job import Job, Outcome, Task
from auditor.batch.workers import Workers


class Runner(Protocol):
    """Somebody who audits tasks, in whatever order is quickest."""

    def run(self, tasks: Iterable[Task]) -> Iterator[tuple[Task, Outcome]]:
        """Audit each task; take them as they are needed, give each back once."""


class LocalRunner:
    """Audits on this machine, in a fixed number of worker processes."""

    def __init__(self, job: Job, workers: int) -> None:
        """Start nothing yet."""
        self._job = job
        self._count = workers

    def run(self, tasks: Iterable[Task]) -> Iterator[tuple[Task, Outcome]]:
        """Audit the tasks, each worker taking the next; two a worker are taken ahead."""
        workers = Workers(self._job)
        waiting = iter(tasks)
        running: dict[Future[Outcome], Task] = {}
        threads = ThreadPoolExecutor(self._count, thread_name_prefix="auditor")
        try:
            while True:
                for task in islice(waiting, 2 * self._count - len(running)):
                    running[threads.submit(workers.audit, task)] = task
                if not running:
                    return
                for future in wait(running, return_when=FIRST_COMPLETED).done:
                    yield running.pop(future), future.result()
        finally:
            workers.close()
            threads.shutdown(cancel_futures=True)
