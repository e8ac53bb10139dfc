"""Pages in a wrapper: books (.epub), and pages that a browser saved as one file (.mhtml)."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

import webencodings

from auditor.document.flow.drafts import PlainDraft, PlainText
from auditor.document.flow.wording import clean
from auditor.document.office.package import TITLE, Package
from auditor.document.web.encoding import decode_page
from auditor.document.web.html import read_page
from auditor.errors import EncryptedDocumentError, UnreadableDocumentError

ROOT = ".//{*}rootfile"
ENTRY, SPINE = "{*}manifest/{*}item", "{*}spine/{*}itemref"
STYLE_LINK = re.compile(r"<link\b[^>]{0,200}?\bhref=[\"']([^\"'>]{1,200}\.css)[\"']", re.IGNORECASE)
IMPORT = re.compile(r"@import\s{1,9}(?:url\(\s{0,9})?[\"']?([^\"'()\s;]{1,200}\.css)", re.I)
IMPORTS = 10_000
"""Characters of a style sheet that others are named in: they stand at its head."""
MOST_SHEETS = 100
"""Style sheets of a page."""
GUIDE = "{*}guide/{*}reference"
PAGES = frozenset(("application/xhtml+xml", "text/html", "application/xml"))
FONTS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
"""Ways of locking fonts alone, which leave the text open."""


def read_epub(data: bytes) -> PlainText:
    """Read the pages of a book in their order.

    Raises:
        EncryptedDocumentError: its text is locked.
        UnreadableDocumentError: it does not say which pages it has.

    """
    package = Package(data)
    _refuse_locked(package)
    container = package.read_tree("META-INF/container.xml")
    root = container.find(ROOT) if container is not None else None
    name = root.get("full-path") or "" if root is not None else ""
    book = package.read_tree(name)
    if book is None:
        raise UnreadableDocumentError("damaged", remedy="Download or export it again.")
    found = PlainText([], clean(book.findtext(TITLE) or ""))
    for part in _pages(book, posixpath.dirname(name)):
        page = package.read_part(part)
        if page is not None:
            text = decode_page(page)
            read = read_page(text, _style_sheet(text, posixpath.dirname(part), package))
            found.drafts += _without_repeats(found.drafts[-1:], read.drafts)
            found.hidden += read.hidden
            found.unread += read.unread
    return found


def _style_sheet(page: str, folder: str, package: Package) -> str:
    """Return the style sheets that a page names, one after the other."""
    links = [*STYLE_LINK.findall(page), *IMPORT.findall(page[:IMPORTS])]
    seen: set[str] = set()
    return "\n".join(
        sheet for link in links for sheet in _sheets(_beside(folder, link), package, seen)
    )


def _sheets(name: str, package: Package, seen: set[str]) -> Iterator[str]:
    """Give a style sheet after those that it names, each once."""
    if name in seen or len(seen) == MOST_SHEETS:
        return
    seen.add(name)
    sheet = (package.read_part(name) or b"").decode("utf-8", "replace")
    for link in IMPORT.findall(sheet[:IMPORTS]):
        yield from _sheets(_beside(posixpath.dirname(name), link), package, seen)
    yield sheet


def _beside(folder: str, link: str) -> str:
    """Return the name of the part that a link of a part in a folder leads to."""
    return posixpath.normpath(posixpath.join(folder, unquote(link)))


def _refuse_locked(package: Package) -> None:
    locks = package.read_tree("META-INF/encryption.xml")
    methods = locks.iter("{*}EncryptionMethod") if locks is not None else ()
    if any(not (method.get("Algorithm") or "").startswith(FONTS) for method in methods):
        raise EncryptedDocumentError("is locked", remedy="Use a copy without copy protection.")


def _pages(book: Any, folder: str) -> Iterator[str]:
    """Give the names of the pages in the order of the book, each once; its navigation is none."""
    entries = {entry.get("id"): entry for entry in book.iterfind(ENTRY)}
    lists = {each.get("href") for each in book.iterfind(GUIDE) if each.get("type") == "toc"}
    for id in dict.fromkeys(reference.get("idref") for reference in book.iterfind(SPINE)):
        entry = entries.get(id)
        if entry is None or entry.get("media-type") not in PAGES:
            continue
        is_list = "nav" in (entry.get("properties") or "").split()
        if not is_list and entry.get("href") not in lists:
            yield posixpath.normpath(posixpath.join(folder, unquote(entry.get("href") or "")))


def read_mhtml(data: bytes) -> PlainText:
    """Read the page that a browser saved with all that belongs to it.

    Raises:
        UnreadableDocumentError: there is no page in it.

    """
    from email import message_from_bytes, policy

    message = message_from_bytes(data, policy=policy.default)
    parts = [(part.get_content_type(), part) for part in message.walk()]
    page = next((part for kind, part in parts if kind == "text/html"), None)
    if page is None:
        raise UnreadableDocumentError("without a page in it", remedy="Save the page as PDF.")
    sheets = (_letters(part) for kind, part in parts if kind == "text/css")
    return read_page(_letters(page), "\n".join(sheets))


def _letters(part: Any) -> str:
    """Return the text of a part: by the encoding that its wrapper states, else as of a page."""
    payload = part.get_payload(decode=True) or b""
    encoding = webencodings.lookup(part.get_content_charset() or "")
    if encoding is None:
        return decode_page(payload)
    return str(encoding.codec_info.decode(payload, "replace")[0])


def _without_repeats(last: list[PlainDraft], drafts: list[PlainDraft]) -> list[PlainDraft]:
    """Leave out the first heading of a page where the page before ended in the same."""
    same = last and drafts and drafts[0].place == "heading" == last[0].place
    return drafts[1:] if same and drafts[0].text == last[0].text else drafts
