"""The margin of a Word file: comments on its words, and words suggested as tracked changes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from copy import deepcopy
from functools import cached_property
from itertools import count
from operator import itemgetter
from typing import Any

from auditor.document.flow.drafts import PlainText
from auditor.document.margin.marks import Hand, Mark, Suggestion
from auditor.document.margin.stretches import Stretch, Stretches, longest
from auditor.document.margin.word_comments import WordComments, next_number
from auditor.document.margin.word_places import Cut, WordPlaces
from auditor.document.margin.word_runs import SPACE, place
from auditor.document.office.names import W
from auditor.document.office.package import Package, find_part, parse_xml, with_parts, write_xml
from auditor.document.office.word.reading import BODY

NOTES = {f"{W}footnote": "footnoteReference", f"{W}endnote": "endnoteReference"}
START, INSERTED_BEFORE, INSERTED_AFTER, END = 3, 2, 1, 0
"""In what order marks stand that meet at one place: what ends there comes first."""

Placed = dict[Cut, list[tuple[int, Any]]]
"""The elements to be put at each place, each with where it stands among them."""
Twins = list[tuple[Any, Stretch]]
"""The elements of some words in the tree that is written, each with its part of the words."""


class WordMargin:
    """The margin of one Word file."""

    def __init__(self, data: bytes, found: PlainText, stretches: Stretches) -> None:
        self.package = Package(data)
        self._main = find_part(self.package.read_relations(""), "officeDocument") or BODY
        self._stretches = stretches
        self._read = found.tree
        self._tree = parse_xml(self.package.read_part(self._main) or b"", is_kept_whole=True)
        self._space = self._tree.tag.removesuffix("document")
        self._places = WordPlaces(self._space)
        self._suggested: set[str] = set()

    def holds(self, start: int, end: int) -> bool:
        """True if a mark can stand at a span of the text."""
        return bool(self._twins(start, end))

    def takes(self, suggestion: Suggestion) -> bool:
        """True if words can be put there: not in a field, a box, a note or a locked control."""
        twins = self._twins(*suggestion.neighbour)
        return bool(twins) and self._places.can_hold_words(twins[0][0])

    def write(self, marks: Sequence[Mark], hand: Hand) -> bytes:
        """Return the file with its marks; all else in it stays as it is."""
        comments = WordComments(self.package, self._main, self._space)
        numbers = comments.open(self._tree)
        changes = count(next_number(self._tree, f"{self._space}id", "*"))
        elements: Placed = defaultdict(list)
        has_comments = False
        for mark in sorted(marks, key=lambda one: (one.start, one.end)):
            if mark.suggestion is not None:
                self._suggest(elements, mark.suggestion, hand, next(changes))
            elif twins := self._twins(mark.start, mark.end):
                number, has_comments = next(numbers), True
                comments.add(number, mark.comment, hand)
                self._comment(elements, twins, number, comments)
        ordered = {
            cut: [one for _, one in sorted(at, key=itemgetter(0))] for cut, at in elements.items()
        }
        place(ordered, self._order, self._space, changes)
        parts = {self._main: write_xml(self._tree)}
        return with_parts(self.package.data, parts | (comments.parts() if has_comments else {}))

    def without_suggestions(self, content: bytes) -> bytes:
        """Return a file that was written here, the words that it suggests taken out again."""
        tree = parse_xml(Package(content).read_part(self._main) or b"", is_kept_whole=True)
        for insertion in list(tree.iter(f"{self._space}ins")):
            if insertion.get(f"{self._space}id") in self._suggested:
                insertion.getparent().remove(insertion)
        return with_parts(content, {self._main: write_xml(tree)})

    @cached_property
    def _order(self) -> dict[Any, int]:
        """Where each element stands in the tree that is written."""
        return {element: at for at, element in enumerate(self._tree.iter("*"))}

    @cached_property
    def _in_file(self) -> dict[Any, Any]:
        """Of each element that was read, the same one in the tree that is written."""
        return dict(zip(self._read.iter("*"), self._order, strict=True))

    @cached_property
    def _called(self) -> dict[tuple[str, str], Any]:
        """Where the notes are called, by kind and id."""
        found: dict[tuple[str, str], Any] = {}
        for kind in NOTES.values():
            for call in self._tree.iter(f"{self._space}{kind}"):
                found.setdefault((kind, call.get(f"{self._space}id") or ""), call)
        return found

    def _twins(self, start: int, end: int) -> Twins:
        """Find a span in the tree that is written, in the paragraph or cell that holds most of it."""
        found: dict[Any, Twins] = defaultdict(list)
        for stretch in self._stretches.between(start, end):
            twin = self._twin(stretch)
            paragraph = None if twin is None else self._places.paragraph(twin)
            if paragraph is not None:
                found[paragraph].append((twin, stretch))
        return longest(found.values())

    def _twin(self, stretch: Stretch) -> Any:
        """Return the element of a stretch; for words of a note, the mark that calls it."""
        element = stretch.source.element
        if element in self._in_file:
            return self._in_file[element]
        for above in element.iterancestors(*NOTES):
            return self._called.get((NOTES[above.tag], above.get(f"{W}id") or ""))
        return None

    def _comment(self, elements: Placed, twins: Twins, number: int, comments: WordComments) -> None:
        """Put the marks of a comment around its words."""
        (first, begins), (last, ends) = twins[0], twins[-1]
        before = self._places.cut(first, begins.first, ends=False)
        after = self._places.cut(last, ends.last, ends=True)
        if before is None or after is None:
            return
        start, end = (self._made(f"commentRange{name}", number) for name in ("Start", "End"))
        elements[before].append((START, start))
        elements[after] += [(END, end), (END, comments.reference(number, self._tree))]

    def _suggest(self, elements: Placed, suggestion: Suggestion, hand: Hand, number: int) -> None:
        """Put an insertion beside its words, in the look of the run that they stand in."""
        is_before = suggestion.side == "before"
        text, stretch = self._twins(*suggestion.neighbour)[0]
        offset = stretch.first if is_before else stretch.last
        cut = self._places.cut(text, offset, ends=not is_before, holds_words=True)
        if cut is None:
            return
        insertion = self._insertion(suggestion.words, hand, number)
        look = text.getparent().find(f"{self._space}rPr")
        if look is not None:
            insertion[0].insert(0, _bare_look(look, self._space))
        elements[cut].append((INSERTED_BEFORE if is_before else INSERTED_AFTER, insertion))

    def _insertion(self, words: str, hand: Hand, number: int) -> Any:
        made = self._made("ins", number)
        self._suggested.add(str(number))
        made.set(f"{self._space}author", hand.author)
        if date := self.package.read_date():
            made.set(f"{self._space}date", date)
        run = made.makeelement(f"{self._space}r")
        text = made.makeelement(f"{self._space}t", {SPACE: "preserve"})
        text.text = words
        run.append(text)
        made.append(run)
        return made

    def _made(self, name: str, number: int) -> Any:
        return self._tree.makeelement(f"{self._space}{name}", {f"{self._space}id": str(number)})


def _bare_look(look: Any, space: str) -> Any:
    """Return the look of a run without what a tracked change says of it."""
    copied = deepcopy(look)
    for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange"):
        for change in copied.findall(f"{space}{name}"):
            copied.remove(change)
    return copied
