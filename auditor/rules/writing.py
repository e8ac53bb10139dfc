"""How a language is written: what changes the look of its words and not their meaning."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from auditor.rules.positions import TomlFile, build

Inflection = Literal["endings", "simplemma"]
_SET = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Writing:
    """What is done with words of a language before they are looked up."""

    inflection: Inflection = "endings"
    """What "accept~" stands for: "endings" the four regular forms of an English verb;
    "simplemma" every word of the text that the dictionary gives the same headword."""
    elided: tuple[str, ...] = ()
    """What stands before an apostrophe as a word of its own: the l of "l'enfant"."""
    apart: tuple[str, ...] = ()
    """Words never taken for another that lost its accent or was mutated."""
    trial: bool = False
    """True as long as no native reader has confirmed the lists and labels."""
    h_before_vowels: bool = False
    """True where a word may gain an h before its vowel: Welsh "ei hoed"."""
    common: tuple[str, ...] = ()
    """Small words by which the language is told from others."""
    mutations: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The beginnings of words, and what they turn into after other words."""
    sets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Small words that a phrase may name together: "{de}"."""

    @property
    def has_variants(self) -> bool:
        """True if a word of a text may be another way to write a word of the lists."""
        return self.inflection == "simplemma"

    def spell_out(self, phrase: str) -> str:
        """Write the sets named in a phrase as choices.

        >>> Writing(sets={"de": ("de", "del")}).spell_out("salud {de} bebé~")
        'salud (de|del) bebé~'
        """
        return _SET.sub(self._choice, phrase) if "{" in phrase else phrase

    def unknown_sets(self, phrase: str) -> list[str]:
        """Return the names of sets in a phrase that there are not."""
        return [name for name in _SET.findall(phrase) if name not in self.sets]

    def _choice(self, found: re.Match[str]) -> str:
        return "(" + "|".join(self.sets[found[1]]) + ")"


AS_IT_STANDS = Writing()
"""A language whose words are looked up as they stand."""


def read_writing(file: TomlFile) -> Writing:
    """Read and check how a language is written.

    Raises:
        DataError: a key is unknown or holds the wrong kind of value.

    """
    writing = build(Writing, file)
    for name, words in writing.sets.items():
        if any(set("()|{}~") & set(word) for word in words):
            raise file.mistake(
                ("sets", name), "a set holds plain words only", "Write the choices one by one."
            )
    return writing
