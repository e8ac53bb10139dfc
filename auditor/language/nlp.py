"""The one spaCy pipeline, built once a process.

It is a blank English pipeline (no model, no download): a tokenizer that writes
words as the word lists do, and one component that puts every phrase of the word
lists into `doc.spans`, a group of spans for each group of the lists.
"""

from __future__ import annotations

import gc
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from threading import Lock

import spacy
from spacy.attrs import LOWER  # type: ignore[import-not-found]  # compiled, without stubs
from spacy.lang.en.stop_words import STOP_WORDS
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab

from auditor.lexicon import GAP, Group, Lexicon, expand

_WORD = re.compile(
    r"\d+(?:[.,]\d+)*[½¼¾]?|[½¼¾]|[^\W\d_]+?(?=n't\b)|n't\b|'[a-z]{1,2}\b|[^\W\d_]+|[^\w\s]|_"
)
NAMING = ("babies.", "stages.", "parents.")
"""Word lists that name people or stages of life; the others only turn or colour a statement."""
_TELLING = (*NAMING, "scope.younger")
"""Those without a phrase of which, and without an age, a statement speaks of nobody."""
_BOUNDARY_WORDS = frozenset(("birth", "conception", "newborn", "newborns", "pregnancy", "prenatal"))


def split_words(text: str) -> tuple[list[str], list[int], list[int]]:
    """Split a text into words with their offsets.

    Digits part from letters ("24months", "2s"), and a hyphen between words is a
    space ("under-twos", "parent-infant"); between numbers it stays, for it makes
    a range.

    >>> split_words("0-2s, under-fives and 2-year-olds")[0]
    ['0', '-', '2', 's', ',', 'under', 'fives', 'and', '2', 'year', 'olds']
    """
    found = list(_WORD.finditer(text))
    words = [match[0] for match in found]
    if "-" in words:
        found = _without_hyphens(text, found)
        words = [match[0] for match in found]
    return words, [match.start() for match in found], [match.end() for match in found]


def cut_words(text: str) -> list[str]:
    """Split a text into the same words without their offsets, at half the cost."""
    words: list[str] = _WORD.findall(text)
    return split_words(text)[0] if "-" in words else words


def _without_hyphens(text: str, found: Iterable[re.Match[str]]) -> list[re.Match[str]]:
    """Drop the dashes that join two words."""
    kept: list[re.Match[str]] = []
    for match in found:
        if match[0] != "-" or not _is_hyphen(text, match.start(), kept[-1][0] if kept else ""):
            kept.append(match)
    return kept


