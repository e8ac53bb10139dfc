"""The phrases of the word lists, found in a text that has been cut into words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from threading import Lock

from spacy.language import Language
from spacy.matcher import Matcher
from spacy.tokens import Doc

from auditor.language.text.spelling import ENDING, HEADWORD, Spelling
from auditor.rules.lexicon import GAP, Group, expand
from auditor.rules.writing import AS_IT_STANDS, Writing

Parts = tuple[tuple[str, ...], ...]
"""The words of a phrase; more than one part where it has gaps."""


@dataclass(frozen=True, slots=True)
class Gapped:
    """A phrase with gaps, and every word that a text must have for it."""

    label: str
    parts: Parts
    needs: frozenset[str]


class PhraseFinder:
    """Finds every phrase of every group.

    A phrase without gaps is looked up by its words wherever its first word stands. One with
    gaps is given to a Matcher, but only where its anchor, its rarest word, stands and all of
    its other words too, which is seldom.
    """

    def __init__(self, nlp: Language) -> None:
        """Start with no phrases."""
        self.nlp = nlp
        self.spelling = _PLAIN
        self._labels: dict[tuple[str, ...], list[str]] = {}
        """The labels of each phrase without gaps."""
        self._lengths: dict[str, list[int]] = {}
        """By its first word, how many words a phrase without gaps may have; shortest first."""
        self._gapped: dict[str, list[Gapped]] = {}
        """By their anchor."""
        self._matchers: dict[str, Matcher] = {}
        """By their anchor, those that a text has asked for."""
        self._learning = Lock()

    def learn(
        self,
        groups: Sequence[Group],
        writing: Writing = AS_IT_STANDS,
        spelling: Spelling | None = None,
    ) -> None:
        """Take in the phrases of the groups, as a language spells them."""
        self.spelling = spelling or _PLAIN
        forms = [
            (label, parts)
            for group in groups
            for label, phrases in ((group.id, group.phrases), (group.id + "~", group.asides))
            for phrase in phrases
            for parts in write_out(phrase.lower(), writing, self.spelling)
        ]
        rank = _rank(chain.from_iterable(chain.from_iterable(parts for _, parts in forms)))
        for label, parts in forms:
            if len(parts) == 1:
                self._labels.setdefault(parts[0], []).append(label)
            else:
                needs = frozenset(chain.from_iterable(parts))
                self._gapped.setdefault(_anchor(parts, rank), []).append(
                    Gapped(label, parts, needs)
                )
        lengths: dict[str, set[int]] = {}
        for words in self._labels:
            lengths.setdefault(words[0], set()).add(len(words))
        self._lengths = {word: sorted(found) for word, found in lengths.items()}

    def __call__(self, doc: Doc) -> Doc:
        """Put the phrases found into `doc.spans`, one list of spans a group."""
        words = [token.lower_ for token in doc]
        headwords = self.spelling.headwords(words)
        read = self.spelling.read(words)
        for label, spans in self.find(read, doc if read == words else None, headwords).items():
            doc.spans[label] = [doc[start:end] for start, end in spans]
        return doc

    def find(
        self,
        words: Sequence[str],
        doc: Doc | None = None,
        headwords: Sequence[str] | None = None,
    ) -> dict[str, list[tuple[int, int]]]:
        """Find phrases as half-open pairs of word numbers, by group; asides under "group~".

        The words are in lower case; `doc` holds the same words, where there is one already.
        `headwords` holds the headword of each, in languages that have them looked up.
        """
        spans: dict[str, list[tuple[int, int]]] = {}
        if headwords is None:
            whole = self._find_whole(tuple(words))
        else:
            whole = self._find_inflected(words, headwords)
            doc = None
        for label, span in chain(whole, self._find_gapped(words, doc, headwords)):
            spans.setdefault(label, []).append(span)
        found: dict[str, list[tuple[int, int]]] = {}
        for label in sorted(spans):
            kept = spans[label]
            if not label.endswith("~"):
                kept = _without_asides(kept, spans.get(label + "~", ()))
            if kept:
                found[label] = kept
        return found

    def words_for(self, labels: Collection[str]) -> frozenset[str]:
        """Return words of which a text must have one to hold any phrase of some groups.

        Of each phrase it is the longest, which is seldom a small word.
        """
        whole = (
            words for words, held in self._labels.items() if any(one in labels for one in held)
        )
        gapped = chain.from_iterable(self._gapped.values())
        needed = chain(whole, (one.needs for one in gapped if one.label in labels))
        return frozenset(max(sorted(words), key=len) for words in needed)

    def forms_of(self, words: Sequence[str], headwords: Sequence[str] | None) -> Collection[str]:
        """Return all by which a phrase may ask for some words: themselves, headwords, endings."""
        if headwords is None:
            return words
        return {*words, *headwords, *chain.from_iterable(map(self.spelling.endings, words))}

    def _find_whole(self, words: tuple[str, ...]) -> Iterator[tuple[str, tuple[int, int]]]:
        """Find the phrases without gaps, each with its label."""
        lengths, labels, count = self._lengths, self._labels, len(words)
        for start, word in enumerate(words):
            if word not in lengths:
                continue
            for length in lengths[word]:
                end = start + length
                if end > count:
                    break
                for label in labels.get(words[start:end], ()):
                    yield label, (start, end)

    def _find_inflected(
        self, words: Sequence[str], headwords: Sequence[str]
    ) -> Iterator[tuple[str, tuple[int, int]]]:
        """Find the phrases without gaps, each word of which may be asked for by its headword."""
        ends = self.spelling.endings
        forms = [(word, head, *ends(word)) for word, head in zip(words, headwords, strict=True)]
        begun = self._beginnings
        for start in range(len(forms)):
            rows: list[tuple[str, ...]] = [()]
            for end in range(start, len(forms)):
                rows = [(*row, one) for row in rows for one in forms[end] if (*row, one) in begun]
                if not rows:
                    break
                for row in rows:
                    for label in self._labels.get(row, ()):
                        yield label, (start, end + 1)

    @cached_property
    def _beginnings(self) -> frozenset[tuple[str, ...]]:
        """Everything with which a phrase without gaps may begin."""
        return frozenset(
            words[:length] for words in self._labels for length in range(1, len(words) + 1)
        )

    def _find_gapped(
        self, words: Sequence[str], doc: Doc | None, headwords: Sequence[str] | None
    ) -> Iterator[tuple[str, tuple[int, int]]]:
        """Find the phrases with gaps, each with its label."""
        present = frozenset(self.forms_of(words, headwords))
        for anchor in sorted(self._gapped.keys() & present):
            if any(phrase.needs <= present for phrase in self._gapped[anchor]):
                if doc is None:
                    lemmas = list(headwords) if headwords else None
                    doc = Doc(self.nlp.vocab, words=list(words), lemmas=lemmas)
                for key, start, end in self._matcher(anchor)(doc):
                    yield doc.vocab.strings[key], (start, end)

    def _matcher(self, anchor: str) -> Matcher:
        """Compile the phrases of an anchor, once."""
        with self._learning:
            if anchor not in self._matchers:
                matcher = Matcher(self.nlp.vocab, validate=False)
                for phrase in self._gapped[anchor]:
                    matcher.add(phrase.label, [_pattern(phrase.parts)], greedy="LONGEST")
                self._matchers[anchor] = matcher
            return self._matchers[anchor]


def _rank(words: Iterable[str]) -> dict[str, tuple[bool, int, int]]:
    """Rank words by how well they anchor a phrase: rare and long ones first, small ones last."""
    return {
        word: (not word.isalnum() or len(word) < 3, count, -len(word))
        for word, count in Counter(words).items()
    }


def _anchor(parts: Parts, rank: Mapping[str, tuple[bool, int, int]]) -> str:
    """Return the rarest word of a phrase."""
    return min(chain.from_iterable(parts), key=rank.__getitem__)


_PLAIN = Spelling(AS_IT_STANDS)


def write_out(
    phrase: str, writing: Writing = AS_IT_STANDS, spelling: Spelling = _PLAIN
) -> Iterator[Parts]:
    """Give every phrase that a short form stands for, as words."""
    for form in expand(phrase, writing):
        if parts := tuple(filter(None, map(spelling.words_of, form.split(GAP)))):
            yield parts


def _pattern(parts: Sequence[Sequence[str]]) -> list[dict[str, object]]:
    pattern: list[dict[str, object]] = []
    for index, part in enumerate(parts):
        if index:
            pattern.extend([{"ORTH": {"NOT_IN": [";", "."]}, "OP": "?"}] * 8)
        pattern.extend(map(_one_word, part))
    return pattern


def _one_word(word: str) -> dict[str, object]:
    """Return what a Matcher is asked for: a word, a headword, or the end of a word."""
    if len(word) > 1 and word.startswith(HEADWORD):
        return {"LEMMA": word}
    if len(word) > 1 and word.startswith(ENDING):
        return {"LOWER": {"REGEX": f".{re.escape(word[1:])}$"}}
    return {"LOWER": word}


def _without_asides(
    spans: Sequence[tuple[int, int]], asides: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Drop what a longer aside covers, and what shares a word with a longer span of the group."""
    if len(spans) == 1 and not asides:
        return list(spans)
    kept: list[tuple[int, int]] = []
    taken = bytearray(max(end for _, end in spans))
    ends = _furthest_ends(asides)
    starts = [start for start, _ in ends]
    for start, end in sorted(set(spans), key=lambda span: (span[0] - span[1], span[0])):
        before = bisect_right(starts, start)
        if (before and ends[before - 1][1] >= end) or any(taken[start:end]):
            continue
        taken[start:end] = b"\1" * (end - start)
        kept.append((start, end))
    return sorted(kept)


def _furthest_ends(asides: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return, for the start of each aside in order, how far any that began by then reaches."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(asides):
        found.append((start, max(end, found[-1][1] if found else 0)))
    return found
