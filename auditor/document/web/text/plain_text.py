"""Plain text: paragraphs of wrapped lines, items, headings, rows parted by tabs."""

from __future__ import annotations

import quopri
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from operator import itemgetter

from auditor.document.flow.drafts import PlainDraft, PlainText
from auditor.document.flow.hyphens import find_words, join_lines
from auditor.document.flow.rows import Cell, row_drafts
from auditor.document.flow.wording import Wording, clean
from auditor.document.structure.list_items import is_bullet, is_item
from auditor.document.web.encoding import decode_text
from auditor.document.web.text.columns import split_columns
from auditor.document.web.text.dashed_tables import dashed_rows
from auditor.document.web.text.line_numbers import without_line_numbers
from auditor.document.web.text.pages import TextPage, part_pages
from auditor.document.web.text.text_tables import (
    BOXES,
    RULED,
    find_rows,
    hanging_rows,
    joined_rows,
    part_columns,
    part_ruled,
)
from auditor.document.web.text.wrapping import ENDS, find_width, runs_over, split_paragraphs
from auditor.records import Place

LONGEST_HEADING = 12
ALONE = 0.8
"""Share of lines, at least, that an empty one follows in text of double space."""
FEWEST_LINES = 5
"""Lines, at least, of text of double space whose lines need not be full."""
FULL = 0.75
LEAST_FULL = 30
RULE = re.compile(r"^\s*([=\-_*~#])\1{2,}\s*$")
NUMBERED = re.compile(r"^(\d{1,2}(?:\.\d{1,2}){0,4})\.?\s")
QUOTES = "> \t"
"""What stands before a line that is quoted from another message."""
TAB_STOP = 8
OVERSTRUCK = re.compile(r"[^\x08\n]\x08")
"""A letter that the next is printed over: bold and underlined of old printers."""
CUT_LINE = re.compile(rb"=\r?\n")
NO_CODE = re.compile(rb"=(?![0-9A-Fa-f]{2}|\r?\n|\Z)")
FEWEST_CUT = 2
SAMPLE = 65_536


def read_text(data: bytes) -> PlainText:
    """Read plain text: columns one after the other, lines joined, items by their marks."""
    return read_lines(decode_text(_unquoted_printable(data)))


def read_lines(text: str) -> PlainText:
    """Read text whose letters are known."""
    text = OVERSTRUCK.sub("", re.sub("\r{0,2}\n|\r|[\u2028\u2029\x0b]", "\n", text)).translate(
        BOXES
    )
    text = without_line_numbers(text)
    reader = _TextReader(find_words(text.replace("\f", "\n").split("\n")))
    for page in part_pages(text):
        reader.read(page)
    drafts = list(_settled(reader.drafts))
    title = next((draft.text for draft in drafts if draft.place != "running"), "")
    return PlainText(drafts, title[:200])


def _unquoted_printable(data: bytes) -> bytes:
    """Return a text as it was before mail programs wrote its letters as "=E2=80=93"."""
    opening = data[:SAMPLE]
    if len(data) > SAMPLE:  # not within a letter
        opening = opening[: opening.rfind(b"\n") + 1]
    cut = len(CUT_LINE.findall(opening))
    is_quoted = cut >= FEWEST_CUT and not NO_CODE.search(opening)
    return quopri.decodestring(data) if is_quoted else data


@dataclass(slots=True)
class _TextReader:
    """Reads pages into drafts; a paragraph may go on from page to page."""

    known: frozenset[str]
    drafts: list[PlainDraft] = field(default_factory=list)
    last: PlainDraft | None = None
    """The last of them that is text."""

    def read(self, page: TextPage) -> None:
        """Read a page: its running lines are set aside, what stands between them is text."""
        held: list[str] = []
        for at, line in enumerate(page.lines):
            if at not in page.running:
                held.append(line)
                continue
            self._read_lines(held)
            held = []
            why = "running line of the pages"
            self.drafts.append(PlainDraft("running", [clean(line)], why=why))
        self._read_lines(held)

    def _read_lines(self, lines: list[str]) -> None:
        found: list[PlainDraft] = []
        bare = _closed_up([_indented(line.rstrip()) for line in lines])
        for is_table, part in part_ruled(bare):
            if is_table:
                rows, heads = dashed_rows(part, self.known)
                rows = joined_rows(rows, self.known)
                found += row_drafts([[Cell(Wording(clean(c))) for c in row] for row in rows], heads)
                continue
            for stretch in split_columns(part):
                for draft in self._stretch(stretch):
                    _add(found, draft, self.known)
        if found:
            self._go_on(found)
        self.drafts += found
        self.last = found[-1] if found else self.last

    def _go_on(self, found: list[PlainDraft]) -> None:
        """Join the first paragraph of a page to one that the page before leaves open."""
        before = self.last
        if before is not None and _runs_on(before, found[0], across_pages=True):
            before.cells[0] = join_lines([before.text, found.pop(0).text], self.known)
            before.place, before.rank = ("list" if before.place == "list" else "body"), 0

    def _stretch(self, lines: Sequence[str]) -> Iterator[PlainDraft]:
        """Read lines of one column."""
        width = find_width(lines)
        grouped = groupby(lines, lambda line: bool(line.strip()))
        parts = [list(part) for has_words, part in grouped if has_words]
        at = 0
        while at < len(parts):
            rows = hanging_rows(parts, at)
            joined = [[label, join_lines(texts, self.known)] for label, *texts in rows]
            yield from row_drafts([[Cell(Wording(clean(c))) for c in row] for row in joined])
            for lines in () if rows else _messages(parts[at]):
                yield from self._part(lines, width)
            at += max(1, len(rows))

    def _part(self, lines: list[str], width: int) -> Iterator[PlainDraft]:
        """Make blocks of lines between blank ones."""
        if len(lines) == 2 and RULE.match(lines[1]):
            yield PlainDraft("heading", [clean(lines[0])], 1 if lines[1].lstrip()[0] == "=" else 2)
            return
        if rows := find_rows(lines, self.known):
            yield from row_drafts([[Cell(Wording(clean(c))) for c in row] for row in rows])
            return
        lines = [line for line in lines if not RULE.match(line) and not RULED.match(line)]
        if len(lines) == 1 and _is_heading(lines[0].strip()):
            text = clean(lines[0])
            yield PlainDraft("heading", [text], _heading_rank(text))
            return
        for is_table, part in part_columns(lines):
            if is_table:
                yield from self._part(list(part), width)
                continue
            for group in split_paragraphs(part, width):
                yield self._paragraph(group)

    def _paragraph(self, lines: list[str]) -> PlainDraft:
        first, _, rest = lines[0].partition(" ")
        if rest and is_bullet(first):
            return PlainDraft("list", [clean(join_lines([rest.strip(), *lines[1:]], self.known))])
        place: Place = "list" if rest and is_item(first) else "body"
        return PlainDraft(place, [clean(join_lines(lines, self.known))])


