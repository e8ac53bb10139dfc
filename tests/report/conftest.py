"""Holding a rendered report against its golden file."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from auditor import __version__
from tests.builders import rubric


@pytest.fixture
def hold(update_golden: bool) -> Callable[[Path, str], None]:
    """Compare with a golden file, versions and hashes taken out; or accept what is new."""

    def compare(file: Path, made: str) -> None:
        neutral = _neutral(made)
        if update_golden:
            file.parent.mkdir(exist_ok=True)
            file.write_text(neutral, "utf-8")
        assert file.is_file(), "no golden file: run the tests with --update-golden"
        assert neutral == file.read_text("utf-8")

    return compare


def _neutral(made: str) -> str:
    """Take out what changes without a change for readers."""
    made = re.sub(r'(id="audit">)[^<]*', r"\1AUDIT", made)
    made = re.sub(r"\b[0-9a-f]{16,64}\b|(?<=sha256-)[\w+/=]+", "HASH", made)
    made = made.replace(f"auditor {__version__}", "auditor VERSION")
    return made.replace(f"rubric {rubric().version}", "rubric VERSION")
