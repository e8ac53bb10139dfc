"""Texts in files that people change: whatever they hold, TOML reads them again."""

from __future__ import annotations

import tomllib

from hypothesis import given
from hypothesis import strategies as st

from auditor.report.data.toml_text import toml_text


@given(st.text(st.characters(exclude_categories=("Cs",))))
def test_a_text_is_read_again_as_it_was(text: str) -> None:
    """Quotes, backslashes, line ends and controls."""
    assert tomllib.loads(f"it = {toml_text(text)}") == {"it": text}
