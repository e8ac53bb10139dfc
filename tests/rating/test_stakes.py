"""What holds of verdict, range and deciding statements, whatever the statements are."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.rating.audit import rate
from auditor.rating.stakes import find_deciding, find_stakes, find_standing
from auditor.rating.tally import Tally
from auditor.records import Audit, Statement
from tests.builders import audit, document, explicit, number_statements, rubric, rules
from tests.rating.drawn import MANY, clear_address, statements

ORDER = [rule.id for rule in reversed(rubric().verdict)]


def rank(rated: Audit) -> int:
    """Return how high a verdict stands on the ladder."""
    return ORDER.index(rated.verdict.name)


@settings(deadline=None)
@given(MANY)
def test_the_verdict_lies_in_its_range(several: list[Statement]) -> None:
    """Its range may reach both ways, and always holds it."""
    rated = audit(several)
    assert rated.verdict_range is not None
    low, high = map(ORDER.index, rated.verdict_range)
    assert low <= rank(rated) <= high


@settings(deadline=None)
@given(MANY, clear_address())
def test_an_address_never_lowers_the_verdict(several: list[Statement], more: Statement) -> None:
    """One sentence more for babies' minds cannot make it worse."""
    more = replace(more, text=f"{more.text} and more")
    assert rank(audit([*several, more])) >= rank(audit(several))


@settings(deadline=None)
@given(MANY)
def test_without_a_deciding_statement_the_answer_is_another(several: list[Statement]) -> None:
    """Verdict or range: that is why a person is asked to look at it."""
    tally = Tally.of(number_statements(several))
    stakes = find_stakes(tally, rubric())
    whole = find_standing(stakes, rubric())
    for decisive in find_deciding(stakes, rubric()):
        rest = [one for one in stakes if one.statement is not decisive]
        assert find_standing(rest, rubric()) != whole


@settings(deadline=None)
@given(MANY, st.randoms())
def test_the_order_of_statements_makes_no_difference(
    several: list[Statement], random: Random
) -> None:
    """Statements rated in another order give the same answer, word for word."""
    made = document(several)
    numbered = list(number_statements(several))
    first = rate(made, numbered, rules())
    random.shuffle(numbered)
    again = rate(made, numbered, rules())
    assert (again.verdict, again.verdict_range) == (first.verdict, first.verdict_range)
    assert (again.deciding, again.score) == (first.deciding, first.score)
    assert [one.level for one in again.levels] == [one.level for one in first.levels]
    assert {flag.id for flag in again.flags} == {flag.id for flag in first.flags}


@settings(deadline=None, max_examples=50)
@given(st.lists(statements(most=0.45), min_size=1, max_size=60))
def test_unlikely_statements_never_make_a_promise(several: list[Statement]) -> None:
    """Where nothing is as likely as not, the document is silent."""
    several = [replace(one, text=f"{one.text} {index}") for index, one in enumerate(several)]
    assert audit(several).verdict.name in ("absent", "nominal", "excluded")


def test_what_can_change_nothing_is_not_weighed() -> None:
    """A long document costs no more than the few statements that may count."""
    many = [explicit(f"Births: {index}.", topic="other") for index in range(500)]
    tally = Tally.of(number_statements([*many, explicit()]))
    assert len(find_stakes(tally, rubric())) == 1
