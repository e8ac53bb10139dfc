"""The small words that rules lean on, read from `lexicons/grammar.toml`."""

from __future__ import annotations

import tomllib
from functools import cache

from auditor.errors import DataError
from auditor.lexicon import toml_error
from auditor.resources import lexicons_folder

GRAMMAR_FILE = "grammar.toml"


@cache
def _read_grammar() -> dict[str, frozenset[str]]:
    text = (lexicons_folder() / GRAMMAR_FILE).read_text("utf-8")
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise toml_error(GRAMMAR_FILE, error) from error
    return {name: frozenset(words.split()) for name, words in data.items()}


def word_set(name: str) -> frozenset[str]:
    """A set of words by its name.

    Raises:
        DataError: the file has no such set, or is not TOML.

    """
    try:
        return _read_grammar()[name]
    except KeyError as error:
        raise DataError(
            f'the set of words "{name}" is missing',
            place=GRAMMAR_FILE,
            remedy="Put it back: a rule speaks of it by name.",
        ) from error
