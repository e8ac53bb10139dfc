"""Pages of a PDF through pdfium: words, boxes, type, and what is drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, partial

import numpy as np
import pypdfium2 as pdfium

from auditor.document.characters import BULLET, bare
from auditor.document.page import (
    LOST,
    Bools,
    ExtractedPage,
    Floats,
    Ints,
    Lines,
    Turn,
    advanced,
    turned,
)
from auditor.document.pdf.added_words import set_in_box, with_words
from auditor.document.pdf.hidden_text import leave_out_hidden
from auditor.document.pdf.layout.lines import (
    ASCENT,
    DESCENT,
    as_high_as_type,
    cut_by_way,
    cut_lines,
    line_extents,
    row_order,
    set_lines,
    upright,
)
from auditor.document.pdf.pdfium.annotations import Annotations, find_annotations
from auditor.document.pdf.pdfium.coordinates import Placing, framed
from auditor.document.pdf.pdfium.drawings import drawn_of, find_painted
from auditor.document.pdf.pdfium.fonts import lack_depth, prints_signs
from auditor.document.pdf.pdfium.glyphs import Glyphs, Types
from auditor.document.pdf.pdfium.grey_pictures import draw_grey
from auditor.document.pdf.pdfium.letterspacing import apart_letters, torn_ordinals, torn_words
from auditor.document.pdf.pdfium.note_marks import without_marks
from auditor.document.pdf.pdfium.opening import (
    PDFIUM,
    OpenPage,
    label_of,
    may_have_layers,
    switches_layers_off,
)
from auditor.document.pdf.pdfium.pictures import find_worded_pictures
from auditor.document.pdf.pdfium.visibility import find_cut_off, find_hints
from auditor.progress import tell
from auditor.records import UnreadPart

A_COMMENT = "somebody's comment, and no text of the document"
LONGEST_NOTE = 60
TALLEST, TALLEST_INK = 2.2, 1.2
"""Times the size of type: no box is taller, nor the ink of a letter; some fonts claim five times it."""
ABSURD = 40.0
"""Points: no box is absurd that is no taller."""
RGB = np.array((1 << 16, 1 << 8, 1, 0))
"""By which red, green, blue and opacity make one number of a colour."""
PROBES = 7
"""Words of a page that are asked which way they read."""
MOSTLY = 0.8
"""Of the lines of a page: so many are set in fonts that leave out their depth where its maker does."""


def read_pages(document: pdfium.PdfDocument, data: bytes) -> Iterator[ExtractedPage]:
    """Read the pages of an open document one after the other; `data` is its file."""
    off = cache(lambda: switches_layers_off(data))

    @cache
    def has_layers_off(in_forms: bool) -> bool:
        return (not in_forms or b"/OC " in data) and off()

    asks_layers = has_layers_off if may_have_layers(data) else None
    count = len(document)
    for index in range(count):
        with PDFIUM:
            page = _read_page(document, index, asks_layers)
        tell("reading", index + 1, count)
        yield page


def _read_page(
    document: pdfium.PdfDocument, index: int, has_layers_off: Callable[[bool], bool] | None
) -> ExtractedPage:
    label = label_of(document, index)
    try:
        with OpenPage(document, index) as page:
            width, height = page.size()
            blank = ExtractedPage(number=index + 1, label=label, width=width, height=height)
            place = Placing(page)
            extracted = _extract(document, page, blank, place, has_layers_off)
            return _with_annotations(extracted, find_annotations(document, page), place)
    except pdfium.PdfiumError:
        return _damaged_page(index, label)


def _with_annotations(page: ExtractedPage, found: Annotations, place: Placing) -> ExtractedPage:
    """Return a page with what is written into its fields, and the notes on it listed."""
    if found.texts:
        boxes = framed(np.array([box for _, box in found.texts]), place, page).tolist()
        texts = [text for text, _ in found.texts]
        page = with_words(page, [set_in_box(*pair) for pair in zip(texts, boxes, strict=True)])
    notes = tuple(
        UnreadPart(page.number, f"{what}: {words[:LONGEST_NOTE]}" if words else what, A_COMMENT)
        for what, words in found.notes
    )
    return advanced(page, ExtractedPage, parts_unread=notes) if notes else page


def _damaged_page(index: int, label: str) -> ExtractedPage:
    return ExtractedPage(
        number=index + 1, label=label, width=0.0, height=0.0, unread="page is damaged"
    )


def _extract(
    document: pdfium.PdfDocument,
    page: OpenPage,
    blank: ExtractedPage,
    place: Placing,
    has_layers_off: Callable[[bool], bool] | None,
) -> ExtractedPage:
    """Return a page with the words that can be seen on it and what is drawn."""
    worded, types = _with_words(blank, Glyphs(page), place)
    painted = find_painted(page)
    found = advanced(worded, ExtractedPage, drawn=drawn_of(painted, place, worded))
    if types is None:
        return found
    pictures = find_worded_pictures(page, document, painted, found)
    if pictures:
        found = advanced(found, ExtractedPage, worded_pictures=pictures)
    hints = find_hints(found, place, types.things, painted, has_layers_off)
    unseen = find_cut_off(found, place, types.things, painted, hints.get("clipped away"))
    return leave_out_hidden(found, types, hints, unseen, partial(draw_grey, page))


def _with_words(
    blank: ExtractedPage, glyphs: Glyphs, place: Placing
) -> tuple[ExtractedPage, Types | None]:
    """Return a page with its words and lines, and the type of each line."""
    words = glyphs.words()
    if not words:
        return blank, None
    way = _reading_way(glyphs)
    turn: Turn = (way + place.quarter) % 4
    words = without_marks(glyphs, words, way)

    def in_frame(boxes: Floats) -> Floats:
        return turned(place.displayed(boxes), (4 - turn) % 4, blank.width, blank.height)

    boxes = in_frame(glyphs.boxes())
    _cut_to_type(glyphs, boxes, way, lambda: in_frame(glyphs.origins())[:, 1])
    joins = _joins_of(glyphs, words, boxes)
    if np.count_nonzero(joins):
        words = glyphs.joined(words, joins)
        boxes = np.stack(line_extents(boxes, (~joins).nonzero()[0]), axis=1)
    first = cut_lines(boxes, glyphs.line)
    types = _types_of(glyphs, first)
    turns = types.quarter != way
    flat = lack_depth(types.fonts)
    if flat is not None and np.count_nonzero(flat & ~turns) > MOSTLY * len(flat):
        base = in_frame(glyphs.origins())[:, 1]
        boxes = as_high_as_type(boxes, base, first, types.size * (flat & ~turns))
    if np.count_nonzero(turns):
        frame = (blank.height, blank.width) if turn % 2 else (blank.width, blank.height)
        words, boxes, first = _several_ways(glyphs, words, boxes, way, frame)
        types = _types_of(glyphs, first)
    size, colour = np.rint(types.size * 2) / 2, types.colour @ RGB
    lines = set_lines(boxes, first, size, types.bold, (types.quarter - way) % 4, colour)
    _settle_ends(glyphs, words, lines)
    page = advanced(
        blank,
        ExtractedPage,
        words=tuple(words),
        boxes=np.ascontiguousarray(boxes),
        soft=glyphs.soft,
        lines=lines,
        turn=turn,
        printed=bare(glyphs.text),
    )
    return page, types


def _settle_ends(glyphs: Glyphs, words: list[str], lines: Lines) -> None:
    """Leave bold the lines that begin and end so, and name the signs that open lines as bullets.

    Of a line of one word it is known already.
    """
    bold = (lines.bold & (lines.last - lines.first > 1)).nonzero()[0]
    ends = glyphs.starts[[lines.first[bold], lines.last[bold] - 1]].tolist()
    for line, first, last in zip(bold.tolist(), *ends, strict=True):
        lines.bold[line] = glyphs.bold_at(first) and glyphs.bold_at(last)
    for at in [at for at in lines.first.tolist() if len(words[at]) == 1]:
        if words[at].isalpha() and prints_signs(glyphs.pointer, int(glyphs.starts[at])):
            words[at] = BULLET


def _joins_of(glyphs: Glyphs, words: list[str], boxes: Floats) -> Bools:
    """Return which words go on from the one before, and say in them where a letter is lost."""
    joins = apart_letters(words, boxes, is_broken=glyphs.is_broken, soft=glyphs.soft)
    torn = [*torn_words(glyphs, words, boxes), *torn_ordinals(words, boxes)]
    if parted := [*glyphs.parted, *torn]:
        joins[parted] = True
    for at in glyphs.lost(boxes):
        words[at] += LOST
        glyphs.soft[at] = False
        if glyphs.goes_on(at):
            joins[at + 1] = True
    return joins


def _several_ways(
    glyphs: Glyphs, words: list[str], boxes: Floats, way: int, frame: tuple[float, float]
) -> tuple[list[str], Floats, Ints]:
    """Return words, boxes and the first word of each line of a page that reads several ways.

    pdfium mixes up the lines of words that read another way than most: they are put in
    rows as if the page were turned for them.
    """
    ways = (glyphs.quarters(glyphs.starts.tolist()) - way) % 4
    order = [(ways == 0).nonzero()[0]]
    for other in (1, 2, 3):
        own = (ways == other).nonzero()[0]
        order.append(own[row_order(upright(boxes[own], other, frame))])
    ranks = np.concatenate(order)
    words, boxes, ways = glyphs.permuted(words, ranks), boxes[ranks], ways[ranks]
    joins = np.zeros(len(words), bool)
    for other in (1, 2, 3):
        own = (ways == other).nonzero()[0]
        texts = [words[at] for at in own.tolist()]
        frames = upright(boxes[own], other, frame)
        joins[own] = apart_letters(texts, frames, is_broken=True, soft=glyphs.soft[own])
    if joins.any():
        words = glyphs.joined(words, joins)
        boxes = np.stack(line_extents(boxes, (~joins).nonzero()[0]), axis=1)
        ways = ways[~joins]
    return words, boxes, cut_by_way(boxes, glyphs.line, ways, frame)


def _types_of(glyphs: Glyphs, first: Ints) -> Types:
    """Return the type of lines, that of the word in the middle of each, or behind a figure there.

    A figure may be the small mark of a note.
    """
    last = np.append(first[1:], len(glyphs.starts))
    middle = (first + last - 1) // 2
    code = glyphs.codes[glyphs.starts[middle]]
    middle += (code >= ord("0")) & (code <= ord("9")) & (middle + 1 < last)
    return glyphs.types(glyphs.starts[middle].tolist())


def _reading_way(glyphs: Glyphs) -> int:
    """Return the way that most words of the page read, in page space."""
    longer = (glyphs.ends - glyphs.starts >= 2).nonzero()[0]
    probes = longer[:: max(1, len(longer) // PROBES)][:PROBES]
    votes = [0, 0, 0, 0]
    for start in glyphs.starts[probes].tolist():
        way = glyphs.quarter_at(start)
        votes[way] += 1
        if votes[way] > PROBES // 2:
            break
    return votes.index(max(votes))


def _cut_to_type(glyphs: Glyphs, boxes: Floats, way: int, bases: Callable[[], Floats]) -> None:
    """Cut boxes that are taller than type is, as some fonts claim, or that have no height.

    The size of a font that is drawn by procedures may be none of type: its letters are taller
    than that, and only what is absurd is cut, as are words that read askew.
    """
    height = boxes[:, 3] - boxes[:, 1]
    middle = len(height) // 2
    at = int(height.argpartition(middle)[middle])
    size, usual = glyphs.size_at(int(glyphs.starts[at])), float(height[at]) or 1.0
    odd = ((height > TALLEST * size) | (height <= 0)).nonzero()[0]
    if not len(odd):
        return
    height, starts = height[odd], glyphs.starts[odd].tolist()
    sizes = np.array([glyphs.size_at(start) for start in starts])
    ink = np.array([glyphs.ink_at(start)[1] for start in starts])
    is_absurd = height > 6 * usual + ABSURD
    is_type = (glyphs.quarters(starts) == way) & (sizes > 0) & (ink <= TALLEST_INK * sizes)
    tall = is_type & ~is_absurd & ((height > TALLEST * sizes) | (height <= 0))
    if tall.any():
        base, size_of = bases()[odd[tall]], sizes[tall]
        boxes[odd[tall], 1], boxes[odd[tall], 3] = base - ASCENT * size_of, base + DESCENT * size_of
    absurd = odd[is_absurd | (~tall & (height <= 0))]
    boxes[absurd, 3] = boxes[absurd, 1] + usual
