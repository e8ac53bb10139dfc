"""What rules and boxes hold that is no table."""

from __future__ import annotations

from dataclasses import replace

from auditor.document.page import ExtractedPage
from auditor.document.pdf.tables.layouts import is_chart, is_layout, runs_on
from tests.document.sheets import Line, column, page_of

TEXT = ["The trust visits every family with a", "baby in the first week at home"]


def test_columns_of_text_between_rules_are_no_table() -> None:
    """A sentence goes on from the foot of one column at the head of the next."""
    words = (
        "The team visits at home in the first week and again at the end of the first month when "
        "all families of the ward are asked what they need for their babies"
    )
    rest = f"and what they would change. {words}."
    page = page_of([*column([words], 65, 100, step=14), *column([rest], 900, 100, step=14)])
    count = len(words.split())
    rows = [[[*range(count)], [*range(count, len(page.words))]]]
    assert runs_on(page, rows)
    assert not runs_on(page, [[[*range(3)], rows[0][1]]])


def boxes(size: float) -> tuple[ExtractedPage, list[list[list[int]]]]:
    """Make two rows of two cells, each of two words and two lines of text below them."""
    lines = [
        line
        for top in (100.0, 160.0)
        for x in (60.0, 320.0)
        for line in (Line("Home visits", x, top, size), *column(TEXT, x, top + 18))
    ]
    page, count = page_of(lines), 2 + sum(len(text.split()) for text in TEXT)
    cells = [[*range(at, at + count)] for at in range(0, 4 * count, count)]
    return page, [cells[:2], cells[2:]]


def test_boxes_with_headings_are_no_cells() -> None:
    """They have a line in larger type over their text; what is bold alone may stand in a cell."""
    assert is_layout(*boxes(14))
    assert not is_layout(*boxes(10))


def test_rows_of_long_cells_are_a_table() -> None:
    """Two rows of running text are none, unless in many cells or in the columns of the page before."""
    page = page_of([Line("word " * 240)])
    few, many = [[*range(48)]] * 2, [[*range(36)]] * 6
    assert is_layout(page, [few, few])
    assert not is_layout(page, [few, few], follows=True)
    assert is_layout(page, [[[*range(80)]] * 2] * 2, follows=True)
    assert not is_layout(page, [many, many])


def test_a_note_in_a_chart_is_no_column() -> None:
    """The grid lines of the chart run between its lines, and most fields are empty."""
    note = column(["There was no count in the", "second year as the form", "had changed"], step=12)
    page = page_of([*note, Line("4.5", 300, 100)])
    rows = [[[*range(6)], [13]], [[*range(6, 11)], []], [[11, 12], []]]
    assert is_chart(page, rows, 60)
    assert not is_chart(page, rows, 6)
    apart = page_of([replace(line, top=line.top + 9 * at) for at, line in enumerate(note)])
    assert not is_chart(apart, [row[:1] for row in rows], 60)


def test_a_long_row_of_many_cells_that_goes_on_is_no_running_text() -> None:
    """Text is not set in so many columns; in two it may be, in frames on each page."""
    page = page_of([Line("word " * 260)])
    assert not is_layout(page, [[[*range(64)]] * 4], follows=True)
    assert is_layout(page, [[[*range(64)]] * 4])
    assert is_layout(page, [[[*range(128)]] * 2], follows=True)
