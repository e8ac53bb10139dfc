"""The examples of docs/library.md run and say what the page says."""

from __future__ import annotations

import doctest
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def test_examples_of_the_library_page_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every example on the page gives what it shows."""
    monkeypatch.chdir(ROOT)
    page = (ROOT / "docs" / "library.md").read_text("utf-8").replace("```", "")
    examples = doctest.DocTestParser().get_doctest(page, {}, "library.md", "library.md", 0)
    assert len(examples.examples) > 20
    told: list[str] = []
    failed, _ = doctest.DocTestRunner(verbose=False).run(examples, out=told.append)
    assert failed == 0, "".join(told)
