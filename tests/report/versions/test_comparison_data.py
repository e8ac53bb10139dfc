"""What a printed comparison is made of, and when two documents are no versions of one."""

from __future__ import annotations

import json

import pytest

from auditor.comparison.versions import compare
from auditor.report.versions.changes import tell_changes
from auditor.report.versions.comparison_data import MOST, printed_comparison
from auditor.report.view import view_of
from auditor.report.views.comparison import ComparisonView
from tests.builders import audit, explicit, rubric, rules, statement


def compared(old: list[str], new: list[str]) -> ComparisonView:
    """Compare two documents, each of some sentences about babies."""
    return compare(
        *(view_of(audit([explicit(one) for one in some]), rules()) for some in (old, new)), rules()
    )


NUMBERS = ("one", "two", "three", "four", "five")
ONE = [f"Babies in {a} {b} will be seen by their team." for a in NUMBERS for b in NUMBERS]
OTHER = [f"Harbour {a} depth {b} chart infants" for a in NUMBERS for b in NUMBERS]


def test_lists_are_cut_and_say_so() -> None:
    """Twenty changes of a list are printed, the rest counted."""
    data = printed_comparison(tell_changes(compared([], ONE), rubric()))
    gained = data["lists"][0]
    assert len(gained["pairs"]) == MOST and gained["count"] == len(ONE)
    assert "five more changes" in gained["more"]
    assert json.loads(json.dumps(data)) == data


def test_two_unlike_documents_are_said_to_be_so() -> None:
    """A list of everything that differs would say nothing."""
    told = tell_changes(compared(ONE, OTHER), rubric())
    assert told.is_unlike and "two documents, not two versions" in told.headline


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param(ONE, ONE, id="the same"),
        pytest.param(ONE, ONE[5:], id="shortened"),
        pytest.param(ONE[:3], OTHER[:3], id="too short to say"),
    ],
)
def test_versions_are_not_called_unlike(old: list[str], new: list[str]) -> None:
    """Also where much was cut, or where there is too little to tell by."""
    assert not tell_changes(compared(old, new), rubric()).is_unlike


def test_what_did_not_happen_is_not_told() -> None:
    """“No statements go further than before” helps nobody."""
    told = tell_changes(compared([], ONE[:1]), rubric()).tally
    assert told == "Babies gained one statement."


def test_nothing_changed_is_said_plainly() -> None:
    """Two equal documents."""
    old = view_of(audit([statement("Children.")]), rules())
    assert (
        tell_changes(compare(old, old, rules()), rubric()).headline == "Nothing changed for babies."
    )
