"""How far a batch is, on standard error: a bar in a terminal, plain lines elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import click

from auditor.batch.row import Row
from auditor.batch.run import Watcher
from auditor.cli.terminal import drawn_on

BETWEEN_LINES = 10.0
"""Seconds between two plain lines."""


@dataclass(slots=True)
class Tally:
    """What is done so far."""

    total: int
    done: int = 0
    failed: int = 0
    before: int = 0
    """Done in an earlier run."""
    pages: int = 0
    """Pages of documents audited in this run."""
    started: float = field(default_factory=time.monotonic)

    def add(self, row: Row, before: bool) -> None:
        """Count one document."""
        self.done += 1
        self.before += before
        self.failed += row.outcome in ("failed", "unreadable")
        if not before:
            self.pages += row.pages or 0

    @property
    def pace(self) -> float:
        """Pages a second in this run."""
        return self.pages / max(time.monotonic() - self.started, 1e-9)

    @property
    def seconds_left(self) -> float | None:
        """The time that the rest may take; None while nobody can know."""
        new = self.done - self.before
        if not new:
            return None
        return (time.monotonic() - self.started) / new * (self.total - self.done)

    def __str__(self) -> str:
        """One plain line."""
        left = self.seconds_left
        parts = [
            f"{self.done} of {self.total} documents",
            f"{self.failed} failed",
            f"{self.pace:.1f} pages a second",
        ]
        if left is not None and self.done < self.total:
            parts.append(f"about {spell_time(left)} left")
        return ", ".join(parts)


def spell_time(seconds: float) -> str:
    """Write a length of time as people say it.

    >>> spell_time(42), spell_time(600), spell_time(9000)
    ('42 s', '10 min', '2 h 30 min')
    """
    if seconds < 90:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 90 else f"{minutes // 60} h {minutes % 60:02} min"


@contextmanager
def shown_progress(total: int, *, quiet: bool) -> Iterator[Watcher]:
    """Show progress as fits the place that standard error leads to."""
    tally = Tally(total)
    if quiet:
        yield tally.add
    elif sys.stderr.isatty():
        with _bar(tally) as watch:
            yield watch
    else:
        yield _lines(tally)
        click.echo(str(tally), err=True)


def _lines(tally: Tally) -> Watcher:
    last = time.monotonic()

    def watch(row: Row, before: bool) -> None:
        nonlocal last
        tally.add(row, before)
        if time.monotonic() - last >= BETWEEN_LINES:
            last = time.monotonic()
            click.echo(str(tally), err=True)

    return watch


@contextmanager
def _bar(tally: Tally) -> Iterator[Watcher]:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    with Progress(
        BarColumn(), TextColumn("{task.description}"), console=Console(file=drawn_on(sys.stderr))
    ) as progress:
        task = progress.add_task(str(tally), total=tally.total)

        def watch(row: Row, before: bool) -> None:
            tally.add(row, before)
            progress.update(task, completed=tally.done, description=str(tally))

        yield watch
