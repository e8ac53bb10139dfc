"""What a batch keeps of one document: a row, and the row's cells by name."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import PurePath
from typing import get_args

from auditor.records import REACHES, Audit
from auditor.report.views.batch import Outcome, RowView

Cell = str | int | float | None


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


def row_of(audit: Audit, outputs: tuple[str, ...] = ()) -> Row:
    """Shorten an audit to its row."""
    document, score = audit.document, audit.score
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
    )


def _counts(audit: Audit) -> tuple[tuple[str, int], ...]:
    reaches = [statement.reach for statement in audit.statements]
    return tuple((reach, reaches.count(reach)) for reach in REACHES)


def row_to_text(row: Row) -> str:
    """Write a row as one line of JSON."""
    return json.dumps(asdict(row), ensure_ascii=False, separators=(",", ":"))


def row_from_text(text: str) -> Row:
    """
    Read back what `row_to_text` wrote; ValueError and its like where it is damaged.

    >>> row_from_text(row_to_text(Row("audited", levels=(("access", None),)))).levels
    (('access', None),)
    """
    values = json.loads(text)
    for name in ("levels", "counts"):
        values[name] = tuple((key, value) for key, value in values[name])
    for name in ("flags", "excluding", "outputs"):
        values[name] = tuple(values[name])
    row = Row(**values)
    _check(row)
    return row


def _check(row: Row) -> None:
    """Raise ValueError for a row whose values are of other kinds than they should be."""
    texts = (
        row.reason,
        row.remedy,
        row.name,
        row.sha256,
        row.title,
        row.language,
        row.verdict,
        row.verdict_because,
        *row.flags,
        *row.excluding,
        *row.outputs,
        *(key for key, _ in (*row.levels, *row.counts)),
    )
    numbers = (
        row.pages,
        row.pages_read,
        row.words,
        row.score,
        row.low,
        row.high,
        row.unweighted,
        *(value for _, value in (*row.levels, *row.counts)),
    )
    if row.outcome not in get_args(Outcome):
        raise ValueError(f"unknown outcome {row.outcome!r}")
    if not all(isinstance(each, str) for each in texts):
        raise ValueError("text expected")
    if not all(each is None or isinstance(each, int | float) for each in numbers):
        raise ValueError("number expected")


_OWN = frozenset(
    (
        "number",
        "source",
        "outcome",
        "reason",
        "remedy",
        "duplicate_of",
        "document_name",
        "document_title",
        "sha256",
        "pages",
        "pages_read",
        "words",
        "document_language",
        "verdict",
        "verdict_because",
        "score",
        "score_low",
        "score_high",
        "score_unweighted",
        "flags",
        "excluding",
        "outputs",
    )
)


def _is_own(name: str) -> bool:
    """Return True if the batch has a column of this name itself."""
    return name in _OWN or name.startswith(("level_", "statements_"))


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
        """
        Give the entry as flat cells: the manifest's columns first, under their own names.

        A column of the manifest that is called like one of the batch's own is
        given back with `manifest_` before its name.
        """
        own = {**self._facts(), **self._judgement(), **self._amounts()}
        theirs = zip(self.given_names, (value for _, value in self.columns), strict=True)
        return {"number": self.number, "source": self.shown_source, **dict(theirs), **own}

    @property
    def given_names(self) -> tuple[str, ...]:
        """The names under which the manifest's columns come back as cells."""
        return tuple(f"manifest_{name}" if _is_own(name) else name for name, _ in self.columns)

    def _facts(self) -> dict[str, Cell]:
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
        }

    def _judgement(self) -> dict[str, Cell]:
        row = self.row
        return {
            "verdict": row.verdict,
            "verdict_because": row.verdict_because,
            "score": row.score,
            "score_low": row.low,
            "score_high": row.high,
            "score_unweighted": row.unweighted,
            "flags": " ".join(row.flags),
        }

    def _amounts(self) -> dict[str, Cell]:
        row = self.row
        levels: dict[str, Cell] = {f"level_{name}": level for name, level in row.levels}
        counts: dict[str, Cell] = {f"statements_{name}": count for name, count in row.counts}
        return {
            **levels,
            "excluding": " ".join(row.excluding),
            **counts,
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
            },
            "verdict": row.verdict,
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
