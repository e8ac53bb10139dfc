"""Start-up: what a command does not need is not imported."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

SAMPLE = Path(__file__).resolve().parent.parent / "samples" / "02-absent.pdf"
READ = """
from auditor.document.child import read
from auditor.records import Reading
from pathlib import Path
assert read([Path(sys.argv[1])], Reading(ocr="off")).pages
"""
OF_JUDGING = (
    "auditor.records.audit",
    "auditor.records.statement",
    "auditor.rules.grammar",
    "auditor.rules.lexicon",
    "auditor.rules.rubric",
    "auditor.rules.weights",
    "pydantic",
    "spacy",
)
OF_OTHER_FILES = (
    "auditor.document.ocr.recognition",
    "auditor.document.ocr.tesseract",
    "auditor.document.office",
    "auditor.document.unpaged",
    "auditor.document.web",
    "lxml",
    "pikepdf",
)


def imported(code: str, *arguments: str) -> set[str]:
    """Return the modules that a fresh interpreter has once it has run some code."""
    script = f"import sys\n{code}\nprint(*sys.modules)"
    command = [sys.executable, "-c", script, *arguments]
    return set(subprocess.run(command, capture_output=True, text=True, check=True).stdout.split())


@pytest.mark.parametrize(
    ("code", "unwanted"),
    [
        (READ, (*OF_JUDGING, *OF_OTHER_FILES)),
        (
            "import auditor.cli.main, auditor.cli.commands.read, auditor.document.sandbox",
            (*OF_JUDGING, *OF_OTHER_FILES, "auditor.rules", "numpy", "pypdfium2"),
        ),
        ("import auditor.cli.commands.audit", ("numpy", "pydantic", "spacy", "pypdfium2")),
    ],
    ids=["the child that reads a PDF", "the command that has it read", "the command that audits"],
)
def test_what_is_not_needed_is_not_imported(code: str, unwanted: Sequence[str]) -> None:
    """Everybody waits for what is imported before anything is read."""
    assert not imported(code, str(SAMPLE)) & set(unwanted)


def test_every_record_is_found_where_it_is_looked_for() -> None:
    """Those of judging are imported when they are first asked for, and no others are made up."""
    found = imported(
        "from auditor import records\nfor one in records.__all__: getattr(records, one)"
    )
    assert {"auditor.records.audit", "auditor.records.statement"} <= found
    found = imported("import auditor.records as records\nassert not hasattr(records, 'Nothing')")
    assert "auditor.records.audit" not in found
