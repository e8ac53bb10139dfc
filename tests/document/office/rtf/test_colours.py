"""The table of colours of rich text, and what lies behind letters."""

from __future__ import annotations

import pytest

from auditor.document.office.rtf.colours import Colours
from auditor.document.office.rtf.state import State
from auditor.document.office.rtf.stories import Stories


def table() -> Colours:
    """A table as most programs write it: the program's own colour, white, a dark one."""
    colours, state, stories = Colours(), State(purpose="colours"), Stories()
    colours.end_entries(1)
    for shade in (255, 40):
        for part in ("red", "green", "blue"):
            colours.meet(part, shade, state, stories)
        colours.end_entries(1)
    return colours


def test_a_colour_is_white_by_its_parts() -> None:
    """The program's own colour has none."""
    assert table().whites == [False, True, False]


@pytest.mark.parametrize(
    ("word", "number", "is_shaded"),
    [("chcbpat", 2, True), ("chcbpat", 1, False), ("highlight", 0, False), ("chshdng", 1, True)],
)
def test_letters_are_shaded_by_a_colour_or_a_pattern(
    word: str, number: int, is_shaded: bool
) -> None:
    """White shades nothing."""
    state = State(is_shaded=not is_shaded)
    table().meet(word, number, state, Stories())
    assert state.is_shaded == is_shaded


def test_what_styles_say_shades_no_paragraph() -> None:
    """Before one is written."""
    stories = Stories()
    table().meet("cbpat", 2, State(purpose="styles"), stories)
    assert not stories.paragraph.is_shaded
