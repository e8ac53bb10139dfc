"""What every request needs at hand: rules, history, jobs, keys, and a room for uploads."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from pathlib import Path

from auditor.rules import Rules
from auditor.serve.history import History
from auditor.serve.jobs import Jobs

MEGABYTE = 1024 * 1024


@dataclass(slots=True)
class Desk:
    """One server's belongings."""

    rules: Rules
    history: History
    jobs: Jobs
    room: Path
    """The private folder for uploads."""
    port: int = 0
    megabytes: int = 100
    """How large one upload may be."""
    token: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    """Opens the page: stands in the first address, then in a cookie."""
    csrf: str = field(default_factory=lambda: secrets.token_urlsafe(24))
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
