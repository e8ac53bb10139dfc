r"""White letters of rich text: those that lie on nothing but the page, which no reader sees.

A file has a table of colours; letters, paragraphs, cells and rows name theirs by number, and 0 is
what the program takes by itself. A shading (`\chshdng`, `\shading`, `\clshdng`) is a ground too.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from auditor.document.office.colours import PALEST
from auditor.document.office.rtf.state import State
from auditor.document.office.rtf.stories import Stories

PARTS = frozenset(("red", "green", "blue"))
LETTERS_GROUNDS = frozenset(("cb", "highlight", "chcbpat", "chshdng"))
PARAGRAPHS_GROUNDS = frozenset(("cbpat", "shading"))
CELLS_GROUNDS = frozenset(("clcbpat", "clshdng"))
ROWS_GROUNDS = frozenset(("trcbpat", "trshdng"))
SHADINGS = frozenset(("chshdng", "shading", "clshdng", "trshdng"))
"""Words whose number is how dark a ground is, and not which colour."""
COLOUR_WORDS = (
    PARTS
    | LETTERS_GROUNDS
    | PARAGRAPHS_GROUNDS
    | CELLS_GROUNDS
    | ROWS_GROUNDS
    | {"cf", "background"}
)


@dataclass(slots=True)
class Colours:
    """The table of colours of a file, and what is said by it."""

    whites: list[bool] = field(default_factory=list)
    """For each colour of the table: whether it cannot be told from white paper."""
    parts: dict[str, int] = field(default_factory=dict)
    """Red, green and blue of the colour that the file is telling of, 0 to 255."""

    def end_entries(self, count: int) -> None:
        """End the telling of some colours; one without parts is left to the program."""
        for _ in range(count):
            parts, self.parts = self.parts, {}
            self.whites.append(len(parts) == len(PARTS) and min(parts.values()) >= PALEST)

    def meet(self, word: str, number: int, state: State, stories: Stories) -> None:
        """Take in a word of colour."""
        if word in PARTS:
            self.parts[word] = number
        elif word == "background":
            stories.is_page_coloured = True
        elif word == "cf":
            state.is_white = self._is_white(number)
        elif state.purpose == "text":
            self._lay(word, number, state, stories)

    def _lay(self, word: str, number: int, state: State, stories: Stories) -> None:
        is_dark = number > 0 and (word in SHADINGS or not self._is_white(number))
        if word in LETTERS_GROUNDS:
            state.is_shaded = is_dark
        elif word in PARAGRAPHS_GROUNDS:
            stories.paragraph.is_shaded |= is_dark
        elif word in CELLS_GROUNDS:
            stories.story.is_cell_shaded |= is_dark
        else:
            stories.story.is_row_shaded |= is_dark

    def _is_white(self, number: int) -> bool:
        return 0 <= number < len(self.whites) and self.whites[number]
