"""Which questions of the rubric an explicit statement answers.

Most criteria are found by their words alone; each of the others has a function that
says what else must hold.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from auditor.language.grammar import word_set
from auditor.language.marking import Marked, Span, overlaps
from auditor.language.told import Told, without_words
from auditor.records import Because

OTHER_ALLOWED = frozenset(
    (
        "age-scope",
        "language",
        "data",
        "vulnerability",
        "crisis-response",
        "rights-voice",
        "cross-system",
    )
)
"""Criteria that a statement about another subject can be evidence for (the guide)."""
_RATES = re.compile(
    r"\d+(?:\.\d+)?\s?%|\bper cent\b|\bhalf of\b|\ba third\b|"
    r"\b(?:one|two|three|four|\w+ \w+) in (?:six|ten|five|four|three|\d+)\b|"
    r"\b\d[\d,]{2,} (?:babies|infants|births|children|households|families)",
    re.I,
)
"""A rate, or a number of babies."""
_HELPS = word_set("helps")
_HELPED = word_set("helped")
_COUNTING = word_set("counting")
_POSTS = word_set("posts")
_TRAINED = word_set("trained")


def find_criteria(told: Told, order: Sequence[str]) -> tuple[tuple[str, ...], tuple[Because, ...]]:
    """Find the criteria that an explicit statement is evidence for, in the rubric's order."""
    found: dict[str, Because] = {}
    for criterion in order:
        if told.topic == "other" and criterion not in OTHER_ALLOWED:
            continue
        because = _SPECIAL[criterion](told) if criterion in _SPECIAL else _phrase(told, criterion)
        if because is not None:
            found[criterion] = because
    return tuple(found), tuple(found.values())


def _phrase(told: Told, criterion: str) -> Because | None:
    return told.first(f"criteria.{criterion}")


def _own(told: Told) -> Because | None:
    """The baby's own feelings; not where the words only name a service, a post or training."""
    marked, rule = told.marked, "criteria.own-mental-health"
    if told.strength >= 3 and marked.has("criteria.workforce"):
        return None
    services = marked.spans("criteria.specialist-provision")
    for span in marked.phrases.get(rule, ()):
        if not overlaps(span, services) and marked.word(span[1]) not in _POSTS:
            return marked.because(rule, span)
    if told.strength == 2 and told.topic == "mental":
        return told.first("criteria.inner-life", rule)
    return None


def _language(told: Told) -> Because | None:
    """Babies named in one breath with children and young people."""
    return told.first("criteria.children-beside", "criteria.language")


def _age_scope(told: Told) -> Because | None:
    """What ages the document or offer covers, with the 0-2s as a stage of their own."""
    silent = without_words("criteria.age-scope")
    if told.strength <= 2:
        if told.topic == "mental" and _offers_a_band(told):
            return silent
        if _is_of_scope(told) and (_lists_bands(told) or told.marked.has("criteria.age-scope")):
            return _phrase(told, "age-scope") or silent
    from_birth = any(
        m.reach == "nominal" and m.age is not None and m.age.low <= 0 for m in told.mentions
    )
    return silent if from_birth and told.topic == "mental" else None


def _offers_a_band(told: Told) -> bool:
    """Say whether an offer is for a band of the youngest."""
    return told.marked.has("scope.offer") and any(
        m.reach == "explicit" and m.age is not None and m.age.kind == "band" for m in told.mentions
    )


def _is_of_scope(told: Told) -> bool:
    """Say whether the statement or its heading speaks of whom something is for."""
    return told.marked.has("strength.scope-line", "scope.document") or any(
        c.has("scope.document", "strength.scope-line", "scope.offer") for c in told.contexts
    )


def _lists_bands(told: Told) -> bool:
    """Say whether ages stand side by side, here or as items of one list."""
    bands = {m.span for m in told.mentions if m.age is not None and m.span[1]}
    item = told.place == "list" and any(c.has("strength.scope-line") for c in told.contexts)
    return len(bands) >= 2 or (item and bool(bands))


def _data(told: Told) -> Because | None:
    """Counts, rates and studies; a number in an action is its measure and no data."""
    phrase = _phrase(told, "data")
    if _is_datum(told, phrase):
        return phrase or without_words("criteria.data")
    for span in told.marked.phrases.get("criteria.data", ()):
        if told.place == "table" and told.strength != 3:
            break
        if any(word in _COUNTING for word in told.marked.words[slice(*span)]):
            return told.marked.because("criteria.data", span)
    return None


def _is_datum(told: Told, phrase: Because | None) -> bool:
    """Say whether a statement is itself a figure, or a target of one."""
    if told.topic == "other" and told.strength == 4 and told.place == "list":
        return True
    if told.strength == 2 and (phrase or _RATES.search(told.marked.wording.text)):
        return True
    if told.place != "table" or told.strength == 3:
        return False
    return phrase is not None or told.strength >= 2 or told.topic == "other"


def _accountability(told: Told) -> Because | None:
    """A lead, money, a target or a date: part of an action, and of every measured one."""
    if told.strength < 3:
        return None
    silent = without_words("criteria.accountability") if told.strength == 4 else None
    return _phrase(told, "accountability") or silent


def _universal(told: Told) -> Because | None:
    """Everyday services that do something; not where they are only those to be trained."""
    for span in told.marked.phrases.get("criteria.universal-offer", ()):
        if not _is_trained(told.marked, span):
            return told.marked.because("criteria.universal-offer", span)
    return None


def _is_trained(marked: Marked, staff: Span) -> bool:
    """Say whether the staff named are those to be trained, which is about the workforce alone."""
    after = marked.words[staff[1] : staff[1] + 14]
    return (
        any(word in _TRAINED for word in after)
        and marked.has("criteria.workforce")
        and marked.word(staff[0] - 1) not in ("in", "the")
        and "to" not in after[3:]
    )


def _family(told: Told) -> Because | None:
    """Carers helped for the baby's sake: something is done with or for them."""
    marked = told.marked
    if told.strength < 2:
        return None
    for start, end in marked.phrases.get("criteria.family-support", ()):
        before, after = (
            marked.any_word(_HELPS, start - 5, start),
            marked.any_word(_HELPED, end, end + 6),
        )
        if before or after:
            return marked.because("criteria.family-support", (start, end))
    return None


_SPECIAL: dict[str, Callable[[Told], Because | None]] = {
    "own-mental-health": _own,
    "language": _language,
    "age-scope": _age_scope,
    "data": _data,
    "accountability": _accountability,
    "universal-offer": _universal,
    "family-support": _family,
}


def criteria_against(
    marked: Marked, contexts: Sequence[Marked], order: Sequence[str]
) -> tuple[str, ...]:
    """Say what an exclusion counts against: the document's age scope, or access to an offer."""
    document = marked.has("scope.document") or any(c.has("scope.document") for c in contexts)
    wanted = "age-scope" if document else "access"
    return tuple(criterion for criterion in order if criterion == wanted)
