"""A Word file as it was before its open tracked changes."""

from __future__ import annotations

from typing import Any

from auditor.document.office.names import W
from auditor.document.office.package import Package, parse_xml, with_parts, write_xml

IN = (f"{W}ins", f"{W}moveTo")
OUT = (f"{W}del", f"{W}moveFrom")
MARKS = frozenset((f"{W}rPr", f"{W}trPr", f"{W}tcPr"))
"""Properties in which a change speaks of a mark, a row or a cell, and holds no words."""
DELETED = {f"{W}delText": f"{W}t", f"{W}delInstrText": f"{W}instrText"}


def without_changes(data: bytes) -> bytes:
    """Return a Word file with all its open changes rejected, to be read."""
    package = Package(data)
    parts: dict[str, bytes] = {}
    for name in sorted(package.names.values()):
        if name.startswith("word/") and name.endswith(".xml") and name.count("/") == 1:
            tree = parse_xml(package.read_part(name) or b"")
            if reject_changes(tree):
                parts[name] = write_xml(tree)
    return with_parts(data, parts) if parts else data


def reject_changes(tree: Any) -> bool:
    """Put a tree back to what it was before its open changes; True if there were any.

    The end of a paragraph that was inserted becomes one that is deleted: both join the
    paragraph to the next.
    """
    changes = [*tree.iter(*IN), *tree.iter(*OUT)]
    looks = [*tree.iter(f"{W}rPrChange", f"{W}pPrChange")]
    cells = [*tree.iter(f"{W}cellIns", f"{W}cellDel")]
    marks = [each for each in changes if each.getparent().tag in MARKS]
    words = [each for each in changes if each.getparent().tag not in MARKS]
    for mark in marks:
        _restore_mark(mark)
    for cell in cells:
        _restore_cell(cell)
    for change in words:
        _remove(change) if change.tag in IN else _unwrap(change)
    for old, new in DELETED.items():
        for text in tree.iter(old):
            text.tag = new
    for look in looks:
        _restore_look(look)
    return bool(changes or looks or cells)


def _restore_mark(change: Any) -> None:
    """Take back what a change says of a row, or of the end of a paragraph."""
    holder = change.getparent()
    if change.tag not in IN:
        holder.remove(change)
    elif holder.tag == f"{W}trPr":
        _remove(holder.getparent())
    else:
        change.tag = f"{W}del"


def _restore_cell(change: Any) -> None:
    """Take out a cell that was inserted; one that was deleted stays."""
    holder = change.getparent()
    if change.tag == f"{W}cellIns":
        _remove(holder.getparent())
    else:
        holder.remove(change)


def _restore_look(change: Any) -> None:
    """Give a run or a paragraph the properties that it had before."""
    holder = change.getparent()
    if holder is None:
        return
    kept = (f"{W}rPr", f"{W}sectPr", f"{W}ins", f"{W}del")
    for child in list(holder):
        if child.tag not in kept:
            holder.remove(child)
    for old in list(change):
        holder[:0] = list(old)


def _remove(element: Any) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _unwrap(element: Any) -> None:
    if element.getparent() is None:
        return
    for child in list(element):
        element.addprevious(child)
    _remove(element)
