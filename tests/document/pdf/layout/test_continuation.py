"""Where a paragraph goes on in another column or on another page."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.document.page import ClassifiedPage
from auditor.document.pdf.layout.continuation import floats, goes_on_with_dash, is_cut, runs_on
from auditor.document.pdf.pdfium.extraction import read_pages
from auditor.document.pdf.pdfium.opening import open_pdf
from auditor.document.pdf.stages import classify_pages, order_pages, screen_pages, segment_pages
from auditor.document.reading import read_document
from auditor.records import Reading
from tests.document.pages import show, write_pdf

FULL = "We will see every baby in the first week and visit the"
SMALL = "parents at home before the second week is over and"
NAME = "Parents at home are seen before the second week is over"
CASES = [
    pytest.param(FULL, SMALL, True, id="a small letter"),
    pytest.param(FULL + " end.", SMALL, False, id="an ended sentence"),
    pytest.param("We will see the", SMALL, False, id="room for the word"),
    pytest.param(FULL, NAME, True, id="a name after a small word"),
    pytest.param(FULL + " week", NAME, False, id="a new sentence"),
    pytest.param(FULL, "Figure 2: Parents at home are seen before", False, id="a caption"),
    pytest.param(FULL, "‘parents’ at home before the second week", True, id="a quotation"),
    pytest.param(FULL[:-3] + "Anywell", "Trust pays.", True, id="a known name"),
    pytest.param(FULL[:-3] + "Anywell", "Board pays.", False, id="no known name"),
    pytest.param(FULL[:-9] + "in March", "2029. Then we ask", True, id="a year after a month"),
    pytest.param(FULL[:-4] + " under", "18. Then we ask", True, id="a figure like a number"),
    pytest.param(FULL[:-4] + " under", "1. Then we ask", False, id="the first number of a list"),
]
KNOWN = show("The Anywell Trust is one of those who pay for the", 72, 714)


def pages_of(path: Path, *contents: list[str]) -> list[ClassifiedPage]:
    """Write pages and read them as far as the kinds of their lines."""
    write_pdf(path, ["\n".join(content) for content in contents])
    document = open_pdf(path.read_bytes(), path.name)
    pages = segment_pages(list(read_pages(document, path.read_bytes())))
    document.close()
    return classify_pages(order_pages(screen_pages(pages, 10.0)), 10.0)


FILLER = [show("x" * 58, 72, 700 - 14 * line) for line in range(3)]


@pytest.mark.parametrize(("above", "below", "goes_on"), CASES)
def test_a_sentence_goes_on_where_it_is_not_ended_and_had_no_room(
    tmp_path: Path, above: str, below: str, goes_on: bool
) -> None:
    """From the foot of one page to the head of the next."""
    first, second = pages_of(
        tmp_path / "a.pdf",
        [KNOWN, *FILLER, show(above, 72, 658)],
        [show(below, 72, 700), *FILLER[1:]],
    )
    assert runs_on(first, 4, second, 0) is goes_on
    assert is_cut(first, 4) is (not above.endswith(".") and len(above) > 40)


def test_nothing_goes_on_two_pages_on(tmp_path: Path) -> None:
    """What stands between is its rest, whatever it was taken for."""
    first, _, third = pages_of(
        tmp_path / "a.pdf",
        [*FILLER, show(FULL, 72, 658)],
        [show("Ward  Visits  Weeks", 72, 400)],
        [show(SMALL, 72, 700), *FILLER[1:]],
    )
    assert not runs_on(first, 3, third, 0)


def test_a_grade_beside_a_sentence_is_none_of_it(tmp_path: Path) -> None:
    """It stands alone, in a cell of its own; more words go on with it."""
    for beside, goes_on in (("18", False), ("18 weeks of age", True)):
        lines = [KNOWN, *FILLER, show(FULL[:-4] + " under", 72, 658), show(beside, 430, 700)]
        (page,) = pages_of(tmp_path / "a.pdf", lines)
        assert runs_on(page, 4, page, 5) is goes_on


def test_a_quotation_floats_at_the_foot_of_its_page(tmp_path: Path) -> None:
    """Large, with nothing below it; a heading with text below it does not float."""
    quotation = show("We are seen", 72, 500, 20, font="F2")
    (page,) = pages_of(tmp_path / "a.pdf", [*FILLER, show(FULL, 72, 658), quotation])
    assert page.kinds[4] == "heading" and floats(page, 4)
    (page,) = pages_of(tmp_path / "b.pdf", [*FILLER, quotation, show(FULL, 72, 480)])
    assert not floats(page, 3)


def test_a_quotation_floats_at_the_foot_of_its_column(tmp_path: Path) -> None:
    """The next column begins higher than it stands; a heading with text below it does not float."""
    text = "Each ward has a team that visits homes"
    left, right = ([show(text, x, 700 - 14 * line) for line in range(6)] for x in (72, 320))
    for y, is_last in ((590, True), (716, False)):
        quotation = show("We are seen", 72, y, 20, font="F2")
        drawn = [*left, quotation] if is_last else [quotation, *left]
        above = show(text, 72, 760)
        (page,) = pages_of(tmp_path / "a.pdf", [above, *drawn, *right])
        line = next(at for at in page.order if page.first_word(at) == "We")
        assert page.kinds[line] == "heading"
        assert floats(page, line) is is_last


DASHED = "- and again when they are half a year old, at their own"
DASHES = [
    pytest.param([(FULL, 72), (DASHED, 72), ("home.", 72)], True, id="below the dash"),
    pytest.param([(FULL, 72), (DASHED, 72)], True, id="the last line"),
    pytest.param([("\267 " + FULL, 58), (DASHED, 70), ("home.", 70)], True, id="within an item"),
    pytest.param([(FULL, 72), (DASHED, 72), ("home.", 84)], False, id="below the words"),
    pytest.param([(FULL, 72), (DASHED, 72), ("- at home", 72)], False, id="a list of two"),
    pytest.param([("- " + FULL, 72), (DASHED, 72)], False, id="below another item"),
    pytest.param([(FULL[:-10], 72), (DASHED, 72)], False, id="room for the dash"),
    pytest.param([(FULL[:-1] + ":", 72), (DASHED, 72)], False, id="below a colon"),
    pytest.param([(FULL, 72), (DASHED.replace("and", "And"), 72)], False, id="a capital"),
    pytest.param([(FULL, 72), (DASHED, 84)], False, id="further right"),
]


@pytest.mark.parametrize(("below", "goes_on"), DASHES)
def test_a_dash_that_had_no_room_stands_within_a_sentence(
    tmp_path: Path, below: list[tuple[str, float]], goes_on: bool
) -> None:
    """It opens a line, as that of a list item does."""
    lines = [show(text, x, 658 - 14 * at) for at, (text, x) in enumerate(below)]
    (page,) = pages_of(tmp_path / "a.pdf", [KNOWN, *lines])
    first = len(page.lines) - len(below)
    assert goes_on_with_dash(page, first, first + 1) is goes_on


def test_a_dash_at_the_head_of_a_line_cuts_no_sentence(tmp_path: Path) -> None:
    """In a paragraph, and in an item; the items of a list stay apart."""
    home = "home in the second year."
    texts = [FULL, DASHED, home, "We ask for:", "- a visit to each", "- a team for all"]
    content = "\n".join(show(text, 72, 700 - 14 * at) for at, text in enumerate(texts))
    document = read_document(write_pdf(tmp_path / "a.pdf", [content]), Reading(ocr="off"))
    found = [document.text[block.start : block.end] for block in document.blocks]
    assert found == [" ".join(texts[:3]), texts[3], "a visit to each", "a team for all"]
