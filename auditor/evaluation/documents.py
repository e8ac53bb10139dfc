"""Whole real documents against their verdicts by the guide.

A list of documents holds one JSON object a line: `file`, `verdict` ("silent" stands for
absent or nominal) and what says where the document is to be had. Each is audited, and
its verdict held against the list: coarse, with every silence one, and by its range.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from auditor.errors import AuditorError, UsageError
from auditor.rules import Rules

SILENT = "silent"
_SILENCES = ("absent", "nominal", "cannot_tell")
_ORDER = (SILENT, "excluded", "mentioned", "explained", "committed", "measured")


@dataclass(frozen=True, slots=True)
class DocumentScore:
    """One document: what the list and what the auditor says of it."""

    name: str
    wanted: str
    said: str
    low: str
    high: str
    excludes: bool
    """True where the flag that babies are left out was raised."""

    @property
    def is_right(self) -> bool:
        """True if the verdict is the wanted one, every silence taken as one."""
        return coarse(self.said) == self.wanted

    @property
    def is_in_range(self) -> bool:
        """True if the wanted verdict lies within the range."""
        low, high = _ORDER.index(coarse(self.low)), _ORDER.index(coarse(self.high))
        return low <= _ORDER.index(self.wanted) <= high


def coarse(verdict: str) -> str:
    """Return a verdict with every silence as one.

    >>> coarse("nominal"), coarse("committed")
    ('silent', 'committed')
    """
    return SILENT if verdict in _SILENCES else verdict


def score_documents(listed: Path, folder: Path, rules: Rules) -> Iterator[DocumentScore]:
    """Audit the documents of a list that are in a folder, and hold each against its verdict.

    Raises:
        UsageError: the list cannot be read, or none of its documents is there.

    """
    from auditor.pipeline import audit_document

    found = [(name, wanted) for name, wanted in _read(listed) if (folder / name).is_file()]
    if not found:
        raise UsageError(
            "none of the documents is there", place=str(folder), remedy="Fetch them into a folder."
        )
    for name, wanted in found:
        try:
            audit = audit_document(folder / name, rules)
        except AuditorError:
            yield DocumentScore(name, wanted, "cannot_tell", "cannot_tell", "cannot_tell", False)
            continue
        low, high = audit.verdict_range or (audit.verdict.name, audit.verdict.name)
        excludes = any(flag.id == "excludes" for flag in audit.flags)
        yield DocumentScore(name, wanted, audit.verdict.name, low, high, excludes)


def _read(listed: Path) -> Iterator[tuple[str, str]]:
    try:
        for line in listed.read_text("utf-8").splitlines():
            if line.strip():
                record = json.loads(line)
                yield str(record["file"]), str(record["verdict"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UsageError(
            "no list of documents",
            place=str(listed),
            remedy='Give one JSON object a line, with "file" and "verdict".',
        ) from error


def write_document_scores(scores: list[DocumentScore], *, errors: bool) -> str:
    """Return how many documents are right, and within the range, as text."""
    right = sum(one.is_right for one in scores)
    within = sum(one.is_in_range for one in scores)
    lines = [
        f"{one.name}: {one.said} ({one.low} to {one.high}), by the guide {one.wanted}"
        for one in scores
        if errors and not one.is_right
    ]
    lines.append(f"{right} of {len(scores)} verdicts right, {within} within their range")
    lines.append(f"{sum(one.excludes for one in scores)} raise the flag that babies are left out")
    return "\n".join(lines)
