"""The part of a Word file that holds its comments: added to, or made."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from lxml import etree

from auditor.document.margin.marks import Hand
from auditor.document.margin.word_runs import SPACE
from auditor.document.office.names import W, value
from auditor.document.office.package import Package, find_part, parse_xml, write_xml

TYPES = "[Content_Types].xml"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
TYPES_SPACE = "{http://schemas.openxmlformats.org/package/2006/content-types}"
RELATIONS_SPACE = "{http://schemas.openxmlformats.org/package/2006/relationships}"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_RELATIONS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
STYLES = {"annotation text": "pStyle", "annotation reference": "rStyle"}
"""The styles that Word keeps for comments, by name; used where the file has them."""


@dataclass(slots=True)
class WordComments:
    """The comments of a file, and what must change for more to be among them."""

    package: Package
    main: str
    """The name of the part with the body."""
    space: str
    tree: Any = None
    name: str = ""
    is_new: bool = False
    _styles: dict[str, str] = field(default_factory=dict)

    def open(self, body: Any) -> Iterator[int]:
        """Open the part, or begin one; give the numbers that no comment has yet.

        Marks of comments that are gone may still stand in the body.
        """
        relations = self.package.read_relations(self.main)
        self.name = find_part(relations, "comments")
        data = self.package.read_part(self.name) if self.name else None
        if data is None:
            self.is_new = True
            self.name = self.name or self._free_name()
            self.tree = etree.Element(f"{self.space}comments", nsmap={"w": self.space[1:-1]})
        else:
            self.tree = parse_xml(data, is_kept_whole=True)
        styles = self.package.read_tree(find_part(relations, "styles") or "word/styles.xml")
        self._styles = dict(_comment_styles(styles))
        left = [f"{self.space}comment{part}" for part in ("RangeStart", "RangeEnd", "Reference")]
        kinds = ((self.tree, [f"{self.space}comment"]), (body, left))
        yield from count(max(next_number(tree, f"{self.space}id", *tags) for tree, tags in kinds))

    def add(self, id: int, paragraphs: tuple[str, ...], hand: Hand) -> None:
        """Add a comment, of the date of the file: the same file gives the same bytes."""
        comment = self._within(self.tree, "comment", id=str(id), author=hand.author)
        if date := self.package.read_date():
            comment.set(f"{self.space}date", date)
        comment.set(f"{self.space}initials", hand.initials)
        for nth, text in enumerate(paragraphs):
            paragraph = self._within(comment, "p")
            if "pStyle" in self._styles:
                self._within(self._within(paragraph, "pPr"), "pStyle", val=self._styles["pStyle"])
            if not nth:
                self._within(self._marked_run(paragraph), "annotationRef")
            words = self._within(self._within(paragraph, "r"), "t")
            words.text = text
            words.set(SPACE, "preserve")

    def reference(self, id: int, made_in: Any) -> Any:
        """Return the run that shows in the text that there is a comment."""
        holder = made_in.makeelement(f"{self.space}p")
        run = self._marked_run(holder)
        self._within(run, "commentReference", id=str(id))
        return run

    def parts(self) -> dict[str, bytes]:
        """Return the parts that changed."""
        changed = {self.name: write_xml(self.tree)}
        if self.is_new:
            changed |= self._related() | self._typed()
        return changed

    def _marked_run(self, parent: Any) -> Any:
        run = self._within(parent, "r")
        if "rStyle" in self._styles:
            self._within(self._within(run, "rPr"), "rStyle", val=self._styles["rStyle"])
        return run

    def _within(self, parent: Any, name: str, **attributes: str) -> Any:
        named = {f"{self.space}{key}": value for key, value in attributes.items()}
        made = parent.makeelement(f"{self.space}{name}", named, parent.nsmap)
        parent.append(made)
        return made

    def _free_name(self) -> str:
        folder = posixpath.dirname(self.main)
        names = (posixpath.join(folder, f"comments{n}.xml") for n in ("", *range(1, 1000)))
        return next(name for name in names if not self.package.has_part(name))

    def _related(self) -> dict[str, bytes]:
        """Relate the body to its comments."""
        folder, base = posixpath.split(self.main)
        name = posixpath.join(folder, "_rels", f"{base}.rels")
        data = self.package.read_part(name)
        if data is None:
            tree = etree.Element(
                f"{RELATIONS_SPACE}Relationships", nsmap={None: RELATIONS_SPACE[1:-1]}
            )
        else:
            tree = parse_xml(data, is_kept_whole=True)
        known = {each.get("Id") for each in tree}
        related = tree.makeelement(f"{RELATIONS_SPACE}Relationship")
        related.set("Id", next(id for n in range(1, 100_000) if (id := f"rId{n}") not in known))
        kinds = RELATIONS if self.space == W else STRICT_RELATIONS
        related.set("Type", f"{kinds}/comments")
        related.set("Target", posixpath.relpath(self.name, folder))
        tree.append(related)
        return {name: write_xml(tree)}

    def _typed(self) -> dict[str, bytes]:
        """Say what kind of part the comments are."""
        tree = parse_xml(self.package.read_part(TYPES) or b"<Types/>", is_kept_whole=True)
        override = {"PartName": f"/{self.name}", "ContentType": TYPE}
        tree.append(tree.makeelement(f"{TYPES_SPACE}Override", override))
        return {TYPES: write_xml(tree)}


def next_number(tree: Any, attribute: str, *tags: str) -> int:
    """Return the number after the highest that elements of a tree have."""
    numbers = (each.get(attribute) or "" for each in tree.iter(*tags))
    return max((int(one) for one in numbers if one.lstrip("-").isdigit()), default=-1) + 1


def _comment_styles(styles: Any) -> Iterator[tuple[str, str]]:
    """Find the styles of comments that a file has."""
    for style in styles.iter(f"{W}style") if styles is not None else ():
        if use := STYLES.get((value(style, f"{W}name") or "").lower()):
            yield use, style.get(f"{W}styleId") or ""
