"""What a plan promised babies, and what a later document reports of it."""

from __future__ import annotations

import pytest

from auditor.comparison.fulfilment import follow_promises, is_promise
from auditor.comparison.versions import compare
from auditor.records import Statement
from auditor.report.formats import COMPARISON_FORMATS, render_comparison
from auditor.report.versions.changes import tell_changes
from auditor.report.view import view_of
from auditor.report.views.comparison import ComparisonView
from tests.builders import audit, explicit, rubric, rules, statement

TEAM = explicit("We will establish a parent-infant team in Lornehead by 2026.", strength=4)
VISIT = explicit(
    "Every family with a newborn will be offered a visit within two weeks.", strength=3
)
BELIEF = explicit("A baby's emotional life begins before birth.", strength=2)
OTHERS = [statement(f"Teenagers of ward {n} asked for youth clubs.") for n in range(12)]
PLAN = [TEAM, VISIT, BELIEF, *OTHERS]


def followed(report: list[Statement]) -> dict[str, list[tuple[str, str]]]:
    """Return the lists by name, each entry as promise and report."""
    views = [view_of(audit(one), rules())["statements"] for one in (PLAN, report)]
    return {
        name: [
            (one["old"]["text"] if one["old"] else "", one["new"]["text"] if one["new"] else "")
            for one in some
        ]
        for name, some in follow_promises(*views).items()
    }


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        pytest.param(
            "The parent-infant team in Lornehead was established in May.", True, id="done"
        ),
        pytest.param("Lornehead still has no parent-infant team.", True, id="not kept, yet told"),
        pytest.param("The team for teenagers in Ash will be established.", False, id="another"),
        pytest.param("We will be open by 2026.", False, id="common words"),
    ],
)
def test_a_promise_is_found_again_in_other_words(text: str, is_found: bool) -> None:
    """By what is rare in it; whether it was kept is for a person to say."""
    found = followed([explicit(text, strength=2), *OTHERS])
    assert ((TEAM.text, text) in found["reported"]) is is_found
    assert ((TEAM.text, "") in found["unreported"]) is not is_found


def test_only_commitments_that_name_babies_are_promises() -> None:
    """A belief is none, nor is a promise to others."""
    views = view_of(audit([*PLAN, statement("We will build a pool.")]), rules())["statements"]
    assert [one["text"] for one in views if is_promise(one)] == [TEAM.text, VISIT.text]


def test_what_is_reported_and_was_not_promised_is_told() -> None:
    """It is the third list, and holds nothing that reports on a promise."""
    more = explicit("A music hour for babies began in Port Sgeir.", strength=2)
    told = explicit("Newborn visits within two weeks were offered to every family.", strength=2)
    assert followed([more, told, *OTHERS])["further"] == [("", more.text)]


def progress() -> ComparisonView:
    """Compare a plan with a report that speaks of one of its two promises."""
    report = [explicit("The Lornehead parent-infant team was established.", strength=2), *OTHERS]
    plan, told = (view_of(audit(one), rules()) for one in (PLAN, report))
    return compare(plan, told, rules(), progress=True)


def test_the_headline_counts_and_does_not_judge() -> None:
    """How many promises, how many the report seems to speak of."""
    story = tell_changes(progress(), rubric())
    assert story.headline == (
        "The plan makes two promises that name babies. The report seems to speak of one of them, "
        "and to be silent on one."
    )
    assert not story.tally and list(story.lists) == ["unreported", "reported", "further"]


@pytest.mark.parametrize("name", list(COMPARISON_FORMATS))
def test_progress_is_written_in_every_format(name: str) -> None:
    """Where it is text, under its own headings and not under those of versions."""
    made = render_comparison(name, progress(), rules())
    if name in ("html", "md"):
        told = made.decode("utf-8")
        assert "Promised, and not found in the report" in told and "The report" in told
        assert "Strengthened" not in told and "gained and lost" not in told
    assert len(made) > 1000


def unlike() -> ComparisonView:
    """Compare two documents that share nothing."""
    one, other = (
        [
            explicit(f"{first} {n} babies {second}.", strength=2)
            for n in range(first_n, first_n + 30)
        ]
        for first, second, first_n in (
            ("Harbour", "by the old sea wall", 0),
            ("Snow", "up high", 50),
        )
    )
    return compare(view_of(audit(one), rules()), view_of(audit(other), rules()), rules())


@pytest.mark.parametrize("name", ["html", "md", "pdf", "docx"])
def test_documents_that_share_little_are_not_listed_against_each_other(name: str) -> None:
    """One sentence says so; the lists of changes are left out, the answers and questions are not."""
    story = tell_changes(unlike(), rubric())
    assert story.is_unlike and not story.lists and not story.reworded
    made = render_comparison(name, unlike(), rules())
    if name in ("html", "md"):
        told = made.decode("utf-8")
        assert "have little in common" in told and "Question by question" in told
        assert "Harbour 3" not in told and "Gained (" not in told
    assert len(made) > 1000
