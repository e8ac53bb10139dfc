"""Which passages of a draft call for a remark, and on which of their words it sits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from auditor.records import Audit, Reach, Statement
from auditor.report.margin.remark_rules import remark_rules
from auditor.report.margin.remarks import Remark, choose, find_remarks
from tests.builders import audit, explicit, likely, rules, statement

SERVED = "We will support children and young people."


def found(*statements: Statement) -> tuple[Audit, tuple[Remark, ...], tuple[Remark, ...]]:
    """Find the remarks of an audit of these statements."""
    made = audit(list(statements))
    return made, *find_remarks(made, remark_rules().remark, rules().rubric.limits)


CASES: list[tuple[str, Reach, str, str | None]] = [
    ("We accept referrals from age 5.", "excluded", "floor", "from age 5"),
    ("Our offer is for those aged 5 to 18.", "excluded", "floor", "those aged 5 to 18"),
    ("Babies are outside the scope of this plan.", "excluded", "left-out", None),
    ("All ages will be seen.", "nominal", "all-ages", None),
    ("Mothers with depression will be seen.", "parental", "mothers", None),
    (SERVED, "generic", "served", "children and young people"),
]


@pytest.mark.parametrize(("text", "reach", "kind", "words"), CASES, ids=[case[0] for case in CASES])
def test_a_passage_gets_the_remark_of_its_kind(
    text: str, reach: Reach, kind: str, words: str | None
) -> None:
    """At a floor, an exclusion, all ages, mothers alone, those whom the plan serves."""
    made, (remark,), _ = found(statement(text, reach=reach))
    assert remark.rule.id == kind
    assert made.document.text[remark.start : remark.end] == remark.words
    assert words is None or remark.words == words


def test_a_commitment_without_a_measure_gets_one() -> None:
    """One that has a measure does not, nor has a mention or a commitment on another subject."""
    text = "We will train health visitors to support babies."
    _, (remark,), _ = found(
        explicit(text, strength=3),
        explicit("We will fund a team by 2027.", strength=4),
        explicit("Babies have feelings.", strength=1),
        explicit("We will weigh babies.", strength=3, topic="other"),
    )
    assert (remark.rule.id, remark.words) == ("measure", "We will train")


def test_what_has_something_to_hold_it_to_is_not_called_unmeasured() -> None:
    """A lead, a date or a sum is a measure, though the passage was not judged to go that far."""
    text = "The director leads on our parent-infant team, which we will grow."
    said = explicit(text, strength=3)
    led = replace(said, judgement=replace(said.judgement, measures=("lead",)))
    assert len(found(said)[1]) == 1
    assert found(led)[1] == ()


@pytest.mark.parametrize(("sure", "count"), [(0.7, 1), (0.4, 0)])
def test_a_commitment_in_doubt_gets_none(sure: float, count: int) -> None:
    """It must be at least as likely as not that it commits to something for babies’ minds."""
    doubted = likely(0.9, "We will help babies.", strength=3, mental=0.9, sure=sure)
    assert (
        len(found(replace(doubted, judgement=replace(doubted.judgement, strength=3)))[1]) == count
    )


QUIET: list[tuple[str, Statement]] = [
    ("a figure", statement("One in six children and young people is unwell.", reach="generic")),
    ("a title", statement(SERVED, reach="generic", place="heading")),
    ("no such words", statement("We will support families.", reach="generic")),
    ("older children", statement("We will support children and young people.", reach="older")),
    ("babies named", explicit("We support babies.", strength=2)),
]


@pytest.mark.parametrize("one", [case[1] for case in QUIET], ids=[case[0] for case in QUIET])
def test_other_passages_get_none(one: Statement) -> None:
    """Where “children and young people” are not those whom the plan serves, and the like."""
    assert found(one)[1:] == ((), ())


def test_a_promise_to_all_ages_that_is_kept_gets_none() -> None:
    """A commitment to babies somewhere else stands behind it."""
    promise = statement("All ages will be seen.", reach="nominal")
    kept = explicit("We will fund a parent-infant team by 2027.", strength=4)
    only_named = explicit("Babies matter.", strength=1)
    assert [one.rule.id for one in found(promise, only_named)[1]] == ["all-ages"]
    assert found(promise, kept)[1] == ()


def test_a_label_in_doubt_gets_none() -> None:
    """Nobody is told that babies are left out where that is less likely than not."""
    unsure = likely(0.45, "We accept referrals from age 5.", otherwise="generic")
    assert found(unsure)[1] == ()


def test_a_repeat_is_only_summed_up() -> None:
    """The same words once more get no remark of their own."""
    one = statement(SERVED, reach="generic")
    _, written, more = found(one, one, one)
    assert (len(written), len(more)) == (1, 2)


def remarks(**counts: int) -> Sequence[Remark]:
    """Make remarks of some kinds, one after the other in the text."""
    kinds = {rule.id: rule for rule in remark_rules().remark}
    one = statement(SERVED)
    ids = [id for id, count in counts.items() for _ in range(count)]
    return [Remark(kinds[id], one, at, at + 1) for at, id in enumerate(ids)]


def test_no_kind_crowds_out_the_others() -> None:
    """Of many of one kind and few of another, the few are all written."""
    chosen = choose(remarks(served=60, floor=3), (), 30, remark_rules().remark)
    kinds = [one.rule.id for one in chosen.written]
    assert (kinds.count("floor"), kinds.count("served")) == (3, 27)
    assert len(chosen.rest) == 33
    assert [one.start for one in chosen.written] == sorted(one.start for one in chosen.written)