def _indented(line: str) -> str:
    """Replace tabs that indent by blanks; those between words may part cells."""
    bare = line.lstrip("\t ")
    return line[: len(line) - len(bare)].expandtabs(TAB_STOP) + bare


def _closed_up(lines: list[str]) -> list[str]:
    """Take out the empty lines of text that was written with one after every line."""
    alone = sum(bool(one) and not two for one, two in pairwise([*lines, ""]))
    filled = sum(map(bool, lines))
    ended = sum(line.endswith(ENDS[:3]) for line in lines)
    if alone < ALONE * filled or not runs_over(lines):
        return lines
    if filled < FEWEST_LINES and not _are_full(lines):
        return lines
    if ended > filled / 2:  # each a paragraph, whatever it starts with
        return lines
    return [line for above, line in pairwise(["", *lines]) if line or not above]


def _are_full(lines: Sequence[str]) -> bool:
    """True if lines are long, and as long as one another, but for the last."""
    lengths = [len(line) for line in lines if line]
    return min(lengths[:-1], default=0) > max(FULL * max(lengths), LEAST_FULL)


def _messages(lines: Sequence[str]) -> Iterator[list[str]]:
    """Part what is quoted from another message, its marks taken away, from what stands around it."""
    levels = [line[: len(line) - len(line.lstrip(QUOTES))].count(">") for line in lines]
    runs = [list(run) for _, run in groupby(levels, bool)]
    quoted = [len(run) > 1 or len(run) == len(lines) for run in runs for _ in run]
    told = [level if is_quoted else 0 for level, is_quoted in zip(levels, quoted, strict=True)]
    for level, group in groupby(zip(told, lines, strict=True), itemgetter(0)):
        bare = [line.lstrip(QUOTES) if level else line for _, line in group]
        for has_words, part in groupby(bare, lambda line: bool(line.strip())):
            if has_words:
                yield list(part)


def _add(found: list[PlainDraft], draft: PlainDraft, known: frozenset[str]) -> None:
    """Add a draft, or join it to the one before that it goes on with, in another column."""
    if found and _runs_on(found[-1], draft):
        found[-1].cells[0] = join_lines([found[-1].text, draft.text], known)
    else:
        found.append(draft)


def _runs_on(before: PlainDraft, draft: PlainDraft, *, across_pages: bool = False) -> bool:
    """True if a paragraph was left open and another goes on in small letters.

    A short line alone at the foot of a page may be the beginning of a sentence.
    """
    if draft.place != "body" or before.place not in ("body", "list", "heading"):
        return False
    if before.place == "heading" and (not across_pages or before.text.isupper()):
        return False
    return draft.text[:1].islower() and not before.text.endswith(ENDS[:5])


def _settled(drafts: Sequence[PlainDraft]) -> Iterator[PlainDraft]:
    """Make text of short lines that head nothing: sentences written one to a line."""
    for at, draft in enumerate(drafts):
        after = next((d.place for d in drafts[at + 1 : at + 4] if d.place != "running"), "heading")
        if draft.place == "heading" and at and after == "heading" and not _is_marked(draft.text):
            draft.place, draft.rank = "body", 0
        yield draft


def _is_marked(text: str) -> bool:
    """True if a line shows itself to be a heading: numbered, in capitals, of few words."""
    return bool(NUMBERED.match(text)) or text.isupper() or len(text.split()) <= 4


def _is_heading(line: str) -> bool:
    """True if a line alone can be a heading: short, and no sentence."""
    words = line.split()
    if len(words) > LONGEST_HEADING or line[-1] in ".;:,!" or is_bullet(words[0]):
        return False
    return not line[0].islower()


def _heading_rank(line: str) -> int:
    number = NUMBERED.match(line)
    return number[1].count(".") + 2 if number else 2
