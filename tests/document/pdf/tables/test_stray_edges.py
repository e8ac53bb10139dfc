"""Paths that rule no table."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from auditor.document.page import Drawn, Rect, rects_of
from auditor.document.pdf.tables.stray_edges import cuts_lines, ruling_paths
from auditor.document.reading import read_document
from auditor.records import Reading
from tests.document.pages import typeset
from tests.document.sheets import Line, column, page_of

PAGE = page_of(column(["Babies come first in every ward"] * 4, 60, 100))
"""Four lines from 60 to 215 points, the first from 100 to 112."""


@pytest.mark.parametrize(
    ("path", "rules"),
    [
        ((50.0, 95.0, 225.0, 155.0), True),
        ((60.0, 100.0, 215.0, 112.0), False),
        ((54.0, 98.0, 221.0, 114.0), True),
        ((40.0, 90.0, 112.0, 200.0), False),
        ((50.0, 106.0, 225.0, 106.5), False),
        ((50.0, 112.2, 225.0, 112.7), True),
    ],
    ids=["box", "marked words", "cell of one line", "text runs across", "struck", "underline"],
)
def test_rules_part_cells(path: Rect, rules: bool) -> None:
    """No line of text runs across one, and a cell leaves room around its words."""
    page = replace(PAGE, drawn=Drawn(np.array([path])))
    assert rects_of(ruling_paths(page)) == ((path,) if rules else ())


def test_a_table_does_not_cut_lines() -> None:
    """Half the words of two lines are no cell."""
    whole, half = [*range(6)], [*range(6, 12)]
    assert cuts_lines(PAGE, [[whole, half[:3]], [[], [*range(12, 15)]]])
    tight = replace(PAGE, boxes=PAGE.boxes + np.array((0, 0, 2, 0)))
    assert cuts_lines(tight, [[whole[:3], whole[3:]], [half[:2], half[2:]]])
    assert not cuts_lines(tight, [[whole], [half]])


def test_marked_words_are_text(tmp_path: Path) -> None:
    """Fields behind them make no table, and no sentence is lost or cut."""
    sentence = "The trust will visit each baby at home in the first week after the birth."
    body = "\n\n".join(
        f"{sentence} #highlight(fill: white)[Each team] #highlight(fill: white)[has {n} nurses.]"
        for n in range(12)
    )
    document = read_document(typeset(tmp_path / "page.pdf", body), Reading(ocr="off"))
    assert not any(block.place == "table" for block in document.blocks)
    assert document.text.count(sentence) == 12


def test_a_table_does_not_cut_a_sentence() -> None:
    """The bounds of a speech bubble beside a paragraph make no cell of its last line."""
    above = column(["we will see to it that every", "baby has a named visitor"], 60, 100)
    below = [Line("who comes in the first week.", 60, 126), Line("May", 300, 126)]
    more = [Line("June", 60, 150), Line("July", 300, 150)]
    page = page_of([*above, *below, *more])
    at = sum(len(line.text.split()) for line in above)
    rows = [[[*range(at, at + 6)], [at + 6]], [[at + 7], [at + 8]]]
    assert cuts_lines(page, rows)
    far = page_of([*above, *(replace(line, top=line.top + 6) for line in (*below, *more))])
    assert not cuts_lines(far, rows)
