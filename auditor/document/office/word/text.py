"""The words of one paragraph of a Word file, with what is anchored in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from auditor.document.flow.account import Account
from auditor.document.flow.drafts import PlainDraft
from auditor.document.flow.wording import Piece, Source, ending, is_note_mark
from auditor.document.office.names import ALTERNATE, CHOICE, FALLBACK, M, V, W, below, is_on
from auditor.document.office.word.fields import Fields
from auditor.document.office.word.grounds import has_ground
from auditor.document.office.word.styles import Styles

if TYPE_CHECKING:
    from auditor.document.office.word.reading import Story

SHAPES = frozenset((f"{W}drawing", f"{W}pict", f"{W}object"))
_LEFT_OUT = """
pPr rPr sdtPr sdtEndPr customXmlPr smartTagPr tblPr trPr tcPr rt delInstrText footnoteRef
endnoteRef annotationRef commentReference ffData ins del
"""
LEFT_OUT = frozenset(f"{W}{name}" for name in _LEFT_OUT.split())
OWN_MARK = f"{W}customMarkFollows"
CALLS = (f"{W}footnoteReference", f"{W}endnoteReference")
LONGEST_MARK = 12
"""Letters of the mark that a writer gave a note; a run that holds more says something."""
BLANKS = frozenset(f"{W}{name}" for name in ("tab", "br", "cr", "ptab"))


@dataclass(slots=True)
class Gathered:
    """What was gathered of a paragraph."""

    pieces: list[Piece] = field(default_factory=list)
    floats: list[PlainDraft] = field(default_factory=list)

    def add(self, other: Gathered) -> None:
        """Take in what another paragraph holds."""
        self.pieces += other.pieces
        self.floats += other.floats


@dataclass(slots=True)
class TextReader:
    """Goes through a paragraph, whatever its runs are wrapped in."""

    styles: Styles
    fields: Fields
    account: Account
    story: Story
    """What reads the notes and drawings that are anchored in it."""
    gathered: Gathered = field(default_factory=Gathered)
    is_inserted: bool = False
    paragraph: Any = None
    """The properties of the paragraph that is read."""

    def read(self, paragraph: Any) -> Gathered:
        """Gather the words of a paragraph."""
        self.paragraph = paragraph.find(f"{W}pPr")
        self._walk(paragraph)
        self.fields.end_paragraph()
        return self.gathered

    def _walk(self, element: Any) -> None:
        for child in element:
            handle = _HANDLERS.get(child.tag)
            if handle is not None:
                handle(self, child)
            elif child.tag not in LEFT_OUT and len(child):
                self._walk(child)

    def _say(self, text: str, source: Source | None = None) -> None:
        if self.fields.shows_text:
            self.gathered.pieces.append(Piece(text, self.is_inserted, source))

    def _run(self, run: Any) -> None:
        """Read a run, unless it cannot be seen, is struck out, or the mark of a note."""
        properties = run.find(f"{W}rPr")
        kind = ""
        if self.styles.hides(properties, self.paragraph):
            kind = "hidden text"
        elif self.styles.strikes(properties, self.paragraph):
            kind = "text struck out"
        elif self._is_white_on_white(run, properties):
            kind = "white on white"
        elif self.styles.is_prompt(properties) and _is_unfilled(run):
            kind = "prompt of an empty field"
        if kind:
            self.account.hide(kind, _bare_text(run))
            self._marks_only(run)
        elif self._is_note_mark(run, properties):
            self._calls_only(run)
        else:
            self._walk(run)

    def _is_note_mark(self, run: Any, properties: Any) -> bool:
        """True if a run is no more than the mark of a note: raised, or its writer's own."""
        words = _bare_text(run).strip()
        if any(call.get(OWN_MARK) in ("1", "true", "on") for call in run.iterchildren(*CALLS)):
            return len(words) <= LONGEST_MARK
        if not self.styles.raises(properties):
            return False
        return is_note_mark(words, ending(self.gathered.pieces))

    def _calls_only(self, run: Any) -> None:
        """Read the notes that a mark calls."""
        for call in run.iterchildren(*CALLS):
            self._note(call)

    def _is_white_on_white(self, run: Any, properties: Any) -> bool:
        """True if white letters of a run lie on nothing but the page."""
        if not self.styles.whitens(properties, self.paragraph):
            return False
        if not any((text.text or "").strip() for text in run.iterchildren(f"{W}t")):
            return False
        return not has_ground(run, self.styles.shaded)

    def _marks_only(self, run: Any) -> None:
        """Keep count of fields in what is left out of the text."""
        for mark in run.iter(f"{W}fldChar"):
            self.fields.meet(mark)

    def _text(self, element: Any) -> None:
        self._say(element.text or "", Source(element))

    def _mark(self, element: Any) -> None:
        is_shown = self.fields.shows_text
        chosen = self.fields.meet(element)
        if chosen and is_shown:
            self.gathered.pieces.append(Piece(chosen, self.is_inserted, Source(element)))

    def _inserted(self, element: Any) -> None:
        before, self.is_inserted = self.is_inserted, True
        self._walk(element)
        self.is_inserted = before

    def _deleted(self, element: Any) -> None:
        self.account.hide("deleted text (tracked change)", _bare_text(element))
        self._marks_only(element)

    def _note(self, element: Any) -> None:
        kind = "footnotes" if element.tag == f"{W}footnoteReference" else "endnotes"
        self.gathered.floats += self.story.note(kind, element.get(f"{W}id") or "")

    def _shape(self, element: Any) -> None:
        for art in element.iter(f"{V}textpath"):
            self._say(f" {art.get('string') or ''} ")
        self.gathered.floats += self.story.shape(element)

    def _alternate(self, element: Any) -> None:
        """Read the first of several forms of the same that says something."""
        for branch in element.iterchildren(CHOICE, FALLBACK):
            said = len(self.gathered.pieces), len(self.gathered.floats)
            self._walk(branch)
            holds_text = next(branch.iter(f"{W}t"), None) is not None
            if holds_text or said != (len(self.gathered.pieces), len(self.gathered.floats)):
                return


def _is_unfilled(run: Any) -> bool:
    """True if the control that a run stands in still shows what asks to fill it in."""
    control = next(run.iterancestors(f"{W}sdt"), None)
    return is_on(below(control, f"{W}sdtPr"), f"{W}showingPlcHdr") is True


def _bare_text(element: Any) -> str:
    tags = (f"{W}t", f"{W}delText")
    return "".join(each.text or "" for each in element.iter(*tags))


_HANDLERS: dict[str, Callable[[TextReader, Any], None]] = {
    f"{W}r": TextReader._run,
    f"{W}t": TextReader._text,
    f"{M}t": TextReader._text,
    f"{W}noBreakHyphen": lambda reader, _: reader._say("-"),
    f"{W}fldChar": TextReader._mark,
    f"{W}instrText": lambda reader, element: reader.fields.instruct(element.text or ""),
    f"{W}ins": TextReader._inserted,
    f"{W}moveTo": TextReader._inserted,
    f"{W}del": TextReader._deleted,
    f"{W}moveFrom": TextReader._marks_only,  # its words are read where they were moved to
    **dict.fromkeys(CALLS, TextReader._note),
    ALTERNATE: TextReader._alternate,
    **dict.fromkeys(BLANKS, lambda reader, _: reader._say(" ")),
    **dict.fromkeys(SHAPES, TextReader._shape),
}
"""What is done with each element of a paragraph."""
