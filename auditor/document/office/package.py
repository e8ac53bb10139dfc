"""The parts of an office file: a zip of XML, its relations, read so that hostile ones are harmless."""

from __future__ import annotations

import posixpath
import re
import zipfile
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from typing import Any
from urllib.parse import unquote

STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/([A-Za-z]+)/([A-Za-z]+)")
"""Names of the strict standard, which differ from the usual ones in nothing but the address."""
RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
TITLE = ".//{http://purl.org/dc/elements/1.1/}title"


def parse_xml(data: bytes) -> Any:
    """Parse XML without following entities, document types or addresses.

    Raises:
        lxml.etree.XMLSyntaxError: it is damaged, or nested without end.

    """
    from lxml import etree

    if b"purl.oclc.org/ooxml" in data:
        data = STRICT.sub(rb"http://schemas.openxmlformats.org/\1/2006/\2", data)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
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
    def names(self) -> frozenset[str]:
        """The names of all parts."""
        return frozenset(self.archive.namelist())

    def read_part(self, name: str) -> bytes | None:
        """Read a part; None where the file has none of that name."""
        return self.archive.read(name) if name in self.names else None

    def read_tree(self, name: str) -> Any:
        """Read a part as XML; None where there is no such part."""
        if name not in self._trees:
            data = self.read_part(name)
            self._trees[name] = None if data is None else parse_xml(data)
        return self._trees[name]

    def read_relations(self, name: str) -> dict[str, Relation]:
        """Read what a part relates to, by the ids that it uses."""
        folder, base = posixpath.split(name)
        tree = self.read_tree(posixpath.join(folder, "_rels", f"{base}.rels"))
        if tree is None:
            return {}
        return {each.get("Id"): _relation(each, folder) for each in tree.iter(RELATION)}

    def read_title(self) -> str:
        """Read the title that the file states of itself."""
        tree = self.read_tree("docProps/core.xml")
        return (tree.findtext(TITLE) or "") if tree is not None else ""


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
