"""Output files, written whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.errors import UsageError
from auditor.report.files import write_whole


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    """What stood there stays where writing fails; nothing is left behind."""
    path = tmp_path / "report.json"
    write_whole(path, b"old")
    with pytest.raises(TypeError):
        write_whole(path, "no bytes")  # type: ignore[arg-type]  # to fail while it is written
    assert path.read_bytes() == b"old"
    assert [file.name for file in tmp_path.iterdir()] == ["report.json"]
    with pytest.raises(UsageError):
        write_whole(tmp_path / "nowhere" / "report.json", b"new")
