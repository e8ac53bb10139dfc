"""Cells that span rows and columns, heads of columns, rows as drafts."""

from __future__ import annotations

import time
from typing import Any

import pytest

from auditor.document.flow.drafts import PlainDraft
from auditor.document.flow.rows import Cell, row_drafts
from auditor.document.flow.wording import Wording

LONG = "Every health visitor will be trained to notice distress in babies by 2027."


def c(text: str, **spans: Any) -> Cell:
    """Return a cell of a text."""
    return Cell(Wording(text), **spans)


CASES = {
    "a label that spans rows stands in each": (
        [[c("Age"), c("Offer")], [c("Babies", down=2), c("one.")], [c("two.")]],
        [("Babies | one.", ("Age", "Offer")), ("Babies | two.", ("Age", "Offer"))],
    ),
    "a sentence that spans rows stands once": (
        [[c("Offer"), c("When")], [c(LONG, down=2), c("2026")], [c("2027")]],
        [(f"{LONG} | 2026", ("Offer", "When")), ("2027", ("When",))],
    ),
    "empty cells go with their heads": (
        [[c("A"), c("B"), c("C")], [c("x."), c(""), c("y.")]],
        [("x. | y.", ("A", "C"))],
    ),
    "a row across all columns has no heads": (
        [[c("A"), c("B")], [c("North", across=2)], [c("x."), c("y.")]],
        [("North", ()), ("x. | y.", ("A", "B"))],
    ),
    "a span that covers an empty row ends with it": (
        [[c("A"), c("B")], [c("Babies", down=2), c("x.")], [c("")], [c("Boys"), c("y.")]],
        [("Babies | x.", ("A", "B")), ("Boys | y.", ("A", "B"))],
    ),
    "Word's continued cells": (
        [[c("A"), c("B")], [c("Babies"), c("x.")], [Cell(goes_on=True), c("y.")]],
        [("Babies | x.", ("A", "B")), ("Babies | y.", ("A", "B"))],
    ),
    "rows and columns spanned at once": (
        [[c("A"), c("B"), c("C")], [c("Babies", across=2, down=2), c("x.")], [c("y.")]],
        [("Babies | x.", ("A", "C")), ("Babies | y.", ("A", "C"))],
    ),
    "no heads where the first row is a sentence": (
        [[c("North"), c(LONG)], [c("South"), c(LONG)]],
        [(f"North | {LONG}", ()), (f"South | {LONG}", ())],
    ),
}


@pytest.mark.parametrize(("rows", "expected"), CASES.values(), ids=CASES)
def test_rows(rows: list[list[Cell]], expected: list[tuple[str, tuple[str, ...]]]) -> None:
    """Each row comes out with its cells, the labels that span it, and its heads."""
    assert [(draft.text, draft.columns) for draft in row_drafts(rows)] == expected


@pytest.mark.parametrize(
    ("rows", "headed"),
    [
        ([["Action", "When"], ["Team", "2027"]], True),
        ([["Age", "Offer"], ["Babies", "New team for every town"]], True),
        ([["Age", "Offer"], ["Babies", "They are seen."]], True),
        ([["Babies under two", "New team"], ["Toddlers", "New groups"]], False),
        ([["Babies under two", "2026"], ["Toddlers", "2027"]], False),
        ([["Age", ""], ["Babies", "2027"]], False),
        ([["Age", "Offer"]], False),
        ([["We will see babies.", "Now"], ["We will see boys.", "Then"]], False),
    ],
)
def test_a_head_is_of_another_kind_than_what_stands_below(
    rows: list[list[str]], headed: bool
) -> None:
    """A first row that could as well be one of the others is no head, and so is not lost."""
    drafts = row_drafts([[c(text) for text in row] for row in rows])
    assert len(drafts) == len(rows) - headed


def test_two_rows_of_heads_are_one() -> None:
    """A head that spans columns names each of them, together with the head below it."""
    rows = [
        [c("Area", down=2), c("Babies", across=2)],
        [c("2026"), c("2027")],
        [c("North"), c("4"), c("9")],
    ]
    (draft,) = row_drafts(rows, heads=2)
    assert draft.columns == ("Area", "Babies 2026", "Babies 2027")


def test_what_is_anchored_in_a_row_follows_it() -> None:
    """Notes and boxes of a row stand after it, those of heads too."""
    note = PlainDraft("body", ["a note"])
    drafts = row_drafts([[c("A"), c("B")], [c("x."), c("y.")]], 1, [[note], []])
    assert [draft.text for draft in drafts] == ["a note", "x. | y."]


def test_spans_do_not_make_a_table_grow_without_end() -> None:
    """Thousands of cells that claim to span thousands of rows cost no more than they hold."""
    wide = [c("x", down=60_000) for _ in range(4_000)]
    start = time.process_time()
    drafts = row_drafts([wide, *([c("y")] for _ in range(2_000))], heads=0)
    assert time.process_time() - start < 5
    assert sum(len(draft.cells) for draft in drafts) < 40_000
