"""What in the guide hangs on a word, a place or a number: one table of named rules."""

from __future__ import annotations

from typing import Any

import pytest

from auditor.language.judging.guide_rules import (
    EXCLUDED_CRITERIA,
    GUIDE_RULES,
    OTHER_TOPIC_CRITERIA,
    allowed_criteria,
    ruled_out,
    settled_by,
)
from auditor.records import Judgement, Place
from auditor.rules import Rules
from tests.language import tiny

SETTLED: list[tuple[str, str, Place, str | None, str | None]] = [
    ("a contents page", "Babies first", "toc", None, "rule.silent-place"),
    ("a reference", "Babies first", "reference", None, "rule.silent-place"),
    ("a running line", "Babies first", "running", None, "rule.silent-place"),
    ("a heading in the body", "Babies first", "heading", None, None),
    ("nobody named", "The car park is full", "body", None, "rule.nobody"),
    ("somebody under the heading", "Two teams by April", "body", "Babies", None),
    ("a heading that names nobody", "Two teams by April", "body", "Money", "rule.nobody"),
    ("a thing is weighed", "Infant formula is dear", "body", None, None),
    ("adults are weighed", "Adults wait", "body", None, None),
]


@pytest.mark.parametrize(
    ("text", "place", "heading", "rule"), [c[1:] for c in SETTLED], ids=[c[0] for c in SETTLED]
)
def test_a_rule_settles_what_needs_no_weighing(
    text: str, place: Place, heading: str | None, rule: str | None
) -> None:
    """Silent places, and statements that name nobody, are `none` before the judge is asked."""
    settled = settled_by(tiny.see(text, place, heading))
    assert (settled.id if settled else None) == rule


RULED_OUT = [
    ("adults by an age", "We accept people aged 18 and over", True),
    ("older people", "Calls from over-65s", True),
    ("a floor of sixteen", "We accept people aged 16 and over", False),
    ("a child beside them", "We see children and those aged 18 and over", False),
    ("babies beside them", "We see babies and those aged 18 and over", False),
    ("adults without an age", "We see adults", False),
    ("an age of children", "We see 0-2s", False),
]


@pytest.mark.parametrize(
    ("text", "grown_up"), [c[1:] for c in RULED_OUT], ids=[c[0] for c in RULED_OUT]
)
def test_an_offer_for_adults_leaves_no_child_out(text: str, grown_up: bool) -> None:
    """Rule 14: a floor of eighteen excludes nobody, a lower one may."""
    assert ("excluded" in ruled_out(tiny.see(text))) is grown_up


ALL = ("own-mental-health", "language", "age-scope", "access", "data", "workforce", "rights-voice")
ALLOWED = [
    ("explicit and mental", "explicit", "mental", ALL),
    ("explicit and other", "explicit", "other", ("language", "age-scope", "data", "rights-voice")),
    ("excluded", "excluded", None, ("age-scope", "access")),
    ("generic", "generic", None, ()),
    ("none", "none", None, ()),
]


@pytest.mark.parametrize(
    ("reach", "topic", "criteria"), [c[1:] for c in ALLOWED], ids=[c[0] for c in ALLOWED]
)
def test_criteria_are_asked_only_where_the_guide_allows(
    reach: Any, topic: Any, criteria: tuple[str, ...]
) -> None:
    """Another topic answers seven questions, an exclusion two, the rest none."""
    assert allowed_criteria(Judgement(reach, topic), ALL) == criteria


def test_the_criteria_spoken_of_are_criteria_of_the_rubric() -> None:
    """A rule that names a question that is not there would never hold."""
    assert set(Rules.read(weighed=False).criterion_ids) >= OTHER_TOPIC_CRITERIA | EXCLUDED_CRITERIA


def test_every_rule_has_a_name_a_source_and_a_consequence() -> None:
    """A reader can look up why a label was settled."""
    for rule in GUIDE_RULES:
        assert rule.id.startswith("rule.") and rule.source
        assert bool(rule.rules_out) != bool(rule.settles)
