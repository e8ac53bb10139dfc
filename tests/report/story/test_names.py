"""One name for each thing, in every format."""

from __future__ import annotations

import pytest

from auditor.report.story.names import aside_words, names
from auditor.report.story.quotes import quoted
from auditor.report.view import view_of
from auditor.rules.sentence_templates import fill
from auditor.rules.translating.shared_texts import shared_words
from tests.builders import audit, explicit, rubric, rules

NAMES = names(rubric())


@pytest.mark.parametrize(
    ("level", "more", "said"),
    [
        pytest.param(3, {}, "3, action", id="a level"),
        pytest.param(0, {}, "0, silent", id="silence"),
        pytest.param(0, {"counter": True}, "0, leaves babies out", id="exclusion"),
        pytest.param(0, {"unsure": True}, "0, nothing found", id="unread"),
        pytest.param(0, {"counter": True, "unsure": True}, "0, leaves babies out", id="both"),
        pytest.param(None, {}, "does not apply", id="no level"),
    ],
)
def test_a_level_has_one_name(level: int | None, more: dict[str, bool], said: str) -> None:
    """Silence, exclusion and what could not be read are told apart."""
    assert NAMES.level_short(level, **more) == said


def test_reasons_are_the_words_that_decided() -> None:
    """Each with what it stands for; ids stay in the JSON and in explain."""
    view = view_of(audit([explicit("Babies will be seen.", rule="babies.people")]), rules())
    one = quoted(view["statements"][0], view["document"])
    assert NAMES.reasons(one) == "“Babies” (names babies)"
    assert NAMES.labels(one) == "Names babies, mental health, strength 2 (explained)"
    assert NAMES.sure(one) == "over 99 % sure"


def test_why_something_was_set_aside_is_a_sentence() -> None:
    """By the id, by its last part, or as it is."""
    assert aside_words("place.toc").startswith("It stands in a table of contents")
    assert aside_words("babies.stage.aside") == aside_words("babies.people.aside")
    assert aside_words("a figure of speech") == "a figure of speech"


@pytest.mark.parametrize("table", ["sentence", "comparison"])
@pytest.mark.parametrize("count", [0, 1, 2])
def test_every_shared_sentence_can_be_filled_in(table: str, count: int) -> None:
    """No name in braces is misspelt; singular, plural and none all read."""
    values: dict[str, int | str] = {
        "n": count,
        **dict.fromkeys(("low", "high", "value", "max", "unweighted", "name", "what"), "5"),
    }
    for sentence in shared_words()[table].values():
        assert "{" not in fill(sentence, values)


def test_every_verdict_group_and_question_of_the_shared_words_is_known() -> None:
    """A name that nothing asks for is a slip."""
    words = shared_words()
    assert set(words["letter"]) == {*(one.id for one in rubric().verdict), "cannot_tell"}
    assert set(words["group"]) < {one.id for one in rubric().reach}
    assert set(words["advice_without_limit"]) < {one.id for one in rubric().criteria}
