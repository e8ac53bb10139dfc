"""The spaCy pipeline of a language.

It is a blank pipeline (no model, no download): a tokenizer that writes
words as the word lists do, and one component that puts every phrase of the word
lists into `doc.spans`, a group of spans for each group of the lists.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

import spacy
from spacy.attrs import LOWER  # type: ignore[import-not-found]  # compiled, without stubs
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab

from auditor.language.marking.phrases import PhraseFinder
from auditor.language.text.spelling import Spelling, spelling_of
from auditor.language.text.words import WordSplitter
from auditor.rules import Language as LanguageRules
from auditor.rules.lexicon import expand


# the registry of spaCy gives its decorators no types
@registry.tokenizers("auditor.words.v1")  # type: ignore[untyped-decorator]  # spaCy has no type for it
def make_tokenizer() -> object:
    """Register the tokenizer under a name that a spaCy config can use."""
    return lambda nlp: WordTokenizer(nlp.vocab, WordSplitter())


class WordTokenizer:
    """Words as the word lists write them; offsets of each in `doc.user_data`."""

    def __init__(self, vocab: Vocab, splitter: WordSplitter) -> None:
        """Share the vocabulary of the pipeline."""
        self.vocab, self.splitter = vocab, splitter

    def __call__(self, text: str) -> Doc:
        """Make a document whose words know where they stand in the text."""
        words, starts, ends = self.splitter.split(text)
        doc = Doc(self.vocab, words=words)
        doc.user_data["starts"] = starts
        doc.user_data["ends"] = ends
        doc.user_data["words"] = words
        return doc


@Language.factory("auditor_phrases")
def make_phrases(nlp: Language, name: str) -> PhraseFinder:
    """Make the component that finds the phrases of the word lists, once it has learnt them."""
    return PhraseFinder(nlp)


_TOKENIZER = {"@tokenizers": "auditor.words.v1"}


def build_pipeline(language: LanguageRules) -> Language:
    """Build the spaCy pipeline that finds the phrases of a language's word lists."""
    vocab = Vocab(lex_attr_getters={LOWER: str.lower})  # all that is asked of a word
    nlp = spacy.blank("xx", vocab=vocab, config={"nlp": {"tokenizer": _TOKENIZER}})
    spelling = _learn_spelling(language)
    nlp.tokenizer = WordTokenizer(nlp.vocab, spelling.splitter)
    finder = cast(PhraseFinder, nlp.add_pipe("auditor_phrases"))
    finder.learn(language.lexicon.groups, language.writing, spelling)
    return nlp


def _learn_spelling(language: LanguageRules) -> Spelling:
    """Return what reads the words of a language, every word of its lists taken in."""
    spelling = spelling_of(language.writing, language.code)
    if language.writing.has_variants:
        spelling.learn(_all_phrases(language))
    return spelling


def _all_phrases(language: LanguageRules) -> Iterator[str]:
    """Give every phrase of the lists and of the grammar, written out."""
    for group in language.lexicon.groups:
        for phrase in (*group.phrases, *group.asides):
            yield from expand(phrase, language.writing)
    yield from language.ages.words
    small = language.small_words
    yield from (*small.joins, *small.of, *small.heading_heads)
