"""Reading order of columns, headings, tiles and sideways text."""

from __future__ import annotations

from dataclasses import replace

from auditor.document.page import Aside, Drawn, turned
from auditor.document.pdf.layout.lines import line_extents
from auditor.document.pdf.layout.reading_order import put_in_order
from tests.document.sheets import Line, column, ordered, page_of, read_order, screened

LEFT = [f"left {at} of the text goes on in this way" for at in range(8)]
RIGHT = [f"right {at} of the text goes on in this way" for at in range(8)]


def test_columns_are_read_one_after_the_other() -> None:
    """Below a title that crosses the white between them."""
    title = Line("A title that runs across both of the columns of it", 60, 60, 18, bold=True)
    lines = [title, *column(LEFT, 60, 100), *column(RIGHT, 320, 100)]
    assert read_order(page_of(lines)) == [title.text, *LEFT, *RIGHT]


def test_a_short_heading_across_columns_parts_bands() -> None:
    """It stands left, but text begins anew below it in both columns."""
    upper = [*column(LEFT[:4], 60, 100), *column(RIGHT[:4], 320, 100)]
    lower = [*column(LEFT[4:], 60, 210), *column(RIGHT[4:], 320, 210)]
    heading = Line("Next", 60, 180, 16, bold=True)
    found = read_order(page_of([*upper, heading, *lower]))
    assert found == [*LEFT[:4], *RIGHT[:4], "Next", *LEFT[4:], *RIGHT[4:]]


def test_a_heading_in_one_column_stays_there() -> None:
    """Text goes on beside it in the other."""
    left = [
        *column(LEFT[:3], 60, 100),
        Line("Next", 60, 150, 14, bold=True),
        *column(LEFT[3:], 60, 175),
    ]
    lines = [*left, *column([*RIGHT, *LEFT], 320, 100)]
    assert read_order(page_of(lines))[: len(left)] == [line.text for line in left]


def test_tiles_are_read_one_by_one() -> None:
    """Words of boxes side by side are not spliced."""
    tiles = [
        *column(["babies were born in", "the county"], 60),
        *column(["teams are open", "today"], 230),
        *column(["toddlers wait more", "than a month"], 400),
    ]
    assert read_order(page_of(tiles)) == [line.text for line in tiles]


def test_sideways_text_comes_after_the_page() -> None:
    """Whatever height it stands on."""
    lines = [Line("turned words", 20, 110, way=1), *column(LEFT, 60, 100)]
    assert read_order(page_of(lines)) == [*LEFT, "turned words"]


def test_running_lines_frame_the_page() -> None:
    """Heads come first and feet last, and take no part in the columns."""
    lines = [*column(LEFT, 60, 100), Line("foot", 60, 800), Line("head", 400, 30)]
    aside = {8: Aside("running", ""), 9: Aside("running", "")}
    page = put_in_order(screened(page_of(lines), aside), [])
    assert [page.line_text(line) for line in page.order] == ["head", *LEFT, "foot"]


def test_a_sentence_stays_whole_on_a_page_whose_file_hops_about() -> None:
    """Its second line stands on the height of a second line beside it."""
    axis = [Line(str(10 * at), 60, 300.0 - 13 * at) for at in range(20)]
    lines = [*axis]
    for top in (400.0, 500.0, 600.0):
        lines += column(["Half of the girls said they ate fruit", "on the day before."], 60, top)
        lines += column(
            ["Percentage answering that they ate fruit", "the day before."],
            320,
            top - 0.3,
            step=12.5,
        )
        lines += [
            Line(word, x, top + 60) for x, word in ((320, "8-10"), (380, "11-12"), (440, "15+"))
        ]
    found = read_order(page_of(lines))
    for at, text in enumerate(found):
        if text.endswith("ate fruit"):
            assert found[at + 1] in ("on the day before.", "the day before.")
            assert (found[at + 1] == "on the day before.") is text.startswith("Half")


def test_a_heading_on_a_field_across_the_columns_parts_bands() -> None:
    """However short it is, and though the columns begin at different heights below it."""
    upper = [*column(LEFT[:4], 60, 112), *column(RIGHT[:4], 320, 100)]
    lower = [*column(LEFT[4:], 60, 222), *column(RIGHT[4:], 320, 210)]
    heading = Line("Next", 64, 180, 14, bold=True)
    page = page_of([*upper, heading, *lower])
    banner = (56.0, 174.0, 540.0, 202.0)
    page = replace(page, drawn=Drawn(fills=(banner,)))
    assert read_order(page) == [*LEFT[:4], *RIGHT[:4], "Next", *LEFT[4:], *RIGHT[4:]]


def test_sideways_titles_beside_each_other_are_read_one_after_the_other() -> None:
    """As of the axes of two charts, one below the other: the file's rows go across both."""
    words = ("Percentage of those", "in treatment who", "did not come back")
    lines = [
        Line(text, x, 100 + 12 * at, way=3) for at, text in enumerate(words) for x in (60, 400)
    ]
    level = page_of(lines)
    boxes = turned(level.boxes, 3, 842.0, 595.0)
    x0, top, x1, bottom = line_extents(boxes, level.lines.first)
    sideways = replace(level.lines, x0=x0, top=top, x1=x1, bottom=bottom)
    page = ordered(replace(level, boxes=boxes, lines=sideways))
    assert [page.line_text(line) for line in page.order] == [*words, *words]
    assert len(set(page.block.tolist())) == 2
