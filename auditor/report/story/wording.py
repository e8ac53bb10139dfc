"""The words that every format of a report shares, read once."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache

from auditor.rules.resources import templates_folder

Words = Mapping[str, Mapping[str, str]]


@lru_cache(maxsize=1)
def shared_words() -> Words:
    """Read the words that every format shares."""
    words: Words = tomllib.loads((templates_folder() / "wording.toml").read_text("utf-8"))
    return words
