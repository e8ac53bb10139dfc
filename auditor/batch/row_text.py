"""The row of a document as a line of JSON, as the record of a batch keeps it."""

from __future__ import annotations

import json
from dataclasses import asdict, fields
from typing import get_args

from auditor.batch.row import Row
from auditor.report.views.batch import Outcome


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
    if row.outcome not in get_args(Outcome):
        raise ValueError(f"unknown outcome {row.outcome!r}")
    named = (*row.levels, *row.counts)
    texts = [*row.flags, *row.excluding, *row.outputs, *(name for name, _ in named)]
    numbers = [value for _, value in named]
    for each in fields(row):
        if each.type == "str":
            texts.append(getattr(row, each.name))
        elif each.type in ("int | None", "float | None", "bool"):
            numbers.append(getattr(row, each.name))
    if not all(isinstance(each, str) for each in texts):
        raise ValueError("text expected")
    if not all(each is None or isinstance(each, int | float) for each in numbers):
        raise ValueError("number expected")
