"""The same work on a Dask cluster: the scheduler sees addresses, never the bytes of a document.

Each Dask worker keeps processes with limits of its own, as a laptop does, so that a
document can be stopped or can crash without the Dask worker noticing. What Dask
loses is therefore a machine, and its documents are given to another. Workers may come
and go while a batch runs; each shows that it audits alike before its first document.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice
from typing import Any

from auditor import __version__
from auditor.batch.job import Job, Outcome, Task, failed_row, rules_of
from auditor.batch.sources.source import Source, is_url
from auditor.batch.workers import Workers
from auditor.errors import AuditorError, UsageError
from auditor.rating.audit import hash_rules

LOSSES = 2
"""Times a document is sent out again after Dask gave it up."""
AHEAD = 3
"""Documents sent out ahead, for each thread of the cluster."""
PATIENCE = 600.0
"""Seconds that a cluster which starts workers as they are needed has for its first."""

_WORKERS: dict[Job, Workers] = {}
_LOCK = threading.RLock()


def audit_on_worker(task: Task, job: Job) -> Outcome:
    """Audit one document in a process with limits beside this Dask worker.

    Raises:
        UsageError: this worker, which may have joined late, would audit otherwise.

    """
    _check_own_versions(job)
    return _workers(job).audit(task)


@lru_cache(maxsize=2)
def _check_own_versions(job: Job) -> None:
    there, here = versions_of(job), Versions(job.version, job.rules_hash)
    if there != here:
        raise _unlike("a worker that joined late", _difference(there, here))


def _workers(job: Job) -> Workers:
    """Keep the processes of one batch; those of the batch before are ended."""
    with _LOCK:
        if job not in _WORKERS:
            end_workers()
            _WORKERS[job] = Workers(job)
        return _WORKERS[job]


def end_workers() -> None:
    """End the processes beside this Dask worker."""
    with _LOCK:
        for workers in _WORKERS.values():
            workers.close()
        _WORKERS.clear()


@dataclass(frozen=True, slots=True)
class Versions:
    """What must be the same on every machine of a cluster."""

    auditor: str
    rules: str


def versions_of(job: Job) -> Versions:
    """Return which auditor and which rules this machine would use for a job."""
    rules = rules_of(job)
    return Versions(__version__, hash_rules(rules) if job.rules_hash else "")


class ClusterRunner:
    """Audits on the workers of a Dask cluster that exists."""

    def __init__(self, job: Job, address: str, *, adaptive: bool = False) -> None:
        """Connect, and check that every worker would audit as this machine does.

        An adaptive cluster starts its workers as there is work, and may have none yet.

        Raises:
            UsageError: the cluster cannot be reached, has no workers, or differs in versions.

        """
        self._job = _with_absolute_rules(job)
        self._client = _connect(address)
        try:
            if adaptive:
                self._call_worker(address)
            self._check_versions(address)
        except BaseException:
            self._client.close()
            raise

    def _call_worker(self, address: str) -> None:
        """Give the cluster a reason to start a worker, and wait for the first."""
        asked = self._client.submit(versions_of, self._job, pure=False)
        try:
            asked.result(timeout=PATIENCE)
        except TimeoutError:
            raise UsageError(
                f"the cluster started no worker within {PATIENCE:.0f} seconds",
                place=address,
                remedy="Start workers, or find out why it starts none.",
            ) from None
        except Exception as error:
            raise _unlike(address, str(error)) from None

    def _check_versions(self, address: str) -> None:
        try:
            found = self._client.run(versions_of, self._job, on_error="return")
        except Exception as error:
            raise _unlike(address, str(error)) from None
        if not found:
            raise UsageError(
                "the cluster has no workers", place=address, remedy="Start workers, then try again."
            )
        here = Versions(self._job.version, self._job.rules_hash)
        for worker, there in sorted(found.items()):
            if there != here:
                raise _unlike(worker, _difference(there, here))

    def run(self, tasks: Iterable[Task]) -> Iterator[tuple[Task, Outcome]]:
        """Audit the tasks, a few for each thread of the cluster taken ahead."""
        import distributed

        library: Any = distributed  # it gives its functions no types
        waiting = iter(tasks)
        running: dict[Any, Task] = {}
        losses: dict[int, int] = {}
        done = library.as_completed(loop=self._client.loop, raise_errors=False)
        try:
            self._send(islice(waiting, self._room(0)), running, done)
            while running:
                future = next(done)
                task = running.pop(future)
                outcome = self._received(future, task, losses)
                if outcome is None:
                    self._send([task], running, done)
                    continue
                yield task, outcome
                self._send(islice(waiting, self._room(len(running))), running, done)
        finally:
            self._end(running)

    def _room(self, running: int) -> int:
        threads = sum(self._client.nthreads().values(), start=0)
        return int(max(0, AHEAD * max(1, threads) - running))

    def _send(self, tasks: Iterable[Task], running: dict[Any, Task], done: Any) -> None:
        for task in tasks:
            sent = replace(task, source=_absolute(task.source))
            future = self._client.submit(
                audit_on_worker, sent, self._job, pure=False, retries=LOSSES
            )
            running[future] = task
            done.add(future)

    def _received(self, future: Any, task: Task, losses: dict[int, int]) -> Outcome | None:
        """Take an outcome; None where the document must be sent out again."""
        try:
            outcome: Outcome = future.result()
        except Exception as error:
            if isinstance(error, AuditorError):
                raise
            losses[task.number] = losses.get(task.number, 0) + 1
            return None if losses[task.number] <= LOSSES else _lost(task, error)
        if outcome.sha256 or not task.sha256:
            return outcome
        return replace(outcome, sha256=task.sha256, row=replace(outcome.row, sha256=task.sha256))

    def _end(self, running: dict[Any, Task]) -> None:
        with contextlib.suppress(Exception):
            self._client.cancel(list(running))
            self._client.run(end_workers, on_error="ignore")
        self._client.close()


def _connect(address: str) -> Any:
    try:
        import distributed
    except ImportError:
        raise UsageError(
            "a cluster needs Dask", place=address, remedy='Run: pip install "auditor[dask]"'
        ) from None
    library: Any = distributed  # it gives its client no types
    try:
        return library.Client(address, timeout=15, set_as_default=False, direct_to_workers=True)
    except (OSError, ValueError) as error:
        raise UsageError(
            f"no Dask scheduler answers ({error})",
            place=address,
            remedy="Check the address; it looks like tcp://host:8786.",
        ) from None


def _difference(there: object, here: Versions) -> str:
    if not isinstance(there, Versions):
        return str(there)
    if there.auditor != here.auditor:
        return f"has auditor {there.auditor}, this machine has {here.auditor}"
    return "has other word lists or another rubric than this machine"


def _unlike(place: str, why: str) -> UsageError:
    return UsageError(
        f"cannot audit as this machine does ({why})",
        place=place,
        remedy="Install the same version, with the same rules, on every machine of the cluster.",
    )


def _lost(task: Task, error: Exception) -> Outcome:
    row = failed_row(
        task.source,
        f"every machine that took it was lost ({type(error).__name__})",
        "Run the batch again once the cluster is well.",
    )
    return Outcome(row)


def _with_absolute_rules(job: Job) -> Job:
    lexicons, rubric = (path and path.absolute() for path in (job.lexicons, job.rubric))
    return replace(job, lexicons=lexicons, rubric=rubric)


def _absolute(source: Source) -> Source:
    """Write local files by their full path: workers have another working directory."""
    if all(map(is_url, source.addresses)):
        return source
    addresses = tuple(
        each if is_url(each) else str(source.path(each).absolute()) for each in source.addresses
    )
    return replace(source, addresses=addresses, base="", columns=())
