"""Pages as pictures, for people who check a judgement against the page."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from auditor.document.pdf.pdfium.opening import PDFIUM, open_pdf

SCALE = 1.6
"""Picture points to a point of the page: small print stays readable."""
LONGEST_SIDE = 2400
"""Picture points: a wall map is drawn smaller."""
_COLOURS = 64


def render_pages(
    path: Path, pages: Iterable[int], scale: float = SCALE
) -> Iterator[tuple[int, bytes]]:
    """Draw some pages of a PDF; pages that are not there or are damaged are left out."""
    import pypdfium2 as pdfium

    document = open_pdf(path.read_bytes(), path.name)
    try:
        for page in pages:
            if 1 <= page <= len(document):
                try:
                    with PDFIUM:
                        picture = _draw(document[page - 1], scale)
                except pdfium.PdfiumError:
                    continue
                yield page, picture
    finally:
        document.close()


def _draw(page: Any, scale: float) -> bytes:
    """Draw in few colours: a third of the size, and letters stay sharp."""
    longest = max(page.get_size())
    fitting = min(scale, LONGEST_SIDE / max(longest, 1.0))
    image = page.render(scale=fitting).to_pil()
    file = io.BytesIO()
    image.convert("RGB").quantize(_COLOURS, method=2).save(file, "PNG", compress_level=5)
    return file.getvalue()
