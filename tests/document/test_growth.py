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

COUNTED = 5_000_000
LONGEST = 20.0
"""Times the processor time of counting so far; each of these took thirty to three hundred before."""


def _count() -> float:
    """Give the processor time of counting in the same run: machines differ, and are shared."""
    begun = time.process_time()
    assert sum(number & 1 for number in range(COUNTED)) == COUNTED // 2
    return time.process_time() - begun


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
    counting = _count()
    begun = time.process_time()
    document = read_document(path, Reading(ocr="off"))
    assert time.process_time() - begun < LONGEST * counting
    assert "Babies matter to us" in document.text
