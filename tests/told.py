"""What a reader of a report is told, taken out of the file that it is in."""

from __future__ import annotations

import io

import pypdfium2
from docx import Document
from lxml import html as lxml_html


def words_in(form: str, made: bytes) -> str:
    """Return the words of a report as one line: of a Word file its paragraphs, of a page its body."""
    if form.endswith("pdf"):
        pages = pypdfium2.PdfDocument(made)
        told = " ".join(page.get_textpage().get_text_bounded() for page in pages)
    elif form.endswith("docx"):
        told = " ".join(one.text for one in Document(io.BytesIO(made)).paragraphs)
    elif form == "html":
        tree = lxml_html.document_fromstring(made.decode("utf-8"))
        told = "".join(tree.xpath("//body//text()[not(ancestor::script)]"))
    else:
        told = made.decode("utf-8").replace("\\", "")
    return " ".join(told.replace("\ufffe", "").split())
