"""Words of lines joined into running text."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.document.reading import read_document
from auditor.records import Reading
from tests.document.pages import show, write_pdf


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["care out-of-", "hours telephone"], "care out-of-hours telephone"),
        (["the consul-", "tation begins"], "the consultation begins"),
        (["from birth-to-", "two years"], "from birth-to-two years"),
        (["babies and/or", "toddlers"], "babies and/or toddlers"),
        (["from 2024–", "2027"], "from 2024–2027"),
    ],
)
def test_lines_are_joined(tmp_path: Path, lines: list[str], text: str) -> None:
    """As a reader would say them."""
    content = "\n".join(show(line, 60, 700 - 12 * at) for at, line in enumerate(lines))
    path = write_pdf(tmp_path / "page.pdf", [content])
    assert read_document(path, Reading(ocr="off")).text == text


@pytest.mark.parametrize(
    ("letter", "rest", "text"),
    [
        ("C", "hildren under five are", "Children under five are not seen here."),
        ("O", "ur babies under five are", "Our babies under five are not seen here."),
        ("A", "baby under five may be", "A baby under five may be not seen here."),
    ],
)
def test_a_large_initial_is_part_of_its_word(
    tmp_path: Path, letter: str, rest: str, text: str
) -> None:
    """It stands beside two lines; some letters are words themselves."""
    content = "\n".join(
        [show(letter, 60, 684, 30), show(rest, 84, 697), show("not seen here.", 84, 685)]
    )
    path = write_pdf(tmp_path / "page.pdf", [content])
    assert read_document(path, Reading(ocr="off")).text == text


def test_a_stop_alone_stands_at_its_word(tmp_path: Path) -> None:
    """The mark of a note was left out between them."""
    content = "\n".join(
        [
            show("Visits began in town", 60, 700),
            show("7", 181, 704, 5),
            show(". They", 190, 700),
            show("go on , as planned", 60, 688),
        ]
    )
    path = write_pdf(tmp_path / "page.pdf", [content])
    document = read_document(path, Reading(ocr="off"))
    assert document.text == "Visits began in town. They go on, as planned"
    starts, ends = list(document.words.starts), list(document.words.ends)
    words = [document.text[start:end] for start, end in zip(starts, ends, strict=True)]
    assert words == ["Visits", "began", "in", "town", ".", "They", "go", "on", ",", "as", "planned"]
