"""Pages made for tests: real layouts by typst, odd ones written by hand."""

from __future__ import annotations

import io
import random
import textwrap
from pathlib import Path

import pikepdf
import typst

SUBJECTS = [
    "The board",
    "Our midwives",
    "Each family hub",
    "The partnership",
    "Every ward",
    "A health visitor",
]
VERBS = ["supports", "will review", "has funded", "must publish", "describes", "is extending"]
OBJECTS = [
    "infant mental health services",
    "parent-infant relationships",
    "early attachment",
    "the waiting list",
    "perinatal pathways",
    "community paediatrics",
    "emotional wellbeing",
    "specialist supervision",
]
ENDS = [
    "across the county",
    "before the second birthday",
    "in partnership with nurseries",
    "for every newborn",
    "with families who have waited longest",
    "throughout pregnancy",
    "in seven neighbourhoods",
]


def make_sentences(count: int, seed: int) -> list[str]:
    """Make sentences, no two alike."""
    chance = random.Random(seed)
    made: dict[str, None] = {}
    while len(made) < count:
        words = [chance.choice(part) for part in (SUBJECTS, VERBS, OBJECTS)]
        words.append(f"and {chance.choice(OBJECTS)}" if chance.random() < 0.6 else "")
        words += [chance.choice(ENDS), f"under measure {len(made) + 101}"]
        made[" ".join(word for word in words if word) + "."] = None
    return list(made)


def make_paragraphs(sentences: list[str], seed: int) -> list[str]:
    """Gather sentences into paragraphs of two to six."""
    chance = random.Random(seed)
    paragraphs, rest = [], list(sentences)
    while rest:
        size = chance.randint(2, 6)
        paragraphs.append(" ".join(rest[:size]))
        rest = rest[size:]
    return paragraphs


def typeset(path: Path, body: str, *, columns: int = 1, size: float = 10) -> Path:
    """Set typst markup in columns, justified and hyphenated, with running heads and feet."""
    source = f"""
#set page(paper: "a4", columns: {columns}, margin: 2cm, numbering: "1",
  header: [A plan for Anywhere 2025 to 2030 #h(1fr) Draft for the board])
#set text(size: {size}pt, hyphenate: true, lang: "en")
#set par(justify: true, spacing: 1.1em)
{body}
"""
    path.write_bytes(typst.compile(source.encode()))
    return path


def typeset_paragraphs(path: Path, paragraphs: list[str], *, columns: int) -> Path:
    """Set paragraphs under a heading to every six."""
    parts = []
    for at in range(0, len(paragraphs), 6):
        parts.append(f"= Part {at // 6 + 1} of the plan\n")
        parts += [paragraph + "\n" for paragraph in paragraphs[at : at + 6]]
    return typeset(path, "\n".join(parts), columns=columns)


def write_pdf(path: Path, contents: list[str], **entries: object) -> Path:
    """Write pages from content streams, with Courier as /F1 and Courier-Bold as /F2."""
    document = pikepdf.new()
    fonts = pikepdf.Dictionary(
        F1=pikepdf.Dictionary(
            Type=pikepdf.Name.Font,
            Subtype=pikepdf.Name.Type1,
            BaseFont=pikepdf.Name.Courier,
            Encoding=pikepdf.Name.WinAnsiEncoding,
        ),
        F2=pikepdf.Dictionary(
            Type=pikepdf.Name.Font,
            Subtype=pikepdf.Name.Type1,
            BaseFont=pikepdf.Name("/Courier-Bold"),
            Encoding=pikepdf.Name.WinAnsiEncoding,
        ),
    )
    for content in contents:
        page = document.add_blank_page(page_size=(595, 842))
        page.Resources = pikepdf.Dictionary(Font=fonts)
        page.Contents = document.make_stream(content.encode("cp1252"))
        for name, value in entries.items():
            page[f"/{name}"] = value
    document.save(path)
    return path


def show(
    text: str, x: float, y: float, size: float = 10, *, font: str = "F1", extra: str = ""
) -> str:
    """Write the operators that show one line of text."""
    escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"q BT {extra} /{font} {size} Tf {x:.1f} {y:.1f} Td ({escaped}) Tj ET Q"


def column_lines(paragraphs: list[str], x: float, *, width: int, top: float = 780) -> list[str]:
    """Write paragraphs as lines of one column of Courier 9."""
    operators, y = [], top
    for paragraph in paragraphs:
        for line in textwrap.wrap(paragraph, width):
            operators.append(show(line, x, y, 9))
            y -= 11
        y -= 6
    return operators


def scanned_page(path: Path, source: Path, *, turn: int = 0, skew: float = 0) -> Path:
    """Turn the pages of a PDF into pictures without a text layer.

    They lie turned clockwise by quarters, and fall to the right by degrees.
    """
    import pypdfium2
    from PIL import Image

    document = pypdfium2.PdfDocument(source)
    pictures = [page.render(scale=200 / 72).to_pil().convert("L") for page in document]
    document.close()
    pictures = [
        picture.rotate(-skew, Image.Resampling.BICUBIC, fillcolor=255).rotate(
            -90 * turn, expand=True
        )
        for picture in pictures
    ]
    stream = io.BytesIO()
    pictures[0].save(stream, "PDF", resolution=200, save_all=True, append_images=pictures[1:])
    path.write_bytes(stream.getvalue())
    return path


def spread_pages(path: Path, source: Path) -> Path:
    """Put every two pages of a PDF side by side on one sheet, as facing pages lie."""
    pages = pikepdf.open(source).pages
    document = pikepdf.new()
    width, height = (float(size) for size in pages[0].mediabox[2:])
    for left in range(0, len(pages), 2):
        sheet = document.add_blank_page(page_size=(2 * width, height))
        for side, page in enumerate(list(pages)[left : left + 2]):
            place = pikepdf.Rectangle(side * width, 0, (side + 1) * width, height)
            sheet.add_overlay(page, place)
    document.save(path)
    return path
