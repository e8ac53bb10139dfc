"""Running heads and feet, and body text that is none."""

from __future__ import annotations

import pytest

from auditor.document.structure.running_headers import body_size, find_running, reads_as_sentence
from tests.document.sheets import Line, column, page_of, segmented

TEXT = column([f"Line {at} of the text of this page goes on" for at in range(20)], 60, 120)


def running(pages: list[list[Line]]) -> list[set[str]]:
    """Give for each page the lines that are told to run along."""
    made = [page_of(lines, number=at) for at, lines in enumerate(pages, 1)]
    found = find_running([segmented(page) for page in made], body_size(made))
    return [{page.line_text(line) for line in found[page.number]} for page in made]


def test_the_same_head_on_every_page_runs() -> None:
    """It is set aside on each of them."""
    head = Line("A plan for Anywhere", 60, 40, 8)
    assert running([[head, *TEXT]] * 4) == [{"A plan for Anywhere"}] * 4


def test_a_head_of_every_second_page_runs() -> None:
    """Small type at the edge needs no third page."""
    head = Line("A plan for Anywhere", 60, 40, 8)
    pages = [[head, *TEXT] if at % 2 else list(TEXT) for at in range(6)]
    assert sum(map(bool, running(pages)[1::2])) >= 2


def test_a_head_with_the_name_of_its_section_runs() -> None:
    """The name of the plan beside it comes back; a first line of the text that has parts does not."""
    names = ("Homes", "Play outdoors", "Money")
    heads = [f"A plan for Anywhere | {name}" for name in names]
    assert running([[Line(head, 60, 40), *TEXT] for head in heads]) == [{head} for head in heads]
    aims = [Line(f"Aim for {name} – {name} is free", 60, 40) for name in names]
    assert running([[aim, *TEXT] for aim in aims]) == [set()] * 3


def test_a_repeated_sentence_is_read_once() -> None:
    """A promise above every page is text where it stands first."""
    strap = Line("We will see that every baby has a good start.", 60, 40)
    assert [bool(found) for found in running([[strap, *TEXT]] * 4)] == [False, True, True, True]


def test_page_numbers_count_on() -> None:
    """Each is set aside."""
    pages = [[*TEXT, Line(str(at), 290, 800)] for at in range(1, 5)]
    assert running(pages) == [{str(at)} for at in range(1, 5)]


def test_text_at_the_edge_of_pages_is_read() -> None:
    """A line that goes on from the one above it does not run, though chance repeats it."""
    texts = [f"{name} begins in its own words here" for name in ("This", "That", "Each")]
    pages = [[*column([text, "arrangements are looked at again"], 60, 765)] for text in texts]
    assert running(pages) == [set(), set(), set()]


def test_a_head_that_names_its_section_runs() -> None:
    """It stands on one page only where its section is short; its heading has stood before."""
    heading = Line("4 Adolescence", 60, 100, 16)
    head = Line("Adolescence", 500, 40, 8)
    assert running([[heading, *TEXT], [head, *TEXT]]) == [set(), {"Adolescence"}]


def test_a_head_runs_that_stands_beside_the_names_of_sections() -> None:
    """What is left of it besides the name comes back."""
    names = ("Adolescence", "Early childhood", "Later life")
    pages = [
        [Line(f"{name} in the plan of Anywell", 300, 40, 8), Line(name, 60, 100, 16), *TEXT]
        for name in names
    ]
    assert running(pages) == [{f"{name} in the plan of Anywell"} for name in names]


@pytest.mark.parametrize(
    ("head", "text"),
    [
        (Line("Adolescence", 500, 40, 10), TEXT),
        (Line("Adolescence", 60, 300, 8), TEXT),
        (Line("Adolescents", 500, 40, 8), TEXT),
        (Line("Adolescence", 500, 40, 8), [Line("Our plan", 60, 20, 10), *TEXT]),
    ],
    ids=["as large as the text", "not at the head", "other words", "something stands above"],
)
def test_other_lines_like_a_heading_are_read(head: Line, text: list[Line]) -> None:
    """Nothing is set aside on a mere likeness."""
    heading = Line("4 Adolescence", 60, 100, 16)
    assert "Adolescence" not in running([[heading, *TEXT], [head, *text]])[1]


def test_a_heading_that_comes_later_takes_nothing_away() -> None:
    """A running head names what has begun."""
    heading = Line("4 Adolescence", 60, 100, 16)
    assert running([[Line("Adolescence", 500, 40, 8), *TEXT], [heading, *TEXT]])[0] == set()


@pytest.mark.parametrize(
    ("text", "is_one"), [("Every baby shall be seen.", True), ("A plan", False), ("Page 3.", False)]
)
def test_a_sentence_ends_and_has_words(text: str, is_one: bool) -> None:
    """A title has no stop, a label few words."""
    assert reads_as_sentence(text) is is_one


def test_a_head_close_to_the_text_of_every_page_runs() -> None:
    """Though it stands where the line above the first would."""
    head = Line("Early years partnership", 60, 70)
    pages = [
        [head, *column([f"Text {page}", "goes on here", "and here"], 60, 83)] for page in "abc"
    ]
    assert running(pages) == [{head.text}] * 3
    assert running(pages[:2]) == [set(), set()]


def test_headings_that_count_on_by_chance_are_read() -> None:
    """Their number is not the one that the page bears."""
    pages = [
        [Line(f"Appendix {at}", 60, 40), *TEXT, Line(f"Page {at + 9} of 12", 60, 800)]
        for at in range(1, 4)
    ]
    assert running(pages) == [{f"Page {at} of 12"} for at in range(10, 13)]


def test_a_line_that_comes_back_on_its_page_is_read() -> None:
    """Heads of two columns that say the same are no running line of two pages."""
    heads = [Line("Babies seen", x, 60, 8) for x in (60, 300)]
    pages = [[*heads, *TEXT], *([list(TEXT)] * 5), [*heads, *TEXT]]
    assert running(pages) == [set()] * 7


def test_sources_of_figures_are_read() -> None:
    """They are part of what they stand under, though figures come back at one height."""
    source = Line("Source: Tarn Vale Council", 60, 40, 8)
    assert running([[source, *TEXT]] * 3 + [list(TEXT)] * 4) == [set()] * 7
    assert running([[source, *TEXT]] * 4) == [{source.text}] * 4


def test_feet_with_roman_numbers_run() -> None:
    """Whatever other figures or spaces stand beside them."""
    feet = ["PLAN 2012 |i", "PLAN 2012 |ii", "PLAN 2012 | iii", "PLAN 2012 |iv"]
    assert running([[*TEXT, Line(foot, 60, 800, 8)] for foot in feet]) == [{foot} for foot in feet]