def _is_hyphen(text: str, at: int, word_before: str) -> bool:
    """Say whether a dash joins two words, rather than being a range or a pause."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if before.isalpha() and after.isalpha():
        return True
    if before.isalpha() and after.isdigit():
        return word_before.lower() not in _BOUNDARY_WORDS
    return (
        before.isdigit()
        and after.isalpha()
        and not text.startswith(("birth", "conception"), at + 1)
    )


@registry.tokenizers("auditor.words.v1")  # type: ignore[untyped-decorator]
def make_tokenizer() -> object:
    """Register the tokenizer under a name that a spaCy config can use."""
    return lambda nlp: WordTokenizer(nlp.vocab)


class WordTokenizer:
    """Words as the word lists write them; offsets of each in `doc.user_data`."""

    def __init__(self, vocab: Vocab) -> None:
        """Share the vocabulary of the pipeline."""
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """Make a document whose words know where they stand in the text."""
        words, starts, ends = split_words(text)
        doc = Doc(self.vocab, words=words)
        doc.user_data["starts"] = starts
        doc.user_data["ends"] = ends
        doc.user_data["words"] = words
        return doc


@Language.factory("auditor_phrases")
def make_phrases(nlp: Language, name: str) -> PhraseFinder:
    """Make the component that finds the phrases of the word lists, once it has learnt them."""
    return PhraseFinder(nlp)


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
        self._naming: dict[str, list[Parts]] = {}
        """By their anchor, the phrases that tell of whom a statement speaks."""
        self._needed: dict[str, list[frozenset[str]]] = {}
        """By anchors met so far, the words that each of those phrases needs beside it."""
        self._labels: dict[tuple[str, ...], list[str]] = {}
        """The labels of each phrase without gaps."""
        self._lengths: dict[str, list[int]] = {}
        """By its first word, how many words a phrase without gaps may have; shortest first."""
        self._gapped: dict[str, list[Gapped]] = {}
        """By their anchor."""
        self._matchers: dict[str, Matcher] = {}
        """By their anchor, those that a text has asked for."""
        self._learning = Lock()

    def learn(self, groups: Sequence[Group]) -> None:
        """Take in the phrases of the groups."""
        forms = [
            (label, parts)
            for group in groups
            for label, phrases in ((group.id, group.phrases), (group.id + "~", group.asides))
            for phrase in phrases
            for parts in _write_out(phrase.lower())
        ]
        rank = _rank(chain.from_iterable(chain.from_iterable(parts for _, parts in forms)))
        for label, parts in forms:
            if len(parts) == 1:
                self._labels.setdefault(parts[0], []).append(label)
            else:
                needs = frozenset(chain.from_iterable(parts))
                self._gapped.setdefault(_anchor(parts, rank), []).append(Gapped(label, parts, needs))
            if label.startswith(_TELLING):
                self._naming.setdefault(_anchor(parts, rank), []).append(parts)
        lengths: dict[str, set[int]] = {}
        for words in self._labels:
            lengths.setdefault(words[0], set()).add(len(words))
        self._lengths = {word: sorted(found) for word, found in lengths.items()}

    def may_name(self, words: Iterable[str]) -> bool:
        """Say at little cost whether some phrase that names people has all its words here."""
        present = set(words)
        return any(
            any(map(present.issuperset, self._needs(anchor)))
            for anchor in self._naming.keys() & present
        )

    def _needs(self, anchor: str) -> list[frozenset[str]]:
        """Give the least sets of words with which an anchor may make a naming phrase."""
        needed = self._needed.get(anchor)
        if needed is None:
            needed = []
            sets = {frozenset(chain.from_iterable(parts)) for parts in self._naming[anchor]}
            for words in sorted(sets, key=len):
                if not any(less <= words for less in needed):
                    needed.append(words)
            self._needed[anchor] = needed
        return needed

    def __call__(self, doc: Doc) -> Doc:
        """Put the phrases found into `doc.spans`, one list of spans a group."""
        for label, spans in self.find([token.lower_ for token in doc], doc).items():
            doc.spans[label] = [doc[start:end] for start, end in spans]
        return doc

    def find(
        self, words: Sequence[str], doc: Doc | None = None
    ) -> dict[str, list[tuple[int, int]]]:
        """Find phrases as half-open pairs of word numbers, by group; asides under "group~".

        The words are in lower case; `doc` holds the same words, where there is one already.
        """
        spans: dict[str, list[tuple[int, int]]] = {}
        for label, span in chain(self._find_whole(tuple(words)), self._find_gapped(words, doc)):
            spans.setdefault(label, []).append(span)
        found: dict[str, list[tuple[int, int]]] = {}
        for label in sorted(spans):
            kept = spans[label]
            if not label.endswith("~"):
                kept = _without_asides(kept, spans.get(label + "~", ()))
            if kept:
                found[label] = kept
        return found

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

    def _find_gapped(
        self, words: Sequence[str], doc: Doc | None
    ) -> Iterator[tuple[str, tuple[int, int]]]:
        """Find the phrases with gaps, each with its label."""
        present = set(words)
        for anchor in sorted(self._gapped.keys() & present):
            if any(phrase.needs <= present for phrase in self._gapped[anchor]):
                doc = Doc(self.nlp.vocab, words=list(words)) if doc is None else doc
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
        word: (not word.isalnum() or word in STOP_WORDS, count, -len(word))
        for word, count in Counter(words).items()
    }


def _anchor(parts: Parts, rank: Mapping[str, tuple[bool, int, int]]) -> str:
    """Name the rarest word of a phrase."""
    return min(chain.from_iterable(parts), key=rank.__getitem__)


def _words_of(text: str) -> tuple[str, ...]:
    """Split a phrase into words; most hold nothing but letters and spaces."""
    return tuple(text.split() if text.replace(" ", "").isalpha() else split_words(text)[0])


def _write_out(phrase: str) -> Iterator[Parts]:
    """Give every phrase that a short form stands for, as words."""
    for form in expand(phrase):
        if parts := tuple(filter(None, map(_words_of, form.split(GAP)))):
            yield parts


def _pattern(parts: Sequence[Sequence[str]]) -> list[dict[str, object]]:
    pattern: list[dict[str, object]] = []
    for index, part in enumerate(parts):
        if index:
            pattern.extend([{"ORTH": {"NOT_IN": [";", "."]}, "OP": "?"}] * 8)
        pattern.extend({"LOWER": word} for word in part)
    return pattern


def _without_asides(
    spans: Sequence[tuple[int, int]], asides: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Drop what a longer aside covers, and what a longer span of the same group covers."""
    if len(spans) == 1 and not asides:
        return list(spans)
    kept: list[tuple[int, int]] = []
    for start, end in sorted(set(spans), key=lambda span: (span[0] - span[1], span[0])):
        if any(a <= start and end <= b for a, b in asides):
            continue
        if any(a < end and start < b for a, b in kept):
            continue
        kept.append((start, end))
    return sorted(kept)


_TOKENIZER = {"@tokenizers": "auditor.words.v1"}
_BUILT: dict[str, Language] = {}


def pipeline(lexicon: Lexicon) -> Language:
    """Build the pipeline for a set of word lists, once a process: the same lists give the same."""
    nlp = _BUILT.get(lexicon.sha256)
    if nlp is None:
        nlp = _BUILT[lexicon.sha256] = _build(lexicon)
        gc.freeze()  # what was imported and built stays: no search for cycles among it
    return nlp


def _build(lexicon: Lexicon) -> Language:
    vocab = Vocab(lex_attr_getters={LOWER: str.lower})  # all that is asked of a word
    nlp = spacy.blank("en", vocab=vocab, config={"nlp": {"tokenizer": _TOKENIZER}})
    nlp.add_pipe("auditor_phrases").learn(lexicon.groups)  # type: ignore[attr-defined]
    return nlp
