"""What reading says of a file, such as why a page was not read, in the language of a report."""

from __future__ import annotations

import re
from functools import lru_cache

from auditor.rules.sentence_templates import fill
from auditor.rules.translating.shared_texts import ENGLISH, shared_texts

_SAID = frozenset(("what", "why", "how"))
"""Names in braces that stand for sentences of the same table."""


def reading_words(said: str, language: str = ENGLISH) -> str:
    """Return what reading said in English in the language of a report.

    Where it is a sentence of [unread], that of the language stands in its place; what no sentence
    fits stays as it is.

    >>> reading_words("no text layer"), reading_words("no words for this", "cy")
    ('no text layer', 'no words for this')
    """
    if language == ENGLISH:
        return said
    for key, pattern in _patterns():
        if found := pattern.fullmatch(said):
            values = {
                name: reading_words(text, language) if name in _SAID else text
                for name, text in found.groupdict().items()
            }
            return fill(shared_texts("wording", language)["unread"][key], values)
    return said


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return what finds each sentence of reading, with a group for each name in braces."""
    return tuple(
        (key, re.compile(re.sub(r"\\{(\w+)\\}", r"(?P<\1>.+?)", re.escape(english)), re.DOTALL))
        for key, english in shared_texts("wording")["unread"].items()
    )
