"""Whether a text holds words that the rubric names."""

from __future__ import annotations

import pytest

from auditor.rules.wording import has_words

CASES = [
    ("A draft FOR  consultation", ("for consultation",), True),
    ("Warm words", ("war",), False),
    ("Key Stage 2", ("key stage",), True),
    ("pre-school", ("school",), True),
    ("anything", (), False),
    ("costs (capital)", ("(capital)",), True),
]


@pytest.mark.parametrize(("text", "words", "holds"), CASES, ids=[case[0] for case in CASES])
def test_whole_words_are_found_in_any_case(text: str, words: tuple[str, ...], holds: bool) -> None:
    """Signs stand for themselves, and blanks for any."""
    assert has_words(text, words) is holds
