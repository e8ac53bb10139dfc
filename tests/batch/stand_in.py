"""A stand-in for reading and judging: documents are small texts that say what to do."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

from auditor.batch.job import Decided, Job, Method
from auditor.errors import EncryptedDocumentError, UnreadableDocumentError
from auditor.records import (
    Audit,
    Block,
    Document,
    Flag,
    Judgement,
    Level,
    Page,
    Reading,
    Score,
    Searched,
    Statement,
    Tool,
    Verdict,
    VerdictName,
    Words,
)
from auditor.report.story.imprint import Imprint
from auditor.rules import Rules

LEVELS = ("own-mental-health", "language", "access")
VERDICTS: tuple[VerdictName, ...] = ("absent", "nominal", "mentioned", "committed")


def no_rules(lexicons: Path | None, rubric: Path | None, report_language: str) -> Rules:
    """Go by no rules."""
    return cast(Rules, None)
    return None


def warm(rules: Rules) -> None:
    """Load nothing."""


def audit(paths: tuple[Path, ...], rules: Rules, reading: Reading) -> Audit:
    """Do what the document says: hang, crash, be broken; else judge it by its length."""
    text = "\n".join(path.read_text(encoding="utf-8") for path in paths)
    _misbehave(text)
    return audit_of(text, " + ".join(path.name for path in paths))


def _misbehave(text: str) -> None:
    deed = DEEDS.get(text.split()[0])
    if deed is not None:
        deed(text)


def _crash(text: str) -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


def _crash_once(text: str) -> None:
    marker = Path(text.split()[1])
    if not marker.exists():
        marker.touch()
        os.kill(os.getpid(), signal.SIGKILL)


def _be_broken(text: str) -> None:
    raise UnreadableDocumentError("is damaged", remedy="Save it again.")


def _be_locked(text: str) -> None:
    raise EncryptedDocumentError("needs a password", remedy="Remove the password.")


def _be_a_bug(text: str) -> None:
    raise ZeroDivisionError("division by zero")


def _wait_at_the_gate(text: str) -> None:
    """Wait until the file that the document names is there."""
    while not Path(text.split()[1]).exists():
        time.sleep(0.02)


DEEDS: dict[str, Callable[[str], object]] = {
    "HANG": lambda text: time.sleep(3600),
    "GATED": _wait_at_the_gate,
    "GREEDY": lambda text: bytearray(64 * 1024**3),
    "CRASH": _crash,
    "CRASH-ONCE": _crash_once,
    "BROKEN": _be_broken,
    "LOCKED": _be_locked,
    "BUG": _be_a_bug,
}


def audit_of(text: str, name: str = "plan.txt") -> Audit:
    """Make a small audit whose verdict, levels and score hang on the text."""
    amount = sum(text.encode())
    judgement = Judgement("explicit", "mental", 1 + amount % 4, ("language",))
    statement = Statement("s0001", text, 0, len(text), "body", (), judgement)
    return Audit(
        tool=Tool("1.0.0", "1.0.0", "sha256:none"),
        document=Document(
            name=name,
            sha256="",
            title=text.split("\n", 1)[0],
            text=text,
            pages=(Page(1, "1", 595, 842, len(text.split())), Page(2, "2", 595, 842, 0, "no text")),
            blocks=(Block(0, len(text), "body"),),
            words=Words(),
        ),
        statements=(statement,),
        levels=tuple(
            Level(each, None if each == "access" and amount % 5 == 0 else (amount + place) % 5, "")
            for place, each in enumerate(LEVELS)
        ),
        verdict=Verdict(VERDICTS[amount % 4], "It says so."),
        flags=(Flag("draft"),) if amount % 2 else (),
        score=Score(amount % 1000 / 10, amount % 1000 / 20, 100.0, 50.0),
        near_misses=(),
        searched=Searched(1, 1),
    )


def write(
    made: Decided, rules: Rules, formats: tuple[str, ...], imprint: Imprint
) -> tuple[bytes, ...]:
    """Write the name, the verdict and the words, once a format."""
    audit = made.audit
    words = audit.statements[0].text
    facts = f"{audit.document.name}\n{audit.verdict.name}\n{words}\n"
    return tuple(f"{form}\n{facts}".encode() for form in formats)


METHOD = Method(no_rules, audit, write, warm)


def job(**changes: Any) -> Job:
    """Make a job that audits by this stand-in."""
    return Job(METHOD, **({"seconds": 20.0} | changes))
