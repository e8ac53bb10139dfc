"""A quote is the page's own characters, or it is marked."""

from __future__ import annotations

import time
from array import array
from dataclasses import replace
from pathlib import Path

import pytest

from auditor.document.characters import bare
from auditor.document.quotes.doubts import is_on_page, with_doubts
from auditor.document.reading import read_document
from auditor.records import Document, Reading, Statement, UnreadPart, Words
from tests.builders import document, number_statements, statement


def is_doubtful(said: str, printed: str, **more: object) -> bool:
    """True if a statement is read with doubt that stands on a page of these characters."""
    one = statement(said, **more)
    read = document([one], printed=(bare(printed),))
    (found,) = with_doubts(number_statements([one]), read)
    return found.in_doubt


@pytest.mark.parametrize(
    "printed",
    [
        "Before. We will see every baby at home. After.",
        "We will see\nevery baby\nat home.",
        "We will see ev-\nery baby at home.",
        "We will see every baby12 at home3,4.",
        "We will see every baby at home 9, 10, 11, 12.",
        "We will see every baby. We will see every baby at home.",
    ],
    ids=["whole", "lines", "broken word", "notes", "many notes", "begins twice"],
)
def test_words_that_stand_on_the_page_are_not_in_doubt(printed: str) -> None:
    """Lines, broken words and the marks of notes are no part of what is said."""
    assert not is_doubtful("We will see every baby at home.", printed)


@pytest.mark.parametrize(
    "printed",
    [
        "We will see a plan. every baby at home.",
        "every baby at home. We will see",
        "We will see every baby home.",
        "We will see no baby at home.",
        "",
    ],
    ids=["spliced", "turned round", "a word more", "another word", "nothing"],
)
def test_words_that_do_not_stand_on_the_page_so_are_in_doubt(printed: str) -> None:
    """Two boxes side by side must not become one sentence unseen."""
    assert is_doubtful("We will see every baby at home.", printed + " Other words.")


def placed(said: str, *printed: str, turns_at: int | None = None) -> tuple[Statement, Document]:
    """Place the words of a statement on a page, or on two of which it turns at a word."""
    (one,) = number_statements([statement(said)])
    words, at = Words(), 0
    for nth, word in enumerate(said.split()):
        start = said.index(word, at)
        at = start + len(word)
        if word == "|":
            continue
        words.starts.append(start)
        words.ends.append(at)
        words.pages.append(1 if turns_at is None or nth < turns_at else 2)
        words.boxes.extend((0, 0, 1, 1))
    read = document([one], pages=len(printed), printed=tuple(map(bare, printed)))
    return one, replace(read, words=words)


def test_the_cells_of_a_row_stand_each_by_itself() -> None:
    """The file may hold a table column by column."""
    printed = "Birth visits Team for twins seven a year two in all"
    assert is_on_page(*placed("Birth visits | seven a year", printed))
    assert not is_on_page(*placed("Birth visits | seven in all", printed))


SIDE_BY_SIDE = "Ward We will see every What was done Hubs baby at home. so far in May Birth"
"""Two cells of a row, as a file holds them that writes line by line across a table."""


def printed_at(lines: list[tuple[str, float, float]], printed: str) -> tuple[Statement, Document]:
    """Place the lines of a statement on a page, each from a left edge at a height."""
    one, read = placed(" ".join(text for text, _, _ in lines), printed)
    boxes = read.words.boxes
    at = 0
    for text, x, top in lines:
        for word in text.split():
            boxes[4 * at : 4 * at + 4] = array("f", (x, top, x + 5 * len(word), top + 10))
            x += 5 * len(word) + 5
            at += 1
    return one, read


@pytest.mark.parametrize(
    ("lines", "is_found"),
    [
        ([("We will see every", 60, 100), ("baby at home.", 60, 112)], True),
        ([("We will see every", 60, 100), ("baby at home.", 60, 122)], True),
        ([("We will see every", 60, 100), ("so far in May", 200, 112)], False),
        ([("We will see every", 60, 100), ("baby at home.", 60, 160)], False),
        ([("We will see every", 60, 112), ("baby at home.", 60, 100)], False),
        ([("We will every", 60, 100), ("baby at home.", 60, 112)], False),
        ([("We will see every", 60, 100), ("• baby at home.", 60, 112)], True),
    ],
    ids=["below", "a little off", "in another cell", "far off", "above", "a word lost", "bullet"],
)
def test_the_lines_of_a_cell_stand_straight_below_each_other(
    lines: list[tuple[str, float, float]], is_found: bool
) -> None:
    """Where a file writes the cells of a row line by line, each line stands in one run."""
    assert is_on_page(*printed_at(lines, SIDE_BY_SIDE)) is is_found


