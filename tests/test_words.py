"""Word lists are data that anyone may edit: they load whole, or say what to mend and where."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.errors import DataError
from auditor.lexicon import read_lexicon
from auditor.resources import lexicons_folder

FILES = sorted(Path(str(lexicons_folder())).glob("en/*.toml"))
TEXT = FILES[0].read_text("utf-8")


def read(text: str) -> None:
    """Read one word list from a text."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "en").mkdir()
        (Path(folder) / "en" / FILES[0].name).write_text(text, "utf-8")
        read_lexicon(Path(folder))


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(TEXT) - 1), st.sampled_from(['"', "[", "=", "\n", "{", "(", "~", "9"]))
def test_an_edited_word_list_loads_or_says_what_is_wrong(at: int, typed: str) -> None:
    """Any slip of a finger is a DataError that names the file, and never a traceback."""
    try:
        read(TEXT[:at] + typed + TEXT[at:])
    except DataError as error:
        assert FILES[0].name in error.place or "group" in error.message


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_list_names_its_subject_source_and_date(file: Path) -> None:
    """An editor knows where the words come from."""
    import tomllib

    content = tomllib.loads(file.read_text("utf-8"))
    assert content["subject"] and content["source"] and content["date"]
