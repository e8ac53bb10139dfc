"""How often the machine errs on these documents, measured on the sample that people checked."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from auditor.report.views.audit import AuditView
from auditor.report.views.reviews import DecidedStatementView
from auditor.report.views.sample import ErrorView, ShareView, StratumView
from auditor.review.decisions import key_of
from auditor.review.sampling import CERTAINTY


@dataclass(frozen=True, slots=True)
class Checked:
    """A statement of the sample that people decided on."""

    stratum: str
    size: int
    """How many statements its part has."""
    is_wrong: bool
    """True if any label was changed."""
    is_reach_wrong: bool
    """True if it addresses others than the machine said."""
    reviewers: tuple[str, ...]


def find_checked(views: Iterable[AuditView]) -> tuple[Checked, ...]:
    """Find the statements of a sample that people agree on, in audits that hold reviews."""
    return tuple(one for view in views for one in _checked_in(view))


def _checked_in(view: AuditView) -> Iterable[Checked]:
    reviews = view.get("reviews")
    if reviews is None:
        return
    sampled = {_key(row): row for row in reviews["rows"] if row.get("stratum")}
    for one in reviews["statements"]:
        row = sampled.get(key_of(one["text"]))
        if row is not None and not one["conflict"] and _is_number(row.get("stratum_size", "")):
            yield _judged(row, one)


def _key(row: dict[str, str]) -> str:
    return row.get("key") or key_of(row.get("text", ""))


def _is_number(cell: str) -> bool:
    return cell.removesuffix(".0").isdecimal()


def _judged(row: dict[str, str], one: DecidedStatementView) -> Checked:
    return Checked(
        row["stratum"],
        int(row["stratum_size"].removesuffix(".0")),
        one["machine"] != one["reviewed"],
        one["machine"]["reach"] != one["reviewed"]["reach"],
        tuple(said["reviewer"] for said in one["decisions"]),
    )


def measure_error(checked: Iterable[Checked]) -> ErrorView | None:
    """Return the share of labels that are wrong, each part weighing as much as it has statements.

    None where nobody checked anything.
    """
    listed = tuple(checked)
    if not listed:
        return None
    names = sorted({one.stratum for one in listed})
    parts = {name: [one for one in listed if one.stratum == name] for name in names}
    reviewers = dict.fromkeys(name for one in listed for name in one.reviewers if name)
    return {
        "size": sum(some[0].size for some in parts.values()),
        "checked": len(listed),
        "any_label": _share([_counts(some, "is_wrong") for some in parts.values()]),
        "reach": _share([_counts(some, "is_reach_wrong") for some in parts.values()]),
        "reviewers": list(reviewers),
        "strata": [_stratum(name, some) for name, some in parts.items()],
    }


Counts = tuple[int, int, int]
"""Of a part: its size, those checked, those wrong."""


def _counts(some: list[Checked], mistake: Literal["is_wrong", "is_reach_wrong"]) -> Counts:
    return some[0].size, len(some), sum(getattr(one, mistake) for one in some)


def _share(parts: Sequence[Counts]) -> ShareView:
    """Weigh the parts, with Wilson's interval for as many as the weighted sample is worth."""
    whole = sum(size for size, _, _ in parts)
    share = sum(size / whole * wrong / count for size, count, wrong in parts)
    worth = 1 / sum((size / whole) ** 2 / count for size, count, _ in parts)
    low, high = wilson(share, worth)
    wrong = sum(wrong for _, _, wrong in parts)
    return {"wrong": wrong, "share": round(share, 4), "low": round(low, 4), "high": round(high, 4)}


def wilson(share: float, count: float) -> tuple[float, float]:
    """Return the interval in which a share lies 19 times in 20.

    >>> [round(end, 3) for end in wilson(0.1, 100)], [round(end, 3) for end in wilson(0, 30)]
    ([0.055, 0.174], [0.0, 0.114])
    """
    square = CERTAINTY**2
    middle = share + square / (2 * count)
    spread = CERTAINTY * math.sqrt(share * (1 - share) / count + square / (4 * count**2))
    below, above = (middle - spread, middle + spread)
    return max(0.0, below / (1 + square / count)), min(1.0, above / (1 + square / count))


def _stratum(name: str, some: list[Checked]) -> StratumView:
    size, checked, wrong = _counts(some, "is_wrong")
    return {"name": name, "size": size, "checked": checked, "wrong": wrong}
