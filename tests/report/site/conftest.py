"""A small made country, its audits written once, and the board of its site."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from auditor.batch.outputs import tool_of
from auditor.batch.row import Entry
from auditor.batch.tables.audits import read_audit
from auditor.batch.tables.series import tell_series
from auditor.report.site.board import Board, make_board
from auditor.report.story.audit_story import Story, tell
from auditor.rules import Rules
from tests.batch.made import write_country


@dataclass(frozen=True)
class Country:
    """What the tests of a site share."""

    entries: tuple[Entry, ...]
    folder: Path
    board: Board
    rules: Rules

    def story(self, number: int) -> Story:
        """Tell the audit of one document."""
        return tell(read_audit(self.entries[number - 1], self.folder), self.rules.rubric)


@pytest.fixture(scope="session")
def country(tmp_path_factory: pytest.TempPathFactory) -> Country:
    """A hundred documents of forty places over three years."""
    folder = tmp_path_factory.mktemp("country")
    shipped = Rules.read()
    entries = write_country(folder, 100)
    board = replace(
        make_board([one.view() for one in entries], shipped.rubric, tool_of(shipped)),
        card=shipped.card,
        series=tuple(tell_series(entries, folder, shipped)),
    )
    return Country(entries, folder, board, shipped)
