"""The row of a document as a line of JSON, as the record of a batch keeps it."""

from __future__ import annotations

import json
from dataclasses import asdict, fields
from functools import cache
from typing import TYPE_CHECKING

from auditor.batch.row import Row

if TYPE_CHECKING:
    from pydantic import TypeAdapter


def row_to_text(row: Row) -> str:
    """Write a row as one line of JSON."""
    return json.dumps(asdict(row), ensure_ascii=False, separators=(",", ":"))


def row_from_text(text: str) -> Row:
    """Read back what `row_to_text` wrote; ValueError where it is damaged.

    >>> row_from_text(row_to_text(Row("audited", levels=(("access", None),)))).levels
    (('access', None),)
    """
    row = _reader().validate_json(text, strict=True)
    if len(json.loads(text)) != len(fields(row)):
        raise ValueError("a part of the row is missing")
    return row


@cache
def _reader() -> TypeAdapter[Row]:
    from pydantic import TypeAdapter

    return TypeAdapter(Row)
