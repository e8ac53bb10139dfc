"""
Make the sample draft: a Word file with open tracked changes and somebody else's comment.

    pip install "python-docx>=1.2"
    python samples/make_draft.py

All text is invented, and the same versions give the same bytes.
"""

from __future__ import annotations

import datetime
import io
import zipfile
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

HERE = Path(__file__).resolve().parent
WHEN = datetime.datetime(2026, 1, 5, tzinfo=datetime.UTC)
BY = 'w:author="A. Colleague" w:date="2026-01-05T09:00:00Z"'


def main() -> None:
    """Write the draft beside this file."""
    draft = Document()
    draft.core_properties.created = draft.core_properties.modified = WHEN
    draft.core_properties.author = "Hallowmere Council (invented)"
    draft.add_heading("Hallowmere mental health plan: draft for consultation", 0)
    draft.add_heading("1 Our vision", 1)
    vision = draft.add_paragraph("This plan is for ")
    vision.add_run("all ages").bold = True
    vision.add_run(", from birth to 25. We will listen to children and young people.")
    comment = draft.add_comment(vision.runs[1], "Is this what we mean?", "A. Colleague", "AC")
    comment._comment_elm.date = WHEN
    draft.add_heading("2 Access", 1)
    draft.add_paragraph("The child and adolescent service accepts referrals from age 5.")
    inserted(
        draft.add_paragraph(style="List Bullet"),
        "We will fund a parent-infant team for babies and their parents by April 2028.",
    )
    deleted(
        draft.add_paragraph(style="List Bullet"),
        "We will train every health visitor in infant mental health.",
    )
    draft.add_paragraph("Support teams will work in every school.", style="List Bullet")
    draft.add_heading("3 Parents", 1)
    draft.add_paragraph("Perinatal mental health services support mothers with depression.")
    buffer = io.BytesIO()
    draft.save(buffer)
    (HERE / "draft.docx").write_bytes(without_dates(buffer.getvalue()))


def inserted(paragraph: Any, text: str) -> None:
    """Write words, and the end of their paragraph, as a tracked insertion."""
    mark = f'<w:rPr {nsdecls("w")}><w:ins w:id="901" {BY}/></w:rPr>'
    paragraph._p.get_or_add_pPr().append(parse_xml(mark))
    change = f'<w:ins {nsdecls("w")} w:id="902" {BY}><w:r><w:t>{text}</w:t></w:r></w:ins>'
    paragraph._p.append(parse_xml(change))


def deleted(paragraph: Any, text: str) -> None:
    """Write words, and the end of their paragraph, as a tracked deletion."""
    mark = f'<w:rPr {nsdecls("w")}><w:del w:id="903" {BY}/></w:rPr>'
    paragraph._p.get_or_add_pPr().append(parse_xml(mark))
    run = f"<w:r><w:delText>{text}</w:delText></w:r>"
    paragraph._p.append(parse_xml(f'<w:del {nsdecls("w")} w:id="904" {BY}>{run}</w:del>'))


def without_dates(data: bytes) -> bytes:
    """Pack a file again, its parts all of one date."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            new.writestr(entry, old.read(name), zipfile.ZIP_DEFLATED)
    return made.getvalue()


if __name__ == "__main__":
    main()
