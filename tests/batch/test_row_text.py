"""Rows written down and read back."""

from __future__ import annotations

import json

import pytest

from auditor.batch.row import Row
from auditor.batch.row_text import row_from_text, row_to_text

ROW = Row(
    "audited",
    name="a.pdf",
    verdict="absent",
    verdict_low="absent",
    verdict_high="mentioned",
    checked=True,
    levels=(("access", None), ("data", 2)),
    counts=(("explicit", 3),),
    flags=("draft",),
    outputs=("audits/a.json",),
    seconds=1.5,
    memory=1024,
)


def test_a_row_comes_back_as_it_was() -> None:
    """Costs included, though they are no part of what makes two rows the same."""
    back = row_from_text(row_to_text(ROW))
    assert back == ROW
    assert (back.seconds, back.memory) == (1.5, 1024)


@pytest.mark.parametrize(
    ("name", "value"),
    [("outcome", "lost"), ("verdict_low", 3), ("seconds", "long"), ("flags", [1]), ("kind", None)],
)
def test_a_damaged_row_is_no_row(name: str, value: object) -> None:
    """A row whose values are of another kind is made again, not believed."""
    changed = json.dumps({**json.loads(row_to_text(ROW)), name: value})
    with pytest.raises((ValueError, TypeError)):
        row_from_text(changed)
