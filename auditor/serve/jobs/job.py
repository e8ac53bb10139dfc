"""One document on its way through the page, and how far it has come."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from typing import Literal

from auditor.serve.jobs.uploads import Upload

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
        """True if it has come to an end, whichever."""
        return self.state in OVER

    @property
    def is_stopped(self) -> bool:
        """True if somebody has stopped it."""
        return self.state == "stopped"

    def fail(self, failure: str, message: str = "", remedy: str = "") -> None:
        """Note why there is no audit."""
        self.state, self.failure, self.message, self.remedy = "failed", failure, message, remedy
