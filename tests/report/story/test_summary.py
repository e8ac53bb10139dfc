"""What two pages tell: whole sentences, each once, and at most five asks."""

from __future__ import annotations

from typing import Any

from auditor.records import Statement
from auditor.report.story.audit_story import Story, tell
from auditor.report.view import view_of
from tests.builders import audit, excluded, explicit, rubric, rules
from tests.report.reviewed import reviewed_view


def story(*statements: Statement, **more: Any) -> Story:
    """Tell of an audit of a few statements."""
    return tell(view_of(audit(statements, **more), rules()), rubric())


def test_the_best_is_quoted_by_a_whole_sentence() -> None:
    """A heading or a row of a table gives way to a sentence that says as much."""
    told = story(
        explicit("Babies first", strength=3, place="heading"),
        explicit("Babies | 2028 | lead", strength=3, place="table"),
        explicit("We will see every baby.", strength=3),
    )
    assert told.summary.best[0].quote.text == "We will see every baby."


def test_no_statement_is_quoted_twice_where_another_would_do() -> None:
    """Two questions, two statements, though one answers both."""
    both = ("access", "workforce")
    told = story(
        explicit("We will train staff to see babies.", strength=3, criteria=both),
        explicit("We will see babies in a week.", strength=3, criteria=both),
        explicit("Babies will be seen in May.", strength=4, criteria=("data",)),
    )
    quoted = [one.quote.text for one in told.summary.best]
    assert len(quoted) == len(set(quoted)) == 3


def test_asks_are_five_and_missing_three() -> None:
    """A minister reads five asks, not sixteen; the weightiest first."""
    told = story(explicit(strength=1))
    assert len(told.summary.asks) == 5 and len(told.summary.missing) == 3
    weights = [one.rubric.weight for one in told.summary.missing]
    assert weights == sorted(weights, reverse=True)


def test_what_is_met_is_not_asked_for() -> None:
    """A document that acts on a question is not asked to."""
    told = story(explicit(strength=3, criteria=("specialist-provision",)))
    assert "specialist-provision" not in [one.id for one in told.summary.asks]


def test_an_answer_names_what_it_rests_on() -> None:
    """The statements that decide stand with the answer, and how many they are."""
    told = story(excluded(), excluded("Our clinic sees those over five."))
    assert [one.reach for one in told.deciding] == ["excluded", "excluded"]
    assert "two statements" in told.rests


def test_a_report_is_checked_only_when_people_decided_on_what_decides() -> None:
    """The machine alone is never checked; nor is a review of something else."""
    assert not story(explicit()).is_checked
    view = reviewed_view()
    view.pop("deciding", None)
    view["verdict_statements"] = [view["reviews"]["statements"][0]["id"]]
    view["reviews"]["statements"][0]["conflict"] = False
    assert tell(view, rubric()).is_checked
    view["verdict_statements"].append("s9999")
    assert not tell(view, rubric()).is_checked


def test_the_deciding_statements_come_before_those_of_the_verdict() -> None:
    """Where an audit names what it turns on, that is what a person must look at."""
    view = view_of(audit([explicit(strength=4), explicit("Babies too.", strength=4)]), rules())
    view["deciding"] = ["s0002"]
    view["verdict_range"] = {"low": "mentioned", "high": "measured"}
    told = tell(view, rubric())
    assert [one.id for one in told.deciding] == ["s0002"]
    assert "“Only mentioned”" in told.between and "“Measured action”" in told.between
