"""A gate for drafts: options that make `auditor audit` fail where babies lose, or a gap is new."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from auditor.cli.outputs import check_writable
from auditor.errors import UsageError

if TYPE_CHECKING:
    from auditor.report.gaps.baseline import Baseline, KnownDocument
    from auditor.report.gaps.sarif import Draft
    from auditor.report.views.audit import AuditView

F = TypeVar("F", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Gate:
    """What an audit is held against."""

    earlier: AuditView | None = None
    earlier_name: str = ""
    baseline: Baseline | None = None
    baseline_path: Path | None = None
    written: Path | None = None
    """Where the gaps that are now known are written."""

    def known(self, document: Path) -> KnownDocument | None:
        """Return what is known of a document, where there is a baseline."""
        if self.baseline is None or self.baseline_path is None:
            return None
        from auditor.report.gaps.baseline import path_from

        return self.baseline.of(path_from(self.baseline_path, document))

    def draft(self, document: Path) -> Draft:
        """Return the file that was audited, with what is known of it."""
        from auditor.report.gaps.sarif import Draft

        return Draft(document, self.known(document))


def gate_options(command: F) -> F:
    """Add --not-below, --baseline, --write-baseline and --no-report."""
    for option in (
        click.option("--no-report", is_flag=True, help="Write no report: only check."),
        click.option(
            "--write-baseline",
            type=click.Path(path_type=Path),
            metavar="FILE",
            help="Write today's gaps to this file, so that later runs do not fail on them.",
        ),
        click.option(
            "--baseline",
            type=click.Path(path_type=Path),
            metavar="FILE",
            help="Exit with 1 where there is a gap that this file does not list.",
        ),
        click.option(
            "--not-below",
            type=click.Path(path_type=Path),
            metavar="AUDIT.json",
            help="Exit with 1 where answer, score or a question is below this audit.",
        ),
    ):
        command = option(command)
    return command


def read_gate(
    not_below: Path | None, baseline: Path | None, write_baseline: Path | None, documents: int
) -> Gate:
    """Read what an audit is to be held against, before anything is audited.

    Raises:
        UsageError: a file is missing, or several documents are to be held against one.

    """
    from auditor.report.data.embedded import read_report
    from auditor.report.gaps.baseline import read_baseline

    if not_below is not None and documents > 1:
        raise UsageError(
            "--not-below compares one document with its earlier audit, and several are given",
            remedy="Audit one document at a time, or use --baseline for many.",
        )
    if write_baseline is not None:
        check_writable(write_baseline)
    return Gate(
        earlier=None if not_below is None else read_report(not_below),
        earlier_name=str(not_below or ""),
        baseline=None if baseline is None else read_baseline(baseline),
        baseline_path=baseline,
        written=write_baseline,
    )
