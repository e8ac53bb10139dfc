"""The account of people's decisions: machine and reviewed side by side."""

from __future__ import annotations

from tests.report.reviewed import reviewed_view

ACCOUNT = reviewed_view()["reviews"]


def test_counts_are_those_of_what_is_listed() -> None:
    """No number stands beside a list of another length."""
    counts = ACCOUNT["counts"]
    choices = ("accept", "reject", "relabel", "not_applicable")
    assert counts["decisions"] == sum(counts[one] for one in choices) == 5
    for key in ("conflicts", "unplaced", "replies"):
        assert counts[key] == len(ACCOUNT[key])
    changed = [one for one in (*ACCOUNT["statements"], *ACCOUNT["criteria"]) if one["changed"]]
    assert counts["changed"] == len(changed)


def test_a_disagreement_leaves_the_machine_standing() -> None:
    """And says between whom."""
    conflict = ACCOUNT["conflicts"][0]
    assert (conflict["why"], conflict["stands"]) == ("disagree", "machine")
    assert {one["reviewer"] for one in conflict["decisions"]} == {"A. <b>Okafor", "B. Lind"}


def test_replies_name_what_they_reply_to() -> None:
    """A question, or the report as a whole."""
    assert [(one["criterion"], one["statement"]) for one in ACCOUNT["replies"]] == [
        ("access", None),
        (None, None),
    ]
