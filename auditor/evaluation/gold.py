"""Gold sets: statements with labels, one JSON object a line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from auditor.errors import UsageError
from auditor.evaluation.folds import fold_of
from auditor.records import (
    DOCUMENT_KINDS,
    PLACES,
    REACHES,
    Judgement,
    Passage,
    Place,
    Reach,
    Topic,
)

_PAIR = re.compile(r"\bpair \d+\b")
QUESTIONS = ("reach", "topic", "strength", "criteria")
"""What a statement can be drawn for."""


@dataclass(frozen=True, slots=True)
class GoldStatement:
    """A statement with the labels that an annotator gave it."""

    id: str
    passage: Passage
    """The statement as the language stage is given it."""
    reach: Reach
    topic: Topic | None
    strength: int
    criteria: tuple[str, ...]
    note: str = ""
    source: str = ""
    """The file that it stands in, without folder and ending."""
    plan: str | None = None
    """The plan that it stands in, where it is of one."""
    fold: int = 0
    """The fold that it falls into with its pair and its document."""
    weight: float = 1.0
    """How much it counts when the judge learns: more where its labels are trusted more."""
    teaches: tuple[str, ...] = ()
    """The questions that it was drawn for ("topic"), where their answers alone are learnt from."""

    @property
    def text(self) -> str:
        """Its words."""
        return self.passage.text

    @property
    def place(self) -> Place:
        """The kind of block it stands in."""
        return self.passage.place

    @property
    def heading(self) -> str | None:
        """The heading it stands under."""
        return self.passage.heading

    @property
    def stratum(self) -> str:
        """Which hard group the annotator put it in, by its note."""
        if _PAIR.search(self.note):
            return "pair of near-copies"
        for words in ("age band only", "unusual wording"):
            if words in self.note:
                return words
        return "other"

    @property
    def length(self) -> str:
        """Whether it is short, middling or long."""
        words = len(self.text.split())
        return "up to 12 words" if words <= 12 else "13 to 25" if words <= 25 else "over 25"


@dataclass(frozen=True, slots=True)
class Pair:
    """A gold statement and what the auditor says of it."""

    gold: GoldStatement
    said: Judgement


def read_lines(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Read JSON objects, one a line, each with its place as file:line.

    Raises:
        UsageError: the file is missing, or a line holds no JSON object.

    """
    try:
        text = path.read_text("utf-8-sig")
    except OSError as error:
        raise UsageError(
            f"cannot read the file ({(error.strerror or '').lower()})",
            place=str(path),
            remedy="Give a file of JSON objects, one a line.",
        ) from error
    except UnicodeDecodeError as error:
        raise UsageError("not UTF-8", place=str(path), remedy="Save it as UTF-8.") from error
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield f"{path}:{number}", _read_object(line, f"{path}:{number}")


def _read_object(line: str, place: str) -> dict[str, Any]:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise UsageError(
            "the line does not hold JSON", place=place, remedy="Write one object a line."
        ) from error
    if not isinstance(value, dict) or not isinstance(value.get("text"), str):
        raise UsageError(
            "no statement", place=place, remedy='Write an object with at least "text": "...".'
        )
    return value


def read_passages(path: Path) -> Iterator[tuple[dict[str, Any], Passage]]:
    """Read statements to be labelled; only `text` must be there.

    Raises:
        UsageError: the file is missing, or a line holds no statement.

    """
    for place, record in read_lines(path):
        yield record, passage_of(record, place)


def passage_of(record: Mapping[str, Any], where: str) -> Passage:
    """Return the passage of a record in the gold format; only `text` must be there.

    Raises:
        UsageError: a value is none that the format knows.

    """
    document = record.get("document")
    kind = document.get("kind") if isinstance(document, dict) else None
    columns = record.get("columns") or ()
    return Passage(
        record["text"],
        _one_of(record.get("place") or "body", PLACES, where, "place"),
        record.get("heading") or None,
        columns=tuple(str(head) for head in columns) if isinstance(columns, list) else (),
        language=record.get("lang") or "en",
        kind=_one_of(kind, (*DOCUMENT_KINDS, None), where, "document.kind"),
    )


def read_gold(path: Path) -> tuple[GoldStatement, ...]:
    """Read a gold set.

    Raises:
        UsageError: the file is missing, or a line lacks a label.

    """
    return tuple(_make_gold(record, place, path.stem) for place, record in read_lines(path))


def _make_gold(record: dict[str, Any], place: str, source: str) -> GoldStatement:
    return GoldStatement(
        id=str(record.get("id", "")),
        passage=passage_of(record, place),
        reach=_one_of(record.get("reach"), REACHES, place, "reach"),
        topic=_one_of(record.get("topic"), ("mental", "other", None), place, "topic"),
        strength=_one_of(record.get("strength"), (0, 1, 2, 3, 4), place, "strength"),
        criteria=tuple(record.get("criteria") or ()),
        note=record.get("note") or "",
        plan=record.get("plan"),
        source=source,
        fold=fold_of(record),
        teaches=tuple(
            _one_of(name, QUESTIONS, place, "teaches") for name in record.get("teaches") or ()
        ),
    )


def _one_of(value: Any, known: Sequence[Any], place: str, key: str) -> Any:
    if value not in known:
        raise UsageError(
            f"{key} is {json.dumps(value)}",
            place=place,
            remedy=f"It must be one of: {', '.join(map(str, known))}.",
        )
    return value
