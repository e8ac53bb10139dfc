"""Words stand in the characters of a page as the file has them, or they do not."""

from __future__ import annotations

import pytest

from auditor.document.characters import bare
from auditor.document.quotes.printed import loses_words, stands

QUOTE = "We will see every baby at home."


@pytest.mark.parametrize(
    ("printed", "is_found"),
    [
        ("Before. We will see every baby at home. After.", True),
        ("We will see ev-\nery baby at home.", True),
        ("We will see every baby12 at home3,4.", True),
        ("We will see every baby and toddler at home.", False),
        ("every baby at home. We will see", False),
        ("", False),
    ],
    ids=["whole", "broken word", "notes", "words more", "turned round", "nothing"],
)
def test_words_stand_in_one_run_but_for_notes(printed: str, is_found: bool) -> None:
    """Only the marks of notes may stand between them."""
    assert stands(QUOTE.split(), bare(printed)) is is_found


@pytest.mark.parametrize(
    ("printed", "is_lost"),
    [
        ("every baby or toddler at home", True),
        ("every baby, whoever cares for them and wherever that may be, at home", False),
        ("at home every baby", False),
    ],
    ids=["a word more", "far off", "before"],
)
def test_words_are_lost_where_the_page_has_more_soon_after(printed: str, is_lost: bool) -> None:
    """What the page has between a part of a line and the next was left out of a quote."""
    assert loses_words(["every", "baby"], "home", bare(printed)) is is_lost
