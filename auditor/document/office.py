"""Word (.docx) and OpenDocument (.odt) files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from auditor.document.items import is_bullet
from auditor.document.plain import PlainDraft, PlainText, clean, looks_headed, table_drafts

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
LEFT_OUT = frozenset((f"{W}del", f"{W}moveFrom", f"{W}txbxContent", FALLBACK, f"{W}instrText"))
BLANKS = frozenset((f"{W}tab", f"{W}br", f"{W}cr"))
HEADING_STYLE = re.compile(r"^heading (\d)$", re.IGNORECASE)


def read_docx(data: bytes) -> PlainText:
    """Read the paragraphs, tables, notes and running heads of a Word file."""
    import docx
    from docx.table import Table

    document = docx.Document(BytesIO(data))
    drafts: list[PlainDraft] = []
    for thing in document.iter_inner_content():
        if isinstance(thing, Table):
            drafts += _docx_table(thing)
        else:
            drafts += _docx_paragraph(thing)
    drafts += _docx_notes(document)
    drafts += _docx_running(document)
    return PlainText(drafts, clean(document.core_properties.title or ""), _docx_hidden(document))


def _docx_paragraph(paragraph: Any) -> Iterator[PlainDraft]:
    """Make a block of a paragraph, and of the text boxes anchored in it."""
    text = clean(_docx_text(paragraph._p))
    style = (paragraph.style.name if paragraph.style is not None else "") or ""
    if text:
        yield _styled(text, style, numbered=paragraph._p.find(f"{W}pPr/{W}numPr") is not None)
    for box in paragraph._p.iter(f"{W}txbxContent"):
        if not any(parent.tag == FALLBACK for parent in box.iterancestors()):
            for inner in box.iter(f"{W}p"):
                if boxed := clean(_docx_text(inner)):
                    yield PlainDraft("body", [boxed])


def _styled(text: str, style: str, *, numbered: bool) -> PlainDraft:
    """Tell from its style what a paragraph is."""
    name = style.lower()
    heading = HEADING_STYLE.match(style)
    if heading:
        return PlainDraft("heading", [text], rank=int(heading.group(1)) + 1)
    if name == "title":
        return PlainDraft("heading", [text], rank=1)
    if name.startswith("toc ") and name != "toc heading":
        return PlainDraft("toc", [text], why="style of a contents list")
    if numbered or name.startswith("list"):
        return PlainDraft("list", [_unbulleted(text)])
    if len(text) > 2 and is_bullet(text[0]) and text[1] == " ":
        return PlainDraft("list", [_unbulleted(text)])
    return PlainDraft("body", [text])


def _unbulleted(text: str) -> str:
    return text[2:] if len(text) > 2 and is_bullet(text[0]) and text[1] == " " else text


def _docx_text(element: Any) -> str:
    """Join the words of an element, those that were deleted or stand elsewhere left out."""
    pieces = []
    for child in element:
        if child.tag in LEFT_OUT or (child.tag == f"{W}r" and _is_hidden_run(child)):
            continue
        if child.tag == f"{W}t":
            pieces.append(child.text or "")
        elif child.tag in BLANKS:
            pieces.append(" ")
        elif child.tag == f"{W}noBreakHyphen":
            pieces.append("-")
        elif len(child):
            pieces.append(_docx_text(child))
    return "".join(pieces)


def _is_hidden_run(run: Any) -> bool:
    vanish = run.find(f"{W}rPr/{W}vanish")
    return vanish is not None and vanish.get(f"{W}val") not in ("0", "false")


def _docx_hidden(document: Any) -> tuple[str, ...]:
    """Quote the beginning of text that is formatted to be hidden."""
    runs = (run for run in document.element.body.iter(f"{W}r") if _is_hidden_run(run))
    text = clean(" ".join("".join(t.text or "" for t in run.iter(f"{W}t")) for run in runs))
    return (f"hidden text: {text[:80]}",) if text else ()


def _docx_table(table: Any) -> list[PlainDraft]:
    rows = []
    for row in table._tbl.iter(f"{W}tr"):
        cells = [cell for cell in row.iter(f"{W}tc")]
        rows.append([clean(" ".join(_docx_text(p) for p in cell.iter(f"{W}p"))) for cell in cells])
    rows = [row for row in rows if any(row)]
    if rows and max(map(len, rows)) == 1:
        return [PlainDraft("body", [row[0]]) for row in rows]
    return table_drafts(rows, headed=looks_headed(rows))


def _docx_notes(document: Any) -> Iterator[PlainDraft]:
    """Give the footnotes and endnotes."""
    from lxml import etree

    for part in document.part.package.iter_parts():
        if str(part.partname) in ("/word/footnotes.xml", "/word/endnotes.xml"):
            parser = etree.XMLParser(resolve_entities=False, no_network=True)
            for note in etree.fromstring(part.blob, parser):
                if note.get(f"{W}type") is None:
                    text = clean(" ".join(_docx_text(p) for p in note.iter(f"{W}p")))
                    yield PlainDraft("body", [text], is_note=True)


def _docx_running(document: Any) -> Iterator[PlainDraft]:
    seen: set[str] = set()
    for section in document.sections:
        for holder, name in ((section.header, "head"), (section.footer, "foot")):
            for paragraph in holder.paragraphs:
                text = clean(_docx_text(paragraph._p))
                if text and text not in seen:
                    seen.add(text)
                    yield PlainDraft("running", [text], why=f"running {name} of the file")


def read_odt(data: bytes) -> PlainText:
    """Read the paragraphs, lists, tables and notes of an OpenDocument file."""
    from odf.opendocument import load

    document = load(BytesIO(data))
    drafts: list[PlainDraft] = []
    for child in document.text.childNodes:
        drafts += _odt_blocks(child)
    title = ""
    for node in document.meta.childNodes:
        if _kind(node) == "title":
            title = clean(str(node))
    return PlainText(drafts, title)


def _kind(node: Any) -> str:
    return str(node.qname[1]) if hasattr(node, "qname") else ""


def _odt_blocks(node: Any) -> Iterator[PlainDraft]:
    """Make blocks of an element and what it holds."""
    kind = _kind(node)
    if kind == "h":
        level = int(node.getAttribute("outlinelevel") or 1)
        yield PlainDraft("heading", [clean(_odt_text(node))], rank=level + 1)
    elif kind == "p":
        yield from _odt_paragraph(node)
    elif kind == "list-item":
        yield from _odt_item(node)
    elif kind == "table":
        rows = [_odt_row(row) for row in _descendants(node, "table-row")]
        yield from table_drafts(rows, headed=looks_headed(rows))
    elif kind in ("table-of-content", "illustration-index", "alphabetical-index"):
        for line in _descendants(node, "p"):
            yield PlainDraft("toc", [clean(_odt_text(line))], why="contents list of the file")
    elif kind != "tracked-changes":
        for child in getattr(node, "childNodes", ()):
            yield from _odt_blocks(child)


def _odt_paragraph(node: Any) -> Iterator[PlainDraft]:
    """Make a block of a paragraph, and of each note in it."""
    heading = str(node.getAttribute("stylename") or "").lower() == "title"
    yield PlainDraft("heading" if heading else "body", [clean(_odt_text(node))], rank=int(heading))
    yield from _odt_notes(node)


def _odt_item(node: Any) -> Iterator[PlainDraft]:
    """Make a block of a list item, and of each item of the lists inside it."""
    own = [child for child in node.childNodes if _kind(child) in ("p", "h")]
    yield PlainDraft("list", [clean(" ".join(map(_odt_text, own)))])
    for child in node.childNodes:
        if _kind(child) == "list":
            yield from _odt_blocks(child)


def _odt_row(row: Any) -> list[str]:
    cells = [cell for cell in row.childNodes if _kind(cell) == "table-cell"]
    return [clean(" ".join(map(_odt_text, _descendants(cell, "p")))) for cell in cells]


def _odt_notes(node: Any) -> Iterator[PlainDraft]:
    for note in _descendants(node, "note-body"):
        yield PlainDraft(
            "body", [clean(" ".join(map(_odt_text, _descendants(note, "p"))))], is_note=True
        )


def _descendants(node: Any, kind: str) -> Iterator[Any]:
    for child in getattr(node, "childNodes", ()):
        if _kind(child) == kind:
            yield child
        else:
            yield from _descendants(child, kind)


def _odt_text(node: Any) -> str:
    """Join the words of an element, notes left out."""
    if not hasattr(node, "qname"):
        return str(getattr(node, "data", ""))
    if _kind(node) in ("note", "annotation"):
        return ""
    if _kind(node) in ("s", "tab", "line-break"):
        return " "
    return "".join(map(_odt_text, node.childNodes))
