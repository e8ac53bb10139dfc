"""The real audit, with a reader that hangs or crashes over documents marked for it."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

from auditor.batch.job import Job, Method
from auditor.batch.method import STANDARD
from auditor.rating.audit import hash_rules
from auditor.records import Audit, Reading
from auditor.rules import Rules

SECONDS = 8.0
"""What a document may take on a quiet machine, where none takes two."""


def audit(paths: tuple[Path, ...], rules: Rules, reading: Reading) -> Audit:
    """Hang or crash where the file's last line says so; else audit it."""
    with paths[0].open("rb") as file:
        file.seek(-7, os.SEEK_END)
        mark = file.read()
    if mark.endswith(b"%HANG\n"):
        time.sleep(3600)
    if mark.endswith(b"%CRASH\n"):
        os.kill(os.getpid(), signal.SIGSEGV)
    made = STANDARD.audit(paths, rules, reading)
    _note_memory()
    return made


def _note_memory() -> None:
    """Write down what this worker has in memory, where somebody wants to know."""
    log = os.environ.get("MEMORY_LOG")
    if log:
        resident = int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
        with open(log, "a", encoding="ascii") as file:
            file.write(f"{os.getpid()} {resident}\n")


METHOD = Method(STANDARD.rules, audit, STANDARD.write, STANDARD.warm)


def job(recycle: int = 1000) -> Job:
    """Make a job by the rules that are shipped; a slow machine says how long a document may take."""
    seconds = float(os.environ.get("WILD_SECONDS", SECONDS))
    return Job(METHOD, rules_hash=hash_rules(Rules.read()), seconds=seconds, recycle=recycle)
