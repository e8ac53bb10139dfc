"""A gate for drafts: options that make `auditor audit` fail where babies lose, or a gap is new."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.cli.options import gathered, path_option
from auditor.cli.outputs import check_writable
from auditor.errors import UsageError

if TYPE_CHECKING:
    from auditor.report.gaps.baseline import Baseline, KnownDocument
    from auditor.report.gaps.sarif import Draft
    from auditor.report.views.audit import AuditView


@dataclass(frozen=True, slots=True)
class GateFiles:
    """The files that an audit is to be held against."""

    not_below: Path | None = None
    baseline: Path | None = None
    write_baseline: Path | None = None
    """Where the gaps that are now known are written."""

    def read(self, documents: int) -> Gate:
        """Read them, before anything is audited.

        Raises:
            UsageError: a file is missing, or several documents are to be held against one.

        """
        if self.not_below is not None and documents > 1:
            raise UsageError(
                "--not-below compares one document with its earlier audit, and several are given",
                remedy="Audit one document at a time, or use --baseline for many.",
            )
        if self.write_baseline is not None:
            check_writable(self.write_baseline)
        return Gate(self, earlier=self._earlier(), baseline=self._known())

    def _earlier(self) -> AuditView | None:
        if self.not_below is None:
            return None
        from auditor.report.data.embedded import read_report

        return read_report(self.not_below)

    def _known(self) -> Baseline | None:
        if self.baseline is None:
            return None
        from auditor.report.gaps.baseline import read_baseline

        return read_baseline(self.baseline)


@dataclass(frozen=True, slots=True)
class Gate:
    """What an audit is held against."""

    files: GateFiles = GateFiles()
    earlier: AuditView | None = None
    baseline: Baseline | None = None

    def known(self, document: Path) -> KnownDocument | None:
        """Return what is known of a document, where there is a baseline."""
        if self.baseline is None or self.files.baseline is None:
            return None
        from auditor.report.gaps.baseline import path_from

        return self.baseline.of(path_from(self.files.baseline, document))

    def draft(self, document: Path) -> Draft:
        """Return the file that was audited, with what is known of it."""
        from auditor.report.gaps.sarif import Draft

        return Draft(document, self.known(document))


gate_options = gathered(
    "gate",
    GateFiles,
    path_option(
        "--not-below",
        "AUDIT.json",
        "Exit with 1 where answer, score or a question is below this audit.",
    ),
    path_option(
        "--baseline", "FILE", "Exit with 1 where there is a gap that this file does not list."
    ),
    path_option(
        "--write-baseline",
        "FILE",
        "Write today's gaps to this file, so that later runs do not fail on them.",
    ),
)
"""Adds --not-below, --baseline and --write-baseline."""
