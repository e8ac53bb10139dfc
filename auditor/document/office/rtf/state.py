"""What holds at a point of rich text, and what groups are for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from auditor.document.flow.drafts import PlainDraft
from auditor.document.flow.rows import Cell
from auditor.document.flow.wording import Piece, Wording

Purpose = Literal[
    "text", "skip", "fonts", "styles", "title", "note", "running", "box", "instruction", "bullet",
    "comment", "plainer", "colours", "picture",
    "property",
]  # fmt: skip
_SKIPPED = """
objdata objclass objname themedata colorschememapping datastore listtable
listoverridetable rsidtbl generator xmlnstbl mmathPr latentstyles filetbl revtbl bkmkstart bkmkend
pgptbl atnid atnauthor atntime atnicn atnref atndate atnparent atrfstart atrfend nonshppict ftnsep
ftnsepc ftncn aftnsep aftnsepc aftncn xe tc rxe docvar template nonesttables fldtype formfield
datafield falt panose wgrffmtfilter passwordhash blipuid picprop pn author operator company
subject keywords doccomm category manager comment hlinkbase creatim revtim printim buptim
userprops private shprslt
"""
PURPOSES: dict[str, Purpose] = {
    "colortbl": "colours",
    "pict": "picture",
    "shppict": "text",
    "sp": "property",
    "fonttbl": "fonts",
    "stylesheet": "styles",
    "title": "title",
    "footnote": "note",
    "shptxt": "box",
    "dptxbxtext": "box",
    "fldinst": "instruction",
    "listtext": "bullet",
    "pntext": "bullet",
    "annotation": "comment",
    "upr": "plainer",
    "ud": "text",
    **dict.fromkeys(
        ("header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf"),
        "running",
    ),
    **dict.fromkeys(_SKIPPED.split(), "skip"),
}
"""What a group is for, by the word that opens it."""
SHOWN_IF_STARRED = frozenset(("shpinst", "do", "nesttableprops", "shptxt", "dptxbxtext"))
"""Groups marked to be skipped by those that do not know them, which hold text all the same."""


@dataclass(slots=True)
class State:
    """What holds within a group; groups within it begin with the same."""

    purpose: Purpose = "text"
    is_hidden: bool = False
    is_struck: bool = False
    is_deleted: bool = False
    is_inserted: bool = False
    is_raised: bool = False
    is_white: bool = False
    is_shaded: bool = False
    """Whether the letters have a ground of their own."""
    in_contents: bool = False
    """Whether a field writes a contents list here."""
    unicode_skip: int = 1
    font: int = 0

    @property
    def is_joined(self) -> bool:
        """True if the end of a paragraph at this point is none that a reader sees."""
        return self.is_deleted or self.is_hidden

    @property
    def left_out_as(self) -> str:
        """What text at this point is that is no part of what a reader sees; "" where it is."""
        if self.is_deleted:
            return "deleted text (tracked change)"
        if self.is_hidden:
            return "hidden text"
        return "text struck out" if self.is_struck else ""


@dataclass(slots=True)
class Paragraph:
    """What is known of the paragraph that is being gathered."""

    style: int = 0
    level: int | None = None
    is_item: bool = False
    in_table: bool = False
    is_shaded: bool = False


@dataclass(slots=True)
class Story:
    """Text that stands on its own: the body, a note, a box, a head of pages."""

    purpose: Purpose = "text"
    depth: int = 0
    before: Paragraph = field(default_factory=Paragraph)
    """The paragraph that it is anchored in."""
    why: str = ""
    """Why no reader of the file sees it; "" where one does."""
    pieces: list[Piece] = field(default_factory=list)
    floats: list[PlainDraft] = field(default_factory=list)
    drafts: list[PlainDraft] = field(default_factory=list)
    cell: list[Wording] = field(default_factory=list)
    """Paragraphs of the cell that is open."""
    cells: list[Cell] = field(default_factory=list)
    rows: list[list[Cell]] = field(default_factory=list)
    after: list[list[PlainDraft]] = field(default_factory=list)
    forms: list[bool] = field(default_factory=list)
    """For each cell of a row, as it is to be drawn: whether it continues the cell above."""
    goes_on: bool = False
    """Whether the cell does so of which the file is telling."""
    shades: list[bool] = field(default_factory=list)
    """For each cell of a row, as it is to be drawn: whether it is shaded."""
    is_cell_shaded: bool = False
    """Whether the cell is of which the file is telling."""
    is_row_shaded: bool = False
    heads: int = 0
    is_head: bool = False
    row_floats: list[PlainDraft] = field(default_factory=list)
