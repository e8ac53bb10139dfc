"""What counts is sorted once, and every sentence takes its numbers from there."""

from __future__ import annotations

from auditor.rating.tally import Tally, describe_extent, describe_place, is_hardly_read
from tests.builders import document, excluded, explicit, number_statements, rubric, statement


def test_repeats_and_furniture_do_not_count_but_were_read() -> None:
    """Once is enough; contents and references say nothing of the strategy."""
    tally = Tally.of(
        number_statements(
            [
                explicit(),
                explicit(),
                explicit("Births.", topic="other"),
                excluded(),
                explicit("Cited.", place="reference"),
            ]
        )
    )
    counts = tally.counts()
    assert (counts["mental"], counts["other"], counts["excluded"]) == (1, 1, 1)
    assert counts["statements"] == 5 and len(tally.statements) == 3


def test_each_rung_counts_those_above_it() -> None:
    """A measured promise is also an action."""
    several = [explicit(f"Reason {index}.", strength=index) for index in (1, 2, 3, 4)]
    counts = Tally.of(number_statements(several)).counts()
    assert [counts[key] for key in ("mental", "explained", "actions", "measured")] == [4, 3, 2, 1]


def test_the_extent_is_told_in_pages_or_in_words() -> None:
    """How much was read, in numbers that agree with the pages listed."""
    paged = document([statement()], unread=(3, 4), pages=12)
    assert describe_extent(paged, rubric()) == "10 of 12 pages"
    assert describe_extent(document([statement()]), rubric()) == "one of one page"
    plain = document([statement("Babies matter.")], paged=False)
    assert describe_extent(plain, rubric()) == "the whole text, two words"


def test_a_place_without_page_or_heading_is_in_the_text() -> None:
    """A text file may have neither."""
    one = number_statements([statement(section=())])[0]
    assert describe_place(one, document([one], paged=False), rubric()) == "in the text"


def test_a_fifth_unread_is_not_too_much() -> None:
    """More than that is."""
    assert not is_hardly_read(document([statement()], unread=(9, 10), pages=10), rubric())
    assert is_hardly_read(document([statement()], unread=(8, 9, 10), pages=10), rubric())
