"""A copy of the source PDF with the evidence highlighted, each with a pop-up that says why."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from auditor.errors import (
    DocumentError,
    EncryptedDocumentError,
    UnreadableDocumentError,
    UsageError,
)
from auditor.places import file_of, page_in_file
from auditor.records import Audit, Box, Document, Statement
from auditor.report.print.highlights import (
    Highlight,
    Tint,
    add_marks,
    add_note,
    make_highlight,
    remove_marks,
)
from auditor.report.print.notes import key_text, note_text
from auditor.report.print.page_space import PageSpace
from auditor.rules import Rules

if TYPE_CHECKING:
    import pikepdf

TINTS: Mapping[str, Tint] = {
    "explicit": Tint("green", (0.55, 0.88, 0.72)),
    "excluded": Tint("red", (1.0, 0.66, 0.60)),
    "early_years": Tint("blue", (0.64, 0.83, 1.0)),
    "nominal": Tint("violet", (0.83, 0.76, 0.97)),
}
"""The reaches that are highlighted, with their colours: light, so that words stay readable."""


@dataclass(frozen=True, slots=True)
class Placed:
    """The lines of one statement on one page of the file."""

    statement: Statement
    page: int
    """Counts from 0, within the file."""
    boxes: tuple[Box, ...]


def annotate(source: Path, audit: Audit, rules: Rules, *, checked: bool = False) -> bytes:
    """Make a copy of the source with its evidence highlighted.

    `checked` where people have checked the answer.

    Raises:
        UsageError: the source is no PDF.
        DocumentError: it is encrypted, signed or cannot be read as a PDF.

    """
    import pikepdf

    _check_kind(source)
    try:
        with pikepdf.open(source) as pdf:
            _check_changeable(pdf, source)
            _annotate_pages(pdf, source.name, audit, rules, checked=checked)
            return _saved(pdf)
    except pikepdf.PasswordError as error:
        raise _encrypted(source) from error
    except pikepdf.PdfError as error:
        raise UnreadableDocumentError(
            "the PDF is damaged, so no highlighted copy can be made",
            place=source.name,
            remedy="Print it to a new PDF and audit that.",
        ) from error


def annotate_again(
    copy: bytes, name: str, audit: Audit, rules: Rules, *, checked: bool = False
) -> bytes:
    """Make the marks of an annotated copy anew, as the audit now has them.

    `name` is that of the file it was made of. All other notes on its pages stay.
    """
    import pikepdf

    with pikepdf.open(io.BytesIO(copy)) as pdf:
        for page in pdf.pages:
            remove_marks(page)
        _annotate_pages(pdf, name, audit, rules, checked=checked)
        return _saved(pdf)


def _check_kind(source: Path) -> None:
    with source.open("rb") as file:
        if b"%PDF-" not in file.read(1024):
            raise UsageError(
                "only a PDF can be highlighted",
                place=source.name,
                remedy="Leave --annotated out, or audit it as a PDF, Word or OpenDocument file.",
            )


def _encrypted(source: Path) -> EncryptedDocumentError:
    return EncryptedDocumentError(
        "the PDF is encrypted, so no highlighted copy can be made",
        place=source.name,
        remedy="Ask its authors for a copy without protection.",
    )


def _check_changeable(pdf: pikepdf.Pdf, source: Path) -> None:
    """Refuse what must not be changed: protected files, and signed ones."""
    if pdf.is_encrypted:
        raise _encrypted(source)
    if is_signed(pdf):
        raise DocumentError(
            "the PDF is signed, and highlights would break the signature",
            place=source.name,
            remedy="Print it to a new PDF and highlight that, or use the HTML report.",
        )


def is_signed(pdf: pikepdf.Pdf) -> bool:
    """True if a PDF holds a signature."""
    root: Any = pdf.Root
    if "/Perms" in root:
        return True
    form = root.get("/AcroForm")
    if form is None:
        return False
    return bool(int(form.get("/SigFlags", 0)) & 1) or any(
        field.get("/FT") == "/Sig" and "/V" in field for field in _fields(form.get("/Fields", []))
    )


def _fields(fields: Iterable[Any], depth: int = 0) -> Iterator[Any]:
    """Walk the fields of a form, as deep as forms sensibly go."""
    for field in fields:
        yield field
        if depth < 20:
            yield from _fields(field.get("/Kids", []), depth + 1)


def _annotate_pages(
    pdf: pikepdf.Pdf, name: str, audit: Audit, rules: Rules, *, checked: bool
) -> None:
    document = audit.document
    shown = [one for one in audit.statements if one.reach in TINTS and document.pages]
    marks: dict[int, list[pikepdf.Object]] = {}
    spaces: dict[int, PageSpace] = {}
    for placed in _place(shown, document, name):
        number = placed.page
        if number >= len(pdf.pages):
            continue
        page = pdf.pages[number]
        if number not in spaces:
            size = document.pages[_number(number, name, document) - 1]
            spaces[number] = PageSpace.of(page, size.width, size.height)
        highlight = _highlight(placed, spaces[number], audit, rules)
        marks.setdefault(number, []).extend(make_highlight(pdf, page, highlight))
    for number, made in marks.items():
        add_marks(pdf.pages[number], *made)
    if len(pdf.pages):
        key = key_text(audit, rules, TINTS, checked=checked)
        add_note(pdf, pdf.pages[0], PageSpace.of(pdf.pages[0]), key)


def _highlight(placed: Placed, space: PageSpace, audit: Audit, rules: Rules) -> Highlight:
    statement = placed.statement
    return Highlight(
        id=f"{statement.id}-{placed.page + 1}",
        tint=TINTS[statement.reach],
        subject=rules.rubric.reach_named(statement.reach).name,
        text=note_text(statement, audit, rules),
        quads=tuple(space.quad(box) for box in placed.boxes),
    )


def _place(statements: Iterable[Statement], document: Document, name: str) -> Iterator[Placed]:
    """Give the lines of each statement page by page, for the pages of one file."""
    for statement in statements:
        lines: dict[int, list[Box]] = {}
        for number, box in document.words.lines(statement.start, statement.end):
            file = file_of(number, document)
            if file is None or file.name == name:
                lines.setdefault(page_in_file(number, document) - 1, []).append(box)
        for page, boxes in lines.items():
            yield Placed(statement, page, tuple(boxes))


def _number(page: int, name: str, document: Document) -> int:
    """Count a page of one file from the beginning of the whole document."""
    first = next((file.first_page for file in document.files if file.name == name), 1)
    return page + (first if len(document.files) > 1 else 1)


def _saved(pdf: pikepdf.Pdf) -> bytes:
    buffer = io.BytesIO()
    pdf.save(buffer, deterministic_id=True)
    return buffer.getvalue()
