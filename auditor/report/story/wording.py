"""The words that every format of a report shares, in the language of the report."""

from __future__ import annotations

from auditor.rules.translating.shared_texts import ENGLISH, Texts, shared_texts

Words = Texts


def shared_words(language: str = ENGLISH) -> Words:
    """Return the words that every format shares; English where a language lacks them."""
    return shared_texts("wording", language)
