"""The margin of an OpenDocument text: comments on its words, and words suggested in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import count
from operator import itemgetter
from typing import Any

from auditor.document.flow.drafts import PlainText
from auditor.document.flow.wording import Source
from auditor.document.margin.marks import Hand, Mark, Suggestion
from auditor.document.margin.odf_places import (
    Gap,
    closed_around,
    fill,
    find_gap,
    paragraph_of,
)
from auditor.document.margin.stretches import Stretch, Stretches, longest
from auditor.document.office.opendocument.names import OFFICE, TEXT
from auditor.document.office.package import Package, parse_xml, with_parts, write_xml

CONTENT = "content.xml"
DC = "{http://purl.org/dc/elements/1.1/}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
NO_DATE = "1970-01-01T00:00:00"
"""The date of a change in a file that tells none of its own; the format asks for one."""
END, INSERTED, START = 0, 1, 2

Placed = dict[Gap, list[tuple[int, list[Any]]]]
"""The elements to be put into each gap, each run of them with where it stands among them."""
Twins = list[tuple[Source, Stretch]]
"""The places of some words in the tree that is written, each with its part of the words."""


class OpenDocumentMargin:
    """The margin of one OpenDocument text, zipped or flat."""

    def __init__(self, data: bytes, found: PlainText, stretches: Stretches) -> None:
        self._data = data
        self._is_flat = not data.startswith(b"PK")
        self._package = None if self._is_flat else Package(data)
        content = data if self._package is None else self._package.read_part(CONTENT)
        self._stretches = stretches
        self._read = found.tree
        self._tree = parse_xml(content or b"", is_kept_whole=True)
        self._suggested: set[str] = set()

    def holds(self, start: int, end: int) -> bool:
        """True if a mark can stand at a span of the text."""
        return bool(self._twins(start, end))

    def takes(self, suggestion: Suggestion) -> bool:
        """True if words can be put there: not in a field, a box or a note."""
        twins = self._twins(*suggestion.neighbour)
        return bool(twins) and closed_around(twins[0][0]) is None

    def write(self, marks: Sequence[Mark], hand: Hand) -> bytes:
        """Return the file with its marks; all else in it stays as it is."""
        gaps: Placed = defaultdict(list)
        numbers = self._free_numbers()
        for mark in sorted(marks, key=lambda one: (one.start, one.end)):
            name = f"auditor-{next(numbers)}"
            if mark.suggestion is not None:
                self._suggest(gaps, mark.suggestion, hand, name)
            elif twins := self._twins(mark.start, mark.end):
                self._comment(gaps, twins, mark, hand, name)
        for gap in sorted(gaps, key=lambda gap: -gap.offset):
            fill(gap, [one for _, each in sorted(gaps[gap], key=itemgetter(0)) for one in each])
        return self._with(self._tree)

    def without_suggestions(self, content: bytes) -> bytes:
        """Return a file that was written here, the words that it suggests taken out again."""
        package = None if self._is_flat else Package(content)
        tree = parse_xml(
            content if package is None else package.read_part(CONTENT) or b"", is_kept_whole=True
        )
        for start in tree.iter(f"{TEXT}change-start"):
            if start.get(f"{TEXT}change-id") in self._suggested:
                start.tail = None
        return self._with(tree)

    def _with(self, tree: Any) -> bytes:
        written = write_xml(tree)
        return written if self._is_flat else with_parts(self._data, {CONTENT: written})

    @cached_property
    def _in_file(self) -> dict[Any, Any]:
        """Of each element that was read, the same one in the tree that is written."""
        return dict(zip(self._read.iter("*"), self._tree.iter("*"), strict=True))

    def _twins(self, start: int, end: int) -> Twins:
        """Find a span in the tree that is written, in the paragraph that holds most of it."""
        found: dict[Any, Twins] = defaultdict(list)
        for stretch in self._stretches.between(start, end):
            element, is_tail = stretch.source
            if element not in self._in_file:
                continue
            twin = Source(self._in_file[element], is_tail)
            paragraph = paragraph_of(twin)
            if paragraph is not None:
                found[paragraph].append((twin, stretch))
        return longest(found.values())

    def _comment(self, gaps: Placed, twins: Twins, mark: Mark, hand: Hand, name: str) -> None:
        """Put the marks of a comment around its words."""
        (first, begins), (last, ends) = twins[0], twins[-1]
        before = find_gap(first, begins.first, ends=False)
        after = find_gap(last, ends.last, ends=True)
        if before is None or after is None:
            return
        note = self._made(f"{OFFICE}annotation", name=name)
        self._say(note, f"{DC}creator", hand.author)
        if self._date != NO_DATE:
            self._say(note, f"{DC}date", self._date)
        for text in mark.comment:
            self._say(note, f"{TEXT}p", text)
        gaps[before].append((START, [note]))
        gaps[after].append((END, [self._made(f"{OFFICE}annotation-end", name=name)]))

    def _suggest(self, gaps: Placed, suggestion: Suggestion, hand: Hand, name: str) -> None:
        """Put an insertion beside its words."""
        is_before = suggestion.side == "before"
        source, stretch = self._twins(*suggestion.neighbour)[0]
        offset = stretch.first if is_before else stretch.last
        gap = find_gap(source, offset, ends=not is_before)
        if gap is not None:
            gaps[gap].append((INSERTED, self._insertion(suggestion.words, hand, name)))

    def _insertion(self, words: str, hand: Hand, name: str) -> list[Any]:
        """Register a change of the file; return its start, its words and its end."""
        region = self._made(f"{TEXT}changed-region")
        region.set(f"{TEXT}id", name)
        region.set(XML_ID, name)
        info = self._made(f"{OFFICE}change-info")
        self._say(info, f"{DC}creator", hand.author)
        self._say(info, f"{DC}date", self._date)
        insertion = self._made(f"{TEXT}insertion")
        insertion.append(info)
        region.append(insertion)
        self._changes().append(region)
        self._suggested.add(name)
        start, end = (self._made(f"{TEXT}change-{side}") for side in ("start", "end"))
        for each in (start, end):
            each.set(f"{TEXT}change-id", name)
        start.tail = words
        return [start, end]

    def _changes(self) -> Any:
        """Return the list of the file's changes; begin one that records no further changes."""
        text = next(self._tree.iter(f"{OFFICE}text"))
        known = text.find(f"{TEXT}tracked-changes")
        if known is not None:
            return known
        made = self._made(f"{TEXT}tracked-changes")
        made.set(f"{TEXT}track-changes", "false")
        text.insert(int(text.find(f"{OFFICE}forms") is not None), made)
        return made

    @cached_property
    def _date(self) -> str:
        """The date of the file itself: the same file gives the same bytes."""
        meta = self._tree if self._package is None else self._package.read_tree("meta.xml")
        found = meta.findtext(f".//{DC}date") if meta is not None else None
        return found or NO_DATE

    def _free_numbers(self) -> Iterator[int]:
        """Give the numbers that no mark of an earlier copy has."""
        known = {
            each.get(attribute)
            for each in self._tree.iter(f"{OFFICE}annotation", f"{TEXT}changed-region")
            for attribute in (f"{OFFICE}name", f"{TEXT}id")
        }
        return (at for at in count(1) if f"auditor-{at}" not in known)

    def _made(self, tag: str, name: str = "") -> Any:
        made = self._tree.makeelement(tag, nsmap=self._tree.nsmap)
        if name:
            made.set(f"{OFFICE}name", name)
        return made

    def _say(self, parent: Any, tag: str, text: str) -> None:
        made = self._made(tag)
        made.text = text
        parent.append(made)
