"""No dimension of a small file makes reading it take long: what took a minute takes seconds."""

from __future__ import annotations

import io
import time
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from auditor.document.reading import read_document
from auditor.records import Reading
from tests.slowness import slowness

LONGEST = 5.0
"""Seconds of processor time; each of these took ten to a hundred before, and takes one now."""


def _word(*paragraphs: str) -> bytes:
    made = docx.Document()
    for text in (*paragraphs, "Babies matter to us."):
        made.add_paragraph(text)
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


CASES: dict[str, tuple[str, Callable[[], bytes]]] = {
    "dots to fill in": (".docx", lambda: _word("Contents", f"Name {'.' * 3000} signed")),
    "spaced dots to fill in": (".docx", lambda: _word("Contents", f"Name {'. ' * 3000}signed")),
    "lines to fill in": (".docx", lambda: _word("Contents", f"Name {'_' * 3000} signed")),
    "a long attribute": (
        ".html",
        lambda: f'<p title="{"<a " * 640_000}">Babies matter to us.</p>'.encode(),
    ),
    "a long style": (
        ".html",
        lambda: f'<p style="{"a:b;" * 480_000}">Babies matter to us.</p>'.encode(),
    ),
    "a long table": (
        ".md",
        lambda: ("|a|b|c|d|\n|-|-|-|-|\n" + "|Babies matter to us|x|y|z|\n" * 6000).encode(),
    ),
    "a wide table": (
        ".md",
        lambda: (
            "|"
            + "a|" * 3000
            + "\n|"
            + "-|" * 3000
            + "\n"
            + "|Babies matter to us"
            + "|b" * 2999
            + "|\n"
        ).encode(),
    ),
}


@pytest.mark.parametrize(("ending", "make"), CASES.values(), ids=CASES)
def test_reading_takes_seconds(tmp_path: Path, ending: str, make: Callable[[], bytes]) -> None:
    """The words are read, in little time."""
    path = tmp_path / f"plan{ending}"
    path.write_bytes(make())
    most = LONGEST * slowness()
    begun = time.process_time()
    document = read_document(path, Reading(ocr="off"))
    assert time.process_time() - begun < most
    assert "Babies matter to us" in document.text
