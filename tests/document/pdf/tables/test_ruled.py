"""Ruled tables."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np

from auditor.document.page import Drawn, Table
from auditor.document.pdf.tables.ruled import find_tables
from auditor.document.reading import read_document
from auditor.records import Reading
from tests.document.pages import typeset
from tests.document.sheets import Line, column, page_of

PLAIN = Reading(ocr="off")


def rows(path: Path) -> list[str]:
    """Give the rows that are read."""
    document = read_document(path, PLAIN)
    return [document.text[b.start : b.end] for b in document.blocks if b.place == "table"]


def test_a_row_parted_by_the_end_of_a_page_is_one(tmp_path: Path) -> None:
    """Its sentence goes on in the row on the next page."""
    sentence = (
        "The partnership will look again at the transport between the villages and the town. "
    )
    path = typeset(
        tmp_path / "table.pdf",
        "#v(16cm)\n#table(columns: (3cm, 1fr, 2cm), [Action], [What], [Who], [Hubs], [Open two.], [Board],"
        f"[Babies], [{sentence * 16}], [Trust], [End], [All is done.], [Board])",
    )
    found = rows(path)
    assert max(row.count(sentence.strip()) for row in found) == 16


def table_of(lines: list[Line], paths: list[tuple[float, ...]]) -> list[list[str]]:
    """Give the cells of the only table of a page."""
    page = page_of(lines)
    (table,) = find_tables(replace(page, drawn=Drawn(np.array(paths))))
    return [[" ".join(page.words[word] for word in cell) for cell in row] for row in table.rows]


def test_coloured_cells_at_one_side_are_part_of_the_table() -> None:
    """Rules of its whole width say so, and the rows of the colours are its rows."""
    tops = [100.0 + 14 * row for row in range(7)]
    rules = [(60.0, y, 500.0, y + 0.5) for y in (70.0, 95.0, 203.0)]
    fields = [(x, y, x + 70, y + 14) for y in tops for x in (290.0, 360.0, 430.0)]
    heads = [Line("Ward", 64, 80), Line("Births", 200, 80)]
    heads += [Line(text, x, 80) for text, x in (("Town", 294), ("County", 364), ("Country", 434))]
    names = ["Hill", "Vale", "Moor", "Mill", "Ford", "Dale", "Glen"]
    body = [
        Line(text, x, y + 1)
        for name, y in zip(names, tops, strict=True)
        for text, x in ((name, 64), ("120", 200), ("More", 294), ("Fewer", 364), ("Same", 434))
    ]
    rows = table_of([*heads, *body], [*rules, *fields])
    assert rows[0] == ["Ward", "Births", "Town", "County", "Country"]
    assert rows[1:] == [[name, "120", "More", "Fewer", "Same"] for name in names]


def test_a_long_row_that_goes_on_is_a_row() -> None:
    """It has the columns of the table on the page before, however many words stand in it."""
    fields = [(60.0 + 110 * at, 90.0, 170.0 + 110 * at, 200.0) for at in range(4)]
    texts = [
        "Each ward has a",
        "team that calls on",
        "each baby in its",
        "first month there",
        "and asks",
    ]
    lines = [line for at in range(4) for line in column(texts, 64 + 110 * at, 92)]
    page = replace(page_of(lines), drawn=Drawn(np.array(fields)))
    assert not find_tables(page)
    before = Table((0, 0, 0, 0), (), frozenset(), edges=(60, 170, 280, 390, 500))
    assert [len(table.rows) for table in find_tables(page, before)] == [1]


WARDS = (("Hill", "120", "95%"), ("Vale", "88", "90%"), ("Moor", "310", "88%"))


def wards(*, inset: float = 0.0, edges: bool = True) -> list[list[str]]:
    """Give the rows of a table of wards whose heads are ruled; the rows below may have no edges.

    `inset` is the white that is ruled off at the left of each head.
    """
    lefts = (60.0, 160.0, 260.0)
    heads = [(x + side, 90.0, x + 100, 112.0) for x in lefts for side in {0.0, inset}]
    rows = [(60.0, 112.0 + 20 * at, 360.0, 132.0 + 20 * at) for at in range(3)]
    if edges:
        rows = [(x, top, x + 100, low) for _, top, _, low in rows for x in lefts]
    lines = [
        Line(text, x + 9, 94) for text, x in zip(("Ward", "Births", "Rate"), lefts, strict=True)
    ]
    lines += [
        Line(text, x + 9, 116 + 20 * at)
        for at, row in enumerate(WARDS)
        for text, x in zip(row, lefts, strict=True)
    ]
    return table_of(lines, [*heads, *rows])


def test_figures_of_a_row_without_edges_stand_in_the_columns_of_its_heads() -> None:
    """Half of what stands on one height are figures."""
    page = [*map(list, WARDS)]
    assert wards(edges=False) == [["Ward", "Births", "Rate"], *page]


def test_white_that_is_ruled_off_at_the_side_of_cells_is_no_column() -> None:
    """Heads stand over their columns, though their cells begin further left."""
    assert wards(inset=5.0) == [["Ward", "Births", "Rate"], *map(list, WARDS)]
    assert wards(inset=5.0, edges=False) == [["Ward", "Births", "Rate"], *map(list, WARDS)]


def test_a_row_that_goes_on_may_hold_the_rest_of_its_cells() -> None:
    """What begins with a small letter goes on from the page before, and not from the cell beside it."""
    fields = [(60.0 + 180 * at, 90.0, 240.0 + 180 * at, 200.0) for at in range(3)]
    texts = ["visits at home go on", "until a baby is one", "and then each year in", "the ward and"]
    lines = [line for at in range(3) for line in column([*texts, *texts], 64 + 180 * at, 92)]
    page = replace(page_of(lines), width=842.0, drawn=Drawn(np.array(fields)))
    before = Table((0, 0, 0, 0), (), frozenset(), edges=(60, 240, 420, 600))
    assert not find_tables(page)
    assert [len(table.rows) for table in find_tables(page, before)] == [1]


def test_a_ruled_row_of_heads_tells_the_columns_of_rows_with_level_rules() -> None:
    """No table is made of them whose cells hold several of its columns: a line may cross those."""
    heads = ["Ward", "Local", "County", "Country"]
    edges = [60.0, 200.0, 250.0, 300.0, 350.0]
    frames = [(left, 80.0, right, 100.0) for left, right in pairwise(edges)]
    rules = [(60.0, y, 350.0, y + 0.5) for y in (120.0, 140.0, 160.0, 180.0)]
    lines = [Line(head, x + 4, 84) for head, x in zip(heads, edges, strict=False)]
    lines.append(Line("Seen in the wards of the towns of all", 64, 144))
    lines.append(Line("Then", 304, 144))
    for y, name in ((104, "North"), (124, "South"), (164, "West")):
        lines += [Line(name, 64, y), Line("more", 204, y), Line("less", 254, y)]
        lines.append(Line("same", 304, y))
    page = page_of(lines)
    tables = find_tables(replace(page, drawn=Drawn(np.array([*frames, *rules]))))
    cells = [cell for table in tables for row in table.rows for cell in row]
    found = {" ".join(page.words[word] for word in cell) for cell in cells}
    assert not {"North more less", "South more less", "Ward Local County"} & found
