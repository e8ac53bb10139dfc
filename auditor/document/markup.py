"""Web pages (.html), Markdown (.md) and plain text (.txt)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from auditor.document.items import is_bullet, is_item
from auditor.document.plain import PlainDraft, PlainText, clean, looks_headed, table_drafts

SKIPPED = frozenset(
    ["script", "style", "noscript", "template", "head", "svg", "select", "button", "iframe"]
)
FURNITURE = {"nav": "navigation", "header": "page header", "footer": "page footer", "aside": ""}
INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "big",
        "br",
        "cite",
        "code",
        "data",
        "dfn",
        "em",
        "font",
        "i",
        "kbd",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "u",
        "var",
        "wbr",
        "ins",
        "label",
        "img",
    ]
)
NOTE_MARK = re.compile(r"\[\^[^\]]+\]")
NOTE = re.compile(r"^\[\^[^\]]+\]:\s*")
LONGEST_HEADING = 12


def decode(data: bytes) -> str:
    """Decode text: by its mark, as UTF-8, else as Western European."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def read_html(data: bytes) -> PlainText:
    """Read the headings, paragraphs, items and rows of a web page."""
    import lxml.html

    try:
        page = lxml.html.document_fromstring(
            data, parser=lxml.html.HTMLParser(encoding=_charset(data))
        )
    except lxml.etree.ParserError:
        return PlainText([])
    found = page.find(".//title")
    walker = _HtmlWalker()
    walker.walk(page, "body", "")
    walker.close("body", "")
    title = clean(found.text_content()) if found is not None else ""
    return PlainText(walker.drafts, title, tuple(walker.hidden))


def _charset(data: bytes) -> str | None:
    if re.search(rb"charset", data[:4096], re.IGNORECASE):
        return None
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


class _HtmlWalker:
    """Gathers the text between the borders of block elements."""

    def __init__(self) -> None:
        self.drafts: list[PlainDraft] = []
        self.hidden: list[str] = []
        self.pieces: list[str] = []

    def walk(self, element: Any, place: Any, why: str) -> None:
        """Go through an element; its text belongs to a block of the place given."""
        for child in element:
            tag = child.tag if isinstance(child.tag, str) else ""
            if tag in INLINE:
                self._inline(child, tag, place, why)
            elif tag and tag not in SKIPPED:
                self.close(place, why)
                self._block(child, tag, place, why)
            self.pieces.append(child.tail or "")

    def close(self, place: Any, why: str, rank: int = 0) -> None:
        """End the block that is being gathered."""
        text = clean("".join(self.pieces))
        self.pieces = []
        if text:
            self.drafts.append(PlainDraft(place, [text], rank, why=why))

    def _inline(self, element: Any, tag: str, place: Any, why: str) -> None:
        if tag == "br":
            self.pieces.append(" ")
            return
        text = element.text or ""
        if tag == "sup" and clean(element.text_content()).strip("[]()").isdigit():
            return
        self.pieces.append(text)
        self.walk(element, place, why)

    def _block(self, element: Any, tag: str, place: Any, why: str) -> None:
        if _is_hidden(element):
            self.hidden.append(f"hidden element: {clean(element.text_content())[:80]}")
            return
        if tag == "table":
            self._table(element)
            return
        inner, rank = place, 0
        if re.fullmatch(r"h[1-6]", tag):
            inner, rank = "heading", int(tag[1])
        elif tag == "li" and place == "body":
            inner = "list"
        elif FURNITURE.get(tag) and place != "running" and not element.findall(".//h1"):
            inner, why = "running", f"{FURNITURE[tag]} of the web page"
        self.pieces.append(element.text or "")
        self.walk(element, inner, why)
        self.close(inner, why, rank)

    def _table(self, table: Any) -> None:
        rows = [
            [clean(cell.text_content()) for cell in row.iterchildren("td", "th")]
            for row in table.iter("tr")
        ]
        rows = [row for row in rows if any(row)]
        first = next(table.iter("tr"), None)
        headed = first is not None and all(
            cell.tag == "th" for cell in first.iterchildren("td", "th")
        )
        self.drafts += table_drafts(rows, headed=headed or looks_headed(rows))


