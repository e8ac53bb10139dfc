"""Two versions of a document: what was gained and lost for babies."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from auditor.comparison.versions import compare
from auditor.records import Statement
from auditor.report.view import view_of
from tests.builders import audit, excluded, explicit, rules, statement

TEAM = "We will fund a parent-infant team in every locality"
NAMED = explicit(f"{TEAM}.", strength=3, criteria=("specialist-provision",))
MEASURED = explicit(f"{TEAM} by March 2028.", strength=4, criteria=("specialist-provision",))
GENERIC = statement("Our plan is for children and young people in the county.")
INCLUSIVE = explicit(
    "Our plan is for infants, children and young people in the county.",
    strength=1,
    criteria=("language",),
)
OLDER = statement("Teenagers need sleep.", reach="older")


def compared(old: list[Statement], new: list[Statement]) -> dict[str, Any]:
    """Compare two lists of statements."""
    return compare(view_of(audit(old), rules()), view_of(audit(new), rules()), rules())


CASES = [
    pytest.param([OLDER], [OLDER, NAMED], "gained", "added", id="a new promise"),
    pytest.param([OLDER, NAMED], [OLDER], "lost", "removed", id="a promise gone"),
    pytest.param([NAMED], [MEASURED], "strengthened", "changed", id="a date added"),
    pytest.param([MEASURED], [NAMED], "weakened", "changed", id="a date taken away"),
    pytest.param([GENERIC], [INCLUSIVE], "gained", "changed", id="babies written in"),
    pytest.param([INCLUSIVE], [GENERIC], "lost", "changed", id="babies written out"),
    pytest.param([excluded()], [OLDER], "gained", "removed", id="an exclusion gone"),
    pytest.param([OLDER], [OLDER, excluded()], "lost", "added", id="an exclusion new"),
    pytest.param(
        [OLDER], [statement("For all ages.", reach="nominal")], "gained", "added", id="a range"
    ),
]


@pytest.mark.parametrize(("old", "new", "direction", "kind"), CASES)
def test_a_change_stands_in_its_list(
    old: list[Statement], new: list[Statement], direction: str, kind: str
) -> None:
    """Each kind of change once, and nothing else is said to have changed."""
    comparison = compared(old, new)
    assert [one["kind"] for one in comparison[direction]] == [kind]
    others = {"gained", "lost", "strengthened", "weakened"} - {direction}
    assert all(not comparison[other] for other in others)


def test_the_same_document_has_neither_gained_nor_lost() -> None:
    """Also where statements stand in another order."""
    old = [GENERIC, NAMED, excluded(), OLDER]
    comparison = compared(old, old[::-1])
    assert comparison["counts"] == {
        "gained": 0,
        "lost": 0,
        "strengthened": 0,
        "weakened": 0,
        "same": 2,
        "reworded": 0,
    }


def test_other_words_for_the_same_promise_are_reworded() -> None:
    """No gain and no loss, and still shown."""
    again = explicit("We will fund one parent-infant team in every locality.", strength=3)
    comparison = compared([NAMED], [again])
    assert comparison["counts"]["reworded"] == 1
    assert comparison["reworded"][0]["old"]["text"] == NAMED.text


def test_verdict_score_criteria_and_flags_stand_side_by_side() -> None:
    """Before and after, with the direction."""
    comparison = compared([excluded()], [NAMED, explicit("Babies will be seen.", strength=3)])
    assert comparison["verdict"] == {"old": "excluded", "new": "committed", "change": "up"}
    assert comparison["score"]["change"] > 0
    assert comparison["flags"]["gone"] == ["excludes"]
    changes = {one["id"]: one["change"] for one in comparison["criteria"]}
    assert len(changes) == 16
    assert changes["specialist-provision"] == "up"
    assert changes["workforce"] == "same"


def test_a_question_that_does_not_apply_to_one_version_has_no_direction() -> None:
    """What leaves the sum neither rose nor fell."""
    old, new = audit([NAMED]), audit([NAMED])
    levels = tuple(replace(one, level=None) for one in old.levels)
    before = view_of(replace(old, levels=levels), rules())
    changes = compare(before, view_of(new, rules()), rules())["criteria"]
    assert {one["change"] for one in changes} == {"unknown"}


def test_what_cannot_be_told_has_no_change() -> None:
    """An unreadable version is no fall."""
    old, new = audit([NAMED]), audit([OLDER], unread=(2, 3))
    comparison = compare(view_of(old, rules()), view_of(new, rules()), rules())
    assert comparison["verdict"]["change"] == "unknown"
    assert comparison["score"] == {"old": old.score.value, "new": None, "change": None}


def test_one_old_statement_is_matched_with_one_new_one_at_most() -> None:
    """A promise copied twice is one kept and one gained."""
    twice = [NAMED, explicit(f"{TEAM} too.", strength=3, criteria=("specialist-provision",))]
    comparison = compared([NAMED], twice)
    assert (comparison["counts"]["same"], comparison["counts"]["gained"]) == (1, 1)


def test_many_statements_are_compared_quickly() -> None:
    """Two versions of a long plan, hardly a sentence the same."""
    import time

    old = [
        explicit(f"We will fund team number {index} for babies in place {index % 7}.", strength=3)
        for index in range(300)
    ]
    new = [
        explicit(f"We shall fund team number {index} for babies in town {index % 7}.", strength=3)
        for index in range(300)
    ]
    begun = time.process_time()
    assert compared(old, new)["counts"]["reworded"] > 250
    assert time.process_time() - begun < 10


def test_a_comparison_is_checked_only_where_both_answers_are() -> None:
    """One version that people have read does not vouch for the other."""
    from tests.report.reviewed import reviewed_view

    view: Any = reviewed_view()
    view["deciding"] = [view["reviews"]["statements"][0]["id"]]
    view["reviews"]["statements"][0]["conflict"] = False
    unread = view_of(audit([NAMED]), rules())
    assert compare(view, view, rules())["checked"]
    assert not compare(view, unread, rules())["checked"]
