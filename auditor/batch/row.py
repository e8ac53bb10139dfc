"""What a batch keeps of one document: a row, and the row's cells by name."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import PurePath

from auditor.records import REACHES, Audit
from auditor.report.office.cells import Cell
from auditor.report.views.batch import Outcome, RowView


@dataclass(frozen=True, slots=True)
class Row:
    """One document's line in the comparison: an audit in short, or why there is none."""

    outcome: Outcome
    reason: str = ""
    """Why there is no audit; "" where there is one."""
    remedy: str = ""
    name: str = ""
    sha256: str = ""
    title: str = ""
    pages: int | None = None
    pages_read: int | None = None
    words: int | None = None
    language: str = ""
    verdict: str = ""
    verdict_because: str = ""
    score: float | None = None
    low: float | None = None
    high: float | None = None
    unweighted: float | None = None
    flags: tuple[str, ...] = ()
    levels: tuple[tuple[str, int | None], ...] = ()
    """Criterion and level, in the order of the rubric; None where it does not apply."""
    excluding: tuple[str, ...] = ()
    """Criteria at level 0 because statements leave babies out, not because of silence."""
    counts: tuple[tuple[str, int], ...] = ()
    """Reach and number of statements."""
    outputs: tuple[str, ...] = ()
    """The files written for it, from the output folder; the JSON first."""
    kind: str = ""
    """What kind of document it is."""
    verdict_low: str = ""
    """The lowest verdict that is still likely; `verdict_high` the highest."""
    verdict_high: str = ""
    checked: bool = False
    """True if people have decided on every statement that the answer rests on."""
    seconds: float | None = field(default=None, compare=False)
    """Time that the document took; it differs from run to run, and so is no part of the row."""
    memory: int | None = field(default=None, compare=False)
    """Bytes that the process held at most while it worked on the document."""


def row_of(audit: Audit, outputs: tuple[str, ...] = (), *, checked: bool = False) -> Row:
    """Shorten an audit to its row."""
    document, score = audit.document, audit.score
    low, high = audit.verdict_range or (audit.verdict.name, audit.verdict.name)
    return Row(
        outcome="audited",
        name=document.name,
        sha256=document.sha256,
        title=document.title,
        pages=len(document.pages) or None,
        pages_read=len(document.pages) - len(document.unread) if document.pages else None,
        words=document.word_count,
        language=document.language,
        verdict=audit.verdict.name,
        verdict_because=audit.verdict.because,
        score=score.value,
        low=score.low,
        high=score.high,
        unweighted=score.unweighted,
        flags=tuple(flag.id for flag in audit.flags),
        levels=tuple((level.criterion, level.level) for level in audit.levels),
        excluding=tuple(
            each.criterion for each in audit.levels if each.level == 0 and each.counter
        ),
        counts=_counts(audit),
        outputs=outputs,
        kind=document.kind,
        verdict_low=low,
        verdict_high=high,
        checked=checked,
    )


def _counts(audit: Audit) -> tuple[tuple[str, int], ...]:
    reaches = [statement.reach for statement in audit.statements]
    return tuple((reach, reaches.count(reach)) for reach in REACHES)


def _yes_or_no(row: Row) -> str:
    """Return whether people have checked an answer, as spreadsheets of every language read it."""
    if row.outcome != "audited":
        return ""
    return "yes" if row.checked else "no"


def _is_data(output: str) -> bool:
    """Return True if an output is the JSON: linked to only where there is nothing to read."""
    return output.startswith("audits/")


@dataclass(frozen=True, slots=True)
class Entry:
    """A row in its place: its number in the input, its address and its manifest columns."""

    number: int
    source: str
    columns: tuple[tuple[str, str], ...]
    row: Row
    duplicate_of: int | None = None
    """The number of the entry that has the same bytes."""

    @property
    def is_failure(self) -> bool:
        """Return True if a document was given and no audit came of it."""
        return self.row.outcome in ("failed", "unreadable")

    @property
    def shown_source(self) -> str:
        """The address of the document as results show it: a local file by its name alone.

        >>> row = Row("audited")
        >>> Entry(1, "/home/ada/plans/north.pdf", (), row).shown_source
        'north.pdf'
        >>> Entry(1, "https://example.org/north.pdf", (), row).shown_source
        'https://example.org/north.pdf'
        """
        return self.source if "://" in self.source else PurePath(self.source).name

    def cells(self) -> dict[str, Cell]:
        """Give the entry as flat cells: the manifest's columns first, under their own names.

        A column of the manifest that is called like one of the batch's own is
        given back with `manifest_` before its name.
        """
        theirs = zip(self.given_names, (value for _, value in self.columns), strict=True)
        return {"number": self.number, "source": self.shown_source, **dict(theirs), **self._own()}

    @property
    def given_names(self) -> tuple[str, ...]:
        """The names under which the manifest's columns come back as cells."""
        return tuple(f"manifest_{name}" if _is_own(name) else name for name, _ in self.columns)

    def _own(self) -> dict[str, Cell]:
        row = self.row
        return {
            "outcome": row.outcome,
            "reason": row.reason,
            "remedy": row.remedy,
            "duplicate_of": self.duplicate_of,
            "document_name": row.name,
            "document_title": row.title,
            "sha256": row.sha256,
            "pages": row.pages,
            "pages_read": row.pages_read,
            "words": row.words,
            "document_language": row.language,
            "document_kind": row.kind,
            "verdict": row.verdict,
            "verdict_low": row.verdict_low,
            "verdict_high": row.verdict_high,
            "verdict_because": row.verdict_because,
            "checked": _yes_or_no(row),
            "score": row.score,
            "score_low": row.low,
            "score_high": row.high,
            "score_unweighted": row.unweighted,
            "flags": " ".join(row.flags),
            **{f"level_{name}": level for name, level in row.levels},
            "excluding": " ".join(row.excluding),
            **{f"statements_{name}": count for name, count in row.counts},
            "outputs": " ".join(row.outputs),
        }

    def view(self) -> RowView:
        """Return the entry as plain data: what the comparison page sees, and the JSON Lines."""
        row = self.row
        return {
            "number": self.number,
            "source": self.shown_source,
            "columns": dict(self.columns),
            "outcome": row.outcome,
            "reason": row.reason,
            "remedy": row.remedy,
            "duplicate_of": self.duplicate_of,
            "document": {
                "name": row.name,
                "sha256": row.sha256,
                "title": row.title,
                "pages": row.pages,
                "pages_read": row.pages_read,
                "words": row.words,
                "language": row.language,
                "kind": row.kind,
            },
            "verdict": row.verdict,
            "verdict_range": {"low": row.verdict_low, "high": row.verdict_high},
            "checked": row.checked,
            "verdict_because": row.verdict_because,
            "score": {
                "value": row.score,
                "low": row.low,
                "high": row.high,
                "unweighted": row.unweighted,
            },
            "flags": list(row.flags),
            "levels": dict(row.levels),
            "excluding": list(row.excluding),
            "counts": dict(row.counts),
            "outputs": list(row.outputs),
            "report": next(iter(sorted(row.outputs, key=_is_data)), None),
        }


_OWN = frozenset(("number", "source", *Entry(0, "", (), Row("failed"))._own()))


def _is_own(name: str) -> bool:
    """Return True if the batch has a column of this name itself."""
    return name in _OWN or name.startswith(("level_", "statements_"))
