"""Words, boxes and type of a page, read from pdfium's character index.

pdfium holds one entry for each character; asking for the box of each costs more
than all the rest, so only the first and last character of a word are asked for,
and one character of each line for its type.
"""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from ctypes import byref, c_double, c_float, c_int, c_uint
from dataclasses import dataclass
from itertools import repeat, starmap
from typing import Any

import numpy as np
import pypdfium2.raw as raw
from numpy.typing import NDArray

from auditor.document.characters import BLANKS
from auditor.document.page import Bools, Floats, Ints
from auditor.document.pdf.pdfium.colours import fill_colours
from auditor.document.pdf.pdfium.coordinates import quarters_of
from auditor.document.pdf.pdfium.ffi import Pointer, Slots, call_each, direct
from auditor.document.pdf.pdfium.fonts import is_bold
from auditor.document.pdf.pdfium.opening import OpenPage

SOFT_HYPHEN = "\ufffe"
"""What pdfium gives for a hyphen at the end of a line, with no line break after it."""
_BLANK = np.zeros(1 << 16, bool)
"""For each code whether it parts words."""
_BLANK[[*range(33), 0xA0, 0x3000, 0xFFFE, *range(0x2000, 0x200C)]] = True
_PARTED_OTHERWISE = _BLANK.copy()
"""For each code whether it parts words here and not in Python, or the other way round."""
_PARTED_OTHERWISE[list(BLANKS)] ^= True
_PARTED_OTHERWISE[0xFFFE] = False  # taken out before
_UNNAMED = np.zeros(1 << 16, bool)
"""For each code whether it is a control that neither parts words nor ends a line."""
_UNNAMED[[code for code in range(1, 32) if code not in b"\t\n\r"]] = True
BESIDE = 0.5
"""Of the height of a word: one that stands no lower than that is on its line."""
LEAST_INK = 0.2
"""Of the size of type: the ink of a letter is as high and as wide, that of a hyphen is not."""
MOST_BREAKS = 0.7
"""Line breaks to a word: more have pages that the engine reads downwards."""
MANY = 40
_count = direct(raw.FPDFText_CountChars, c_int)
_text = direct(raw.FPDFText_GetText, c_int)
_unicode = direct(raw.FPDFText_GetUnicode, c_uint)
_box = direct(raw.FPDFText_GetLooseCharBox, None)
_origin = direct(raw.FPDFText_GetCharOrigin, c_int)
_tight = direct(raw.FPDFText_GetCharBox, c_int)
_size = direct(raw.FPDFText_GetFontSize, c_double)
_matrix = direct(raw.FPDFText_GetMatrix, c_int)
_object = direct(raw.FPDFText_GetTextObject, Pointer)
_font_of = direct(raw.FPDFTextObj_GetFont, ctypes.c_void_p)
_mode = direct(raw.FPDFTextObj_GetTextRenderMode, c_int)


@dataclass(frozen=True, slots=True)
class Types:
    """The type of some characters: one entry a character."""

    size: Floats
    bold: Bools
    quarter: Ints
    """Which way each reads in page space: 0 right, 1 down, 2 left, 3 up."""
    mode: Ints
    """The text rendering mode; 3 is invisible."""
    colour: Ints
    """Red, green, blue and opacity, 0 to 255 each: a row a character."""
    things: Sequence[Pointer]
    """The text object of each."""
    fonts: Sequence[int | None]


