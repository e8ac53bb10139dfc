"""Pieces of a page in reading order."""

from __future__ import annotations

import pytest

from auditor.document.pdf.layout.boxes import Piece
from auditor.document.pdf.layout.columns import Orderer

LEFT, RIGHT, WIDE = (50.0, 280.0), (320.0, 550.0), (50.0, 550.0)


def piece(span: tuple[float, float], top: float, *, set_off: bool = False) -> Piece:
    """Make a piece of ten lines of text, or of one that is set off."""
    lines = 1 if set_off else 10
    return Piece(span[0], top, span[1], top + 12 * lines, lines, 10 * lines, set_off)


CASES = [
    pytest.param(
        [piece(LEFT, 100), piece(RIGHT, 100), piece(LEFT, 240), piece(RIGHT, 240)],
        [0, 2, 1, 3],
        id="two columns",
    ),
    pytest.param(
        [piece(WIDE, 60, set_off=True), piece(LEFT, 100), piece(RIGHT, 100)],
        [0, 1, 2],
        id="a title across them",
    ),
    pytest.param(
        [
            piece(LEFT, 100),
            Piece(50, 241, 200, 257, 1, 4, is_set_off=True),
            piece(LEFT, 262),
            piece(RIGHT, 100),
            Piece(320, 226, 400, 238, 1, 3, is_set_off=True),
            piece(RIGHT, 243),
        ],
        [0, 1, 2, 3, 4, 5],
        id="a small heading beside a large one",
    ),
    pytest.param(
        [
            piece(LEFT, 100),
            Piece(50, 245, 276, 259, 1, 5, is_set_off=True),
            piece(LEFT, 264),
            piece(RIGHT, 100),
            Piece(320, 261, 458, 275, 1, 3, is_set_off=True),
            piece(RIGHT, 280),
        ],
        [0, 1, 2, 3, 4, 5],
        id="a heading beside one as large that opens below it",
    ),
    pytest.param(
        [
            piece(LEFT, 100),
            Piece(50, 250, 150, 266, 1, 2, is_set_off=True),
            piece(LEFT, 292),
            Piece(320, 100, 550, 200, 8, 80),
            piece(RIGHT, 282),
        ],
        [0, 3, 1, 2, 4],
        id="a heading across, below it a new paragraph beside one that goes on",
    ),
    pytest.param(
        [Piece(50, 100, 280, 124, 2, 14), Piece(320, 100, 420, 112, 1, 3)],
        [0, 1],
        id="columns of a few lines",
    ),
    pytest.param(
        [Piece(50, 101, 280, 149, 4, 31), Piece(320, 100, 500, 124, 2, 9, is_set_off=True)],
        [1, 0],
        id="a heading beside its text",
    ),
    pytest.param(
        [
            Piece(50, 188, 72, 198, 1, 1, is_set_off=True),
            Piece(50, 208, 280, 316, 9, 80),
            Piece(320, 94, 550, 147, 5, 45),
            Piece(400, 201, 412, 210, 1, 1, is_set_off=True),
            Piece(320, 250, 550, 310, 5, 45),
            Piece(50, 94, 280, 136, 4, 35),
        ],
        [5, 0, 1, 2, 3, 4],
        id="a heading beside a chart",
    ),
    pytest.param(
        [piece(LEFT, 100), piece(LEFT, 240), Piece(320, 100, 550, 124, 2, 14)],
        [0, 1, 2],
        id="two lines that end a text in the last column",
    ),
    pytest.param(
        [
            Piece(50, 100, 340, 220, 10, 90),
            Piece(370, 100, 550, 220, 10, 60),
            piece(LEFT, 240),
            piece(LEFT, 365),
            piece(RIGHT, 240),
            piece(RIGHT, 365),
        ],
        [0, 1, 2, 3, 4, 5],
        id="columns below a text with a box beside it",
    ),
    pytest.param([piece(WIDE, 240), piece(WIDE, 100)], [1, 0], id="one column"),
]


@pytest.mark.parametrize(("pieces", "order"), CASES)
def test_columns_are_read_one_after_the_other(pieces: list[Piece], order: list[int]) -> None:
    """What crosses them cuts the page into bands."""
    assert Orderer(pieces, shuffled=False).order(list(range(len(pieces))), 0) == order
