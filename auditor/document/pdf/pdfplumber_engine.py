"""Pages of a PDF through pdfplumber: slower by far, and independent of pdfium.

`--engine pdfplumber` reads with it, as a cross-check of the whole path.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np

from auditor.document.page import Drawn, ExtractedPage, Floats, Ints, Lines
from auditor.document.pdf.layout.lines import cut_lines, set_lines
from auditor.document.pdf.pdfium.fonts import BOLD_NAMES
from auditor.errors import UnreadableDocumentError


def read_plumbed_pages(data: bytes, name: str, labels: list[str]) -> Iterator[ExtractedPage]:
    """Read the pages one after the other; `labels` as pdfium found them.

    Raises:
        UnreadableDocumentError: pdfplumber finds other pages than pdfium does, or none.

    """
    import pdfplumber
    from pdfminer.pdfparser import PDFSyntaxError
    from pdfplumber.utils.exceptions import PdfminerException

    start = max(0, data[:65536].find(b"%PDF-"))
    try:
        with pdfplumber.open(io.BytesIO(data[start:])) as document:
            if len(document.pages) != len(labels):
                raise _other_pages(name, len(document.pages), len(labels))
            for number, page in enumerate(document.pages, 1):
                yield _read_page(page, number, labels[number - 1])
                page.close()
    except (PdfminerException, PDFSyntaxError) as error:
        raise UnreadableDocumentError(
            f"pdfplumber cannot read it ({error})", place=name, remedy="Use --engine pdfium."
        ) from None


def _other_pages(name: str, found: int, expected: int) -> UnreadableDocumentError:
    return UnreadableDocumentError(
        f"pdfplumber finds {found} pages where pdfium finds {expected}",
        place=name,
        remedy="Use --engine pdfium.",
    )


def _read_page(page: Any, number: int, label: str) -> ExtractedPage:
    words = page.extract_words(
        use_text_flow=True,
        x_tolerance_ratio=0.15,
        extra_attrs=["size", "fontname"],
        return_chars=False,
    )
    blank = ExtractedPage(
        number=number,
        label=label,
        width=float(page.width),
        height=float(page.height),
        drawn=_drawn(page),
    )
    return _with_words(blank, words) if words else blank


def _drawn(page: Any) -> Drawn:
    return Drawn(
        np.array([_rect(one) for one in (*page.rects, *page.lines, *page.curves)]).reshape(-1, 4),
        tuple(_rect(thing) for thing in page.rects if thing.get("fill")),
        tuple(_rect(thing) for thing in page.images),
    )


def _with_words(blank: ExtractedPage, words: list[dict[str, Any]]) -> ExtractedPage:
    boxes = np.array([_rect(word) for word in words], np.float64)
    first = cut_lines(boxes, _line_numbers(boxes))
    return replace(
        blank,
        # a hyphen that ends lines and joins compounds is often coded as a soft one throughout
        words=tuple(word["text"][:-1].replace("\xad", "-") + word["text"][-1] for word in words),
        boxes=boxes,
        soft=np.zeros(len(words), bool),
        lines=_lines(boxes, first, words),
    )


def _rect(thing: dict[str, Any]) -> tuple[float, float, float, float]:
    return float(thing["x0"]), float(thing["top"]), float(thing["x1"]), float(thing["bottom"])


def _line_numbers(boxes: Floats) -> Ints:
    """Count a new line where a word stands lower, or further left, than the one before."""
    below = boxes[1:, 1] > (boxes[:-1, 1] + boxes[:-1, 3]) / 2
    left = boxes[1:, 0] < boxes[:-1, 0]
    return np.concatenate(([0], np.cumsum(below | left)))


def _lines(boxes: Floats, first: Ints, words: list[dict[str, Any]]) -> Lines:
    last = np.append(first[1:], len(words))
    middle = [words[at] for at in ((first + last - 1) // 2).tolist()]
    bold = [
        any(part in word["fontname"].lower().encode() for part in BOLD_NAMES) for word in middle
    ]
    size = np.round(np.array([float(word["size"]) for word in middle]) * 2) / 2
    way = np.array([0 if word.get("upright", True) else 1 for word in middle])
    return set_lines(boxes, first, size, np.array(bold), way)
