"""Which filled fields of a page show, and which are tiles of one cell."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from auditor.document.page import Rect
from auditor.document.pdf.shading import MIXED, WHITE, find_shown
from auditor.document.reading import read_document
from auditor.records import Reading
from tests.document.pages import show, write_pdf

BLUE, GREY = 0x4F81BD, 0xD3DFEE
CELL = (100.0, 500.0, 300.0, 440.0)
FIRST, SECOND, THIRD = ((104.0, top, 296.0, top - 20) for top in (500.0, 480.0, 460.0))
LOWER = (100.0, 440.0, 300.0, 380.0)
STRIP = (100.0, 500.0, 104.0, 440.0)
CASES = [
    pytest.param([(CELL, WHITE)], [], id="white on paper"),
    pytest.param([(CELL, BLUE)], [CELL], id="a colour"),
    pytest.param([(CELL, MIXED)], [], id="an outlined field, which is among the paths"),
    pytest.param([(CELL, BLUE), (FIRST, BLUE), (SECOND, BLUE)], [CELL], id="lines on their cell"),
    pytest.param([(CELL, BLUE), (FIRST, GREY)], [CELL, FIRST], id="another colour on a cell"),
    pytest.param([(CELL, BLUE), (CELL, GREY), (FIRST, BLUE)], [CELL, CELL, FIRST], id="repainted"),
    pytest.param([(FIRST, BLUE), (CELL, BLUE)], [FIRST, CELL], id="painted over"),
    pytest.param([(FIRST, BLUE), (SECOND, BLUE)], [FIRST, SECOND], id="rows of one colour"),
    pytest.param([(CELL, WHITE), (LOWER, BLUE)], [LOWER, CELL], id="white above a colour"),
    pytest.param([(CELL, WHITE), (LOWER, MIXED)], [CELL], id="white above a picture"),
    pytest.param(
        [(CELL, WHITE), ((302.0, 500.0, 400.0, 440.0), WHITE)],
        [CELL, (302.0, 500.0, 400.0, 440.0)],
        id="white cells side by side",
    ),
    pytest.param(
        [(CELL, BLUE), ((100.0, 500, 200, 440), BLUE), ((200.0, 500, 300, 440), BLUE)],
        [(100.0, 500, 200, 440), CELL, (200.0, 500, 300, 440)],
        id="cells side by side on their row",
    ),
]


@pytest.mark.parametrize(("fields", "shown"), CASES)
def test_fields_on_their_own_colour_do_not_show(
    fields: list[tuple[Rect, int]], shown: list[Rect]
) -> None:
    """But where they tell of cells."""
    found, tiles = find_shown(fields, np.zeros((0, 4)), {}.__getitem__)
    assert sorted(map(tuple, found.tolist())) == sorted(shown)
    assert not len(tiles)


@pytest.mark.parametrize(
    ("strip", "colour", "is_tile"),
    [
        pytest.param(STRIP, GREY, True, id="a strip beside the lines"),
        pytest.param((296.0, 500.0, 300.0, 440.0), GREY, True, id="on the right"),
        pytest.param(STRIP, BLUE, False, id="a rule of another colour"),
        pytest.param((98.0, 500.0, 102.0, 440.0), GREY, False, id="a strip that is not beside"),
    ],
)
def test_tiles_of_one_cell_are_one_field(strip: Rect, colour: int, is_tile: bool) -> None:
    """A strip of their colour runs past where they meet: no seam shows."""
    fields = [(rect, GREY) for rect in (FIRST, SECOND, THIRD)]
    found, tiles = find_shown(fields, np.array([strip]), lambda at: colour)
    assert tiles.tolist() == [is_tile]
    if is_tile:
        left, right = min(104.0, strip[0]), max(296.0, strip[2])
        assert found.tolist() == [[left, 500.0, right, 440.0]]
    else:
        assert len(found) == len(fields)


def test_rows_with_strips_of_their_own_stay_apart() -> None:
    """What stands above or below the lines of a cell and has no strips is the rest of it."""
    fields = [(rect, GREY) for rect in (FIRST, SECOND, (100.0, 460.0, 300.0, 440.0))]
    strips = [(100.0, top, 104.0, top - 20) for top in (500.0, 480.0)]
    strips += [(296.0, top, 300.0, top - 20) for top in (500.0, 480.0)]
    found, tiles = find_shown(fields, np.array(strips), lambda at: GREY)
    assert found.tolist() == [[100.0, 500.0, 300.0, 480.0], [100.0, 480.0, 300.0, 440.0]]
    assert tiles.all()
    fields = [(rect, GREY) for rect in ((100.0, 500.0, 300.0, 480.0), SECOND, THIRD)]
    strips = [(100.0, 480.0, 104.0, 440.0), (296.0, 480.0, 300.0, 440.0)]
    strips += [(100.0, 440.0, 300.0, 437.0), (100.0, 437.0, 300.0, 436.5)]
    found, tiles = find_shown(fields, np.array(strips), [GREY, GREY, GREY, BLUE].__getitem__)
    assert found.tolist() == [[100.0, 500.0, 300.0, 437.0]]
    assert tiles.tolist() == [True, True, True, False]


def fill(x0: float, bottom: float, x1: float, top: float, colour: str) -> str:
    """Fill a field."""
    return f"{colour} rg {x0} {bottom} {x1 - x0} {top - bottom} re f 0 g"


@pytest.mark.parametrize("is_tiled", [True, False])
def test_a_cell_that_is_filled_line_by_line_is_one(tmp_path: Path, is_tiled: bool) -> None:
    """As word processors write shaded tables: over the colour of the cell, or strips at its sides."""
    rows = [
        ("Visits", ["Every family is seen at home by a", "health visitor in the first year."]),
        ("Groups", ["Parents and babies meet each week", "in one of the family hubs."]),
    ]
    content, top = [], 700.0
    for at, (name, lines) in enumerate(rows):
        colour = ("0.827 0.875 0.933", "0.655 0.749 0.871")[at]
        for left, right in ((60, 160), (161, 420)):
            if is_tiled:
                content += [
                    fill(left, top - 32, left + 4, top, colour),
                    fill(right - 4, top - 32, right, top, colour),
                ]
            else:
                content.append(fill(left, top - 32, right, top, colour))
            content += [
                fill(left + 4, top - 16, right - 4, top, colour),
                fill(left + 4, top - 32, right - 4, top - 16, colour),
            ]
        content.append(show(name, 66, top - 12))
        content += [show(line, 167, top - 12 - 16 * step) for step, line in enumerate(lines)]
        top -= 33
    document = read_document(
        write_pdf(tmp_path / "a.pdf", ["\n".join(content)]), Reading(ocr="off")
    )
    found = [(block.place, document.text[block.start : block.end]) for block in document.blocks]
    assert found == [("table", f"{name} | {' '.join(lines)}") for name, lines in rows]
