"""What every request needs at hand: rules, history, jobs, keys, and a room for uploads."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from auditor.rules import Rules
from auditor.serve.jobs.queue import Jobs
from auditor.serve.sessions import Sessions, same
from auditor.serve.store.history import History

MEGABYTE = 1024 * 1024
FORM = 65536
"""Bytes that a form may have besides its files."""


def _secret() -> str:
    return secrets.token_urlsafe(24)


@dataclass(slots=True)
class StartToken:
    """Opens the page once: the next window needs the next one."""

    renewed: Callable[[str], None] = lambda token: None
    """Told each new token after the first."""
    value: str = field(default_factory=_secret)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def use(self, given: str) -> bool:
        """Return True if this is the token, which from now on is another one."""
        with self._lock:
            if not same(given, self.value):
                return False
            self.value = _secret()
        self.renewed(self.value)
        return True


@dataclass(slots=True)
class AppState:
    """One server's belongings."""

    rules: Rules
    history: History
    jobs: Jobs
    room: Path
    """The private folder for uploads."""
    port: int = 0
    megabytes: int = 100
    """How large one upload may be."""
    start: StartToken = field(default_factory=StartToken)
    sessions: Sessions = field(default_factory=Sessions)
    """The keys that stand in the cookies of those who came in through the door."""
    csrf: str = field(default_factory=_secret)
    """Stands in every form."""
    interrupted: tuple[str, ...] = ()
    """Documents whose audit the last stop cut short."""

    @property
    def limit(self) -> int:
        """How many bytes one upload may have."""
        return self.megabytes * MEGABYTE

    @property
    def cookie(self) -> str:
        """The cookie's name; one for each port, so that two servers do not disturb each other."""
        return f"auditor-{self.port}"

    @property
    def hosts(self) -> frozenset[str]:
        """The hosts under which this server may be asked for."""
        return frozenset((f"127.0.0.1:{self.port}", f"localhost:{self.port}"))
