"""A Word file with the styles of templates/report.docx and no words yet."""

from __future__ import annotations

import io
from typing import Any

from auditor.report.characters import visible
from auditor.report.office.archives import without_controls, without_dates
from auditor.report.office.word import TEMPLATE, set_language
from auditor.rules.resources import templates_folder
from auditor.rules.translating.shared_texts import ENGLISH, language_tag

KEPT = "sectPr"
"""The part of a document's body that holds its page size and margins."""


def open_empty(title: str, footer: str, language: str = ENGLISH) -> Any:
    """Open the template without its words; the title stands in its header."""
    from docx import Document

    docx = Document(io.BytesIO((templates_folder() / TEMPLATE).read_bytes()))
    for part in list(docx.element.body):
        if not part.tag.endswith(KEPT):
            docx.element.body.remove(part)
    section = docx.sections[0]
    section.header.paragraphs[0].text = title
    section.footer.paragraphs[0].text = footer
    docx.core_properties.title = title[:250]
    set_language(docx, language_tag(language))
    return docx


def saved(docx: Any) -> bytes:
    """Return the bytes of a Word file; the same words give the same bytes."""
    made = io.BytesIO()
    docx.save(made)
    return without_dates(made.getvalue())


def fit(text: str) -> str:
    """Return a document's words as they can stand in a Word file, on one line."""
    told: str = without_controls(visible(" ".join(text.split())))
    return told
