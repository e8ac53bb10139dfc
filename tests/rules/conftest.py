"""What the tests of the rules share: a copy of the folder shipped, to be changed at will."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from auditor.rules.resources import lexicons_folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of rules as an editor makes one: all of it copied."""
    copy = tmp_path / "rules"
    shutil.copytree(
        Path(str(lexicons_folder())), copy, ignore=shutil.ignore_patterns("__pycache__")
    )
    return copy
