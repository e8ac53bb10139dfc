"""The stories of rich text: paragraphs and rows gathered into drafts, notes and boxes after them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from auditor.document.flow.account import Account
from auditor.document.flow.drafts import PlainDraft, draft_of
from auditor.document.flow.rows import Cell, row_drafts
from auditor.document.flow.wording import Piece, Wording, ending, fold, is_note_mark, join
from auditor.document.office.rtf.state import Paragraph, Purpose, State, Story

HEADING = re.compile(r"^heading (\d)$", re.IGNORECASE)
CONTENTS = re.compile(r"^(?:toc|contents) \d|^table of figures", re.IGNORECASE)
RUNNING_TEXT = 9
"""The outline level of text that is no heading."""


@dataclass(slots=True)
class Stories:
    """What is written where: the innermost story that is open comes last."""

    account: Account = field(default_factory=Account)
    styles: dict[int, str] = field(default_factory=dict)
    open: list[Story] = field(default_factory=lambda: [Story()])
    running: list[PlainDraft] = field(default_factory=list)
    paragraph: Paragraph = field(default_factory=Paragraph)
    is_page_coloured: bool = False
    left_out: dict[str, list[str]] = field(default_factory=dict)
    """Words of this paragraph that are no part of what a reader sees, by kind."""

    @property
    def story(self) -> Story:
        """The text that is being gathered."""
        return self.open[-1]

    def say(self, text: str, state: State) -> None:
        """Take in text, unless it is the mark of a note, hidden, deleted or struck out."""
        if state.is_raised and is_note_mark(text, ending(self.story.pieces)):
            return
        why = state.left_out_as
        if not why and state.is_white and not self._is_shaded(state):
            why = "white on white"
        if why:
            self.left_out.setdefault(why, []).append(text)
        else:
            self.story.pieces.append(Piece(text, state.is_inserted))

    def _is_shaded(self, state: State) -> bool:
        """True if something may lie behind letters: of boxes and of tables in cells nothing is known."""
        if self.is_page_coloured or state.is_shaded or self.paragraph.is_shaded:
            return True
        if any(story.purpose == "box" for story in self.open):
            return True
        if not self.paragraph.in_table:
            return False
        story, at = self.story, len(self.story.cells)
        return story.is_row_shaded or at >= len(story.shades) or story.shades[at]

    def begin(self, purpose: Purpose, depth: int, why: str = "") -> None:
        """Begin a note, a box or a head of pages; `why` it is no part of what a reader sees."""
        self.open.append(Story(purpose, depth, self.paragraph, why))
        self.paragraph = Paragraph()

    def end(self) -> None:
        """End a story; it follows the paragraph that it is anchored in."""
        self.end_paragraph()
        self.end_table()
        story = self.open.pop()
        self.paragraph = story.before
        for draft in story.drafts:
            draft.is_note = story.purpose == "note"
        if story.why:
            self.account.hide(story.why, " ".join(draft.text for draft in story.drafts))
        elif story.purpose == "running":
            self._run(story.drafts)
        else:
            self.story.floats += story.drafts

    def finish(self) -> list[PlainDraft]:
        """End what is still open; return all drafts."""
        while len(self.open) > 1:
            self.end()
        self.end_paragraph()
        self.end_table()
        return self.story.drafts + self.running

    def _run(self, drafts: list[PlainDraft]) -> None:
        seen = {draft.text for draft in self.running}
        for draft in drafts:
            if draft.text not in seen:
                draft.place, draft.columns = "running", ()
                draft.why = "running head or foot of the file"
                self.running.append(draft)

    def _wording(self) -> Wording:
        wording = fold(self.story.pieces)
        self.story.pieces = []
        for kind, texts in self.left_out.items():
            self.account.hide(kind, texts)
        self.left_out = {}
        return wording

    def end_paragraph(self, *, in_contents: bool = False) -> None:
        """Make a block of the paragraph, or keep it for the cell that it stands in."""
        story, wording = self.story, self._wording()
        if self.paragraph.in_table and story.purpose == "text":
            story.cell.append(wording)
            story.row_floats += story.floats
        else:
            self.end_table()
            if wording:
                story.drafts.append(self._draft(wording, in_contents))
            story.drafts += story.floats
        story.floats = []
        self.paragraph = replace(self.paragraph, is_item=False)

    def _draft(self, wording: Wording, in_contents: bool) -> PlainDraft:
        name, level = self.styles.get(self.paragraph.style, ""), self.paragraph.level
        heading = HEADING.match(name)
        if in_contents or CONTENTS.match(name):
            return draft_of("toc", wording, why="contents list of the file")
        if heading:
            return draft_of("heading", wording, int(heading[1]) + 1)
        if name.lower() == "title":
            return draft_of("heading", wording, 1)
        if level is not None and level < RUNNING_TEXT:
            return draft_of("heading", wording, level + 2)
        bare = wording.without_bullet()
        is_item = self.paragraph.is_item or name.lower().startswith("list")
        return draft_of("list" if is_item or bare is not wording else "body", bare)

    def begin_row(self) -> None:
        """Begin to tell how the cells of a row are drawn."""
        if self.story.pieces and not self.paragraph.in_table:
            self.end_paragraph()
        story = self.story
        story.forms, story.goes_on, story.is_head = [], False, False
        story.shades, story.is_cell_shaded, story.is_row_shaded = [], False, False

    def end_form(self) -> None:
        """End what is told of one cell."""
        story = self.story
        story.forms.append(story.goes_on)
        story.shades.append(story.is_cell_shaded)
        story.goes_on = story.is_cell_shaded = False

    def end_cell(self) -> None:
        """End a cell; what is anchored in it follows its row."""
        story = self.story
        story.cell.append(self._wording())
        story.row_floats += story.floats
        at = len(story.cells)
        goes_on = at < len(story.forms) and story.forms[at]
        words = join(story.cell)
        story.cells.append(Cell(words, goes_on=goes_on and not words))
        story.cell, story.floats = [], []

    def end_row(self) -> None:
        """End a row."""
        story = self.story
        if any(story.cell):
            self.end_cell()
        story.rows.append(story.cells)
        story.after.append(story.row_floats)
        story.heads += story.is_head and story.heads == len(story.rows) - 1
        story.cells, story.row_floats = [], []

    def end_table(self) -> None:
        """Make drafts of the rows that were gathered; of one column, paragraphs."""
        story = self.story
        if story.cells or any(story.cell):
            self.end_row()
        rows, after = story.rows, story.after
        if rows and max(map(len, rows)) <= 1:
            for row, floats in zip(rows, after, strict=True):
                story.drafts += [draft_of("body", cell.wording) for cell in row]
                story.drafts += floats
        elif rows:
            story.drafts += row_drafts(rows, story.heads or None, after)
        story.rows, story.after, story.heads = [], [], 0
