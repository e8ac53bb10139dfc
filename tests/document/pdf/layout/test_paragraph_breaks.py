"""Which lines of one run open a new paragraph."""

from __future__ import annotations

import pytest

from auditor.document.pdf.layout.hyphenation import Vocabulary
from auditor.document.pdf.layout.joining import Joiner
from auditor.document.pdf.layout.paragraph_breaks import Breaks
from auditor.document.pdf.layout.paragraphs import gather_drafts
from auditor.document.pdf.stages import classify_pages
from tests.document.sheets import Line, column, ordered, page_of

PROSE = [
    "All previous visits of the teams to families at home",
    "in the wards of the town are listed here with the",
    "number of babies seen, and what was said of them.",
]


def blocks(lines: list[str], *, x: tuple[float, ...] = ()) -> list[str]:
    """Give the blocks of lines set without white between them on a page that begins with prose."""
    below = column(lines, 60, 200)
    for at, left in enumerate(x):
        below[at] = Line(lines[at], left, below[at].top)
    pages = classify_pages([ordered(page_of([*column(PROSE), *below]))], 10.0)
    joiner = Joiner(Vocabulary(frozenset(), tells_breaks=False))
    first, *found = [draft.text for draft in gather_drafts(pages, joiner)]
    assert first == " ".join(PROSE)
    return found


@pytest.mark.parametrize(
    "lines",
    [
        ["Wards", "Families differ from ward to ward in the town."],
        ["Visits at home", "Babies seen", "Families that were seen twice in the same year"],
        ["Ask about feeding", "-previous visits", "-number of babies in the family and their ages"],
        ["The teams meet every week.", "Anywell pays for all of them in the year to come."],
        ["It says so by law.", "128. Families of the town were seen in that year too."],
    ],
    ids=["a title", "items", "items with dashes", "short paragraphs", "a short word and a number"],
)
def test_a_line_that_was_ended_is_a_block(lines: list[str]) -> None:
    """The first word of the next would have stood on it, and opens a text."""
    assert blocks(lines) == lines


@pytest.mark.parametrize(
    "lines",
    [
        ["The teams of North", "Anywell see all families in the first two weeks."],
        ["The teams are paid by the", "Families of the town who were seen in that year."],
        ["The teams are paid by wards,", "Families and all others who were seen in that year."],
        ["The teams (paid by wards", "Families and all others) were seen in that year."],
        ["The teams are paid by Dr.", "Anywell and all others who were seen in that year."],
    ],
    ids=["a name", "a small word", "a comma", "an open bracket", "a short form"],
)
def test_a_sentence_is_one_block(lines: list[str]) -> None:
    """Though there was room for its next word."""
    assert blocks(lines) == [" ".join(lines)]


def test_lines_about_a_middle_are_one_block() -> None:
    """How long they are says nothing of where they end."""
    lines = ["The teams visit wards", "Families of all the wards are seen at home in the"]
    assert blocks(lines, x=(130.0, 60.0)) == [" ".join(lines)]


def test_a_title_in_capitals_is_a_block() -> None:
    """Though it fills its line."""
    lines = ["NUMBER OF BABIES AND FAMILIES SEEN AT HOME IN WARDS", "Anywell has seen all."]
    assert blocks(lines) == lines


def test_items_below_a_second_paragraph_of_an_item_are_items() -> None:
    """Though it does not end as a sentence does."""
    lines = [
        "(1) The teams meet every week.",
        "Families of a ward are seen at home by",
        "(a) a team of the ward that comes to their homes; and",
        "(b) the board.",
    ]
    assert blocks(lines) == lines


def test_a_numbered_heading_is_apart_from_a_bold_sentence_below_it() -> None:
    """It ended before there was no room for the next word."""
    lines = [
        Line("2.1 Visits", 60, 200, 12, bold=True),
        Line("Families should be seen at home in the first two weeks.", 60, 216, 12, bold=True),
    ]
    pages = classify_pages([ordered(page_of([*column(PROSE), *lines]))], 10.0)
    joiner = Joiner(Vocabulary(frozenset(), tells_breaks=False))
    found = [draft.text for draft in gather_drafts(pages, joiner)]
    assert found[1:] == [line.text for line in lines]


def test_a_line_may_come_long_before_the_one_above_it_in_the_file() -> None:
    """What is near them is told from both."""
    above, below = column(["Wards", "Families differ from ward to ward in the town."], 60, 200)
    later = column(PROSE * 4, 60, 300)
    pages = classify_pages([ordered(page_of([below, *later, above]))], 10.0)
    draft, *_ = gather_drafts(pages, Joiner(Vocabulary(frozenset(), tells_breaks=False)))
    assert Breaks(pages).opens_paragraph(pages[0], len(later) + 1, 0, draft)


def test_a_text_left_of_the_mark_of_a_title_is_apart() -> None:
    """Its first word would have stood beside that."""
    lines = ["A. Wards", "Families differ from ward to ward in the town."]
    assert blocks(lines, x=(78.0, 60.0)) == lines


def test_a_title_in_capitals_is_apart_from_a_bold_note_below_it() -> None:
    """Both are set as headings are."""
    lines = [
        Line("D) VISITS AT HOME (ALL WARDS)", 60, 200, bold=True),
        Line("Note that this counts no visits of the teams to families of", 60, 213, bold=True),
        Line("the town.", 60, 226, bold=True),
    ]
    pages = classify_pages([ordered(page_of([*column(PROSE), *lines]))], 10.0)
    joiner = Joiner(Vocabulary(frozenset(), tells_breaks=False))
    found = [draft.text for draft in gather_drafts(pages, joiner)]
    assert found[1:] == [lines[0].text, f"{lines[1].text} {lines[2].text}"]


