"""OpenDocument files: text (.odt), slides (.odp), sheets (.ods), drawings and flat ones."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from auditor.document.flow.account import Account
from auditor.document.flow.drafts import PlainDraft, PlainText
from auditor.document.flow.wording import clean
from auditor.document.office.opendocument.body import Body
from auditor.document.office.opendocument.names import LOEXT, OFFICE, STYLE, TABLE, TEXT
from auditor.document.office.opendocument.styles import read_styles
from auditor.document.office.opendocument.text import Changes
from auditor.document.office.package import TITLE, Package, parse_xml
from auditor.errors import EncryptedDocumentError

HOLDERS = {"header": "head", "footer": "foot"}


def read_odf(data: bytes) -> PlainText:
    """Read the paragraphs, lists, tables, boxes and notes of an OpenDocument file.

    Raises:
        EncryptedDocumentError: it needs a password.

    """
    package = Package(data)
    manifest = package.read_part("META-INF/manifest.xml") or b""
    if b"encryption-data" in manifest:
        raise EncryptedDocumentError("needs a password", remedy="Save a copy without a password.")
    return _read(
        package,
        package.read_tree("content.xml"),
        package.read_tree("styles.xml"),
        package.read_tree("meta.xml"),
    )


def read_flat_odf(data: bytes) -> PlainText:
    """Read an OpenDocument file that is one tree, without a zip around it."""
    tree = parse_xml(data)
    return _read(None, tree, None, tree)


def _read(package: Package | None, content: Any, styles: Any, meta: Any) -> PlainText:
    account = Account()
    _name_tables(content)
    changes = _changes(content, account)
    body = Body(package, read_styles(styles, content), changes, account)
    drafts: list[PlainDraft] = []
    for holder in content.iterchildren(f"{OFFICE}body"):
        for kind in holder:
            drafts += (
                _sheets(kind, body) if kind.tag == f"{OFFICE}spreadsheet" else body.blocks(kind)
            )
    drafts += body.rest()
    drafts += _running(styles if styles is not None else content, body)
    title = meta.findtext(TITLE) if meta is not None else ""
    hidden, unread = tuple(account.hidden), tuple(account.unread)
    return PlainText(drafts, clean(title or ""), hidden, unread, content)


def _name_tables(content: Any) -> None:
    """Give tables in shapes, which LibreOffice names in its own way, their usual names."""
    for element in content.iter(f"{LOEXT}*"):
        if element.tag.startswith(f"{LOEXT}table"):
            element.tag = element.tag.replace(LOEXT, TABLE)


def _changes(content: Any, account: Account) -> Changes:
    """Read which changes insert; what the others deleted is kept apart."""
    changes = Changes()
    for region in content.iter(f"{TEXT}changed-region"):
        id = region.get(f"{TEXT}id") or region.get("{http://www.w3.org/XML/1998/namespace}id") or ""
        for kind, ids in (("insertion", changes.insertions), ("deletion", changes.deletions)):
            if region.find(f"{TEXT}{kind}") is not None:
                ids.add(id)
        for deletion in region.iterchildren(f"{TEXT}deletion"):
            words = (" ".join(p.itertext()) for p in deletion.iter(f"{TEXT}p", f"{TEXT}h"))
            account.hide("deleted text (tracked change)", " ".join(words))
    return changes


def _sheets(spreadsheet: Any, body: Body) -> Iterator[PlainDraft]:
    """Read sheets, each under its name."""
    for table in spreadsheet.iterchildren(f"{TABLE}table"):
        rows = list(body.block(table))
        if rows:
            yield PlainDraft("heading", [clean(table.get(f"{TABLE}name") or "")], rank=2)
            yield from rows


def _running(tree: Any, body: Body) -> Iterator[PlainDraft]:
    """Read the heads and feet of pages, each once."""
    seen: set[str] = set()
    for page in tree.iter(f"{STYLE}master-page") if tree is not None else ():
        for holder in page:
            name = str(holder.tag).removeprefix(STYLE).split("-")[0]
            for draft in body.blocks(holder) if name in HOLDERS else ():
                if draft.text not in seen:
                    seen.add(draft.text)
                    draft.place, draft.columns = "running", ()
                    draft.why = f"running {HOLDERS[name]} of the file"
                    yield draft
