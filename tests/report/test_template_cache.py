"""What is kept of compiled templates, and when nothing is."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs
import pytest

from auditor.report.template_cache import keep_compiled


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of the test's own."""
    monkeypatch.setattr(platformdirs, "user_cache_dir", lambda *_, **__: str(tmp_path / "cache"))
    return tmp_path / "cache"


def test_a_damaged_entry_is_compiled_anew(cache: Path) -> None:
    """A cut-off file in the cache does no harm."""
    from jinja2 import DictLoader, Environment

    def render() -> str:
        loader = DictLoader({"a": "{{ 1 + 1 }}"})
        return (
            Environment(loader=loader, bytecode_cache=keep_compiled("html"))
            .get_template("a")
            .render()
        )

    assert render() == "2"
    kept = [path for path in cache.rglob("*") if path.is_file()]
    assert len(kept) == 1
    kept[0].write_bytes(kept[0].read_bytes()[:-20])
    assert render() == "2"


def test_nothing_is_kept_where_no_folder_can_be_made(cache: Path) -> None:
    """A file in the way of the folder leaves the templates to be compiled each time."""
    cache.write_text("in the way")
    assert keep_compiled("html") is None


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="Windows has no such permissions")
def test_a_folder_that_others_can_write_to_is_not_trusted(cache: Path) -> None:
    """Compiled code is not taken from where somebody else may have put it."""
    assert keep_compiled("html") is not None
    for folder in cache.rglob("html"):
        folder.chmod(0o777)
    assert keep_compiled("html") is None
