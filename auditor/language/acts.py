"""Words that commit or call somebody to act."""

from __future__ import annotations

from auditor.language.grammar import word_set
from auditor.language.marking import Marked, Span, overlaps
from auditor.records import Because, Place

_AMBIGUOUS = word_set("ambiguous-orders")
_NOT_OBJECT = word_set("not-objects")
_MODALS = frozenset(("will", "'ll", "shall", "are", "is", "being"))


def find_action(marked: Marked, place: Place, lead_in: Marked | None = None) -> Because | None:
    """Find the words that commit or call somebody to act."""
    for span in marked.phrases.get("strength.action", ()):
        if not is_others(marked, span) and not _is_naming(marked, span):
            return marked.because("strength.action", span)
    for span in marked.phrases.get("strength.growing", ()):
        return marked.because("strength.growing", span)
    if place == "list" and is_gerund(marked):
        return marked.because("strength.gerund", (_first_word(marked), _first_word(marked) + 1))
    imperative = _imperative(marked, place)
    if imperative is not None:
        return imperative
    if lead_in is not None and place == "list" and lead_in.has("strength.action"):
        return Because("strength.lead-in", "", 0, 0)
    return None


def is_others(marked: Marked, action: Span) -> bool:
    """Say whether somebody else asks for the act: "the charity asked that ... should"."""
    if marked.words[action[0]] in _MODALS and marked.words[action[0]] not in ("is", "are"):
        return False
    return any(voice[0] < action[0] for voice in marked.phrases.get("scope.others-voice", ()))


def _is_naming(marked: Marked, action: Span) -> bool:
    """Say whether the modal is part of an asked question: "what would ..."."""
    return (
        marked.word(action[0] - 1) in ("who", "what", "which")
        and marked.words[action[0]] == "should"
    )


def _imperative(marked: Marked, place: Place) -> Because | None:
    starts = [_first_word(marked)]
    if place in ("list", "table"):
        starts += [
            at + 1
            for at, word in enumerate(marked.words)
            if word in (":", "-", "|", "–") and at < 16
        ]
    for at in starts:
        for span in marked.phrases.get("strength.imperative", ()):
            if span[0] == at and is_order(marked, span, place):
                return marked.because("strength.imperative", span)
    return None


def is_gerund(marked: Marked) -> bool:
    """Say whether a list item opens with an activity: "supporting a network of specialists"."""
    at = _first_word(marked)
    word, after = marked.word(at), marked.word(at + 1)
    if not word.endswith("ing") or not after.isalpha() or after in _NOT_OBJECT:
        return False
    stem = word[:-3]
    return (
        stem in _ORDERS
        or stem + "e" in _ORDERS
        or (stem[-1:] == stem[-2:-1] and stem[:-1] in _ORDERS)
    )


_ORDERS = word_set("activities")


def _first_word(marked: Marked) -> int:
    """Pass over bullets and numbering."""
    at = 0
    while at < len(marked.words) and not marked.words[at].isalpha():
        at += 1
    if marked.word(at) == "o" or (len(marked.word(at)) == 1 and marked.word(at + 1) in (")", ".")):
        at += 1
        while at < len(marked.words) and not marked.words[at].isalpha():
            at += 1
    return at


def is_order(marked: Marked, span: Span, place: Place) -> bool:
    """Say whether a verb that opens a cell or sentence tells somebody to act."""
    verb, after = marked.words[span[0]], marked.word(span[1])
    if not after:
        return False
    if after == ":" or overlaps(span, marked.phrases.get("strength.scope-line", ())):
        return False
    if span[1] - span[0] > 1 and place != "body":
        return True
    if (verb in _AMBIGUOUS and after in _NOT_OBJECT) or (verb, after) == ("take", "up"):
        return False
    if (
        place != "list"
        and place != "table"
        and verb not in _PLAIN_ORDERS
        and after not in _DETERMINERS
    ):
        return False
    return after not in ("is", "are", "was", "were", "has", "shows")


_PLAIN_ORDERS = word_set("plain-orders")
_DETERMINERS = word_set("determiners")
