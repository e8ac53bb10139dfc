"""What an explicit statement is about, and which questions of the rubric it answers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from auditor.language.grammar import word_set
from auditor.language.marking import Marked, Span, overlaps
from auditor.language.mentions import Mention
from auditor.records import Because, Place, Topic

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
_FIGURES = re.compile(r"\d+(?:\.\d+)?\s?%|\bper cent\b|\bone in\b|\d{2,}", re.I)
_RATES = re.compile(
    r"\d+(?:\.\d+)?\s?%|\bper cent\b|\b(?:one|two|three|four|\w+ \w+) in (?:six|ten|five|four|three|\d+)\b|\bhalf of\b|\ba third\b|\b\d[\d,]{2,} (?:babies|infants|births|children|households|families)",
    re.I,
)


def find_topic(
    marked: Marked,
    mentions: Sequence[Mention],
    place: Place,
    contexts: Sequence[Marked],
    title: Marked | None = None,
) -> tuple[Topic, Because]:
    """Tell whether a statement that names babies is about their mental health."""
    mental = marked.phrases.get("topics.mental", ())
    if mental and not _only_named(marked, mental):
        return "mental", marked.because("topics.mental", mental[0])
    other = [s for s in marked.phrases.get("topics.other", ())]
    if other:
        return "other", marked.because("topics.other", other[0])
    weak = marked.phrases.get("topics.mental-weak", ())
    if weak:
        return "mental", marked.because("topics.mental-weak", weak[0])
    if any(m.rule == "babies.neonatal" for m in mentions):
        return "other", Because("topics.neonatal", "", 0, 0)
    if any(context.has("topics.mental", "topics.mental-weak") for context in contexts):
        return "mental", Because("topics.heading", "", 0, 0)
    if marked.has(*_MENTAL_QUESTIONS) or any(m.rule == "babies.stage" for m in mentions):
        return "mental", Because("topics.question", "", 0, 0)
    if title is not None and title.has("topics.mental") and not _is_count(marked, place):
        return "mental", Because("topics.title", "", 0, 0)
    if _is_served(marked, mentions, place):
        return "mental", Because("topics.served", "", 0, 0)
    return "other", Because("topics.none", "", 0, 0)


def _only_named(marked: Marked, mental: Sequence[Span]) -> bool:
    return False


def _is_count(marked: Marked, place: Place) -> bool:
    """Say whether a statement gives figures and nothing else."""
    if place == "table":
        told = [word for word in marked.words if word.isalpha() and len(word) > 3]
        return len(told) < 3
    return bool(_FIGURES.search(marked.wording.text)) and not marked.has("strength.action")


_MENTAL_QUESTIONS = tuple(
    f"criteria.{id}"
    for id in (
        "early-foundations",
        "relationships",
        "rights-voice",
        "specialist-provision",
        "own-mental-health",
    )
)
_ATTENDED = word_set("attended")


def _is_served(marked: Marked, mentions: Sequence[Mention], place: Place) -> bool:
    """Say whether babies are named among those whom the document serves, with no other subject."""
    if marked.any_word(_ATTENDED, 0, len(marked.words)):
        return False
    if _FIGURES.search(marked.wording.text) and not marked.has(
        "strength.action", "strength.scope-line"
    ):
        return False
    if marked.has("criteria.children-beside", "strength.scope-line", "scope.document"):
        return True
    bands = len(marked.ages) >= 2 or marked.has("stages.nominal")
    label = place in ("heading", "list") and not marked.has(
        "strength.action", "strength.imperative"
    )
    return bands or label or marked.has("scope.include", "scope.ending", "scope.deplore")


def find_criteria(
    marked: Marked,
    mentions: Sequence[Mention],
    place: Place,
    topic: Topic,
    strength: int,
    contexts: Sequence[Marked],
    order: Sequence[str],
) -> tuple[tuple[str, ...], tuple[Because, ...]]:
    """Find the criteria that an explicit statement is evidence for, in the rubric's order."""
    found: dict[str, Because] = {}
    for criterion in order:
        because = _evidence_for(criterion, marked, mentions, place, topic, strength, contexts)
        if because is not None:
            found[criterion] = because
    if topic == "other":
        found = {c: b for c, b in found.items() if c in OTHER_ALLOWED}
    return tuple(found), tuple(found.values())


def _evidence_for(
    criterion: str,
    marked: Marked,
    mentions: Sequence[Mention],
    place: Place,
    topic: Topic,
    strength: int,
    contexts: Sequence[Marked],
) -> Because | None:
    special = _SPECIAL.get(criterion)
    if special is not None:
        return special(marked, mentions, place, topic, strength, contexts)
    return _phrase(criterion, marked)


def _phrase(criterion: str, marked: Marked) -> Because | None:
    spans = marked.phrases.get(f"criteria.{criterion}", ())
    return marked.because(f"criteria.{criterion}", spans[0]) if spans else None


def _own(
    marked: Marked,
    mentions: Sequence[Mention],
    place: Place,
    topic: Topic,
    strength: int,
    contexts: Sequence[Marked],
) -> Because | None:
    """The baby's own feelings; not where the words only name a service or a post."""
    services = marked.spans("criteria.specialist-provision")
    if strength >= 3 and marked.has("criteria.workforce"):
        return None
    for span in marked.phrases.get("criteria.own-mental-health", ()):
        if not overlaps(span, services) and not _names_post(marked, span):
            return marked.because("criteria.own-mental-health", span)
    if strength == 2 and topic == "mental":
        for span in marked.phrases.get("criteria.inner-life", ()):
            return marked.because("criteria.own-mental-health", span)
    return None


