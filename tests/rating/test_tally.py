"""What counts is sorted once, and every sentence takes its numbers from there."""

from __future__ import annotations

import pytest

from auditor.rating.tally import (
    Tally,
    describe_extent,
    describe_place,
    is_hardly_read,
    unread_share,
)
from auditor.records import UnreadPart
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


def test_a_quote_read_with_doubt_is_told_so() -> None:
    """Wherever the sentence of an answer names its place."""
    one = number_statements([explicit(in_doubt=True)])[0]
    assert describe_place(one, document([one]), rubric()) == (
        "on page 1 (read with doubt: check it against the page)"
    )


@pytest.mark.parametrize(
    ("unread", "parts", "share"),
    [
        ((), [(1, 0.5)], 0.05),
        ((), [(1, 0.5), (1, 0.8)], 0.1),
        ((2,), [(1, 0.5), (2, 0.5)], 0.15),
        ((), [(1, 0.0), (None, 0.0)], 0.0),
        ((9, 10), [(1, 0.25)], 0.225),
        ((), [(None, 10.0)], 0.5),
    ],
    ids=["half a page", "no page twice", "a page and half of another", "notes", "both", "a file"],
)
def test_parts_count_by_their_area(
    unread: tuple[int, ...], parts: list[tuple[int | None, float]], share: float
) -> None:
    """A picture that was not read is that much of its page, and a page is one page at most."""
    listed = tuple(UnreadPart(page, "picture with words", "no OCR", area) for page, area in parts)
    read = document([statement()], unread=unread, pages=10, parts_unread=listed)
    assert unread_share(read, rubric()) == pytest.approx(share)


def test_words_stand_for_pages_where_there_are_none() -> None:
    """A text of six hundred words is two pages long: a picture of a page is a third of it all."""
    part = UnreadPart(None, "picture", "it is a picture", 1.0)
    long = statement("Babies " * 600)
    read = document([long], paged=False, parts_unread=(part,))
    assert unread_share(read, rubric()) == pytest.approx(1 / 3)


def test_the_extent_names_the_parts_that_were_not_read() -> None:
    """A silence over pictures is not told as one over all that is there."""
    part = UnreadPart(1, "picture with words", "no OCR", 0.1)
    read = document([statement()], pages=12, parts_unread=(part, part))
    assert describe_extent(read, rubric()) == "12 of 12 pages; two parts were not read"


def test_a_fifth_unread_is_not_too_much() -> None:
    """More than that is."""
    assert not is_hardly_read(document([statement()], unread=(9, 10), pages=10), rubric())
    assert is_hardly_read(document([statement()], unread=(8, 9, 10), pages=10), rubric())
