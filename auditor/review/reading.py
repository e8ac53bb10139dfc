"""Reviews read back, each row of a sheet held to what it must say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
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
        place = f"{name}:{number}"
        before = len(decisions) + len(replies) + len(corrections)
        if cells.get("kind") == "correction":
            corrections.append(_correction(cells, place))
        else:
            decisions += _decisions(cells, place, coding)
            replies += _replies(cells, place)
        if len(decisions) + len(replies) + len(corrections) > before:
            kept.append({key: cell for key, cell in cells.items() if cell})
    return Reviews(tuple(decisions), tuple(replies), tuple(corrections), tuple(kept))


def _correction(cells: Cells, place: str) -> Correction:
    if not cells.get("date") or not cells.get("reason"):
        raise DataError(
            "a correction needs a date and, under reason, what was put right",
            place=place,
            remedy="Fill in both.",
        )
    return Correction(cells["date"], cells["reason"], cells.get("reviewer", ""))


def _replies(cells: Cells, place: str) -> Iterator[Reply]:
    if cells.get("reply"):
        spoken = cells.get("kind") != "rule" and (cells.get("text") or cells.get("criterion"))
        target = _target(cells, place) if spoken else None
        yield Reply(target, cells["reply"], cells.get("reply_by", ""), cells.get("date", ""))


def _decisions(cells: Cells, place: str, coding: bool) -> Iterator[Decision]:
    new = _labels(cells, place, "new_")
    choice = _choice(cells, new, place)
    if choice is None:
        return
    target = _target(cells, place)
    if not coding:
        _check_named(choice, cells, place)
    _check_filled(choice, target, new, place)
    yield Decision(
        target,
        choice,
        _labels(cells, place),
        new,
        cells.get("reviewer", ""),
        cells.get("reason", ""),
        cells.get("date", ""),
        settles=bool(cells.get("settles")),
    )


def _choice(cells: Cells, new: Labels, place: str) -> Choice | None:
    """Read the decision; new labels without one are a relabelling."""
    said = cells.get("decision", "").lower().replace(" ", "_").replace("-", "_")
    if not said:
        return None if new.is_empty else "relabel"
    if said not in CHOICES:
        raise DataError(
            f"“{cells['decision']}” is not a decision",
            place=place,
            remedy=f"Write one of: {', '.join(CHOICES)}.",
        )
    return said


def _check_named(choice: Choice, cells: Cells, place: str) -> None:
    """Hold a decision to the name and the reason that stand in the report."""
    if not cells.get("reviewer"):
        raise DataError("a decision without a name", place=place, remedy="Fill in reviewer.")
    if choice != "accept" and not cells.get("reason"):
        raise DataError(
            f"the decision {choice} without a reason", place=place, remedy="Fill in reason."
        )


def _check_filled(choice: Choice, target: Target, new: Labels, place: str) -> None:
    """Hold a relabelling to the labels that it puts in place."""
    wanted = {
        "statement": ("a new label", not new.is_empty),
        "evidence": ("new_criteria", new.criteria is not None),
        "criterion": ("new_level", new.level is not None),
        "rule": ("a new label", not new.is_empty),
    }
    what, is_there = wanted[target.kind]
    if choice == "relabel" and not is_there:
        raise DataError(f"relabel without {what}", place=place, remedy=f"Fill in {what}.")


def _target(cells: Cells, place: str) -> Target:
    """Read what a row speaks of."""
    kind, text, criterion = _kind(cells, place), cells.get("text", ""), cells.get("criterion")
    if kind in ("criterion", "evidence") and not criterion:
        raise DataError(
            f"a row of kind {kind} without a criterion", place=place, remedy="Fill in its id."
        )
    if kind == "rule":
        return _rule(cells, place)
    if kind != "criterion" and not text:
        raise DataError(
            "a row without the words it is about",
            place=place,
            remedy="Copy the statement into text.",
        )
    if kind == "criterion":
        return Target(kind, criterion=criterion)
    return Target(
        kind,
        text,
        cells.get("key") or key_of(text),
        cells.get("before", ""),
        cells.get("after", ""),
        cells.get("section", ""),
        _whole(cells, "page", place),
        cells.get("id", ""),
        criterion if kind == "evidence" else None,
    )


def _kind(cells: Cells, place: str) -> Kind:
    """Read the kind of a row; one without words is on a criterion."""
    kind: str = cells.get("kind") or ("criterion" if not cells.get("text") else "statement")
    if kind not in KINDS:
        raise DataError(
            f"“{kind}” is not a kind of row",
            place=place,
            remedy=f"Write one of: {', '.join(KINDS)}.",
        )
    return kind


def _rule(cells: Cells, place: str) -> Target:
    """Read which rule a row speaks of."""
    if not cells.get("rule"):
        raise DataError("a row of kind rule without a rule", place=place, remedy="Fill in its id.")
    return Target("rule", cells.get("text", ""), rule=cells["rule"])


def _labels(cells: Cells, place: str, prefix: str = "") -> Labels:
    """Read labels as they stood, or with "new_" those put in place."""
    reach, topic = cells.get(f"{prefix}reach"), cells.get(f"{prefix}topic")
    _one_of(reach, REACHES, f"{prefix}reach", place)
    _one_of(topic, ("mental", "other"), f"{prefix}topic", place)
    criteria = cells.get(f"{prefix}criteria", "")
    named = tuple(criteria.replace(",", " ").replace(";", " ").split())
    return Labels(
        reach=reach or None,
        topic=topic or None,
        strength=_scale(cells, f"{prefix}strength", place),
        criteria=named or None,
        level=_scale(cells, f"{prefix}level", place),
    )


def _one_of(value: str | None, known: Sequence[str], name: str, place: str) -> None:
    if value and value not in known:
        raise DataError(
            f"“{value}” is no {name}", place=place, remedy=f"Write one of: {', '.join(known)}."
        )


def _scale(cells: Cells, name: str, place: str) -> int | None:
    value = _whole(cells, name, place)
    if value is not None and not 0 <= value <= 4:
        raise DataError(f"{name} is {value}", place=place, remedy="Write a number from 0 to 4.")
    return value


def _whole(cells: Cells, name: str, place: str) -> int | None:
    said = cells.get(name, "").removesuffix(".0")
    if not said:
        return None
    if not said.isascii() or not said.isdigit() or len(said) > 9:
        raise DataError(f"{name} is “{said}”", place=place, remedy="Write a whole number.")
    return int(said)
