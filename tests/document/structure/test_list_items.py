"""Marks of list items, and large initials."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from auditor.document.characters import bare
from auditor.document.structure.list_items import attach_marks, find_drop_caps, is_bullet, is_item
from tests.document.sheets import Line, page_of


@pytest.mark.parametrize(
    ("word", "is_one"), [("•", True), ("–", True), ("\uf0b7", True), ("a", False)]
)
def test_bullets(word: str, is_one: bool) -> None:
    """Of whatever font."""
    assert is_bullet(word) is is_one


@pytest.mark.parametrize(("word", "is_one"), [("1.", True), ("(iv)", True), ("2024.", False)])
def test_numbers_of_items(word: str, is_one: bool) -> None:
    """A year is none."""
    assert is_item(word) is is_one


def test_a_mark_that_stands_apart_is_joined() -> None:
    """To the line right of it."""
    page = page_of([Line("•", 60), Line("open two teams", 75)])
    marks, lines = attach_marks(page, np.arange(2))
    assert (marks, lines.tolist()) == ({1: 0}, [1])


def test_a_page_number_is_no_mark_of_the_text_beside_it() -> None:
    """The number ends a contents list in the column left of it."""
    page = page_of([Line("4", 260), Line("The text of the next column", 280)])
    marks, lines = attach_marks(page, np.arange(2), pointing=[0])
    assert (marks, lines.tolist()) == ({}, [0, 1])


def test_a_number_in_another_column_opens_no_line_within_a_sentence() -> None:
    """It ends a line of that column, and the file has it there; lines below are no items."""
    texts = ["The board", "of the town", "meets here", "each spring."]
    lines = [Line(text, 280, 100 + 14 * at) for at, text in enumerate(texts)]
    page = page_of([Line("Roads", 60, 128), Line("12", 250, 128), *lines])
    marks, _ = attach_marks(page, np.arange(6))
    assert marks == {}


def test_a_large_initial_opens_its_line() -> None:
    """It stands beside two lines at least."""
    page = page_of(
        [Line("C", 60, 100, 30), Line("hildren under five", 70, 102), Line("are not seen", 70, 115)]
    )
    assert find_drop_caps(page, np.arange(3)) == {1: 0}


def test_a_large_initial_opens_no_line_of_the_paragraph_above_it() -> None:
    """Its type reaches into the last line of that paragraph, which begins where it does."""
    page = page_of(
        [
            Line("ends here.", 60, 88),
            Line("C", 60, 97, 30),
            Line("hildren under five", 70, 102),
            Line("are not seen", 70, 115),
        ]
    )
    assert find_drop_caps(page, np.arange(4)) == {2: 1}


GRADED = [
    Line("Mothers will be seen at home", 75, 100),
    Line("in the first weeks of life.", 75, 112),
]


@pytest.mark.parametrize(
    ("marks", "opened"),
    [
        ([Line("B", 60, 107)], {0: 2}),
        ([Line("B", 60, 100), Line("C", 60, 112)], {0: 2, 1: 3}),
        ([Line("B", 60, 114)], {1: 2}),
    ],
    ids=["in the middle", "one a line", "below"],
)
def test_a_mark_at_the_middle_of_a_paragraph_opens_it(
    marks: list[Line], opened: dict[int, int]
) -> None:
    """A sentence must not be broken where its number or grade stands."""
    page = page_of(GRADED + marks)
    found, _ = attach_marks(page, np.arange(len(GRADED + marks)))
    starts = {line: int(page.lines.first[mark]) for line, mark in opened.items()}
    assert found == starts


@pytest.mark.parametrize(
    ("mark", "text", "printed", "is_joined"),
    [
        ("7.2", "Birth visits", "7.2 Birth visits", True),
        ("7.2", "England", "7.2 8.1 England Ward", False),
        ("20", "15.2", "15.2 18.5 20 40", False),
        ("20", "Birth visits", "Birth visits Hubs 20 21", True),
    ],
    ids=["heading", "bar", "figures", "number"],
)
def test_the_figures_of_a_chart_number_nothing(
    mark: str, text: str, printed: str, is_joined: bool
) -> None:
    """The file has them elsewhere than the words or figures that they stand beside."""
    page = replace(page_of([Line(mark, 50), Line(text, 75)]), printed=bare(printed))
    assert bool(attach_marks(page, np.arange(2))[0]) is is_joined