def marked(mark: str, *, height: float, gap: float) -> tuple[Statement, Document]:
    """Place a note whose mark the file writes after it, so high and so far from its words."""
    one, read = printed_at(
        [(f"{mark} See the plan of 2020.", 60, 100)], f"See the plan of 2020.{mark}"
    )
    read.words.boxes[:4] = array("f", (55 - gap - 5, 100, 60 - gap, 100 + height))
    read.words.boxes[4] = 60
    return one, read


@pytest.mark.parametrize(
    ("mark", "height", "gap", "is_found"),
    [("17", 7, 2, True), ("17", 10, 2, False), ("17", 7, 40, False), ("We", 7, 2, False)],
    ids=["mark", "a figure", "far off", "a word"],
)
def test_the_mark_of_a_note_may_be_written_elsewhere(
    mark: str, height: float, gap: float, is_found: bool
) -> None:
    """It stands small and raised before the first words; figures of a chart do not."""
    assert is_on_page(*marked(mark, height=height, gap=gap)) is is_found


def test_a_cell_of_bullets_says_nothing() -> None:
    """However far they stand from each other."""
    assert is_on_page(*printed_at([("•", 60, 100), ("•", 60, 200)], "We will see"))


@pytest.mark.parametrize(
    ("printed", "is_found"),
    [
        ("baby at home so. Last year. We will see every", True),
        ("baby at home so. We will see every. Last year.", False),
    ],
    ids=["one line", "two columns"],
)
def test_a_statement_may_begin_within_a_line(printed: str, is_found: bool) -> None:
    """The next line stands below all of that line, if the file has it in one run."""
    before = [("Last year.", 60.0, 100.0)]
    lines = [("We will see every", 150.0, 100.0), ("baby at home so.", 60.0, 112.0)]
    whole, read = printed_at([*before, *lines], printed)
    own = replace(whole, start=whole.start + len("Last year. "))
    assert is_on_page(own, read) is is_found


def test_no_words_stand_between_the_lines_of_a_quote() -> None:
    """A line that was put elsewhere is missed."""
    lines = [("We will see every", 60.0, 100.0), ("baby at home.", 60.0, 124.0)]
    one, read = printed_at(lines, SIDE_BY_SIDE)
    assert is_on_page(one, read)
    words = read.words
    words.starts.append(len(read.text))
    words.ends.append(len(read.text))
    words.pages.append(1)
    words.boxes.extend((70, 112, 90, 122))
    assert not is_on_page(one, read)


def test_a_mark_before_a_full_stop_is_no_part_of_what_is_said() -> None:
    """Also where a word stands alone on its page."""
    assert not is_doubtful("development.", "60 development122. The most")


def test_what_runs_on_over_the_page_is_found_on_both() -> None:
    """The foot of the first page and the head of the next stand between."""
    printed = ("So we will see every 7", "Our plan baby at home.")
    assert is_on_page(*placed("we will see every baby at home.", *printed, turns_at=4))
    assert not is_on_page(*placed("we will see every baby at home.", *printed, turns_at=3))


def test_quotes_of_a_page_with_misread_letters_are_in_doubt() -> None:
    """Its letters are those of the file, and not those that the page shows."""
    part = UnreadPart(1, "some letters", "the file codes them as others: 7he")
    one = statement("7he plan.")
    read = document([one], printed=("7heplan.",), parts_unread=(part,))
    assert with_doubts(number_statements([one]), read)[0].in_doubt


def test_a_quote_that_lost_a_letter_is_in_doubt() -> None:
    """The page shows it, and the file does not name it; other quotes of the page are sure."""
    assert is_doubtful("We o\ufffder a place.", "We oer a place.")
    assert not is_doubtful("We offer a place.", "We offer a place. See each o\ufffdice.")


