"""A Word file as it was before its open changes."""

from __future__ import annotations

import pytest

from auditor.document.flow.drafts import compose_plain
from auditor.document.office.word.reading import read_docx
from auditor.document.office.word.revisions import without_changes
from tests.document.office.files import cell, docx, para, row, run, table

BY = 'w:id="9" w:author="Ann"'
CASES: dict[str, tuple[str, str, str]] = {
    "no change": (para("A plan."), "A plan.", "A plan."),
    "inserted words": (
        para(run("We see ") + f"<w:ins {BY}>{run('babies and ')}</w:ins>" + run("children.")),
        "We see children.",
        "We see babies and children.",
    ),
    "deleted words": (
        para(
            run("We see ")
            + f'<w:del {BY}><w:r><w:delText xml:space="preserve">babies and </w:delText></w:r></w:del>'
            + run("children.")
        ),
        "We see babies and children.",
        "We see children.",
    ),
    "inserted, then deleted by another": (
        para(
            run("We see ")
            + f"<w:ins {BY}><w:del {BY}><w:r><w:delText>some </w:delText></w:r></w:del></w:ins>"
            + run("children.")
        ),
        "We see children.",
        "We see children.",
    ),
    "an inserted paragraph": (
        para(f"<w:ins {BY}>{run('We see babies.')}</w:ins>", f"<w:rPr><w:ins {BY}/></w:rPr>")
        + para("We see children."),
        "We see children.",
        "We see babies.\n\nWe see children.",
    ),
    "a paragraph that was parted": (
        para(run("We see babies "), f"<w:rPr><w:ins {BY}/></w:rPr>") + para("and children."),
        "We see babies and children.",
        "We see babies\n\nand children.",
    ),
    "paragraphs that were joined": (
        para(run("We see babies "), f"<w:rPr><w:del {BY}/></w:rPr>") + para("and children."),
        "We see babies\n\nand children.",
        "We see babies and children.",
    ),
    "moved words": (
        para(run("One. ") + f"<w:moveFrom {BY}>{run('Two.')}</w:moveFrom>")
        + para(f"<w:moveTo {BY}>{run('Two.')}</w:moveTo>" + run(" Three.")),
        "One. Two.\n\nThree.",
        "One.\n\nTwo. Three.",
    ),
    "an inserted row and a deleted one": (
        table(
            row("Babies are seen each week", "the ward nurse leads"),
            row("Toddlers are seen each week", "the clinic leads", properties=f"<w:ins {BY}/>"),
            row("Pupils are seen each month", "the school leads", properties=f"<w:del {BY}/>"),
        ),
        "Babies are seen each week | the ward nurse leads\n\n"
        "Pupils are seen each month | the school leads",
        "Babies are seen each week | the ward nurse leads\n\n"
        "Toddlers are seen each week | the clinic leads",
    ),
    "an inserted cell": (
        table(
            row("One two three", "four five six", cell("seven", f"<w:cellIns {BY}/>")),
            row("One two three", "four five six", cell("eight", f"<w:cellDel {BY}/>")),
        ),
        "One two three | four five six\n\nOne two three | four five six | eight",
        "One two three | four five six | seven\n\nOne two three | four five six",
    ),
    "words that were struck out": (
        para(
            run("We see ") + run("babies.", f"<w:strike/><w:rPrChange {BY}><w:rPr/></w:rPrChange>")
        ),
        "We see babies.",
        "We see",
    ),
}


@pytest.mark.parametrize(("body", "before", "after"), CASES.values(), ids=CASES.keys())
def test_a_file_reads_as_before_its_changes(body: str, before: str, after: str) -> None:
    """Rejected, inserted words are gone and deleted ones are back; accepted, as it was read ever."""
    data = docx(body)
    texts = [compose_plain(read_docx(each).drafts).text for each in (without_changes(data), data)]
    assert texts == [before, after]


def test_notes_lose_their_changes_too() -> None:
    """A change in a footnote is one of the file."""
    inserted = f"<w:ins {BY}>{run('Babies too.')}</w:ins>"
    notes = (
        '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f'<w:footnote w:id="2">{para(inserted)}</w:footnote>'
        "</w:footnotes>"
    )
    data = docx(
        para(run("A plan.") + '<w:r><w:footnoteReference w:id="2"/></w:r>'),
        {"footnotes.xml": ("footnotes", notes)},
    )
    assert "Babies too." in compose_plain(read_docx(data).drafts).text
    assert "Babies too." not in compose_plain(read_docx(without_changes(data)).drafts).text
