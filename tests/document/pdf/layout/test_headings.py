"""Headings told by how they are set."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from auditor.document.pdf.layout.headings import find_headings
from tests.document.sheets import Line, column, ordered, page_of

TEXT = [f"Line {at} of the text of this page goes on" for at in range(12)]


def headings(lines: list[Line]) -> set[str]:
    """Give the texts of the lines that are headings."""
    page = ordered(page_of(lines))
    return {page.line_text(line) for line in find_headings(page, set(), 10.0, 0)}


def test_large_and_bold_lines_head() -> None:
    """Text does not."""
    lines = [Line("Our aims", 60, 60, 16), *column(TEXT), Line("Next", 60, 300, 10, bold=True)]
    assert headings(lines) == {"Our aims", "Next"}


def test_bold_words_within_a_paragraph_do_not() -> None:
    """The text goes on from them without a break."""
    bold = Line("This line of the text is bold from its start to its end", 60, 256, bold=True)
    lines = [*column(TEXT), bold, Line("and the text goes on in plain type below it here", 60, 269)]
    assert headings(lines) == set()


def test_a_bold_sentence_that_ends_in_brackets_is_no_heading() -> None:
    """Plain type goes on from it within the sentence."""
    bold = Line("All wards of the town were seen in the first week of it", 60, 256, bold=True)
    assert headings([*column(TEXT), bold, Line("(nine of ten of them).", 60, 269)]) == set()


def tinted(lines: list[Line], *coloured: str) -> set[str]:
    """Give the texts of the headings where some lines are set in another colour."""
    page = ordered(page_of(lines))
    texts = [page.line_text(line) for line in range(len(page.lines))]
    colour = np.array([7 if text in coloured else 0 for text in texts])
    page = replace(page, lines=replace(page.lines, colour=colour))
    return {page.line_text(line) for line in find_headings(page, set(), 10.0, 0)}


BELOW = column(["Visits differ from ward to ward.", *TEXT[:3]], 60, 313)


def test_a_word_alone_in_another_colour_heads_the_text_below_it() -> None:
    """Not where the text goes on from it, as from a link."""
    word = Line("Wards", 60, 300)
    assert tinted([*column(TEXT), word, *BELOW], "Wards") == {"Wards"}
    small = Line("where all are seen at home by it", 60, 313)
    assert tinted([*column(TEXT), word, small], "Wards") == set()


def test_a_numbered_heading_in_another_colour_may_be_of_two_lines() -> None:
    """And ask something; what says something, or a longer text, is none."""
    lines = ["2.1.3 Question 3 - Are there wards in which", "no team visits?"]
    assert tinted([*column(TEXT), *column(lines, 60, 287), *BELOW], *lines) == set(lines)
    for said in (
        ["2.1 We will fund a visitor for every family", "with a baby by spring"],
        ["2.5 per cent of all babies were born early", "in the county"],
        ["2.1 Teams of the county and", "the"],
    ):
        assert tinted([*column(TEXT), *column(said, 60, 287), *BELOW], *said) == set()
    longer = [lines[0], "no team", "or no", "hub is?"]
    assert tinted([*column(TEXT), *column(longer, 60, 261), *BELOW], *longer) == set()


def test_a_bold_line_left_of_the_bullet_above_it_heads() -> None:
    """No item goes on further left than its mark, but for a word in small letters."""
    item = Line("• Families of all wards who were seen at home", 90, 256)
    lines = [*column(TEXT), item, Line("Families of today", 60, 269, bold=True)]
    assert headings(lines) == {"Families of today"}
    lines[-1] = Line("in all of the wards", 60, 269, bold=True)
    assert headings(lines) == set()


def test_a_bold_line_that_ends_within_a_sentence_does_not() -> None:
    """The name after its semicolon is the next of a row."""
    bold = Line("We rest on four pillars - Peace and the Rule of Law; Growth;", 60, 256, bold=True)
    after = Line("Homes; and the boards of all the wards of the town, in that", 60, 269)
    assert headings([*column(TEXT), bold, after]) == set()


def test_a_link_within_a_sentence_is_no_heading() -> None:
    """It ends in a small word, or the line below it begins small."""
    for link, below in (
        ("See what is said of visits in the plans of the Trust and", "Hub of each ward."),
        ("Please ask the Board of Anywell for details of all visits", "compared in this plan"),
    ):
        lines = [*column(TEXT), Line(link, 60, 300), Line(below, 60, 313)]
        assert tinted(lines, link) == set()


def test_the_last_line_of_a_bold_paragraph_is_no_heading() -> None:
    """The lines above it hold more words than a heading, and it goes on from them."""
    long = "We are to see it in all of us as it is to be in the end so we do it as one at a time if"
    rest = "they all agree on it in the wards of the town"
    bold = [Line(text, 40, 256 + 13 * at, bold=True) for at, text in enumerate([long, long, rest])]
    assert headings([*column(TEXT), *bold]) == set()
    ended = [
        bold[0],
        Line(f"{long[:-3]}.", 40, 269, bold=True),
        Line("Next to us", 40, 282, bold=True),
    ]
    assert headings([*column(TEXT), *ended]) == {"Next to us"}


def test_a_bold_line_that_ends_in_a_small_word_does_not_head() -> None:
    """The text goes on from it with a figure or a name; below another word it may be a heading."""
    for last, below, found in (
        ("had grown by", "8.9% in ten years, more than in any other town of it", False),
        ("and cared for in", "Anywell. This is in line with what other towns have", False),
        ("and cared for today", "Anywell is in line with what other towns have of it", True),
    ):
        bold = Line(f"The number of babies who were seen at home {last}", 60, 256, bold=True)
        lines = [*column(TEXT), bold, Line(below, 60, 269)]
        assert bool(headings(lines)) is found
