"""What the tests of the language stage share: the rules shipped, and a way to judge a sentence."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from auditor.language.marking.annotator import Annotator
from auditor.language.statements import judge
from auditor.records import Judgement, Passage, Place
from auditor.rules import Language, Rules

Judge = Callable[..., Judgement]


@pytest.fixture(scope="session")
def rules() -> Rules:
    """The word lists, weights and rubric as shipped."""
    return Rules.read()


@pytest.fixture(scope="session")
def english(rules: Rules) -> Language:
    """All that is known of English."""
    return rules.language("en")


@pytest.fixture(scope="session")
def annotator(english: Language) -> Annotator:
    """What marks English texts."""
    return Annotator(english)


@pytest.fixture(scope="session")
def say(rules: Rules) -> Judge:
    """Judge a sentence of a mental-health strategy, with what it stands under."""

    def judged(
        text: str, place: Place = "body", heading: str | None = None, **more: Any
    ) -> Judgement:
        known: dict[str, Any] = {"kind": "mental_health", **more}
        return judge(Passage(text, place, heading, **known), rules)

    return judged
