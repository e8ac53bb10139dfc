"""An audit with people's decisions in it, as the page shows it."""

from __future__ import annotations

from auditor.report.view import view_of
from auditor.serve.store.history import History
from auditor.serve.store.reviewed_audit import find_reviewed_audit
from auditor.serve.store.serialisation import serialise
from tests.builders import rich_audit, rules


def test_without_decisions_it_is_the_machines() -> None:
    """Named after its file; an unknown one is none."""
    history, made = History(None), rich_audit()
    id = history.keep(view_of(made, rules()), serialise(made))
    found = find_reviewed_audit(id, history, rules())
    assert found is not None and found.view == found.machine and not found.is_reviewed
    assert found.stem == "plan" and found.audit == made
    assert find_reviewed_audit("nothing", history, rules()) is None


def test_one_that_an_older_version_made_is_shown_and_not_rated() -> None:
    """Its bytes are not read, its plain data are."""
    history = History(None)
    id = history.keep(view_of(rich_audit(), rules()), b"of long ago")
    history.remarks.reply(
        id, {"statement": "", "criterion": None, "text": "Thanks.", "author": "B"}
    )
    found = find_reviewed_audit(id, history, rules())
    assert found is not None and found.audit is None and found.view == found.machine
