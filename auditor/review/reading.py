"""Reviews read back, each row of a sheet held to what it must say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from auditor.errors import DataError
from auditor.records import REACHES
from auditor.report.views.reviews import Choice
from auditor.review.decisions import (
    CHOICES,
    KINDS,
    Correction,
    Decision,
    Kind,
    Labels,
    Reply,
    Reviews,
    Target,
    key_of,
)
from auditor.review.sheet_files import Cells, read_rows


def read_reviews(path: Path, *, coding: bool = False) -> Reviews:
    """Read people's decisions, replies and corrections.

    Takes a sheet that `auditor review` made (.xlsx or .csv), the same rows as .json, or an
    audit as JSON that holds reviews. With `coding` the sheet is a coder's: labels alone
    are enough, names and reasons are not asked for.

    Raises:
        UsageError: there is no such file, or its kind is not known.
        DataError: a row cannot be understood; its place names file and row.

    """
    return reviews_of(read_rows(path), path.name, coding=coding)


def reviews_of(rows: Iterable[tuple[int, Cells]], name: str, *, coding: bool = False) -> Reviews:
    """Turn rows, with their numbers, into reviews."""
    decisions: list[Decision] = []
    replies: list[Reply] = []
    corrections: list[Correction] = []
    kept: list[Cells] = []
    for number, cells in rows:
        line = _Line(cells, f"{name}:{number}")
        before = len(decisions) + len(replies) + len(corrections)
        if line.cell("kind") == "correction":
            corrections.append(_correction(line))
        else:
            decisions += _decisions(line, coding)
            replies += _replies(line)
        if len(decisions) + len(replies) + len(corrections) > before:
            kept.append({key: cell for key, cell in cells.items() if cell})
    return Reviews(tuple(decisions), tuple(replies), tuple(corrections), tuple(kept))


@dataclass(frozen=True, slots=True)
class _Line:
    """A row of a sheet, and where it stands."""

    cells: Cells
    place: str

    def cell(self, name: str) -> str:
        """Return what a cell says; "" where it is empty or not there."""
        return self.cells.get(name, "")

    def fault(self, message: str, remedy: str) -> DataError:
        """Make the error that names this row."""
        return DataError(message, place=self.place, remedy=remedy)

    def choice(self, name: str, known: Sequence[str]) -> str | None:
        """Return a cell that must hold one of a few words, or nothing."""
        said = self.cell(name)
        if said and said not in known:
            raise self.fault(f"“{said}” is no {name}", f"Write one of: {', '.join(known)}.")
        return said or None

    def whole(self, name: str) -> int | None:
        """Return a cell that must hold a whole number, or nothing."""
        said = self.cell(name).removesuffix(".0")
        if said and not (said.isascii() and said.isdigit() and len(said) <= 9):
            raise self.fault(f"{name} is “{said}”", "Write a whole number.")
        return int(said) if said else None

    def scale(self, name: str) -> int | None:
        """Return a cell that must hold a strength or a level, or nothing."""
        value = self.whole(name)
        if value is not None and not 0 <= value <= 4:
            raise self.fault(f"{name} is {value}", "Write a number from 0 to 4.")
        return value

    def labels(self, prefix: str = "") -> Labels:
        """Return labels as they stood, or with "new_" those put in place."""
        named = self.cell(f"{prefix}criteria").replace(",", " ").replace(";", " ").split()
        return Labels(
            reach=self.choice(f"{prefix}reach", REACHES),
            topic=self.choice(f"{prefix}topic", ("mental", "other")),
            strength=self.scale(f"{prefix}strength"),
            criteria=tuple(named) or None,
            level=self.scale(f"{prefix}level"),
        )


def _correction(line: _Line) -> Correction:
    date, text = line.cell("date"), line.cell("reason")
    if not date or not text:
        what = "a correction needs a date and, under reason, what was put right"
        raise line.fault(what, "Fill in both.")
    return Correction(date, text, line.cell("reviewer"))


def _replies(line: _Line) -> Iterator[Reply]:
    if text := line.cell("reply"):
        spoken = line.cell("kind") != "rule" and (line.cell("text") or line.cell("criterion"))
        target = _target(line) if spoken else None
        yield Reply(target, text, line.cell("reply_by"), line.cell("date"))


def _decisions(line: _Line, coding: bool) -> Iterator[Decision]:
    new = line.labels("new_")
    choice = _choice(line, new)
    if choice is None:
        return
    target = _target(line)
    reviewer, reason = line.cell("reviewer"), line.cell("reason")
    if not coding and not reviewer:
        raise line.fault("a decision without a name", "Fill in reviewer.")
    if not coding and choice != "accept" and not reason:
        raise line.fault(f"the decision {choice} without a reason", "Fill in reason.")
    if choice == "relabel":
        _check_filled(line, target, new)
    settles = bool(line.cell("settles"))
    date = line.cell("date")
    yield Decision(target, choice, line.labels(), new, reviewer, reason, date, settles=settles)


def _choice(line: _Line, new: Labels) -> Choice | None:
    """Read the decision; new labels without one are a relabelling."""
    said = line.cell("decision").lower().replace(" ", "_").replace("-", "_")
    if not said:
        return None if new.is_empty else "relabel"
    if said not in CHOICES:
        known = f"Write one of: {', '.join(CHOICES)}."
        raise line.fault(f"“{line.cell('decision')}” is not a decision", known)
    return said


def _check_filled(line: _Line, target: Target, new: Labels) -> None:
    """Hold a relabelling to the labels that it puts in place."""
    wanted = {
        "evidence": ("new_criteria", new.criteria is not None),
        "criterion": ("new_level", new.level is not None),
    }
    what, is_there = wanted.get(target.kind, ("a new label", not new.is_empty))
    if not is_there:
        raise line.fault(f"relabel without {what}", f"Fill in {what}.")


def _target(line: _Line) -> Target:
    """Read what a row speaks of."""
    kind, text, criterion = _kind(line), line.cell("text"), line.cells.get("criterion")
    if kind in ("criterion", "evidence") and not criterion:
        raise line.fault(f"a row of kind {kind} without a criterion", "Fill in its id.")
    if kind == "criterion":
        return Target(kind, criterion=criterion)
    if kind == "rule":
        if not line.cell("rule"):
            raise line.fault("a row of kind rule without a rule", "Fill in its id.")
        return Target(kind, text, rule=line.cell("rule"))
    if not text:
        raise line.fault("a row without the words it is about", "Copy the statement into text.")
    return Target(
        kind,
        text,
        line.cell("key") or key_of(text),
        line.cell("before"),
        line.cell("after"),
        line.cell("section"),
        line.whole("page"),
        line.cell("id"),
        criterion if kind == "evidence" else None,
    )


def _kind(line: _Line) -> Kind:
    """Read the kind of a row; one without words is on a criterion."""
    kind = line.cell("kind") or ("statement" if line.cell("text") else "criterion")
    if kind not in KINDS:
        known = f"Write one of: {', '.join(KINDS)}."
        raise line.fault(f"“{kind}” is not a kind of row", known)
    return kind
