"""Lines of a page as plain numbers."""

from __future__ import annotations

from auditor.document.plain_lines import count_words, of_most_words
from tests.document.sheets import Line, page_of


def test_lines_are_told_as_plain_numbers() -> None:
    """Each with how many words it has; of two sizes as common the smaller is usual."""
    page = page_of([Line("Babies first", 60, 100, 16), Line("in all", 60, 120)])
    plain = page.lines.plain
    assert (plain.words, plain.size, plain.usual_size()) == ([2, 2], [16.0, 10.0], 10.0)


def test_what_most_words_have_is_told_by_all_pages() -> None:
    """Of two as common the first; nothing is told without words."""
    pages = [count_words([8.0, 10.0], [3, 1]), count_words([10.0], [4]), count_words([], [])]
    assert (of_most_words(pages), of_most_words([])) == (10.0, None)
    assert of_most_words([{9.0: 2}, {8.0: 2}]) == 9.0
