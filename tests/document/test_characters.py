"""Characters as they are printed."""

from __future__ import annotations

import pytest

from auditor.document.characters import bare, tidy, tidy_words


@pytest.mark.parametrize(
    ("word", "printed"),
    [
        ("o\ufb03ce", "office"),
        ("in\xadfant", "infant"),
        ("under\u2011twos", "under-twos"),
        ("baby", "baby"),
    ],
)
def test_what_prints_nothing_is_dropped(word: str, printed: str) -> None:
    """And ligatures are taken apart."""
    assert tidy(word) == printed


def test_plain_words_stay() -> None:
    """As they are."""
    assert tidy_words(("we", "will")) == ("we", "will")
    assert tidy_words(("o\ufb03ce", "hours")) == ("office", "hours")


@pytest.mark.parametrize(
    "said", ["\u124e", "\uf0b7", "in\xadfant", "out-of-hours\u200b", "\U0001f476"]
)
def test_what_is_held_against_a_page_is_what_is_printed(said: str) -> None:
    """Codes that stand for nothing are in neither; rare letters are in both."""
    assert bare(said) == bare(tidy(said))
    assert bare("\U0001f476") == "\U0001f476"
