"""One text, each character knowing its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.document.pdf.layout.hyphenation import Vocabulary
from auditor.document.pdf.layout.joining import Joiner
from auditor.document.pdf.layout.paragraphs import gather_drafts
from auditor.document.pdf.stages import classify_pages
from auditor.document.reading import read_document
from auditor.document.text import Draft, compose, lay_out
from auditor.records import Document, Reading
from tests.document.pages import show, write_pdf
from tests.document.sheets import Line, ordered, page_of


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Document:
    """Two pages, the second with two paragraphs."""
    path = write_pdf(
        tmp_path_factory.mktemp("text") / "a.pdf",
        [
            show("We see every baby.", 72, 700),
            show("Parents come too.", 72, 700) + "\n" + show("The board reports.", 72, 600),
        ],
    )
    return read_document([Path(path)], Reading(ocr="off"))


@pytest.mark.parametrize(
    ("words", "page"), [("every baby", 1), ("Parents come", 2), ("reports.", 2)]
)
def test_a_span_knows_its_page_and_its_box(document: Document, words: str, page: int) -> None:
    """Of each printed line that it covers."""
    start = document.text.index(words)
    ((number, box),) = document.words.lines(start, start + len(words))
    assert number == page and 60 < box[0] < box[2] < 300


def test_blocks_part_the_text_and_lose_nothing(document: Document) -> None:
    """They stand in order, with two line ends between them."""
    texts = [document.text[block.start : block.end] for block in document.blocks]
    assert "\n\n".join(texts) == document.text
    assert texts == ["We see every baby.", "Parents come too.", "The board reports."]


def test_what_was_written_before_is_laid_out_as_if_anew() -> None:
    """A draft parted before the others moves them, and their words with them."""
    lines = [Line(text, top=100 + 40 * at) for at, text in enumerate(("One two", "Three", "Four"))]
    pages = classify_pages([ordered(page_of(lines))], 10.0)
    joiner = Joiner(Vocabulary(frozenset(), tells_breaks=False))
    first, *others = gather_drafts(pages, joiner)
    before = compose([first, *others], joiner)
    span = first.spans[0]
    halves = [
        Draft("body", [[span._replace(last=span.first + 1)]]),
        Draft("body", [[span._replace(first=span.first + 1)]]),
    ]
    again = lay_out([*compose(halves, joiner), *before[1:]])
    anew = lay_out(compose([*halves, *others], joiner))
    assert again.text == "One\n\ntwo\n\nThree\n\nFour"
    assert (again.text, [*again.blocks()], again.words) == (anew.text, [*anew.blocks()], anew.words)
