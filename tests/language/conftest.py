"""What the tests of the language stage share: the rules shipped, and a way to judge a sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from auditor.language.statements import judge
from auditor.records import Judgement, Passage, Place
from auditor.rules import Rules

Judge = Callable[..., Judgement]


@pytest.fixture(scope="session")
def rules() -> Rules:
    """The word lists and the rubric as shipped."""
    return Rules.read()


@pytest.fixture(scope="session")
def say(rules: Rules) -> Judge:
    """Judge a sentence, with its place and heading where they matter."""

    def judged(
        text: str, place: Place = "body", heading: str | None = None, **more: object
    ) -> Judgement:
        return judge(Passage(text, place, heading, **more), rules)  # type: ignore[arg-type]

    return judged
