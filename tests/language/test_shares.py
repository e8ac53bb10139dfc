"""How much of a document is in which language, and what could not be read for it."""

from __future__ import annotations

from dataclasses import replace

from auditor.language.shares import find_shares, with_languages
from auditor.records import LanguageShare
from auditor.rules import Rules
from tests.builders import document, statement

RULES = Rules.read(weighed=False)
TWO_WORDS = statement("Babies matter.")
THREE_WORDS = replace(statement("Jedes Baby zählt."), language="de")
WELSH = replace(statement("Mae babanod yn bwysig iawn."), language="cy")


def test_languages_stand_in_order_of_their_words() -> None:
    """A trial language says that it is one."""
    listed = [TWO_WORDS, THREE_WORDS, WELSH]
    assert find_shares(document(listed), listed, RULES) == (
        LanguageShare("cy", 5, is_read=True, is_trial=True),
        LanguageShare("de", 3, is_read=False),
        LanguageShare("en", 2, is_read=True),
    )


def test_a_language_without_lists_is_a_part_not_read() -> None:
    """It is named with the number of its words."""
    listed = [TWO_WORDS, THREE_WORDS]
    (part,) = with_languages(document(listed), listed, RULES).parts_unread
    assert part.what == "text in German, three words"
    assert part.why == "this tool has no word lists for that language"


def test_text_too_short_to_tell_is_read() -> None:
    """It is judged as English, as ever."""
    listed = [replace(TWO_WORDS, language="und")]
    unknown = document(listed, language="und")
    assert with_languages(unknown, listed, RULES).parts_unread == ()


def test_furniture_is_not_counted() -> None:
    """A contents page in another language is no part of what is said."""
    toc = replace(THREE_WORDS, place="toc")
    assert [one.code for one in find_shares(document([toc]), [toc], RULES)] == ["en"]