def test_a_span_of_years_that_a_line_cuts_is_no_item() -> None:
    """The dash at the head of its line is no bullet; before a word it is."""
    lines = ["The teams saw all families of the town between 2026", "- 2028, and will see more."]
    assert blocks(lines) == [" ".join(lines)]
    lines[1] = "- Wards, and will see more."
    assert blocks(lines) == [lines[0], "Wards, and will see more."]


def test_o_is_a_word_where_the_document_says_it() -> None:
    """As in Welsh; elsewhere it is a bullet."""
    lines = ["Mae cymorth i bob teulu yn y dref yn fater", "o bwys i ni."]
    assert blocks(lines) == [lines[0], "bwys i ni."]
    said = [f"Bydd rhai o blant y ward {name} yn cael cymorth nawr." for name in "ABCDE"]
    assert blocks([*said, *lines])[-1].endswith(" ".join(lines))


HANGING = [
    ("• Visits at home for all families of the town who ask", 60.0),
    ("for them, and for those who do not", 70.0),
]
"""An item whose second line begins below its text."""


def test_a_label_below_an_item_without_a_stop_is_apart() -> None:
    """It stands left of the text of the item, whose lines hang."""
    lines = [*HANGING, ("0-2 years:", 60.0), ("• Visits at home", 60.0)]
    found = blocks([text for text, _ in lines], x=tuple(left for _, left in lines))
    item = f"{HANGING[0][0]} {HANGING[1][0]}".removeprefix("• ")
    assert found == [item, "0-2 years:", "Visits at home"]


def test_a_label_below_an_item_of_one_line_is_apart_where_lists_hang() -> None:
    """The other items of the document tell that no line of an item begins below its mark."""
    short = [("• Visits at home", 60.0), ("Anywell wards", 60.0)]
    texts, lefts = zip(*[*HANGING * 3, *short], strict=True)
    assert blocks(list(texts), x=lefts)[-2:] == ["Visits at home", "Anywell wards"]
    assert blocks([text for text, _ in short]) == ["Visits at home Anywell wards"]


def test_an_item_that_goes_on_below_its_mark_is_one() -> None:
    """Its line is full, and it has no line that tells that it hangs."""
    lines = ["• Visits at home for all the families of North", "Anywell who ask for them"]
    assert blocks(lines, x=(78.0, 60.0)) == [" ".join(lines).removeprefix("• ")]


LONG = "Families of the town who were seen in that year too."


@pytest.mark.parametrize("label", ["0-2 years:", "5 to 11 oed", "0 a 2 años", "65+ years", "0-2s"])
def test_an_age_alone_on_a_line_is_a_label(label: str) -> None:
    """No word tells that it opens a text."""
    lines = ["We said who is to be seen", label, LONG]
    assert blocks(lines) == lines


@pytest.mark.parametrize("end", ["0-2 years who are", "12 per cent", "2026-27", "3 months"])
def test_a_number_at_the_head_of_a_line_is_no_label(end: str) -> None:
    """It may end a sentence."""
    lines = ["We said who is to be seen", end, LONG]
    assert blocks(lines)[0].startswith(" ".join(lines[:2]))


def test_a_bold_line_of_a_text_is_apart_from_one_that_is_not() -> None:
    """Though neither ends in a stop, and no word tells that it opens a text."""
    below = [
        Line("Visits in the town", 60, 139, bold=True),
        Line("Anywell is seen by all.", 60, 152),
    ]
    pages = classify_pages([ordered(page_of([*column(PROSE), *below]))], 10.0)
    joiner = Joiner(Vocabulary(frozenset(), tells_breaks=False))
    found = [draft.text for draft in gather_drafts(pages, joiner)]
    assert found == [" ".join(PROSE), *(line.text for line in below)]


def test_a_text_that_stood_indented_ends_where_a_line_stands_left_of_it() -> None:
    """Lines that are set about a middle do not stand so."""
    lines = ["It says so for families.", "Anywell says so too, and it pays for teams in wards."]
    assert blocks(lines, x=(80.0, 60.0)) == lines


def test_numbered_entries_are_apart() -> None:
    """As in a list of contents without page numbers."""
    lines = ["3.4.2 Visits at home", "3.4.3 Babies seen", "3.5 Wards", LONG]
    assert blocks(lines)[:2] == lines[:2]


def test_a_line_goes_on_behind_a_word_that_ends_none() -> None:
    """Lines far apart, on a page that does not tell how far they stand."""
    lines = column(
        ["We will pay for more teams in all the wards of the town by", "2027."], step=20.0
    )
    pages = classify_pages([ordered(page_of(lines))], 10.0)
    found = gather_drafts(pages, Joiner(Vocabulary(frozenset(), tells_breaks=False)))
    assert [draft.text for draft in found] == [f"{lines[0].text} 2027."]


def test_a_span_that_a_line_of_a_list_cuts_is_no_item() -> None:
    """The number behind the dash ends the span."""
    lines = [
        "(1) The teams meet every week.",
        "They were seen by seven people who are aged 13-",
        "20. Each of them asked for more.",
    ]
    assert len(blocks(lines)) == 2
