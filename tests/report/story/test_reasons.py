"""Reasons read as reasons: words with what they stand for, and none that say nothing."""

from __future__ import annotations

import pytest

from auditor.report.story.quotes import quoted
from auditor.report.story.reasons import Reason, is_telling, reasons, rule_name, tell_reasons
from auditor.report.view import view_of
from tests.builders import audit, explicit, rules


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("scope.age-floor", "age limit"),
        ("scope.unheard-of", "who is included"),
        ("babies.pair", "names parent and baby together"),
        ("nothing.known", ""),
    ],
)
def test_a_rule_is_named_by_the_longest_part_that_has_a_name(rule: str, said: str) -> None:
    """An id that was never heard of is not shown to a reader."""
    assert rule_name(rule) == said


@pytest.mark.parametrize(
    ("found", "said"),
    [
        pytest.param([("babies.people", "baby", None)], "“baby” (names babies)", id="a mark"),
        pytest.param([("words", "staff", 0.6)], "the word “staff” nearby", id="a word"),
        pytest.param(
            [("words", "at eight weeks", 1.0)], "the words “at eight weeks” nearby", id="words"
        ),
        pytest.param([("words", "one", 0.9)], "", id="a word that says nothing"),
        pytest.param([("words", "that is", 0.9)], "", id="words that say nothing"),
        pytest.param([("words", "staff", 0.2)], "", id="a word that weighs little"),
        pytest.param([("words", "| 5–18", 0.7)], "the word “5–18” nearby", id="a cell's edge"),
        pytest.param([("whole.length:1", "", 0.9)], "", id="the length of the statement"),
        pytest.param(
            [("babies.people", "Babies", None), ("named.explicit", "babies", 1.1)],
            "“Babies” (names babies)",
            id="the same words once",
        ),
        pytest.param(
            [("babies.pair", "parent–infant", None), ("babies.people", "infant", 1.0)],
            "“parent–infant” (names parent and baby together)",
            id="words within words",
        ),
        pytest.param(
            [("babies.people", "infant", None), ("parents.carer", "adults", -0.9)],
            "“infant” (names babies); against it: “adults” (speaks of parents)",
            id="what spoke against",
        ),
        pytest.param([("context.h=we", "", 0.6)], "from the heading", id="nothing but the heading"),
        pytest.param(
            [("babies.people", "the {baby}", None)], "“the {baby” (names babies)", id="braces"
        ),
    ],
)
def test_a_reason_reads_as_a_reason(found: list[tuple[str, str, float | None]], said: str) -> None:
    """A bare word is told as a word nearby, or not at all."""
    given = [Reason(rule, text, True, weight or 0.0) for rule, text, weight in found]
    assert tell_reasons(given) == said


def test_a_word_that_says_nothing_is_not_marked_in_a_quote() -> None:
    """What is marked is what a reader is told."""
    view = view_of(audit([explicit("Babies come to the fore.", rule="babies.people")]), rules())
    one = view["statements"][0]
    one["because"].append({"rule": "words", "text": "the", "start": 15, "end": 18, "weight": 0.9})
    marked = [part.text for part in quoted(one, view["document"]).segments if part.marked]
    assert "the" not in " ".join(marked).split()
    assert not is_telling(reasons(one["because"])[-1])
