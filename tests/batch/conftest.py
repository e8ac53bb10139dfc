"""What the tests of batches share: documents that are small texts, and a folder for the results."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from auditor.rules.rubric import Rubric
from tests import builders

sys.path.insert(0, str(Path(__file__).parent))

WriteDocuments = Callable[..., Path]


@pytest.fixture
def write_documents(tmp_path: Path) -> WriteDocuments:
    """Write texts as documents into one folder, named in the order given."""

    def write(*texts: str) -> Path:
        folder = tmp_path / "plans"
        folder.mkdir(exist_ok=True)
        for number, text in enumerate(texts):
            (folder / f"{number:03}.txt").write_text(text, encoding="utf-8")
        return folder

    return write


@pytest.fixture(scope="session")
def rubric() -> Rubric:
    """The rubric that is shipped."""
    return builders.rubric()
