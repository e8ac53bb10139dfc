"""What printed reports are made of: plain data, safe to show, cut and counted."""

from __future__ import annotations

import json

from auditor.report.story.audit_story import tell
from auditor.report.story.question_data import SHOWN
from auditor.report.story.template_data import MOST_LISTED, MOST_MISSES, printed
from auditor.report.view import view_of
from tests.builders import audit, explicit, rich_audit, rubric, rules, statement
from tests.report.reviewed import reviewed_view


def test_it_is_plain_data_with_every_part() -> None:
    """A template in any language can read it, reviews included."""
    for view in (view_of(rich_audit(), rules()), reviewed_view(), view_of(audit([]), rules())):
        made = printed(tell(view, rubric()))
        assert json.loads(json.dumps(made)) == made
        assert len(made["questions"]) == len(made["answered"]) + len(made["silent"]) == 16


def test_lists_are_cut_and_say_how_much_more_there_is() -> None:
    """No list grows with the document, and none is cut in silence."""
    many = [explicit(f"Babies {n} matter.") for n in range(60)]
    misses = [statement(f"Little ones {n}.", reach="none", near=0.9) for n in range(25)]
    view = view_of(audit([*many, *misses]), rules())
    view["near_misses"] *= 2
    made = printed(tell(view, rubric()))
    listing = made["listings"][0]
    assert len(listing["quotes"]) == MOST_LISTED and listing["more"] == 60 - MOST_LISTED
    assert len(made["near_misses"]) == MOST_MISSES and "10 more statements" in made["more_misses"]
    question = next(one for one in made["answered"] if one["id"] == "own-mental-health")
    assert len(question["evidence"]) == SHOWN
    assert len(question["more"]) + question["unnamed"] == 60 - SHOWN


def test_no_word_of_certainty_is_overclaimed() -> None:
    """Labels were made by a language model; no report says that people made them."""
    told = json.dumps(printed(tell(view_of(rich_audit(), rules()), rubric())))
    assert "no person has confirmed" in told
    assert "people had labelled" not in told and "no label in doubt would move" not in told.lower()
