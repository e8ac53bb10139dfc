"""No pattern of the reading stage goes back and forth over long runs."""

from __future__ import annotations

import importlib
import pkgutil
import re
import time
from collections.abc import Iterator

import pytest

import auditor.document.flow
import auditor.document.ocr
import auditor.document.office
import auditor.document.pdf
import auditor.document.structure
import auditor.document.web

PACKAGES = (
    auditor.document.flow,
    auditor.document.ocr,
    auditor.document.office,
    auditor.document.pdf,
    auditor.document.structure,
    auditor.document.web,
)
SIZE = 6_000
PARTS = (
    " ", ".", "-", "a", "A", "1", "\n", "|", "+", "=", "#", "<", ">", "[", "{", "(", "\"", "'", "\\",
    ":", "_", "*", "\t", "- ", "a ", "1 ", "--- ", "+-", "| ", "<a ", "<link ", "<meta ", "rect(0 ",
    "title: ", "&", "x=", "\n\n", "\n ", "    \n", "é", "fn", "a-", "-a",
)  # fmt: skip
OPENINGS = (
    "",
    "title:",
    "---\n",
    "!!! note\n",
    "<meta ",
    "<link href=",
    "#fn",
    "rect(",
    "| ",
    "x {#",
)


def patterns() -> Iterator[tuple[str, re.Pattern[str] | re.Pattern[bytes]]]:
    """Find every pattern that a module compiles when it is loaded."""
    for package in PACKAGES:
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            module = importlib.import_module(found.name)
            for name, value in vars(module).items():
                if isinstance(value, re.Pattern):
                    yield f"{found.name.removeprefix('auditor.document.')}.{name}", value


@pytest.mark.parametrize(
    "pattern", [pytest.param(pattern, id=name) for name, pattern in patterns()]
)
def test_a_pattern_is_linear(pattern: re.Pattern[str] | re.Pattern[bytes]) -> None:
    """Thousands of the same letters, with an opening before and an odd end, cost next to nothing."""
    for opening in OPENINGS:
        for part in PARTS:
            text = opening + part * (SIZE // len(part)) + "\x01"
            start = time.process_time()
            _search(pattern, text)
            assert time.process_time() - start < 0.5, (opening, part)


def _search(pattern: re.Pattern[str] | re.Pattern[bytes], text: str) -> None:
    if isinstance(pattern.pattern, bytes):
        sum(1 for _ in pattern.finditer(text.encode()))
    else:
        sum(1 for _ in pattern.finditer(text))
