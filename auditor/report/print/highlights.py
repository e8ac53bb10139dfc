"""Highlights and notes in a PDF, each with its own drawing, so that all viewers show the same."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from auditor.report.print.page_space import PageSpace, Quad

if TYPE_CHECKING:
    import pikepdf

AUTHOR = "auditor"
KEY = "key"
_NAMED = re.compile(rf"{KEY}|s\d+-\d+")
"""The names of the marks: of the note on the first page, of a statement on a page."""
PRINTED = 4
"""Flag: the mark is printed with the page."""
POPUP_WIDTH, POPUP_HEIGHT = 240.0, 150.0
NOTE = (18.0, 18.0, 20.0)
"""The note on the first page: from the left, from the top, its size."""


@dataclass(frozen=True, slots=True)
class Tint:
    """A colour by its name and its parts of red, green and blue, 0 to 1."""

    name: str
    rgb: tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Highlight:
    """One highlight: where it lies, how it looks, what it says."""

    id: str
    tint: Tint
    subject: str
    text: str
    quads: tuple[Quad, ...]


def make_highlight(
    pdf: pikepdf.Pdf, page: pikepdf.Page, highlight: Highlight
) -> tuple[pikepdf.Object, pikepdf.Object]:
    """Make a highlight over words of a page, and its pop-up that says why."""
    from pikepdf import Array, Dictionary, Name

    rect = _around(highlight.quads)
    mark = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Highlight,
            Rect=Array(rect),
            P=page.obj,
            QuadPoints=Array([_short(n) for quad in highlight.quads for xy in quad for n in xy]),
            C=Array(highlight.tint.rgb),
            CA=1,
            F=PRINTED,
            T=_text(AUTHOR),
            Subj=_text(highlight.subject),
            Contents=_text(highlight.text),
            NM=_text(highlight.id),
            AP=Dictionary(N=_drawing(pdf, highlight, rect)),
        )
    )
    popup = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Popup,
            Parent=mark,
            Open=False,
            P=page.obj,
            F=0,
            Rect=Array([rect[2], rect[3] - POPUP_HEIGHT, rect[2] + POPUP_WIDTH, rect[3]]),
        )
    )
    mark.Popup = popup
    return mark, popup


def add_note(pdf: pikepdf.Pdf, page: pikepdf.Page, space: PageSpace, text: str) -> None:
    """Put a note in the top left corner of a page."""
    from pikepdf import Array, Dictionary, Name

    left, top, size = NOTE
    rect = _around((space.quad((left, top, left + size, top + size)),))
    note = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Text,
            Rect=Array(rect),
            P=page.obj,
            Name=Name.Comment,
            C=Array([1, 0.9, 0.55]),
            F=28,
            T=_text(AUTHOR),
            Contents=_text(text),
            NM=_text(KEY),
            Open=False,
        )
    )
    add_marks(page, note)


def remove_marks(page: pikepdf.Page) -> None:
    """Take away the highlights and the note that were added here; what others wrote stays."""
    from pikepdf import Array

    known: Any = page.obj.get("/Annots")
    if isinstance(known, Array):
        page.obj.Annots = Array([one for one in known if not _is_own(one)])


def _is_own(mark: Any) -> bool:
    """True if a mark, or what a pop-up belongs to, has the author and a name that marks here have."""
    told = mark.get("/Parent", mark) if mark.get("/Subtype") == "/Popup" else mark
    named = _NAMED.fullmatch(str(told.get("/NM", "")))
    return named is not None and str(told.get("/T", "")) == AUTHOR


def add_marks(page: pikepdf.Page, *marks: pikepdf.Object) -> None:
    """Append marks to those that a page has."""
    from pikepdf import Array

    known: Any = page.obj.get("/Annots")
    page.obj.Annots = Array([*(known if isinstance(known, Array) else []), *marks])


def _drawing(pdf: pikepdf.Pdf, highlight: Highlight, rect: tuple[float, ...]) -> pikepdf.Object:
    """Draw the quads in their colour, multiplied, so that the words below stay black."""
    from pikepdf import Array, Dictionary, Name

    red, green, blue = highlight.tint.rgb
    lines = [f"/Mix gs {red} {green} {blue} rg"]
    for left_top, right_top, left_bottom, right_bottom in highlight.quads:
        corners = map(_pair, (left_top, right_top, right_bottom, left_bottom))
        lines.append("{} m {} l {} l {} l h f".format(*corners))
    drawing = pdf.make_stream("\n".join(lines).encode("ascii"))
    drawing.Type, drawing.Subtype = Name.XObject, Name.Form
    drawing.BBox = Array(rect)
    drawing.Resources = Dictionary(
        ExtGState=Dictionary(Mix=Dictionary(Type=Name.ExtGState, BM=Name.Multiply))
    )
    drawing.Group = Dictionary(Type=Name.Group, S=Name.Transparency)
    return drawing


def _around(quads: tuple[Quad, ...]) -> tuple[float, float, float, float]:
    """Find the rectangle around all corners."""
    xs = [x for quad in quads for x, _ in quad]
    ys = [y for quad in quads for _, y in quad]
    return _short(min(xs)), _short(min(ys)), _short(max(xs)), _short(max(ys))


def _short(number: float) -> float:
    return round(number, 2)


def _pair(point: tuple[float, float]) -> str:
    return f"{point[0]:.2f} {point[1]:.2f}"


def _text(text: str) -> pikepdf.String:
    from pikepdf import String

    return String(text.encode("utf-8", "replace").decode("utf-8"))
