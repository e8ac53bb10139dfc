"""The history keeps what it is given, and deletes what it is told to."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from auditor.report.view import view_of
from auditor.serve.store.database import NAME
from auditor.serve.store.history import History
from tests.builders import rich_audit, rules
from tests.serve.conftest import Page

MARK = b"a mark that nothing else has"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Name a folder for a history."""
    return tmp_path / "kept"


def _kept(history: History) -> str:
    audit = rich_audit()
    id = history.keep(view_of(audit, rules()), MARK)
    history.keep_picture(id, 1, MARK)
    history.keep_file(id, "pack", MARK)
    history.remarks.decide(id, {"statement": "s0001", "criterion": None, "reviewer": MARK.decode()})
    return id


def test_an_audit_outlives_the_server(folder: Path) -> None:
    """What was kept is there again after a restart."""
    first = History(folder)
    id = _kept(first)
    first.close()
    second = History(folder)
    line = second.find_line(id)
    assert line is not None and line.decisions == 1
    assert second.find_view(id) == view_of(rich_audit(), rules())
    assert second.find_picture(id, 1) == second.find_file(id, "pack") == MARK
    second.close()


@pytest.mark.parametrize("everything", [False, True])
def test_delete_leaves_no_byte_on_disk(folder: Path, everything: bool) -> None:
    """After a delete the words are not in the file any more, nor in one beside it."""
    history = History(folder)
    id = _kept(history)
    assert any(MARK in path.read_bytes() for path in folder.iterdir())
    if everything:
        history.delete_all()
    else:
        history.delete(id)
    assert not any(MARK in path.read_bytes() for path in folder.iterdir())
    assert history.find_view(id) is None and not history.lines()
    history.close()


def test_without_a_history_nothing_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A history of no folder lives in memory."""
    monkeypatch.chdir(tmp_path)
    history = History(None)
    _kept(history)
    history.close()
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(os.name == "nt", reason="rights are told otherwise there")
def test_only_the_user_may_read_it(folder: Path) -> None:
    """Other users of the machine cannot open the history."""
    History(folder).close()
    assert (folder / NAME).stat().st_mode & 0o077 == 0
    assert folder.stat().st_mode & 0o077 == 0


def test_what_is_made_late_for_a_deleted_audit_is_not_kept(folder: Path) -> None:
    """A picture that comes after the delete goes nowhere."""
    history = History(folder)
    id = _kept(history)
    history.delete(id)
    history.keep_picture(id, 2, MARK)
    assert history.find_picture(id, 2) is None
    history.close()


def test_interrupted_documents_are_named_once(folder: Path) -> None:
    """What had begun and not ended is named after a restart, once."""
    history = History(folder)
    history.begin("1", "plan.pdf")
    history.begin("2", "other.pdf")
    history.end("2")
    assert history.take_interrupted() == ("plan.pdf",)
    assert history.take_interrupted() == ()
    history.close()


def test_delete_in_the_page_deletes(page: Page) -> None:
    """The button on the page does what it says."""
    id = page.keep()
    assert page.post(f"/audits/{id}/delete").status_code == 303
    assert page.get(f"/audits/{id}").status_code == 404
    assert page.get(f"/audits/{id}/report").status_code == 404


def test_an_audit_of_an_older_version_can_still_be_read(page: Page) -> None:
    """Where the records have changed since, the report stands and downloads say why not."""
    id = page.state.history.keep(view_of(rich_audit(), rules()), b"from another version")
    assert page.get(f"/audits/{id}/report").status_code == 200
    assert page.get(f"/audits/{id}/download/json").status_code == 200
    answer = page.get(f"/audits/{id}/download/csv")
    assert answer.status_code == 422 and "older version" in answer.text
