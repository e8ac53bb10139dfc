"""The far side of a worker: a process that audits one document after the other.

Started as `python -m auditor.batch.child`. It takes pickles on standard input (the
job, then sources) and answers with pickles on what was its standard output; all
that libraries print goes to standard error.
"""

from __future__ import annotations

import faulthandler
import os
import pickle
import sys
from typing import IO

from auditor.batch.sources import Source
from auditor.batch.unit import Job, Outcome, Ready, audit_one, rules_of
from auditor.errors import AuditorError

GRACE = 15.0
"""Seconds after which a worker ends itself, where nobody is left to end it."""


def main() -> None:
    """Serve documents until standard input ends."""
    answers = _private_output()
    questions = sys.stdin.buffer
    job: Job = pickle.load(questions)
    problem = _prepare(job)
    _send(Ready(problem), answers)
    while problem is None:
        try:
            source: Source = pickle.load(questions)
        except EOFError:
            break
        _send(_guarded(source, job), answers)


def _private_output() -> IO[bytes]:
    """Keep standard output for answers; whatever is printed goes to standard error."""
    private = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return private


def _prepare(job: Job) -> AuditorError | None:
    """Read the rules, so that a mistake in them is told before any document is opened."""
    try:
        job.method.warm(rules_of(job))
    except AuditorError as error:
        return error
    return None


def _send(answer: object, answers: IO[bytes]) -> None:
    pickle.dump(answer, answers, protocol=pickle.HIGHEST_PROTOCOL)
    answers.flush()


def _guarded(source: Source, job: Job) -> Outcome:
    """Audit under limits of memory and time."""
    with open(os.devnull, "wb") as nowhere:
        faulthandler.dump_traceback_later(job.seconds + GRACE, exit=True, file=nowhere)
        _limit_memory(job.reading.memory)
        try:
            return audit_one(source, job)
        finally:
            _limit_memory(None)
            faulthandler.cancel_dump_traceback_later()


def _limit_memory(amount: int | None) -> None:
    """Allow so many bytes on top of what the process has now; None lifts the limit."""
    try:
        import resource
    except ImportError:
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    wanted = hard if amount is None else _address_space() + amount
    if hard != resource.RLIM_INFINITY:
        wanted = min(wanted, hard)
    if amount is None or wanted > amount:
        resource.setrlimit(resource.RLIMIT_AS, (wanted, hard))


def _address_space() -> int:
    """Bytes of address space in use; 0 where the system does not say."""
    try:
        with open("/proc/self/statm", "rb") as file:
            return int(file.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 0


if __name__ == "__main__":
    main()
