"""Decisions on all statements that one rule made."""

from __future__ import annotations

from typing import Any

import pytest

from auditor.records import Audit
from auditor.report.view import view_of
from auditor.review.applying import apply_reviews
from auditor.review.decisions import Choice, Decision, Labels, Reviews, Target
from auditor.review.reading import reviews_of
from auditor.review.rows import rows_of
from auditor.review.rules import find_rules, is_ruling
from auditor.review.settling import settle_decisions
from tests.builders import audit, excluded, explicit, rules, statement

FLOOR = "scope.age-floor"


def plan() -> Audit:
    """Return a plan in which one rule made three statements and another made one."""
    return audit(
        [
            excluded("The clinic is for those aged 5 to 18.", rule=FLOOR, criteria=("access",)),
            excluded("The team sees those aged 8 to 18.", rule=FLOOR, criteria=("access",)),
            excluded("The helpline is for those over 11.", rule=FLOOR),
            explicit("Babies will be seen.", rule="babies.people"),
            statement("Streets are lit."),
        ]
    )


def on_rule(choice: Choice, reviewer: str = "A", **new: Any) -> Decision:
    """Decide on all statements of the age floor."""
    target = Target("rule", "age limit: 3 statements", rule=FLOOR)
    return Decision(target, choice, Labels(), Labels(**new), reviewer, "No offer.")


def reaches(*made: Decision) -> list[str]:
    """Return the reaches of the plan's first three statements after review."""
    reviewed = apply_reviews(plan(), Reviews(made), rules())
    return [one.reach for one in reviewed.audit.statements[:3]]


def test_rules_that_made_several_statements_are_found_by_their_plain_names() -> None:
    """The one that made most first; one that made a single statement needs no row."""
    found = find_rules(view_of(plan(), rules()))
    assert [(one.id, one.name, len(one.statements)) for one in found] == [(FLOOR, "age limit", 3)]


@pytest.mark.parametrize(
    ("rule", "is_one"),
    [
        ("babies.people", True),
        ("scope.age-floor", True),
        ("context.h=we", False),
        ("named.older", False),
        ("whole.length:1", False),
        ("age.high:24", False),
        ("unheard.of", False),
    ],
)
def test_only_entries_of_lists_are_decided_on_as_a_whole(rule: str, is_one: bool) -> None:
    """Nobody rejects a heading or a lone word everywhere."""
    assert is_ruling(rule) is is_one


def test_all_statements_of_a_rule_are_rejected_at_once() -> None:
    """And no other."""
    assert reaches(on_rule("reject")) == ["none"] * 3
    made = apply_reviews(plan(), Reviews((on_rule("reject"),)), rules())
    assert made.audit.statements[3].reach == "explicit"
    assert made.account["counts"]["decisions"] == 1 and made.account["counts"]["changed"] >= 3


def test_all_statements_of_a_rule_are_relabelled_at_once() -> None:
    """Each keeps what the reviewer left open."""
    assert reaches(on_rule("relabel", reach="older")) == ["older"] * 3


def test_a_decision_on_one_statement_counts_more_than_one_on_its_rule() -> None:
    """In whichever order they were made."""
    text = "The team sees those aged 8 to 18."
    single = Decision(Target("statement", text), "accept", Labels(), Labels(), "A")
    assert reaches(single, on_rule("reject")) == ["none", "excluded", "none"]
    assert reaches(on_rule("reject"), single) == ["none", "excluded", "none"]


def test_reviewers_who_disagree_on_a_rule_leave_the_machine_standing() -> None:
    """As they do on a single statement."""
    assert reaches(on_rule("reject"), on_rule("accept", "B")) == ["excluded"] * 3


def test_a_rule_that_made_nothing_here_is_told_of() -> None:
    """A decision is never dropped in silence."""
    settlement = settle_decisions((on_rule("reject"),), audit([explicit()]))
    assert [match.why for _, match in settlement.unplaced] == ["gone"]


def test_the_sheet_begins_with_what_decides_and_has_a_row_for_a_rule() -> None:
    """The row, filled in and read back, decides on all three."""
    rows = rows_of(view_of(plan(), rules()))
    assert rows[0]["decides"] == 1 and rows[0]["kind"] == "statement"
    row = next(one for one in rows if one["kind"] == "rule")
    assert row["text"] == "age limit (“the”): 3 statements"
    cells = {key: str(cell) for key, cell in row.items()}
    filled = cells | {"decision": "reject", "reviewer": "A", "reason": "No offer."}
    assert reaches(*reviews_of([(2, filled)], "sheet").decisions) == ["none"] * 3


def test_rules_of_one_name_are_told_apart_by_their_words() -> None:
    """No two lines of the list read alike: each shows the words that spoke most often, three at most."""
    said = {
        "age": ("Newborn", "newborn:", "Two", "two,", "Infant", "One", "two"),
        "age.of": ("Ten", "ten"),
    }
    made = [
        explicit(f"{word} and {number} more.", rule=rule)
        for rule, words in said.items()
        for number, word in enumerate(words)
    ]
    found = find_rules(view_of(audit(made), rules()))
    assert [(one.id, one.name, one.words) for one in found] == [
        ("age", "an age", "“two”, “newborn”, “infant” …"),
        ("age.of", "an age", "“ten”"),
    ]
