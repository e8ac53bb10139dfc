"""Notes at the foot of a column."""

from __future__ import annotations

from auditor.document.structure.footnotes import find_notes, opens_note
from tests.document.sheets import Line, column, ordered, page_of

TEXT = column([f"Line {at} of the text goes on here" for at in range(10)], 60, 300)


def test_small_lines_with_a_mark_are_notes() -> None:
    """All lines below the mark belong to it."""
    page = ordered(
        page_of([*TEXT, Line("1 The register was", 60, 700, 8), Line("counted twice", 60, 711, 8)])
    )
    assert {page.line_text(line) for line in find_notes(page, 10.0)} == {
        "1 The register was",
        "counted twice",
    }


def test_the_rest_of_a_note_stands_above_the_next() -> None:
    """An earlier column cut it; it begins with no mark."""
    rest = column(
        ["where waiting is longest in the", "county, as a register says."], 60, 700, step=9
    )
    small = [Line(line.text, line.x, line.top, 8) for line in rest]
    page = ordered(page_of([*TEXT, *small, Line("8 A second note", 60, 718, 8)]))
    assert len(find_notes(page, 10.0)) == 3


def test_small_lines_without_a_mark_are_none() -> None:
    """A caption is small too."""
    page = ordered(page_of([*TEXT, Line("Photograph: the hub", 60, 700, 8)]))
    assert find_notes(page, 10.0) == set()


def test_a_mark_is_a_number_or_sign() -> None:
    """Or a Roman number. A word is none, and "a" only before a capital."""
    texts = ["* See below", "Word here", "a phone line", "a Counted by hand"]
    texts += [
        "xii Counted by hand",
        "viiWorld report",
        "Ill at home",
        "iPads for wards",
        "mix of all",
    ]
    page = ordered(page_of([Line(text, 60, 100 + 30 * at) for at, text in enumerate(texts)]))
    found = [texts[line] for line in range(len(texts)) if opens_note(page, line)]
    assert found == ["* See below", "a Counted by hand", "xii Counted by hand", "viiWorld report"]