class Glyphs:
    """The characters of one page that is open."""

    def __init__(self, page: OpenPage) -> None:
        self._page = page
        self.count = int(_count(self.pointer))
        self.widened: dict[int, float] = {}
        """Words that lost a mark at their end, and how far right what is left of them ends."""
        self.raised: list[int] = []
        """Words that were nothing but a mark."""
        self.parted: list[int] = []
        """Raised figures that are part of the word before them."""
        self._is_bold: dict[int | None, bool] = {}  # of the fonts met so far
        self.text, codes = self._read_text()
        self.codes = codes
        blank = np.empty(len(codes) + 2, bool)
        blank[0] = blank[-1] = True
        blank[1:-1] = _BLANK.take(codes)
        bounds = (blank[1:] != blank[:-1]).nonzero()[0]
        self.starts: Ints = bounds[::2]
        self.ends: Ints = bounds[1::2]
        breaks = ((codes == 10) | (codes == 0xFFFE)).nonzero()[0]
        self.soft: Bools = self._behind() == 0xFFFE
        self.line: Ints = breaks.searchsorted(self.starts)
        self.is_broken = len(breaks) > MOST_BREAKS * max(len(self.starts), MANY)
        """Whether lines are broken after most words, as where the engine reads down the page."""

    @property
    def pointer(self) -> Any:
        """What pdfium knows the characters by, as long as the page is open."""
        return self._page.text

    def _behind(self) -> NDArray[np.uint16]:
        """Give the code behind each word; that of its last character at the end of the text."""
        return self.codes.take(self.ends, mode="clip")

    def words(self) -> list[str]:
        """Cut the text into words."""
        if np.count_nonzero(_PARTED_OTHERWISE.take(self.codes)):
            ends = zip(self.starts.tolist(), self.ends.tolist(), strict=True)
            return [self.text[start:end] for start, end in ends]
        return self.text.replace(SOFT_HYPHEN, " ").split()

    def boxes(self) -> Floats:
        """Give left, top, right, bottom of each word in page space, y going up."""
        if not len(self.starts):
            return np.zeros((0, 4))
        count, at = len(self.starts), [*self.starts.tolist(), *(self.ends - 1).tolist()]
        call_each(_box, repeat(self.pointer), at, _BOXES.references(len(at)))
        sides = _BOXES.numbers[: len(at)].T.astype(np.float64, order="C")
        first, last = sides[:, :count], sides[:, count:]
        boxes: Floats = np.maximum(first, last).T
        np.minimum(first[::3], last[::3], out=boxes.T[::3])
        for word, right in self.widened.items():
            boxes[word, 2] = max(boxes[word, 2], right)
        for word in self.raised:
            boxes[word, [1, 3]] = boxes[word - 1, [1, 3]]
        return boxes

    def origins(self) -> Floats:
        """Give the point on the base line where each word begins, twice, as boxes in page space."""
        starts = self.starts.tolist()
        count = len(starts)
        column = [_POINTS.references(count, at) for at in (0, 1)]
        call_each(_origin, repeat(self.pointer), starts, *column)
        return np.tile(_POINTS.numbers[:count], 2)

    def permuted(self, words: list[str], order: Ints) -> list[str]:
        """Put words in another order; return them."""
        self.starts, self.ends = self.starts[order], self.ends[order]
        self.soft, self.line = self.soft[order], self.line[order]
        return [words[at] for at in order.tolist()]

    def joined(self, words: list[str], joins: Bools) -> list[str]:
        """Join words to those before them where that is named; return the words.

        What the engine took for a hyphen at the end of a line is one within its word.
        """
        for at in (self.soft[:-1] & joins[1:]).nonzero()[0].tolist():
            words[at] += "-"
        first = (~joins).nonzero()[0]
        last = np.append(first[1:], len(words)) - 1
        self.starts, self.ends = self.starts[first], self.ends[last]
        self.soft, self.line = self.soft[last], self.line[first]
        return [
            "".join(words[a : b + 1]) for a, b in zip(first.tolist(), last.tolist(), strict=True)
        ]

    def lost(self, boxes: Floats) -> list[int]:
        """Return the words behind which a letter is printed that the file gives no name.

        The engine gives a control for it, or the sign of a hyphen that ends a line, though the
        next word stands beside it.
        """
        found = (self.soft | _UNNAMED[self._behind()]).nonzero()[0]
        if len(found):
            is_last = found == len(self.starts) - 1
            after = np.minimum(found + 1, len(self.starts) - 1)
            tall = boxes[found, 3] - boxes[found, 1]
            is_beside = np.abs(boxes[after, 3] - boxes[found, 3]) < BESIDE * tall
            is_beside &= boxes[after, 0] > boxes[found, 0]
            found = found[~self.soft[found] | (is_beside & ~is_last)]
        return [at for at in found.tolist() if self._is_inked_letter(int(self.ends[at]))]

    def goes_on(self, word: int) -> bool:
        """True if the next word stands right beside the character behind a word."""
        if word + 1 >= len(self.starts):
            return False
        end, following = int(self.ends[word]), int(self.starts[word + 1])
        if following == end + 1:
            return True
        left, _, _, bottom = self.box_at(following)
        _, _, right, own_bottom = self.box_at(end)
        near = LEAST_INK * self.size_at(following)
        return following == end + 2 and abs(left - right) < near and abs(bottom - own_bottom) < near

    def _is_inked_letter(self, at: int) -> bool:
        """True if a character behind a letter is printed as tall as one."""
        return self.text[at - 1].isalpha() and min(self.ink_at(at)) > LEAST_INK * self.size_at(at)

    def ink_at(self, index: int) -> tuple[float, float]:
        """Look up how wide and how high the ink of one character is."""
        is_known = _tight(self.pointer, index, *_SIDE_REFERENCES)
        left, right, bottom, top = (side.value if is_known else 0.0 for side in _SIDES)
        return right - left, top - bottom

    def types(self, at: list[int]) -> Types:
        """Look up the type of some characters."""
        asked = list(zip(repeat(self.pointer), at))
        size = np.fromiter(starmap(_size, asked), np.float64, len(at))
        _, _, c, d = matrices = self._matrices(at)
        things = list(starmap(_object, asked))
        fonts = list(map(_font_of, things))
        for font in set(fonts) - self._is_bold.keys():
            self._bold(at[fonts.index(font)], font)
        return Types(
            size * np.sqrt(c * c + d * d),
            np.array([self._is_bold[font] for font in fonts], bool),
            quarters_of(matrices),
            np.maximum(np.fromiter(map(_mode, things), np.int64, len(at)), 0),
            fill_colours(things),
            things,
            fonts,
        )

    def bold_at(self, index: int) -> bool:
        """Look up whether one character is set bold."""
        return self._bold(index, _font_of(_object(self.pointer, index)))

    def _bold(self, index: int, font: int | None) -> bool:
        """Tell whether a character of some font is set bold: those of one font are alike."""
        if font not in self._is_bold:
            self._is_bold[font] = is_bold(self.pointer, index)
        return self._is_bold[font]

    def quarters(self, at: list[int]) -> Ints:
        """Look up which way some characters read in page space."""
        return quarters_of(self._matrices(at))

    def _matrices(self, at: list[int]) -> Floats:
        """Give the first four numbers of the matrices of some characters, a row a number."""
        count = len(at)
        places = _MATRICES.references(count)
        found = _MATRICES.numbers[:count, :4]
        found[:] = (1, 0, 0, 1)  # where none is given
        call_each(_matrix, repeat(self.pointer), at, places)
        return found.T.astype(np.float64, order="C")

    def quarter_at(self, index: int) -> int:
        """Look up which way one character reads in page space."""
        if not _matrix(self.pointer, index, _MATRIX_REFERENCE):
            return 0
        a, b = _MATRIX.a, _MATRIX.b
        if abs(a) >= abs(b):
            return 0 if a >= 0 else 2
        return 1 if b < 0 else 3

    def size_at(self, index: int) -> float:
        """Look up the size of one character."""
        size = float(_size(self.pointer, index))
        if _matrix(self.pointer, index, _MATRIX_REFERENCE):
            size *= float((_MATRIX.c**2 + _MATRIX.d**2) ** 0.5)
        return size

    def box_at(self, index: int) -> tuple[float, float, float, float]:
        """Give left, top, right, bottom of one character in page space."""
        rect = raw.FS_RECTF()
        _box(self.pointer, index, byref(rect))
        return rect.left, rect.top, rect.right, rect.bottom

    def _read_text(self) -> tuple[str, NDArray[np.uint16]]:
        """Read one code unit a character; by character where pdfium leaves some out."""
        codes = np.zeros(self.count + 1, np.uint16)
        length = _text(self.pointer, 0, self.count, Pointer(codes.ctypes.data)) - 1
        if length == self.count:
            codes = codes[: self.count]
            text = codes.tobytes().decode("utf-16-le", "replace")
            if len(text) == self.count:
                return text, codes
        units = list(map(_unicode, repeat(self.pointer), range(self.count)))
        text = "".join(map(_character, units))
        return text, np.array(
            [min(ord(letter), 0xFFFD) if letter != SOFT_HYPHEN else 0xFFFE for letter in text],
            np.uint16,
        )


_BOXES = Slots(c_float, 4)
_MATRICES = Slots(c_float, 6)
_POINTS = Slots(c_double, 2)
_MATRIX = raw.FS_MATRIX()
_MATRIX_REFERENCE = byref(_MATRIX)

_SIDES = [c_double() for _ in range(4)]
"""Left, right, bottom, top of the ink of a character."""
_SIDE_REFERENCES = [byref(side) for side in _SIDES]


def _character(unit: int) -> str:
    """Make a character of a code, NUL of what is none."""
    if 0 < unit < 0x110000 and not 0xD800 <= unit < 0xE000:
        return chr(unit)
    return "\0"