def test_what_ocr_read_is_told_apart_already() -> None:
    """There are no characters to hold it against."""
    one = statement("We will.", ocr=True)
    read = document([one], printed=("Otherwords.",))
    assert not with_doubts(number_statements([one]), read)[0].in_doubt


def test_a_document_without_pages_has_nothing_to_be_held_against() -> None:
    """Its text is that of the file."""
    one = statement("We will.")
    assert not with_doubts(number_statements([one]), document([one], paged=False))[0].in_doubt


def test_a_page_of_the_same_words_costs_little() -> None:
    """The places at which a quote is looked for are few."""
    said = " ".join(["1"] * 8000) + " 2"
    one = statement(said)
    read = document([one])
    pages = max(read.words.pages)
    again = document([one], printed=("1" * 20_000,) * pages)
    start = time.process_time()
    assert with_doubts(number_statements([one]), again)[0].in_doubt
    assert time.process_time() - start < 1.0


def test_the_characters_of_each_page_are_kept() -> None:
    """As the file has them, hyphens and blanks left out."""
    made = Path(__file__).parents[1] / "made" / "w2_short_21.pdf"
    read = read_document(made, Reading(ocr="off"))
    assert len(read.printed) == len(read.pages) and all(read.printed)
    assert not any(letter in " \n-" for letter in "".join(read.printed))


@pytest.mark.parametrize(
    ("mark", "gap", "is_found"),
    [("2.", 10, True), ("B", 10, True), ("7.5", 10, False), ("2.", 60, False)],
    ids=["number", "letter", "a figure", "far off"],
)
def test_what_numbers_a_line_may_be_written_elsewhere(
    mark: str, gap: float, is_found: bool
) -> None:
    """It stands left of the first words; a figure of a chart numbers nothing."""
    assert is_on_page(*marked(mark, height=10, gap=gap)) is is_found


@pytest.mark.parametrize(
    ("said", "printed", "is_found"),
    [
        ("Our plan for babies iv", "iv The first of them. Our plan for babies", True),
        ("Our plan for babies", "Our plan \uf0f4 for babies", True),
        ("Our plan for babies", "Our plan cut for babies", False),
        ("Our plan for babies", "for babies Our plan", False),
    ],
    ids=["number of the page", "a sign", "a word more", "turned round"],
)
def test_a_word_of_a_line_may_be_written_elsewhere(said: str, printed: str, is_found: bool) -> None:
    """A plain space stands before it on the page, and no word that is not quoted."""
    assert is_on_page(*printed_at([(said, 60, 100)], printed)) is is_found


@pytest.mark.parametrize(
    ("x", "top", "is_found"),
    [(200, 60, True), (300, 60, False), (200, 122, False)],
    ids=["next column", "far off", "lower"],
)
def test_what_runs_on_in_the_next_column_is_found(x: float, top: float, is_found: bool) -> None:
    """The file may hold notes or the heads of columns between them."""
    lines = [("So we will see every baby", 60, 100), ("at home in the first weeks", x, top)]
    printed = "So we will see every baby A note. at home in the first weeks"
    assert is_on_page(*printed_at(lines, printed)) is is_found


def test_only_the_head_of_a_column_goes_on_from_the_foot_of_the_last() -> None:
    """Words above it belong before it."""
    lines = [("So we will see every baby", 60, 100), ("at home in the first weeks", 200, 60)]
    one, read = printed_at(lines, "So we will see every baby of two at home in the first weeks")
    read.words.starts.append(len(read.text))
    read.words.ends.append(len(read.text))
    read.words.pages.append(1)
    read.words.boxes.extend((210, 40, 230, 50))
    assert not is_on_page(one, read)


def test_the_paragraphs_of_a_cell_may_stand_far_from_each_other() -> None:
    """Nothing stands between them in its column."""
    lines = [("We will see every", 60.0, 100.0), ("baby at home.", 60.0, 160.0)]
    one, read = printed_at(lines, SIDE_BY_SIDE)
    assert not is_on_page(one, read)
    row = replace(read, text=f"{read.text} | ")
    assert is_on_page(replace(one, end=len(row.text)), row)
