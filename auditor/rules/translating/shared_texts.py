"""The words that every format shares, and the names of columns, in the language of a report."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import cast

from auditor.rules.positions import read_toml
from auditor.rules.resources import templates_folder
from auditor.rules.translating.overlay import Overlay, read_overlay

Texts = Mapping[str, Mapping[str, str]]
ENGLISH = "en"
SHARED = ("wording", "labels", "gaps", "remarks", "page")
"""The files of shared texts: `wording.toml`, and `wording.cy.toml` laid over it."""
_KEPT = frozenset(
    (("reason", "empty"), ("sheets", "review"), ("sheets", "help"), ("leaves_out", "id"))
)
"""Words of documents, an id, and names by which sheets that people filled in are read again."""
_NO_TEXTS = frozenset(("review", "beside"))
"""Tables of ids, and of columns that people fill in."""
_OF_REMARKS = frozenset(("name", "meaning", "reason", "rule"))
"""What is said of a draft; what could be written into it is in its own language."""


def is_shared_text(name: tuple[str, ...]) -> bool:
    """True if a shared text is translated: words of documents and of review sheets are not."""
    if len(name) != 2 or name[0] in _NO_TEXTS or name in _KEPT:
        return False
    return name[0] != "remark" or name[1] in _OF_REMARKS


def shared_overlay(file: str, language: str) -> Overlay:
    """Lay the shared texts of a language over the English ones.

    Raises:
        DataError: the translation has a mistake; its place names file, line and column.

    """
    folder = templates_folder()
    english = folder.joinpath(f"{file}.toml")
    return read_overlay(english, folder, (f"{file}.{language}.toml",), is_shared_text)


def language_tag(language: str) -> str:
    """Return the language of a report as files name it: English is that of Britain."""
    return "en-GB" if language == ENGLISH else language


@lru_cache(maxsize=16)
def shared_texts(file: str, language: str = ENGLISH) -> Texts:
    """Return shared texts in a language, English where they are not translated."""
    if language == ENGLISH:
        return cast(Texts, read_toml(templates_folder().joinpath(f"{file}.toml")).content)
    return shared_overlay(file, language).content


def shared_words(language: str = ENGLISH) -> Texts:
    """Return the words that every format of a report shares."""
    return shared_texts("wording", language)


def labels(language: str = ENGLISH) -> Texts:
    """Return the names of columns and sheets: for each table, by their fixed names."""
    return shared_texts("labels", language)


def shared_lacking(language: str, file: str = "wording") -> tuple[str, ...]:
    """Return the shared words that a language lacks."""
    return shared_overlay(file, language).missing
