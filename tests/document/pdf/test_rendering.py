"""Pages drawn for a reader of the page."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from auditor.document.pdf.rendering import LONGEST_SIDE, render_pages
from tests.document.pages import show, write_pdf


@pytest.mark.parametrize(("asked", "drawn"), [([1, 2], [1, 2]), ([2, 9, 0], [2]), ([], [])])
def test_pages_that_are_there_are_drawn(tmp_path: Path, asked: list[int], drawn: list[int]) -> None:
    """The others are left out."""
    path = write_pdf(tmp_path / "a.pdf", [show("One", 72, 700), show("Two", 72, 700)])
    pictures = dict(render_pages(path, asked))
    assert list(pictures) == drawn
    assert all(content.startswith(b"\x89PNG") for content in pictures.values())


def test_a_wall_map_is_drawn_smaller(tmp_path: Path) -> None:
    """No side is longer than a screen can use."""
    path = write_pdf(tmp_path / "a.pdf", [""], MediaBox=[0, 0, 9000, 4000])
    ((_, content),) = render_pages(path, [1])
    assert max(Image.open(io.BytesIO(content)).size) <= LONGEST_SIDE
