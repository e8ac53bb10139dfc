"""A coarse look at pictures."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pikepdf
import pytest
from PIL import Image, ImageDraw

from auditor.document.pdf.pdfium.extraction import read_pages
from auditor.document.pdf.pdfium.opening import open_pdf
from auditor.document.pdf.pdfium.pictures import has_rows_of_letters
from tests.document.pages import show, write_pdf


def drawn(lines: int) -> np.ndarray:
    """Draw lines of words."""
    image = Image.new("L", (420, 200), 255)
    for at in range(lines):
        ImageDraw.Draw(image).text(
            (10, 10 + 30 * at), "By March 2028 we will open a team for babies", 0
        )
    return np.asarray(image)


def test_lines_of_words_are_seen() -> None:
    """Two are enough."""
    assert has_rows_of_letters(drawn(3)) and not has_rows_of_letters(drawn(0))


def test_photographs_and_charts_have_none() -> None:
    """Smooth greys and a few bars are no letters."""
    slope = np.tile(np.linspace(0, 255, 420, dtype=np.uint8), (200, 1))
    bars = np.full((200, 420), 255, np.uint8)
    bars[40:180, 60:100] = bars[80:180, 160:200] = 0
    assert not has_rows_of_letters(slope) and not has_rows_of_letters(bars)


def boxes_of(texts: int) -> np.ndarray:
    """Draw boxes side by side, each with lines that stand on no height of its neighbours."""
    image = Image.new("L", (840, 300), 255)
    for at in range(7):
        ImageDraw.Draw(image).rectangle((5 + 120 * at, 20, 115 + 120 * at, 280), outline=0)
        for line in range(texts):
            ImageDraw.Draw(image).text(
                (12 + 120 * at, 40 + 16 * line + 5 * at % 16), "Babies and fathers", 0
            )
    return np.asarray(image)


def test_lines_in_boxes_side_by_side_are_seen() -> None:
    """Their rows run into each other, as those of grain do, which has no lines."""
    assert has_rows_of_letters(boxes_of(8)) and not has_rows_of_letters(boxes_of(0))
    grain = np.random.default_rng(7).integers(0, 255, (300, 840)).astype(np.uint8)
    assert not has_rows_of_letters(grain)


def page_with(path: Path, colour: np.ndarray, mask: np.ndarray) -> Path:
    """Write a page with a picture in a colour, of which a mask says where it shows."""
    document = pikepdf.open(write_pdf(path, [show("Words of the page", 60, 800)]))
    (page,) = document.pages
    entries = {"Type": "/XObject", "Subtype": "/Image", "BitsPerComponent": 8}

    def stream(dots: np.ndarray) -> pikepdf.Stream:
        made = document.make_stream(dots.tobytes())
        for key, value in entries.items():
            made[f"/{key}"] = pikepdf.Name(value) if isinstance(value, str) else value
        made.Width, made.Height = dots.shape[1], dots.shape[0]
        made.ColorSpace = pikepdf.Name.DeviceGray
        return made

    picture = stream(colour)
    picture.SMask = stream(mask)
    page.Resources.XObject = pikepdf.Dictionary(P=picture)
    drawn = f"q {colour.shape[1]} 0 0 {colour.shape[0]} 60 400 cm /P Do Q"
    page.contents_add(document.make_stream(drawn.encode()))
    shown = path.with_stem("shown")
    document.save(shown)
    return shown


@pytest.mark.parametrize("paint", [0, 255], ids=["black letters", "white letters"])
@pytest.mark.parametrize("lines", [4, 0])
def test_words_that_a_mask_shows_are_seen(tmp_path: Path, paint: int, lines: int) -> None:
    """The picture alone is of one colour, or black where nothing of it shows."""
    mask = 255 - drawn(lines)
    mask[190:] = 255
    plain = np.full(mask.shape, paint, np.uint8)
    chart = np.where(mask > 0, plain, 0).astype(np.uint8)
    chart[190:] = 90
    for at, colour in enumerate((plain, chart)):
        data = page_with(tmp_path / f"{at}.pdf", colour, mask).read_bytes()
        (page,) = read_pages(open_pdf(data, "page.pdf"), data)
        assert len(page.worded_pictures) == (1 if lines else 0)


def test_one_picture_behind_two_masks_is_looked_at_twice(tmp_path: Path) -> None:
    """What is known of its dots says nothing of what shows of them."""
    dots = np.zeros((200, 420), np.uint8)
    found = []
    for at, lines in enumerate((4, 0, 4)):
        data = page_with(tmp_path / f"{at}.pdf", dots, 255 - drawn(lines)).read_bytes()
        found += [len(page.worded_pictures) for page in read_pages(open_pdf(data, "a.pdf"), data)]
    assert found == [1, 0, 1]
