"""Two versions of a plan of a few lines."""

from __future__ import annotations

from pathlib import Path

PLAN = """# A mental health plan for our children

## 1 What we will do

Infants, children and young people will be seen by the mental health team within four weeks by March 2028.

We will fund a parent-infant team in every locality from April 2027.

Mental health support teams will work in every school.
"""
OLD = """# A mental health plan for our children

## 1 What we will do

Children and young people will be seen by the mental health team within four weeks by March 2028.

CAMHS accepts referrals for those aged 5 to 18.

Mental health support teams will work in every school.
"""


def write_word(path: Path, text: str) -> Path:
    """Write a plan as a Word file, its headings as headings."""
    from docx import Document

    docx = Document()
    for part in text.strip().split("\n\n"):
        level = part.count("#")
        docx.add_heading(part[level:].strip(), level) if level else docx.add_paragraph(part)
    docx.save(str(path))
    return path
