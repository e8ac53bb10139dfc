"""One spelling of each word: lost accents put back, mutations undone, headwords found.

In English a word is looked up as it stands. In other languages a word of a text may be
another way to write a word of the lists: "bebes" for "bebés", Welsh "fabanod" for
"babanod". Which words there are is told by the lists themselves, so that nothing is
guessed: a word is read as the listed word that it is a variant of, if it is not listed
itself. Headwords come from a dictionary (simplemma) and answer "atender~" in a list.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from itertools import pairwise

from auditor.language.text.words import WordSplitter
from auditor.rules.writing import Writing

HEADWORD = "~"
"""Stands before a headword, so that it is never taken for a word."""
ENDING = "*"
"""Stands before the end of a word, where a list asks for all words that end so: "*rá"."""
_DEEPEST = 3
"""How often a headword is looked up again: "rieni" is "rhieni", which is "rhiant"."""
_MOST_KEPT = 100_000
_VOWELS = "aeiouwyâêîôûŵŷ"


class Spelling:
    """Reads words as they stand: English."""

    def __init__(self, writing: Writing) -> None:
        """Learn how words are cut."""
        self.splitter = WordSplitter(writing.elided)

    def read(self, cased: Sequence[str]) -> list[str]:
        """Return the words of a text as they are looked up."""
        return [word.lower() for word in cased]

    def headwords(self, cased: Sequence[str]) -> list[str] | None:
        """Return the headword of each word of a text; None where none are looked up."""
        return None

    def endings(self, word: str) -> tuple[str, ...]:
        """Return the ends of a word that the lists ask for."""
        return ()

    def words_of(self, phrase: str) -> tuple[str, ...]:
        """Return a phrase, in lower case, as the words that are looked up."""
        if phrase.replace(" ", "").isalpha():
            return tuple(phrase.split())
        return tuple(self.splitter.cut(phrase))

    def learn(self, phrases: Iterable[str]) -> None:
        """Take in what is written in the lists; every word is its own in English."""


class VariedSpelling(Spelling):
    """Reads words of a language in which the same word is written in many ways."""

    def __init__(self, writing: Writing, code: str) -> None:
        """Start with the dictionary of a language and no lists."""
        super().__init__(writing)
        self._writing, self._code = writing, code
        self._apart = frozenset(writing.apart)
        self._listed: dict[str, str] = {}
        """Every listed word and its variants, and the listed word that each is read as."""
        self._in_capitals: dict[str, str] = {}
        """Listed words by how they are written in capitals without accents."""
        self._headwords: dict[str, str] = {}
        self._asked: frozenset[str] = frozenset()
        """The headwords that the lists ask for."""
        self._ends: tuple[str, ...] = ()

    def read(self, cased: Sequence[str]) -> list[str]:
        """Return the words of a text as they are looked up."""
        return [self._read_one(word) for word in cased]

    def headwords(self, cased: Sequence[str]) -> list[str] | None:
        """Return the headword of each word of a text."""
        return [self._headword(self._with_accents(word)) for word in cased]

    def _read_one(self, cased: str) -> str:
        word = self._with_accents(cased)
        return self._listed.get(word, word)

    def _with_accents(self, cased: str) -> str:
        """Return a word in lower case; in capitals, which often lose theirs, with its accents."""
        word = cased.lower()
        return self._in_capitals.get(word, word) if cased.isupper() and len(cased) > 1 else word

    def words_of(self, phrase: str) -> tuple[str, ...]:
        """Return a phrase of a list as the words that are looked up, "~" headwords among them."""
        found: list[str] = []
        for word in self.splitter.cut(phrase.lower()):
            if word == HEADWORD and found:
                found[-1] = self._headword(found[-1])
            elif found and found[-1] == ENDING:
                found[-1] += word
            else:
                found.append(self._listed.get(word, word))
        return tuple(found)

    def endings(self, word: str) -> tuple[str, ...]:
        """Return the ends of a word that the lists ask for."""
        if not word.endswith(self._ends):
            return ()
        return tuple(ENDING + end for end in self._ends if word.endswith(end) and word != end)

    def learn(self, phrases: Iterable[str]) -> None:
        """Take in every word of the lists: only they have variants."""
        listed = set(self._listed)
        asked: set[str] = set()
        ends: set[str] = set()
        for phrase in phrases:
            words = self.splitter.cut(phrase.lower())
            pairs = list(pairwise(words))
            asked.update(word for word, after in pairs if after == HEADWORD)
            ends.update(after for word, after in pairs if word == ENDING)
            listed.update(words)
        listed -= ends
        self._ends = tuple(sorted(ends))
        self._listed = self._variants(sorted(listed))
        plain = {word: strip_accents(word) for word in sorted(listed)}
        self._in_capitals = {bare: word for word, bare in plain.items() if bare not in listed}
        self._headwords.clear()
        self._asked = frozenset(self._look_up(word) for word in asked)

    def _variants(self, listed: Sequence[str]) -> dict[str, str]:
        """Return what each word, and each of its variants, is read as."""
        known = {word: word for word in listed}
        for word in listed:
            if not word.isalpha():
                continue
            for variant in self._mutated(word):
                if variant not in self._apart and known.get(variant, variant) == variant:
                    known[variant] = word
        for word in listed:
            plain = strip_accents(word)
            if plain != word and plain not in self._apart:
                known.setdefault(plain, word)
        return {word: _followed(known, word) for word in known}

    def _mutated(self, word: str) -> list[str]:
        """Return what the beginning of a word may turn into after other words."""
        found = []
        begins = sorted(self._writing.mutations, key=len, reverse=True)
        begin = next((one for one in begins if word.startswith(one)), None)
        if begin is not None and len(word) > len(begin) + 1:
            found = [new + word[len(begin) :] for new in self._writing.mutations[begin]]
        if self._writing.h_before_vowels and word[0] in _VOWELS and len(word) > 2:
            found.append("h" + word)
        return found

    def _headword(self, word: str) -> str:
        """Return the headword of a word, behind its sign."""
        known = self._headwords.get(word)
        if known is None:
            if len(self._headwords) > _MOST_KEPT:
                self._headwords.clear()
            known = self._headwords[word] = HEADWORD + self._nearest(word)
        return known

    def _nearest(self, word: str) -> str:
        """Return the headword of a word, or of what it is a variant of, that the lists ask for."""
        headword = self._look_up(word)
        if headword in self._asked or word in self._apart:
            return headword
        for radical in (self._listed.get(word, word), *self._radicals(word)):
            if (other := self._look_up(radical)) in self._asked:
                return other
        return headword

    def _radicals(self, word: str) -> list[str]:
        """Return what a word may have been before its beginning turned."""
        found = [
            begin + word[len(new) :]
            for begin, news in self._writing.mutations.items()
            for new in news
            if word.startswith(new)
        ]
        if self._writing.h_before_vowels and word[:1] == "h" and len(word) > 1:
            found.append(word[1:])
        return found

    def _look_up(self, word: str) -> str:
        """Return the headword of the dictionary, looked up until it stays."""
        import simplemma

        for _ in range(_DEEPEST):
            found = simplemma.lemmatize(word, lang=self._code).lower()
            if found == word:
                break
            word = found
        return word


def _followed(known: dict[str, str], word: str) -> str:
    """Follow a word to the one that it is read as in the end."""
    seen = {word}
    while known[word] != word and known[word] not in seen:
        word = known[word]
        seen.add(word)
    return word


def strip_accents(word: str) -> str:
    """Return a word without its accents.

    >>> strip_accents("bebés"), strip_accents("año"), strip_accents("naître")
    ('bebes', 'ano', 'naitre')
    """
    parts = unicodedata.normalize("NFD", word)
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def spelling_of(writing: Writing, code: str) -> Spelling:
    """Return what reads the words of a language."""
    return VariedSpelling(writing, code) if writing.has_variants else Spelling(writing)