def _is_hidden(element: Any) -> bool:
    style = (element.get("style") or "").replace(" ", "").lower()
    return (
        element.get("hidden") is not None or "display:none" in style or "visibility:hidden" in style
    )


def read_markdown(data: bytes) -> PlainText:
    """Read the headings, paragraphs, items and rows of a Markdown file."""
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark").enable("table").parse(decode(data))
    drafts: list[PlainDraft] = []
    depth = 0
    rows: list[list[str]] = []
    rank = 0
    for token in tokens:
        if token.type in ("list_item_open", "list_item_close"):
            depth += 1 if token.type.endswith("open") else -1
        elif token.type == "heading_open":
            rank = int(token.tag[1])
        elif token.type == "heading_close":
            rank = 0
        elif token.type == "tr_open":
            rows.append([])
        elif token.type == "table_close":
            drafts += table_drafts(rows, headed=True)
            rows = []
        elif token.type == "inline":
            _add_inline(token, drafts, rows, rank, depth)
        elif token.type == "html_block":
            drafts += read_html(token.content.encode()).drafts
        elif token.type in ("fence", "code_block"):
            drafts.append(PlainDraft("body", [clean(token.content)]))
    title = next((draft.text for draft in drafts if draft.place == "heading"), "")
    return PlainText(drafts, title)


def _add_inline(
    token: Any, drafts: list[PlainDraft], rows: list[list[str]], rank: int, depth: int
) -> None:
    """Make blocks of the text of a heading, cell, item or paragraph."""
    text = "".join(_inline_text(token))
    if rows:
        rows[-1].append(clean(NOTE_MARK.sub("", text)))
        return
    if rank:
        drafts.append(PlainDraft("heading", [clean(NOTE_MARK.sub("", text))], rank))
        return
    for line in re.split(r"\n(?=\[\^[^\]]+\]:)", text):
        bare = clean(NOTE_MARK.sub("", NOTE.sub("", line)))
        if NOTE.match(line):
            drafts.append(PlainDraft("body", [bare], is_note=True))
        else:
            drafts.append(PlainDraft("list" if depth else "body", [bare]))


def _inline_text(token: Any) -> Iterator[str]:
    for child in token.children or ():
        if child.type in ("text", "code_inline"):
            yield child.content
        elif child.type in ("softbreak", "hardbreak"):
            yield "\n"
        elif child.type == "image":
            yield child.content


def read_text(data: bytes) -> PlainText:
    """Read plain text: paragraphs are parted by blank lines, items by their marks."""
    drafts: list[PlainDraft] = []
    for part in re.split(r"\n\s*\n|\f", decode(data).replace("\r\n", "\n").replace("\r", "\n")):
        lines = [line.strip() for line in part.split("\n") if line.strip()]
        if not lines:
            continue
        if len(lines) == 1 and _is_heading(lines[0]):
            drafts.append(PlainDraft("heading", [clean(lines[0])], _heading_rank(lines[0])))
            continue
        drafts += _text_blocks(lines)
    return PlainText(drafts, next((draft.text for draft in drafts), "")[:200])


def _text_blocks(lines: list[str]) -> Iterator[PlainDraft]:
    block: PlainDraft | None = None
    for line in lines:
        first, _, rest = line.partition(" ")
        if rest and (is_bullet(first) or is_item(first)):
            if block is not None:
                yield block
            block = PlainDraft("list", [clean(rest if is_bullet(first) else line)])
        elif block is None:
            block = PlainDraft("body", [clean(line)])
        else:
            block.cells[0] += " " + clean(line)
    if block is not None:
        yield block


def _is_heading(line: str) -> bool:
    """Say whether a line alone is a heading: short, and no sentence."""
    words = line.split()
    return len(words) <= LONGEST_HEADING and line[-1] not in ".;:,!" and not is_bullet(words[0])


def _heading_rank(line: str) -> int:
    number = re.match(r"^(\d{1,2}(?:\.\d{1,2})*)\.?\s", line)
    return number.group(1).count(".") + 2 if number else 2
