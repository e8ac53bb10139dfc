"""How much of a document is in which language, and what could not be read for its language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from auditor.language_detection import UNKNOWN
from auditor.records import SILENT_PLACES, Document, LanguageShare, Statement, UnreadPart
from auditor.rules import Rules
from auditor.rules.sentence_templates import fill


def with_languages(document: Document, statements: Sequence[Statement], rules: Rules) -> Document:
    """Return a document that knows its languages; those without lists stand as parts not read."""
    shares = find_shares(document, statements, rules)
    unread = tuple(_unread(one, rules) for one in shares if not one.is_read)
    return replace(document, languages=shares, parts_unread=(*document.parts_unread, *unread))


def find_shares(
    document: Document, statements: Sequence[Statement], rules: Rules
) -> tuple[LanguageShare, ...]:
    """Return the languages of a document, most words first."""
    words: Counter[str] = Counter({document.language: 0})
    for one in statements:
        if one.place not in SILENT_PLACES:
            words[one.language] += len(one.text.split())
    return tuple(_share(code, count, rules) for code, count in words.most_common())


def _share(code: str, words: int, rules: Rules) -> LanguageShare:
    if code not in rules.languages:
        return LanguageShare(code, words, is_read=code == UNKNOWN)
    return LanguageShare(code, words, True, rules.languages[code].writing.trial)


def _unread(share: LanguageShare, rules: Rules) -> UnreadPart:
    phrases = rules.rubric.phrases
    name = rules.rubric.language_named(share.code)
    what = fill(phrases.language_unread, {"language": name, "words": share.words})
    return UnreadPart(None, what, phrases.language_unread_why)
