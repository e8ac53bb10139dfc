"""The parts of an office file: a zip of XML, its relations, read so that hostile ones are harmless."""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from typing import Any
from urllib.parse import unquote

from lxml import etree

STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/([A-Za-z]+)/([A-Za-z]+)")
"""Names of the strict standard, which differ from the usual ones in nothing but the address."""
RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The date of parts that are added: the same file gives the same bytes."""
CHANGED = ".//{http://purl.org/dc/terms/}modified"
DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ?")
TITLE = ".//{http://purl.org/dc/elements/1.1/}title"


def parse_xml(data: bytes, *, is_kept_whole: bool = False) -> Any:
    """Parse XML without following entities, document types or addresses.

    Kept whole, it can be written again: comments stay, and so do the names of the strict standard.

    Raises:
        lxml.etree.XMLSyntaxError: it is damaged, or nested without end.

    """
    if b"purl.oclc.org/ooxml" in data and not is_kept_whole:
        data = STRICT.sub(rb"http://schemas.openxmlformats.org/\1/2006/\2", data)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=not is_kept_whole,
        remove_pis=not is_kept_whole,
        strip_cdata=not is_kept_whole,
    )
    return etree.fromstring(data, parser)


@dataclass(frozen=True, slots=True)
class Relation:
    """What one part says of another."""

    kind: str
    """The last word of its type: "footnotes", "image", "chart"."""
    target: str
    """The name of the part, or the address outside the file."""
    is_outside: bool = False


@dataclass(frozen=True)
class Package:
    """A zip of parts."""

    data: bytes
    _trees: dict[str, Any] = field(default_factory=dict)

    @cached_property
    def archive(self) -> zipfile.ZipFile:
        """The zip itself."""
        return zipfile.ZipFile(BytesIO(self.data))

    @cached_property
    def names(self) -> dict[str, str]:
        """The names of all parts as the file spells them, by how they are looked up."""
        return {_folded(name): name for name in self.archive.namelist()}

    def has_part(self, name: str) -> bool:
        """True if the file has a part of that name."""
        return _folded(name) in self.names

    def read_part(self, name: str) -> bytes | None:
        """Read a part; None where the file has none of that name."""
        spelled = self.names.get(_folded(name))
        return None if spelled is None else self.archive.read(spelled)

    def read_tree(self, name: str) -> Any:
        """Read a part as XML; None where there is no such part."""
        if name not in self._trees:
            data = self.read_part(name)
            self._trees[name] = None if data is None else parse_xml(data)
        return self._trees[name]

    def read_elements(self, name: str, *tags: str) -> Iterator[Any]:
        """Read the elements of some kinds in a part; none where there is no such part."""
        tree = self.read_tree(name)
        return iter(()) if tree is None else tree.iter(*tags)

    def read_relations(self, name: str) -> dict[str, Relation]:
        """Read what a part relates to, by the ids that it uses."""
        folder, base = posixpath.split(name)
        found = self.read_elements(posixpath.join(folder, "_rels", f"{base}.rels"), RELATION)
        return {each.get("Id"): _relation(each, folder) for each in found}

    def read_date(self) -> str:
        """Read when the file says that it was changed last; "" where it does not say."""
        said = self._said(CHANGED).strip()
        return said if DATE.fullmatch(said) else ""

    def read_title(self) -> str:
        """Read the title that the file states of itself."""
        return self._said(TITLE)

    def _said(self, path: str) -> str:
        tree = self.read_tree("docProps/core.xml")
        return (tree.findtext(path) or "") if tree is not None else ""


def _folded(name: str) -> str:
    """Return the name of a part as it is looked up: its capitals do not matter, nor its slashes."""
    return name.replace("\\", "/").lower()


def write_xml(tree: Any) -> bytes:
    """Return a tree as the bytes of a part."""
    written = etree.tostring(
        tree.getroottree(), encoding="UTF-8", xml_declaration=True, standalone=True
    )
    return bytes(written)


def with_parts(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """Return a package with some parts replaced or added; all others keep their bytes and order."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for entry in old.infolist():
            content = parts.get(entry.filename)
            new.writestr(entry, old.read(entry) if content is None else content)
        known = set(old.namelist())
        for name, content in parts.items():
            if name not in known:
                entry = zipfile.ZipInfo(name, EARLIEST)
                new.writestr(entry, content, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def _relation(element: Any, folder: str) -> Relation:
    kind = (element.get("Type") or "").rsplit("/", 1)[-1]
    target = element.get("Target") or ""
    if element.get("TargetMode") == "External":
        return Relation(kind, target, is_outside=True)
    whole = posixpath.normpath(posixpath.join("/", folder, unquote(target)))
    return Relation(kind, whole.lstrip("/"))


def find_part(relations: dict[str, Relation], kind: str) -> str:
    """Find the part of a kind that a part relates to; "" where there is none."""
    found = (each.target for each in relations.values() if each.kind == kind)
    return next(found, "")
