"""A folder with two versions of a plan of a few lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.plans import OLD, PLAN


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder with two versions of a plan."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "plan.md").write_text(PLAN)
    (tmp_path / "old.md").write_text(OLD)
    return tmp_path
