"""Words and characters, counted as forms count them."""

from __future__ import annotations

import pytest

from auditor.report.consultation.limits import Limit
from auditor.report.consultation.subjects import consultation_words


@pytest.mark.parametrize(
    ("limit", "text", "allowed"),
    [
        pytest.param(Limit(words=3), "a parent-infant team", True, id="as many words"),
        pytest.param(Limit(words=3), "a parent infant team", False, id="a word too many"),
        pytest.param(Limit(characters=4), "a\nb", True, id="a line end is two"),
        pytest.param(Limit(characters=3), "a\nb", False, id="and then too long"),
        pytest.param(Limit(characters=1), "😀", False, id="a browser counts two"),
        pytest.param(Limit(9, 3), "a b c", False, id="both must hold"),
        pytest.param(Limit(), "word " * 400, True, id="no limit"),
        pytest.param(Limit(), "word " * 401, False, id="no limit, but no end either"),
        pytest.param(Limit(characters=9000), "word " * 401, True, id="only characters"),
    ],
)
def test_a_text_is_allowed_up_to_its_limit(limit: Limit, text: str, allowed: bool) -> None:
    """The last word that fits is allowed, the next is not."""
    assert limit.allows(text) is allowed


def test_a_count_is_written_with_its_limit() -> None:
    """On paper and, by its form, while somebody types."""
    assert Limit(150).count("a b c") == "3 of 150 words"
    assert Limit(150, 1500).count("a b c") == "3 of 150 words, 5 of 1,500 characters"
    assert Limit().count("a b c") == "3 words"
    assert [one.form for one in Limit(characters=1500).counters()] == ["# of 1,500 characters"]
    assert Limit(0, 500).told() == "500 characters" and Limit().told() == ""


def test_the_length_of_an_unlimited_answer_is_data() -> None:
    """An editor may change it."""
    assert consultation_words().unlimited_words == 400
