"""Highlights and notes as other viewers read them."""

from __future__ import annotations

import pikepdf

from auditor.report.print.highlights import (
    Highlight,
    Tint,
    add_marks,
    add_note,
    make_highlight,
)
from auditor.report.print.page_space import PageSpace

GREEN = Tint("green", (0.5, 0.9, 0.7))
QUAD = ((10.0, 40.0), (60.0, 40.0), (10.0, 30.0), (60.0, 30.0))


def test_a_highlight_has_its_quads_its_words_and_a_drawing() -> None:
    """Every viewer shows the same, since the drawing is in the file."""
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page()
        told = Highlight("s0001-1", GREEN, "Explicit", "Why \ud800", (QUAD,))
        add_marks(page, *make_highlight(pdf, page, told))
        add_note(pdf, page, PageSpace.of(page), "The key")
        marks = list(page.obj.Annots)
    assert [str(one.Subtype) for one in marks] == ["/Highlight", "/Popup", "/Text"]
    assert [float(one) for one in marks[0].QuadPoints] == [10, 40, 60, 40, 10, 30, 60, 30]
    assert [float(one) for one in marks[0].Rect] == [10, 30, 60, 40]
    assert str(marks[0].Contents) == "Why ?" and "/AP" in marks[0]


def test_marks_that_a_page_has_are_kept() -> None:
    """A comment of the authors stays."""
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page()
        page.obj.Annots = pikepdf.Array([pikepdf.Dictionary(Subtype=pikepdf.Name.Link)])
        add_note(pdf, page, PageSpace.of(page), "The key")
        assert [str(one.Subtype) for one in page.obj.Annots] == ["/Link", "/Text"]
