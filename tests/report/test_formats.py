"""What holds of every format that a report is written in."""

from __future__ import annotations

import pytest

from auditor.report.formats import FORMATS, render
from auditor.report.view import view_of
from tests.builders import rich_audit, rules


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_audit_gives_the_same_bytes(name: str) -> None:
    """Nothing of the day, the machine or chance is in a report."""
    audits = rich_audit(), rich_audit()
    first, again = (render(name, view_of(one, rules()), one, rules()) for one in audits)
    assert first == again
