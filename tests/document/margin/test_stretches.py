"""Words of a text are found again in the strings of the file."""

from __future__ import annotations

import pytest

from auditor.document.flow.drafts import compose_plain, draft_of
from auditor.document.flow.wording import Piece, Source, fold, join
from auditor.document.margin.stretches import Stretches, find_stretches

CASES: list[tuple[str, list[str], str, list[tuple[int, str]]]] = [
    ("one string", ["We see babies."], "babies", [(0, "babies")]),
    ("blanks are folded", ["We   see\n babies."], "see babies", [(0, "see"), (0, "babies")]),
    ("half a word each", ["ba", "bies"], "babies", [(0, "ba"), (1, "bies")]),
    ("part of a word", ["under-twos"], "twos", [(0, "twos")]),
    ("a changed word is taken whole", ["in\xadfants"], "fant", [(0, "in\xadfants")]),
    ("letters of two marks", ["cafe\u0301s too"], "too", [(0, "too")]),
    ("a word of nothing", ["\u200b", " a b"], "b", [(1, "b")]),
]


@pytest.mark.parametrize(
    ("strings", "words", "found"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_words_are_found_where_they_were_read(
    strings: list[str], words: str, found: list[tuple[int, str]]
) -> None:
    """Each stretch quotes its words out of its own string."""
    wording = fold([Piece(text, source=Source(at)) for at, text in enumerate(strings)])
    start = wording.text.index(words)
    stretches = find_stretches(wording.parts).between(start, start + len(words))
    told = [
        (one.source.element, strings[one.source.element][one.first : one.last]) for one in stretches
    ]
    assert told == found


def test_blocks_and_cells_move_the_stretches_along() -> None:
    """What is joined, and what follows other blocks, is still found."""
    first, second = (
        fold([Piece(text, source=Source(text))]) for text in ("A plan", "• for babies")
    )
    joined = join([first, second.without_bullet()], " | ")
    composed = compose_plain([draft_of("body", first), draft_of("table", joined)])
    start = composed.text.index("babies")
    (found,) = find_stretches(composed.parts).between(start, start + 6)
    assert (found.source.element, found.first, found.last) == ("• for babies", 6, 12)


def test_nothing_is_found_where_nothing_was_read() -> None:
    """Text without a source has no place in a file."""
    assert find_stretches(fold([Piece("A plan")]).parts) == Stretches(())
