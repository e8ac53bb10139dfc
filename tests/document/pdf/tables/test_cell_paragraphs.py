"""Paragraphs within the cells of tables."""

from __future__ import annotations

from dataclasses import replace

import pytest

from auditor.document.page import ClassifiedPage, Table
from auditor.document.pdf.layout.hyphenation import Vocabulary
from auditor.document.pdf.layout.joining import Joiner, Span
from auditor.document.pdf.layout.paragraph_breaks import Breaks
from auditor.document.pdf.stages import classify_pages
from auditor.document.pdf.tables.cell_paragraphs import CellParagraphs
from tests.document.sheets import Line, ordered, page_of

ELSEWHERE = Line("the tissue and each team will visit and open a room", 60, 600)
"""What a document prints in small letters is no name."""


def cell(*lines: Line) -> str:
    """Return the text of a cell of some lines."""
    (page,) = classify_pages([ordered(page_of([*lines, ELSEWHERE]))], 10.0)
    spans = [_span(page, at) for at in range(len(lines))]
    marked = CellParagraphs(page, Breaks([page])).mark(spans)
    return Joiner(Vocabulary(frozenset(), tells_breaks=False)).text(marked)


def _span(page: ClassifiedPage, line: int) -> Span:
    return Span(page, int(page.lines.first[line]), int(page.lines.last[line]))


def below(*texts: str, step: float = 12.0) -> list[Line]:
    """Make lines below each other that begin on one edge."""
    return [Line(text, 60, 100 + step * at) for at, text in enumerate(texts)]


def test_the_bullets_of_a_font_of_signs_open_items() -> None:
    """Of the first no more is needed than that the cell begins."""
    lines = below("\uf0b7 visit at home", "in each ward", "\uf0b7 open a room")
    assert cell(*lines) == "visit at home in each ward • open a room"


def test_such_a_bullet_may_stand_close_to_its_word_or_on_a_line_of_its_own() -> None:
    """Each opens one item."""
    assert cell(*below("\uf0fcVisits (Nos)", "\uf0fcRooms (Nos)")) == "Visits (Nos) • Rooms (Nos)"
    lines = [Line("\uf0b7", 60, 100), *[Line(text, 70, 101) for text in ["rooms"]]]
    lines += [Line("\uf0b7", 60, 114), Line("homes", 70, 115)]
    assert cell(*lines) == "rooms • homes"


def test_bullets_that_are_letters_stay_as_they_are() -> None:
    """They are not doubled."""
    lines = below("• Visit at home", "• Open a room")
    assert cell(*lines) == "• Visit at home • Open a room"


def test_a_heading_is_parted_from_its_text() -> None:
    """It is bold, or a blank line stands below it."""
    heading = Line("Reduce hazards at home", 60, 100, bold=True)
    text = Line("Each family is seen by a team", 60, 112)
    assert cell(heading, text) == "Reduce hazards at home • Each family is seen by a team"
    apart = cell(*below("Reduce hazards at home", "Bristol sees all who ask for it", step=30))
    assert apart == "Reduce hazards at home • Bristol sees all who ask for it"


def test_a_line_that_was_ended_is_parted_from_the_next() -> None:
    """The next word would have stood on it, and is no name; or the next line is set out."""
    lines = below("Referral by letter", "Tissue will be sent for analysis and kept there")
    assert cell(*lines) == "Referral by letter • Tissue will be sent for analysis and kept there"
    lines = [Line("Scan that shows the twins", 90, 100), Line("Tissue will be sent", 60, 112)]
    assert cell(*lines) == "Scan that shows the twins • Tissue will be sent"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Visit families at home", "in the first week"),
        ("The council of West", "Sussex pays for what is done in all wards there"),
        ("Visits by the team and", "Rooms that open in each ward on a day of rest"),
        ("Visits end here.", "Rooms open in each of the wards on a day of rest"),
        ("33.3%", "12"),
    ],
    ids=["a sentence", "a name", "an open end", "a stop", "figures"],
)
def test_what_goes_on_is_one_paragraph(first: str, second: str) -> None:
    """Nothing stands between its lines."""
    assert cell(*below(first, second)) == f"{first} {second}"


def test_centred_lines_are_not_ended() -> None:
    """The white beside them says nothing."""
    lines = [Line("Home visits", 160, 100), Line("Team of nurses in each of the wards", 100, 112)]
    assert cell(*lines) == "Home visits Team of nurses in each of the wards"


def test_lines_as_far_apart_throughout_are_one_paragraph() -> None:
    """A cell may be set with wide lines."""
    lines = below("The council of West", "Sussex pays for", "Midwives there", step=22)
    assert cell(*lines) == "The council of West Sussex pays for Midwives there"


def test_two_lines_as_far_apart_as_those_of_the_other_cells_are_one_paragraph() -> None:
    """Of a table set with wide lines; in a table with closer lines a blank one stands between."""
    names = ["Dr Mair", "Anywell", "Dr Owen", "Oldtown", "Dr Siân", "Newtown", "Dr Huw", "Highwick"]
    for step, text in ((21.0, "Dr Mair Anywell"), (13.0, "Dr Mair • Anywell")):
        tops = [100 + 60 * (at // 2) + (21.0 if at < 2 else step) * (at % 2) for at in range(8)]
        lines = [Line(name, 60, top) for name, top in zip(names, tops, strict=True)]
        (page,) = classify_pages([ordered(page_of([*lines, ELSEWHERE]))], 10.0)
        spans = [_span(page, at) for at in range(8)]
        pairs = zip(spans[::2], spans[1::2], strict=True)
        rows = tuple((tuple(range(high.first, low.last)),) for high, low in pairs)
        page = replace(page, tables=(Table((60.0, 100.0, 200.0, 320.0), rows, frozenset()),))
        marked = CellParagraphs(page, Breaks([page])).mark(spans[:2])
        assert Joiner(Vocabulary(frozenset(), tells_breaks=False)).text(marked) == text
