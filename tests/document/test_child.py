"""What the child does that reads: a document, or the error that says why not."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

from auditor.document.child import make_reader, read, read_here, too_large
from auditor.errors import AuditorError
from auditor.records import Document, Reading


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A text of one line."""
    path = tmp_path / "plan.txt"
    path.write_text("We will see every baby in the first week.", "utf-8")
    return path


def test_a_document_is_the_answer(plan: Path) -> None:
    """In one message."""
    sent: list[object] = []
    make_reader(None)(((plan,), Reading()), sent.append)
    (document,) = sent
    assert isinstance(document, Document) and "baby" in document.text


def test_an_error_is_an_answer_too(tmp_path: Path) -> None:
    """It is returned and not raised."""
    assert isinstance(read([tmp_path / "gone.pdf"], Reading()), AuditorError)


def test_garbage_is_collected_again_afterwards(plan: Path) -> None:
    """Whatever reading switched off."""
    read_here([plan], Reading())
    assert gc.isenabled()


def test_too_much_memory_names_the_document(plan: Path) -> None:
    """With what to do."""
    error = too_large([plan])
    assert error.place == "plan.txt" and error.remedy
