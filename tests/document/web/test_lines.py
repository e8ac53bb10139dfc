"""The text of one block, and the paragraphs that its line breaks make."""

from __future__ import annotations

import pytest

from auditor.document.web.lines import Line, block_drafts
from auditor.records import Place


def drafts(*said: str, place: Place = "body", keeps: bool = False) -> list[tuple[str, str]]:
    """Say texts, each on a line of its own; return places and words."""
    line = Line()
    for number, text in enumerate(said):
        if number:
            line.end()
        line.say(text, False, keeps_lines=keeps)
    return [(one.place, str(one.cells[0])) for one in block_drafts(line, place)]


CASES = [
    pytest.param(("We see\nbabies.",), [("body", "We see babies.")], id="line ends of the file"),
    pytest.param(("We see", "babies."), [("body", "We see babies.")], id="one break"),
    pytest.param(("One.", "", "Two."), [("body", "One."), ("body", "Two.")], id="an empty line"),
    pytest.param(("• one", "• two"), [("list", "one"), ("list", "two")], id="bullets"),
    pytest.param(("",), [], id="nothing"),
]


@pytest.mark.parametrize(("said", "wanted"), CASES)
def test_breaks_part_paragraphs_and_items_only_where_they_show_them(
    said: tuple[str, ...], wanted: list[tuple[str, str]]
) -> None:
    """An empty line or a bullet begins another."""
    assert drafts(*said) == wanted


def test_a_heading_is_one_whatever_breaks_stand_in_it() -> None:
    """It is never parted."""
    assert drafts("A plan", "", "for babies", place="heading") == [("heading", "A plan for babies")]


def test_lines_that_are_kept_are_lines() -> None:
    """As in preformatted text."""
    assert drafts("One.\n\nTwo.", keeps=True) == [("body", "One."), ("body", "Two.")]
