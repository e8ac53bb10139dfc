"""What lies behind white letters of a Word file: where nothing does, no reader sees them.

Shading of the run, the paragraph, the cell or the table, the fill of a text box, a picture or
shape behind the text of the same page, a page that is coloured: each of them shows white letters.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from auditor.document.office.colours import is_white
from auditor.document.office.names import A, V, W, below, value

WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
BOX, PARAGRAPH, CELL, TABLE = (f"{W}{tag}" for tag in ("txbxContent", "p", "tc", "tbl"))
SHAPES = (f"{WPS}wsp", f"{V}shape", f"{V}rect", f"{V}roundrect", f"{V}oval")
GROUPS = (f"{V}group", "{http://schemas.microsoft.com/office/word/2010/wordprocessingGroup}wgp")
FILLS = (f"{A}gradFill", f"{A}pattFill", f"{A}blipFill")
EFFECTS = frozenset(
    ("outline", "shadow", "emboss", "imprint", "textFill", "textOutline", "glow", "props3d")
)
"""What makes letters of any colour show."""
MOST_NEIGHBOURS = 80
"""Paragraphs of one page, before and after, in which what lies behind it may be anchored."""


def is_shaded(properties: Any) -> bool | None:
    """Return whether properties lay a colour other than white behind; None where they lay none."""
    marked = value(properties, f"{W}highlight")
    if marked not in ("none", None):
        return not is_white(marked)
    shade = below(properties, f"{W}shd")
    if shade is None:
        return None
    if value(shade) not in ("clear", "nil", None):
        return not is_white(shade.get(f"{W}color"))
    fill = shade.get(f"{W}fill") or shade.get(f"{W}themeFill") or "auto"
    return None if fill == "auto" else not is_white(fill)


def is_white_ink(properties: Any) -> bool | None:
    """Return whether properties make letters white and plain; None where they do not say."""
    colour = below(properties, f"{W}color")
    if colour is None:
        return None
    if any(str(child.tag).rpartition("}")[2] in EFFECTS for child in properties):
        return False
    named = value(colour)
    return is_white(named if named not in ("auto", None) else colour.get(f"{W}themeColor"))


def has_ground(run: Any, shaded_styles: frozenset[str]) -> bool:
    """True if something lies behind a run that white letters can be seen on.

    `shaded_styles` are the ids of the styles that shade something.
    """
    for element in (run, *run.iterancestors()):
        found = _own_ground(element, shaded_styles)
        if found is not None:
            return found
        if element.tag == BOX:
            return _lies_on_drawing(element, in_front=True)
    return _is_page_coloured(run) or _lies_on_drawing(run, in_front=False)


def _own_ground(element: Any, shaded_styles: frozenset[str]) -> bool | None:
    """Return whether an element is filled with a colour that is not white; None if unknown."""
    if element.tag == BOX:
        return _box_ground(element)
    properties = element.find(f"{element.tag}Pr")
    if properties is None:
        return None
    shaded = is_shaded(properties)
    if shaded is None:
        shaded = value(properties, f"{element.tag}Style") in shaded_styles or None
    # a paragraph or run without a colour of its own shows the one behind it
    return shaded if element.tag in (CELL, TABLE) or shaded else None


def _box_ground(box: Any) -> bool | None:
    shape = next(box.iterancestors(*SHAPES), None)
    return _is_filled(shape) if shape is not None else None


def _is_filled(shape: Any) -> bool | None:
    """Return whether a shape is filled with other than white; None where what is behind shows."""
    if shape.tag != f"{WPS}wsp":
        colour, is_off = shape.get("fillcolor"), shape.get("filled") in ("f", "false", "0")
        return None if is_off or not colour else not is_white(colour.split("[")[0])
    look = shape.find(f"{WPS}spPr")
    if look is not None:
        if any(look.find(fill) is not None for fill in FILLS):
            return True
        if look.find(f"{A}noFill") is not None:
            return None
        solid = look.find(f"{A}solidFill")
        if solid is not None:
            return any(len(each) or not is_white(each.get("val")) for each in solid)
    named = shape.find(f"{WPS}style/{A}fillRef")
    return True if named is not None and named.get("idx") != "0" else None


def _is_page_coloured(run: Any) -> bool:
    page = run.getroottree().getroot().find(f"{W}background")
    return page is not None and not is_white(page.get(f"{W}color") or "white")


def _lies_on_drawing(element: Any, *, in_front: bool) -> bool:
    """True if a picture or filled shape is anchored on the same page, behind the text or a box."""
    top = element
    for above in element.iterancestors():
        if in_front and above.tag in GROUPS and _is_ground(above):
            return True
        if above.getparent() is None or above.tag == f"{W}body":
            break
        top = above
    own = {*element.iterancestors()}
    return any(
        _is_ground(drawing)
        for block in _on_one_page(top)
        for drawing in _floating(block, in_front=in_front)
        if drawing not in own
    )


def _on_one_page(block: Any) -> Iterator[Any]:
    """Give a block and its neighbours, up to where a page ends."""
    yield block
    for others in (block.itersiblings(preceding=True), block.itersiblings()):
        for other in islice(others, MOST_NEIGHBOURS):
            yield other
            if _breaks_page(other):
                break


def _breaks_page(block: Any) -> bool:
    tags = ("lastRenderedPageBreak", "pageBreakBefore", "sectPr")
    if next(block.iter(*(f"{W}{tag}" for tag in tags)), None) is not None:
        return True
    return any(each.get(f"{W}type") == "page" for each in block.iter(f"{W}br"))


def _floating(block: Any, *, in_front: bool) -> Iterable[Any]:
    """Find the drawings of a block that text or boxes may lie on."""
    for anchor in block.iter(f"{WP}anchor"):
        if in_front or anchor.get("behindDoc") in ("1", "true"):
            yield anchor
    for shape in block.iter(*SHAPES[1:], GROUPS[0]):
        if "z-index:-" in (shape.get("style") or "").replace(" ", ""):
            yield shape


def _is_ground(drawing: Any) -> bool:
    """True if a drawing holds a picture or a shape that is filled."""
    if next(drawing.iter(f"{PIC}pic", f"{V}imagedata"), None) is not None:
        return True
    return any(_is_filled(shape) for shape in drawing.iter(*SHAPES))
