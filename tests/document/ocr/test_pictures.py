"""Pictures with words on pages that have text of their own."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from PIL import Image, ImageDraw, ImageFont

from auditor.document.ocr.tesseract import find_engine
from auditor.document.reading import read_document
from auditor.records import Reading
from tests.document.pages import show, write_pdf

WORDS = ("Our promise to parents", "We will see every baby at home", "before the tenth day of life")


@pytest.fixture
def poster(tmp_path: Path) -> Path:
    """Write a page of text with a picture of words in its middle."""
    image = Image.new("RGB", (1200, 400), "white")
    font = ImageFont.load_default(48)
    for at, words in enumerate(WORDS):
        ImageDraw.Draw(image).text((60, 40 + 110 * at), words, "black", font=font)
    text = [
        show("The council met four times last year in the town hall.", 60, y)
        for y in (780, 766, 300, 286)
    ]
    path = write_pdf(
        tmp_path / "poster.pdf", ["\n".join(text) + "\nq 432 0 0 144 80 450 cm /Im0 Do Q"]
    )
    with pikepdf.open(path, allow_overwriting_input=True) as document:
        stream = document.make_stream(image.tobytes())
        for name, value in {
            "Type": pikepdf.Name.XObject,
            "Subtype": pikepdf.Name.Image,
            "Width": 1200,
            "Height": 400,
            "BitsPerComponent": 8,
            "ColorSpace": pikepdf.Name.DeviceRGB,
        }.items():
            stream[f"/{name}"] = value
        document.pages[0].Resources.XObject = pikepdf.Dictionary(Im0=stream)
        document.save(path)
    return path


def test_a_picture_that_is_not_read_is_listed(poster: Path) -> None:
    """With its page and the reason."""
    document = read_document(poster, Reading(ocr="off"))
    assert [(part.page, part.what, part.why) for part in document.parts_unread] == [
        (1, "picture with words", "OCR is switched off")
    ]
    assert 0.05 < document.parts_unread[0].area < 0.95


@pytest.mark.skipif(find_engine("en") is None, reason="no OCR is installed")
def test_a_picture_is_read_where_it_stands(poster: Path) -> None:
    """Between the text above and below it; only its own blocks are marked."""
    document = read_document(poster, Reading())
    texts = [document.text[block.start : block.end] for block in document.blocks]
    marked = [text for text, block in zip(texts, document.blocks, strict=True) if block.ocr]
    assert "every baby at home" in " ".join(marked) and "council" not in " ".join(marked)
    assert "council" in texts[0] and "council" in texts[-1]
    assert document.parts_unread == () and document.ocr_engine is not None


@pytest.mark.skipif(find_engine("en") is None, reason="no OCR is installed")
def test_a_picture_whose_words_the_page_has_is_read_once(poster: Path) -> None:
    """A scan with the words that were recognised on it stands among other text."""
    layer = "".join(
        show(words, 101, 565 - 40 * at, extra="145 Tz 3 Tr") for at, words in enumerate(WORDS)
    )
    with pikepdf.open(poster, allow_overwriting_input=True) as document:
        document.pages[0].contents_add(layer.encode(), prepend=False)
        document.save(poster)
    text = read_document(poster, Reading(ocr="auto")).text
    assert text.count("every baby") == 1