def _names_post(marked: Marked, span: Span) -> bool:
    return marked.word(span[1]) in (
        "lead",
        "champion",
        "board",
        "training",
        "course",
        "module",
        "competencies",
        "competency",
        "specialist",
    )


def _language(
    marked: Marked,
    mentions: Sequence[Mention],
    place: Place,
    topic: Topic,
    strength: int,
    contexts: Sequence[Marked],
) -> Because | None:
    """Babies named in one breath with children and young people."""
    spans = marked.phrases.get("criteria.children-beside", ())
    if spans:
        return marked.because("criteria.language", spans[0])
    return None


def _age_scope(
    marked: Marked,
    mentions: Sequence[Mention],
    place: Place,
    topic: Topic,
    strength: int,
    contexts: Sequence[Marked],
) -> Because | None:
    """What ages the document or offer covers, with the 0-2s as a stage of their own."""
    scoped = marked.has("strength.scope-line", "scope.document") or any(
        c.has("scope.document", "strength.scope-line", "scope.offer") for c in contexts
    )
    bands = {m.span for m in mentions if m.age is not None and m.span[1]}
    series = len(bands) >= 2
    listed = place == "list" and bool(bands) and any(c.has("strength.scope-line") for c in contexts)
    offered = marked.has("scope.offer") and any(
        m.reach == "explicit" and m.age is not None and m.age.kind == "band" for m in mentions
    )
    if strength <= 2 and topic == "mental" and offered:
        return Because("criteria.age-scope", "", 0, 0)
    if strength <= 2 and scoped and (listed or series or marked.has("criteria.age-scope")):
        return _phrase("age-scope", marked) or Because("criteria.age-scope", "", 0, 0)
    if (
        any(m.reach == "nominal" and m.age is not None and m.age.low <= 0 for m in mentions)
        and topic == "mental"
    ):
        return Because("criteria.age-scope", "", 0, 0)
    return None


def _data(
    marked: Marked,
    mentions: Sequence[Mention],
    place: Place,
    topic: Topic,
    strength: int,
    contexts: Sequence[Marked],
) -> Because | None:
    """Counts, rates and studies; a number in an action is its measure and no data."""
    phrase = _phrase("data", marked)
    if topic == "other" and strength == 4 and place == "list":
        return phrase or Because("criteria.data", "", 0, 0)
    if strength == 2 and (phrase or _RATES.search(marked.wording.text)):
        return phrase or Because("criteria.data", "", 0, 0)
    if place == "table" and strength != 3:
        return phrase or (
            Because("criteria.data", "", 0, 0) if strength >= 2 or topic == "other" else None
        )
    strong = (
        "data",
        "dashboard",
        "prevalence",
        "indicator",
        "percentage",
        "study",
        "survey",
        "statistics",
        "separately",
        "how many",
        "report on",
        "share of",
        "number of",
        "figures",
        "report",
        "needs",
        "proportion",
        "counted",
        "rate",
        "mortality",
    )
    for span in marked.phrases.get("criteria.data", ()):
        said = " ".join(marked.words[slice(*span)])
        if any(word in said for word in strong):
            return marked.because("criteria.data", span)
    return None


def _accountability(
    marked: Marked,
    mentions: Sequence[Mention],
    place: Place,
    topic: Topic,
    strength: int,
    contexts: Sequence[Marked],
) -> Because | None:
    if strength < 3:
        return None
    phrase = _phrase("accountability", marked)
    return phrase or (Because("criteria.accountability", "", 0, 0) if strength == 4 else None)


def _universal(
    marked: Marked,
    mentions: Sequence[Mention],
    place: Place,
    topic: Topic,
    strength: int,
    contexts: Sequence[Marked],
) -> Because | None:
    for span in marked.phrases.get("criteria.universal-offer", ()):
        if not _is_trained(marked, span):
            return marked.because("criteria.universal-offer", span)
    return None


def _is_trained(marked: Marked, staff: Span) -> bool:
    """Say whether the staff named are the ones to be trained, which is about the workforce alone."""
    after = marked.words[staff[1] : staff[1] + 14]
    return (
        any(word in after for word in ("trained", "course", "training", "complete", "completed"))
        and "will" in after + ["will"]
        and marked.has("criteria.workforce")
        and marked.word(staff[0] - 1) not in ("in", "the")
        and "to" not in after[3:]
    )


def _family(
    marked: Marked,
    mentions: Sequence[Mention],
    place: Place,
    topic: Topic,
    strength: int,
    contexts: Sequence[Marked],
) -> Because | None:
    """Carers helped for the baby's sake: something is done with them."""
    for span in marked.phrases.get("criteria.family-support", ()):
        if strength >= 2 and (
            marked.any_word(_HELPS, span[0] - 5, span[0])
            or marked.any_word(("offered", "helped", "shown", "taught", "supported"), span[1], span[1] + 6)
        ):
            return marked.because("criteria.family-support", span)
    return None


_HELPS = word_set("helps")


def _workforce(
    marked: Marked,
    mentions: Sequence[Mention],
    place: Place,
    topic: Topic,
    strength: int,
    contexts: Sequence[Marked],
) -> Because | None:
    return _phrase("workforce", marked)


_SPECIAL = {
    "own-mental-health": _own,
    "language": _language,
    "age-scope": _age_scope,
    "data": _data,
    "accountability": _accountability,
    "universal-offer": _universal,
    "family-support": _family,
    "workforce": _workforce,
}


def criteria_against(
    marked: Marked, contexts: Sequence[Marked], order: Sequence[str]
) -> tuple[str, ...]:
    """Say what an exclusion counts against: the document's age scope, or access to an offer."""
    document = marked.has("scope.document") or any(c.has("scope.document") for c in contexts)
    wanted = {"age-scope"} if document else {"access"}
    return tuple(criterion for criterion in order if criterion in wanted)
