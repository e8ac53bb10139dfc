"""What an explicit statement is about: babies' mental health, or something else."""

from __future__ import annotations

import re

from auditor.language.grammar import word_set
from auditor.language.told import Told, without_words
from auditor.records import Because, Topic

_FIGURES = re.compile(r"\d+(?:\.\d+)?\s?%|\bper cent\b|\bone in\b|\d{2,}", re.I)
"""A share or a number of two figures."""
_ATTENDED = word_set("attended")
_MENTAL_QUESTIONS = tuple(
    f"criteria.{id}"
    for id in (
        "early-foundations",
        "relationships",
        "rights-voice",
        "specialist-provision",
        "own-mental-health",
    )
)
"""Questions that only a statement about mental health can answer."""


def find_topic(told: Told) -> tuple[Topic, Because]:
    """Tell whether a statement that names babies is about their mental health.

    Its own words come first, then its heading, then the title of the document. With
    no subject at all it is about something else, unless it says whom is served.
    """
    own = _by_words(told)
    if own is not None:
        return own
    marked = told.marked
    if any(context.has("topics.mental", "topics.mental-weak") for context in told.contexts):
        return "mental", without_words("topics.heading")
    if marked.has(*_MENTAL_QUESTIONS) or any(m.rule == "babies.stage" for m in told.mentions):
        return "mental", without_words("topics.question")
    if told.title is not None and told.title.has("topics.mental") and not _is_count(told):
        return "mental", without_words("topics.title")
    if _is_served(told):
        return "mental", without_words("topics.served")
    return "other", without_words("topics.none")


def _by_words(told: Told) -> tuple[Topic, Because] | None:
    """Let the statement's own words decide: strong ones, another subject, weak ones."""
    mental = told.first("topics.mental")
    if mental is not None:
        return "mental", mental
    other = told.first("topics.other")
    if other is not None:
        return "other", other
    weak = told.first("topics.mental-weak")
    if weak is not None:
        return "mental", weak
    if any(m.rule == "babies.neonatal" for m in told.mentions):
        return "other", without_words("topics.neonatal")
    return None


def _is_count(told: Told) -> bool:
    """Say whether a statement gives figures and nothing else."""
    if told.place == "table":
        return sum(word.isalpha() and len(word) > 3 for word in told.marked.words) < 3
    return _has_figures(told) and not told.marked.has("strength.action")


def _has_figures(told: Told) -> bool:
    return _FIGURES.search(told.marked.wording.text) is not None


def _is_served(told: Told) -> bool:
    """Say whether babies are named among those whom the document serves, with no other subject."""
    marked = told.marked
    if marked.any_word(_ATTENDED, 0, len(marked.words)):
        return False
    if _has_figures(told) and not marked.has("strength.action", "strength.scope-line"):
        return False
    if marked.has("criteria.children-beside", "strength.scope-line", "scope.document"):
        return True
    bands = len(marked.ages) >= 2 or marked.has("stages.nominal")
    orders = marked.has("strength.action", "strength.imperative")
    label = told.place in ("heading", "list") and not orders
    return bands or label or marked.has("scope.include", "scope.ending", "scope.deplore")
