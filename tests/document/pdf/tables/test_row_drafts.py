"""Rows of tables as blocks, and where they go on."""

from __future__ import annotations

from pathlib import Path

from auditor.document.page import Table
from auditor.document.pdf.layout.hyphenation import Vocabulary
from auditor.document.pdf.layout.joining import Joiner
from auditor.document.pdf.layout.paragraph_breaks import Breaks
from auditor.document.pdf.layout.reading_order import put_in_order
from auditor.document.pdf.stages import classify_pages
from auditor.document.pdf.tables.row_drafts import RowGatherer
from auditor.document.reading import read_document
from auditor.document.text import Draft
from auditor.records import Reading
from tests.document.pages import show, write_pdf
from tests.document.sheets import Line, page_of, screened

EDGES = (60, 200, 400, 540)
Lines = list[tuple[str, float, float]]


def row(first: str, second: str, third: str, y: float) -> Lines:
    """Give the lines of a row of three cells."""
    return [(first, 64, y), (second, 204, y), (third, 404, y)]


def grid(ys: list[float]) -> str:
    """Write the rules of a table of three columns with rules at some heights."""
    level = [f"60 {y} m 540 {y} l S" for y in ys]
    upright = [f"{x} {ys[0]} m {x} {ys[-1]} l S" for x in EDGES]
    return "\n".join(["0.5 w", *level, *upright])


def tables(tmp_path: Path, *pages: str) -> list[str]:
    """Give the rows that are read of pages written by hand."""
    document = read_document(write_pdf(tmp_path / "page.pdf", list(pages)), Reading(ocr="off"))
    return [document.text[b.start : b.end] for b in document.blocks if b.place == "table"]


def page(lines: Lines, ys: list[float]) -> str:
    """Write a page with a table."""
    return "\n".join([grid(ys), *(show(*line) for line in lines)])


FIRST = page(
    [*row("Hubs", "Open two.", "Trust", 100), *row("Wards", "Visit at home in the", "Board", 80)],
    [120, 92, 72],
)
REST = page(
    [("first week.", 204, 790), *row("Babies", "Weigh them.", "Trust", 770)], [810, 782, 762]
)
PROSE = "\n".join(
    show("The panel will report to all who asked.", 60, 700 - 12 * n) for n in range(3)
)


def test_a_row_goes_on_overleaf(tmp_path: Path) -> None:
    """Its sentence ends there, and its name is not said again."""
    assert "Wards | Visit at home in the first week. | Board" in tables(tmp_path, FIRST, REST)


def test_a_cell_goes_on_overleaf_where_no_table_is(tmp_path: Path) -> None:
    """Its last lines stand below no rule, where its own lines begin."""
    lines = [("Wards", 64, 80), ("Visit at home in the weeks before the", 204, 80)]
    first = page([*row("Hubs", "Open two.", "Trust", 100), *lines], [120, 92, 72])
    rest = "\n".join([show("baby is born.", 204, 790), show("The panel meets.", 60, 740)])
    found = tables(tmp_path, first, rest)
    assert found[-1].startswith("Wards | Visit at home in the weeks before the baby is born.")


def test_heads_that_are_printed_again_are_no_row(tmp_path: Path) -> None:
    """The row that a page cut goes on below them."""
    heads = row("Aim", "Plan", "Who", 100)
    lines = [*heads, *row("Hubs", "Open two.", "Trust", 80), *row("Wards", "See the", "Hub", 60)]
    first = page([*lines, ("We visit all at home in the", 204, 48)], [120, 92, 72, 44])
    second = page([*row("Aim", "Plan", "Who", 790), ("first week.", 204, 770)], [810, 782, 762])
    assert not [text for text in tables(tmp_path, first, second)[2:] if text.startswith("Aim")]


def test_a_row_does_not_go_on_two_pages_on(tmp_path: Path) -> None:
    """The page between holds its rest, though no table was found there."""
    found = tables(tmp_path, FIRST, PROSE, REST)
    assert "Wards | Visit at home in the | Board" in found


def test_a_row_does_not_go_on_below_other_text(tmp_path: Path) -> None:
    """A paragraph stands before the next table of these columns."""
    below = page(
        [(text, x, y - 100) for text, x, y in [("first week.", 204, 790)]], [710, 682, 662]
    )
    page_two = "\n".join([show("The panel will report to all who asked.", 60, 790), below])
    assert "Visit at home in the first" not in " ".join(tables(tmp_path, FIRST, page_two))


def test_a_row_with_a_mark_of_its_own_is_another() -> None:
    """Its sign stands in the first cell, though it prints no letter."""
    drafts: list[Draft] = []
    rows = RowGatherer(Joiner(Vocabulary(frozenset(), tells_breaks=False)), drafts, Breaks([]))
    for number, text in enumerate(["fever of any kind", "rash of any kind"], start=1):
        page = page_of([Line("\uf0b7", 60, 100), Line(text, 80, 100)], number=number)
        table = Table(
            (60, 90, 400, 120), (([0], [1, 2, 3, 4]),), frozenset(range(5)), edges=(60, 400)
        )
        (classified,) = classify_pages([put_in_order(screened(page), [table])], 10.0)
        rows.add(classified, table)
    assert [draft.text for draft in drafts] == ["fever of any kind", "rash of any kind"]


LEVEL = [
    ("Ward", "What is done there", "Who"),
    ("North", "The team visits all families at home in the", "Trust"),
    ("", "first week of the year.", ""),
    ("South", "The panel meets.", "Board"),
    ("East", "The hub is open on", "Board"),
    ("", "Sunday.", ""),
    ("West", "The hub opens.", "Trust"),
]


def test_a_lone_cell_in_small_letters_ends_the_one_above(tmp_path: Path) -> None:
    """A name may be a cell of its own."""
    lines = [
        (text, x, 700 - 13 * at)
        for at, cells in enumerate(LEVEL)
        for text, x in zip(cells, (60, 160, 460), strict=True)
        if text
    ]
    found = tables(tmp_path, "\n".join(show(*line) for line in lines))
    assert any("at home in the first week of the year." in text for text in found)
    assert not any("open on Sunday." in text for text in found)


def test_a_rule_parts_a_lone_cell_from_the_one_above(tmp_path: Path) -> None:
    """Each of these is an action of its own, though none begins with a capital."""
    said = ("train each visitor", "open five more hubs", "write to all new parents")
    lines = [("Homes", 60, 700), ("Council", 400, 700)]
    lines += [(text, 204, 700 - 20 * at) for at, text in enumerate(said)]
    content = [show(*line) for line in lines] + [grid([716, 694, 674, 654])]
    assert all(
        "hubs" not in text or "visitor" not in text for text in tables(tmp_path, "\n".join(content))
    )


def test_a_numbered_row_below_what_goes_on_overleaf_is_none_of_it(tmp_path: Path) -> None:
    """Nor is what opens a text of its own."""
    lines = [("Wards", 64, 80), ("Visit at home in the weeks before the", 204, 80)]
    first = page([*row("Hubs", "Open two.", "Trust", 100), *lines], [120, 92, 72])
    rest = ["baby is born.", "17.3 Weigh babies in all of the wards", "17.4 Ask about them"]
    second = "\n".join(show(text, 204, 790 - 12 * at) for at, text in enumerate(rest))
    found = tables(tmp_path, first, second)
    assert found[-1] == "Wards | Visit at home in the weeks before the baby is born."
