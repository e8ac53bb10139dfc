"""What kind of document it is, and what told it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from auditor.language.kind import ToldKind, tell_kind, with_kind
from auditor.rules import Rules
from auditor.rules.kinds import Kinds, KindWords
from tests.builders import document, statement

KINDS = Kinds(
    (
        KindWords("mental_health", ("mental health strategy",), ("wellbeing",), 0.5),
        KindWords("manifesto", ("manifesto",), ("vote",), 0.2),
    )
)
CASES = [
    pytest.param(
        "A Mental Health Strategy", ["Roads."],
        ToldKind("mental_health", "title", "mental health strategy"), id="title",
    ),
    pytest.param("Ours", ["Our manifesto"], ToldKind("manifesto", "cover", "manifesto"), id="cover"),
    pytest.param("Ours", ["Vote for us."] + ["Roads."] * 3, ToldKind("manifesto", "words", "vote"), id="words"),
    pytest.param("Ours", ["Vote."] + ["Roads."] * 9, ToldKind("other", "nothing", ""), id="nothing"),
]  # fmt: skip


@pytest.mark.parametrize(("title", "texts", "told"), CASES)
def test_a_kind_is_told_by_title_then_cover_then_words(
    title: str, texts: list[str], told: ToldKind
) -> None:
    """A share of the words must speak of it."""
    made = replace(document([statement(text) for text in texts]), title=title)
    assert tell_kind(made, KINDS) == told


def test_a_kind_that_a_person_said_stays() -> None:
    """Nothing is told over it."""
    given = replace(document([statement()]), kind="clinical", kind_given=True)
    assert with_kind(given, Rules.read(weighed=False)) == given
