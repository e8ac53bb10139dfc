"""Word, OpenDocument, web pages, Markdown and text give the same kind of document."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.document.reading import read_document
from auditor.records import Reading
from tests.document.office.files import odt
from tests.document.office.outlines import outline

PLAIN = Reading(ocr="off")


EXPECTED = [
    ("heading", "A plan for babies"),
    ("body", "We will support every infant and every parent in the county of Anywhere."),
    ("heading", "What we do"),
    ("list", "train health visitors"),
    ("list", "fund two teams"),
    ("table", "Team | 2027"),
]


def _docx(path: Path) -> None:
    import docx

    document = docx.Document()
    document.add_heading("A plan for babies", 0)
    document.add_paragraph(EXPECTED[1][1])
    document.add_heading("What we do", 1)
    for item in ("train health visitors", "fund two teams"):
        document.add_paragraph(item, style="List Bullet")
    table = document.add_table(2, 2)
    for cell, text in zip(table._cells, ("Action", "When", "Team", "2027"), strict=True):
        cell.text = text
    document.save(str(path))


def _odt(path: Path) -> None:
    rows = "".join(
        "<table:table-row>"
        + "".join(f"<table:table-cell><text:p>{c}</text:p></table:table-cell>" for c in cells)
        + "</table:table-row>"
        for cells in (("Action", "When"), ("Team", "2027"))
    )
    items = "".join(
        f"<text:list-item><text:p>{item}</text:p></text:list-item>"
        for item in ("train health visitors", "fund two teams")
    )
    path.write_bytes(
        odt(
            '<text:h text:outline-level="1">A plan for babies</text:h>'
            f"<text:p>{EXPECTED[1][1]}</text:p>"
            '<text:h text:outline-level="2">What we do</text:h>'
            f"<text:list>{items}</text:list><table:table>{rows}</table:table>"
        )
    )


HTML = f"""<html><head><title>Plan</title><script>x()</script></head><body><nav>Home | News</nav>
<h1>A plan for babies</h1><p>{EXPECTED[1][1].replace("infant", "<b>infant</b>")}</p>
<h2>What we do</h2><ul><li>train health visitors</li><li>fund two teams<sup>2</sup></li></ul>
<p style="display: none">Babies unseen.</p>
<table><tr><th>Action</th><th>When</th></tr><tr><td>Team</td><td>2027</td></tr></table></body></html>"""
MARKDOWN = f"""# A plan for babies

{EXPECTED[1][1]}

## What we do

- train health visitors
- fund two teams[^1]

| Action | When |
| --- | --- |
| Team | 2027 |

[^1]: Moss, D. (2020) *Who Waits?* Northgate Press, p. 14.
"""
MAKERS = {
    "docx": _docx,
    "odt": _odt,
    "html": lambda path: path.write_text(HTML, encoding="utf-8"),
    "md": lambda path: path.write_text(MARKDOWN, encoding="utf-8"),
}


@pytest.mark.parametrize("kind", MAKERS)
def test_the_same_plan_reads_the_same(tmp_path: Path, kind: str) -> None:
    """Headings, paragraphs, items and rows come out alike from every format."""
    path = tmp_path / f"plan.{kind}"
    MAKERS[kind](path)
    document = read_document(path, PLAIN)
    assert [
        entry for entry in outline(document) if entry[0] not in ("running", "reference")
    ] == EXPECTED
    row = next(block for block in document.blocks if block.place == "table")
    assert row.columns == ("Action", "When")
    assert row.section == ("A plan for babies", "What we do")
    assert document.pages == () and document.language == "en"


def test_a_web_page_keeps_its_furniture_and_hidden_parts_apart(tmp_path: Path) -> None:
    """Navigation is set aside; what is not displayed is no text."""
    path = tmp_path / "plan.html"
    MAKERS["html"](path)
    document = read_document(path, PLAIN)
    assert ("running", "Home | News") in outline(document)
    assert "unseen" not in document.text and document.hidden


def test_a_note_that_cites_is_a_reference(tmp_path: Path) -> None:
    """Footnotes of Markdown that name a source are references."""
    path = tmp_path / "plan.md"
    MAKERS["md"](path)
    found = outline(read_document(path, PLAIN))
    assert [text[:5] for place, text in found if place == "reference"] == ["Moss,"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_plain_text_of_any_usual_coding(tmp_path: Path, encoding: str) -> None:
    """Text is decoded, paragraphs joined over their lines, items told apart."""
    text = "Babies’ needs\n\nWe will support\nevery infant – always.\n\n- one\n- two\n"
    (tmp_path / "plan.txt").write_bytes(text.encode(encoding))
    assert outline(read_document(tmp_path / "plan.txt", PLAIN)) == [
        ("heading", "Babies’ needs"),
        ("body", "We will support every infant – always."),
        ("list", "one"),
        ("list", "two"),
    ]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "Le plan de la ville parle des enfants et de leurs parents dans tous les quartiers. "
            * 4,
            "fr",
        ),
        (
            "Die Kinder und ihre Eltern werden in allen Stadtteilen von uns unterstützt werden. "
            * 4,
            "de",
        ),
        (
            "The plan of the town speaks of children and of their parents in every ward of it. "
            * 4,
            "en",
        ),
        ("Short.", "und"),
    ],
)
def test_the_language_is_told(tmp_path: Path, text: str, language: str) -> None:
    """The language of the running text is named, and is "und" where there is too little."""
    (tmp_path / "plan.txt").write_text(text, encoding="utf-8")
    assert read_document(tmp_path / "plan.txt", PLAIN).language == language
