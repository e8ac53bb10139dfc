"""What each person said of each statement."""

from __future__ import annotations

from typing import Any

from auditor.report.view import view_of
from auditor.serve.store.coding import coding_of
from auditor.serve.store.history import History
from auditor.serve.store.reviewed_audit import find_reviewed_audit
from auditor.serve.store.serialisation import serialise
from tests.builders import rich_audit, rules


def test_coders_stand_in_the_order_of_how_much_they_decided() -> None:
    """What settles a disagreement is no coding of its own."""
    history, made = History(None), rich_audit()
    view = view_of(made, rules())
    id = history.keep(view, serialise(made))
    first, second = (one["id"] for one in view["statements"][:2])

    def decide(who: str, statement: str, **more: Any) -> None:
        told = {"statement": statement, "criterion": None, "choice": "reject", "new": {}}
        history.remarks.decide(id, {**told, "reviewer": who, "reason": "No.", "date": "", **more})

    decide("A", first)
    decide("B", first)
    decide("B", second)
    decide("C", first, settles=True)
    reviewed = find_reviewed_audit(id, history, rules())
    assert reviewed is not None
    coding = coding_of(reviewed)
    assert coding.coders == ("B", "A") and list(coding.settled) == [first]
    assert coding.labels["A"][first].reach == "none"
    assert coding.decision(first, "A") == {
        "statement": first,
        "criterion": None,
        "choice": "reject",
        "new": {},
    }
