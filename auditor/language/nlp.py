"""The one spaCy pipeline, built once a process.

It is a blank English pipeline (no model, no download): a tokenizer that writes
words as the word lists do, and one component that puts every phrase of the word
lists into `doc.spans`, a group of spans for each group of the lists.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import spacy
from spacy.language import Language
from spacy.matcher import Matcher, PhraseMatcher
from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab

from auditor.lexicon import GAP, Group, Lexicon, expand

_WORD = re.compile(
    r"\d+(?:[.,]\d+)*[½¼¾]?|[½¼¾]|[^\W\d_]+?(?=n't\b)|n't\b|'[a-z]{1,2}\b|[^\W\d_]+|[^\w\s]|_"
)
_COMMON = frozenset(
    [
        "children",
        "young",
        "people",
        "should",
        "will",
        "must",
        "babies",
        "infants",
        "with",
        "under",
        "that",
        "this",
        "from",
        "have",
        "they",
    ]
)
NAMING = ("babies.", "stages.", "parents.")
"""Word lists that name people or stages of life; the others only turn or colour a statement."""
_BOUNDARY_WORDS = frozenset(("birth", "conception", "newborn", "newborns", "pregnancy", "prenatal"))


def split_words(text: str) -> tuple[list[str], list[int], list[int]]:
    """Split a text into words with their offsets.

    Digits part from letters ("24months", "2s"), and a hyphen between words is a
    space ("under-twos", "parent-infant"); between numbers it stays, for it makes
    a range.

    >>> split_words("0-2s, under-fives and 2-year-olds")[0]
    ['0', '-', '2', 's', ',', 'under', 'fives', 'and', '2', 'year', 'olds']
    """
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _WORD.finditer(text):
        word = match[0]
        if word == "-" and _is_hyphen(text, match.start(), words):
            continue
        words.append(word)
        starts.append(match.start())
        ends.append(match.end())
    return words, starts, ends


def _is_hyphen(text: str, at: int, words: Sequence[str]) -> bool:
    """Say whether a dash joins two words, rather than being a range or a pause."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if before.isalpha() and after.isalpha():
        return True
    if before.isalpha() and after.isdigit():
        return not words or words[-1].lower() not in _BOUNDARY_WORDS
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


class PhraseFinder:
    """Finds every phrase of every group: literal ones at once, gapped ones by anchor.

    A phrase with a gap is tried only where its rarest word stands, so that the
    cost hardly grows with the number of phrases.
    """

    def __init__(self, nlp: Language) -> None:
        """Start with no phrases."""
        self.nlp = nlp
        self.literal = PhraseMatcher(nlp.vocab, attr="LOWER")
        self.gapped: dict[str, Matcher] = {}
        self._docs: dict[tuple[str, ...], Doc] = {}
        self.anchors: set[str] = set()
        """One word of each phrase that names people: a text with none of them names nobody."""

    def learn(self, groups: Sequence[Group]) -> None:
        """Compile the phrases of the groups."""
        for group in groups:
            self._add(group)
        self._docs.clear()

    def _add(self, group: Group) -> None:
        literal: list[Doc] = []
        for kind, phrases in (("", group.phrases), ("~", group.asides)):
            literal = []
            for phrase in phrases:
                if GAP in phrase:
                    self._add_gapped(group.id + kind, phrase)
                else:
                    literal.extend(self._write_out(phrase, group.id.startswith(NAMING)))
            if literal:
                self.literal.add(group.id + kind, literal)

    def _write_out(self, phrase: str, naming: bool) -> Iterator[Doc]:
        for form in expand(phrase.lower()):
            words = split_words(form)[0]
            if words:
                if naming:
                    self.anchors.add(max(words, key=len))
                yield self._doc_of(words)

    def _doc_of(self, words: Sequence[str]) -> Doc:
        """Make a document of a phrase, once for the many groups that may hold it."""
        key = tuple(words)
        if key not in self._docs:
            self._docs[key] = Doc(self.nlp.vocab, words=list(words))
        return self._docs[key]

    def _add_gapped(self, label: str, phrase: str) -> None:
        for form in expand(phrase):
            parts = [split_words(part.lower())[0] for part in form.split(GAP)]
            words = [word for part in parts for word in part]
            anchor = min(words, key=lambda word: (word in _COMMON, -len(word)))
            if label.startswith(NAMING):
                self.anchors.add(anchor)
            matcher = self.gapped.setdefault(anchor, Matcher(self.nlp.vocab))
            matcher.add(label, [_pattern(parts)], greedy="LONGEST")

    def __call__(self, doc: Doc) -> Doc:
        """Put the phrases found into `doc.spans`, one list of spans a group."""
        for label, spans in self.find(doc, [token.lower_ for token in doc]).items():
            doc.spans[label] = [doc[start:end] for start, end in spans]
        return doc

    def find(self, doc: Doc, words: Sequence[str]) -> dict[str, list[tuple[int, int]]]:
        """Find phrases as half-open pairs of word numbers, by group; asides under "group~"."""
        strings = doc.vocab.strings
        found: dict[str, list[tuple[int, int]]] = {}
        for key, start, end in self.literal(doc):
            found.setdefault(strings[key], []).append((start, end))
        for anchor in self.gapped.keys() & set(words):
            for key, start, end in self.gapped[anchor](doc):
                found.setdefault(strings[key], []).append((start, end))
        for label in [label for label in found if not label.endswith("~")]:
            kept = _without_asides(found[label], found.get(label + "~", ()))
            if kept:
                found[label] = kept
            else:
                del found[label]
        return found


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
    kept: list[tuple[int, int]] = []
    for start, end in sorted(set(spans), key=lambda span: (span[0] - span[1], span[0])):
        if any(a <= start and end <= b for a, b in asides):
            continue
        if any(a < end and start < b for a, b in kept):
            continue
        kept.append((start, end))
    return sorted(kept)


_BUILT: dict[str, Language] = {}


def pipeline(lexicon: Lexicon) -> Language:
    """Build the pipeline for a set of word lists, once a process: the same lists give the same."""
    nlp = _BUILT.get(lexicon.sha256)
    if nlp is None:
        nlp = _BUILT[lexicon.sha256] = _build(lexicon)
    return nlp


def _build(lexicon: Lexicon) -> Language:
    nlp = spacy.blank("en")
    nlp.tokenizer = WordTokenizer(nlp.vocab)
    nlp.add_pipe("auditor_phrases").learn(lexicon.groups)  # type: ignore[attr-defined]
    return nlp
