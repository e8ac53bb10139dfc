"""What is said of a document, found again."""

from __future__ import annotations

import pytest

from auditor.records.audit import Level
from tests.builders import rich_audit


def test_a_statement_is_found_by_its_id() -> None:
    """One that is not there is an error."""
    made = rich_audit()
    assert made.statement(made.statements[1].id) is made.statements[1]
    with pytest.raises(KeyError):
        made.statement("s9999")


@pytest.mark.parametrize(("level", "applies"), [(None, False), (0, True), (4, True)])
def test_a_level_of_nought_applies(level: int | None, applies: bool) -> None:
    """Silence is an answer."""
    assert Level("access", level, "").applicable is applies
