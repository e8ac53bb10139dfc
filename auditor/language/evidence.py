"""What an explicit statement is about, and which questions of the rubric it answers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from auditor.language.marking import Marked, Span, overlaps
from auditor.language.mentions import Mention
from auditor.records import Because, Place, Topic

OTHER_ALLOWED = frozenset((
    "age-scope", "language", "data", "vulnerability", "crisis-response", "rights-voice", "cross-system",
))
"""Criteria that a statement about another subject can be evidence for (the guide)."""
_FIGURES = re.compile(r"\d+(?:\.\d+)?\s?%|\bper cent\b|\bone in\b|\d{2,}", re.I)


def find_topic(marked: Marked, mentions: Sequence[Mention], place: Place, contexts: Sequence[Marked]) -> tuple[Topic, Because]:
    """Tell whether a statement that names babies is about their mental health."""
    mental = marked.phrases.get("topics.mental", ())
    if mental and not _only_named(marked, mental):
        return "mental", marked.because("topics.mental", mental[0])
    other = [s for s in marked.phrases.get("topics.other", ()) ]
    if other:
        return "other", marked.because("topics.other", other[0])
    weak = marked.phrases.get("topics.mental-weak", ())
    if weak:
        return "mental", marked.because("topics.mental-weak", weak[0])
    if any(m.rule == "babies.neonatal" for m in mentions):
        return "other", Because("topics.neonatal", "", 0, 0)
    for context in contexts:
        if context.has("topics.mental"):
            return "mental", Because("topics.heading", "", 0, 0)
        if context.has("topics.other"):
            return "other", Because("topics.heading", "", 0, 0)
    if _is_figure_only(marked, place):
        return "other", Because("topics.figures", "", 0, 0)
    return "mental", Because("topics.served", "", 0, 0)


def _only_named(marked: Marked, mental: Sequence[Span]) -> bool:
    return False


def _is_figure_only(marked: Marked, place: Place) -> bool:
    """Say whether a statement counts or lists and says nothing else."""
    return bool(_FIGURES.search(marked.wording.text)) and not marked.has("strength.action") or (
        marked.has("strength.scope-line") and marked.any_word(("attendance", "received", "responses"), 0, len(marked.words))
    )


def find_criteria(
    marked: Marked, mentions: Sequence[Mention], place: Place, topic: Topic, strength: int,
    contexts: Sequence[Marked], order: Sequence[str],
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
    criterion: str, marked: Marked, mentions: Sequence[Mention], place: Place, topic: Topic,
    strength: int, contexts: Sequence[Marked],
) -> Because | None:
    special = _SPECIAL.get(criterion)
    if special is not None:
        return special(marked, mentions, place, topic, strength, contexts)
    return _phrase(criterion, marked)


def _phrase(criterion: str, marked: Marked) -> Because | None:
    spans = marked.phrases.get(f"criteria.{criterion}", ())
    return marked.because(f"criteria.{criterion}", spans[0]) if spans else None


def _own(marked: Marked, mentions: Sequence[Mention], place: Place, topic: Topic, strength: int, contexts: Sequence[Marked]) -> Because | None:
    """The baby's own feelings; not where the words only name a service or a post."""
    services = marked.spans("criteria.specialist-provision")
    for span in marked.phrases.get("criteria.own-mental-health", ()):
        if not overlaps(span, services) and not _names_post(marked, span):
            return marked.because("criteria.own-mental-health", span)
    return None


def _names_post(marked: Marked, span: Span) -> bool:
    return marked.word(span[1]) in ("lead", "champion", "board", "training", "course", "module", "competencies", "competency", "specialist")


def _language(marked: Marked, mentions: Sequence[Mention], place: Place, topic: Topic, strength: int, contexts: Sequence[Marked]) -> Because | None:
    """Babies named in one breath with children and young people."""
    spans = marked.phrases.get("criteria.children-beside", ())
    if spans:
        return marked.because("criteria.children-beside", spans[0])
    return None


def _age_scope(marked: Marked, mentions: Sequence[Mention], place: Place, topic: Topic, strength: int, contexts: Sequence[Marked]) -> Because | None:
    """What ages the document or offer covers, with the 0-2s as a stage of their own."""
    scoped = marked.has("strength.scope-line", "scope.document") or any(c.has("scope.document", "strength.scope-line", "scope.offer") for c in contexts)
    bands = [m for m in mentions if m.age is not None]
    series = len(bands) >= 2 and any(m.reach == "explicit" for m in bands)
    if strength <= 2 and scoped and (series or marked.has("criteria.age-scope")):
        return _phrase("age-scope", marked) or Because("criteria.age-scope", "", 0, 0)
    if any(m.reach == "nominal" and m.age is not None and m.age.low <= 0 for m in mentions) and topic == "mental":
        return Because("criteria.age-scope", "", 0, 0)
    return None


def _data(marked: Marked, mentions: Sequence[Mention], place: Place, topic: Topic, strength: int, contexts: Sequence[Marked]) -> Because | None:
    """Counts, rates and studies; a number in an action is its measure and no data."""
    phrase = _phrase("data", marked)
    if strength == 2 and (phrase or _FIGURES.search(marked.wording.text)):
        return phrase or Because("criteria.data", "", 0, 0)
    if place == "table" and strength != 3:
        return phrase or (Because("criteria.data", "", 0, 0) if strength >= 2 or topic == "other" else None)
    strong = ("data", "dashboard", "prevalence", "indicator", "percentage", "study", "survey", "statistics", "separately", "how", "figures", "report", "needs", "proportion", "counted", "rate", "mortality")
    if phrase is not None and any(word in phrase.text.lower() for word in strong):
        return phrase
    return None


def _accountability(marked: Marked, mentions: Sequence[Mention], place: Place, topic: Topic, strength: int, contexts: Sequence[Marked]) -> Because | None:
    if strength < 3:
        return None
    phrase = _phrase("accountability", marked)
    return phrase or (Because("criteria.accountability", "", 0, 0) if strength == 4 else None)


def _universal(marked: Marked, mentions: Sequence[Mention], place: Place, topic: Topic, strength: int, contexts: Sequence[Marked]) -> Because | None:
    return _phrase("universal-offer", marked)


def _family(marked: Marked, mentions: Sequence[Mention], place: Place, topic: Topic, strength: int, contexts: Sequence[Marked]) -> Because | None:
    """Carers helped for the baby's sake: something is done with them."""
    if strength < 3 and not marked.any_word(("support", "help", "supports", "helps", "both"), 0, len(marked.words)):
        return None
    return _phrase("family-support", marked)


def _workforce(marked: Marked, mentions: Sequence[Mention], place: Place, topic: Topic, strength: int, contexts: Sequence[Marked]) -> Because | None:
    return _phrase("workforce", marked)


_SPECIAL = {
    "own-mental-health": _own, "language": _language, "age-scope": _age_scope, "data": _data,
    "accountability": _accountability, "universal-offer": _universal, "family-support": _family,
    "workforce": _workforce,
}


def criteria_against(marked: Marked, contexts: Sequence[Marked], order: Sequence[str]) -> tuple[str, ...]:
    """Say what an exclusion counts against: the document's age scope, or access to an offer."""
    document = marked.has("scope.document") or any(c.has("scope.document") for c in contexts)
    wanted = {"age-scope"} if document else {"access"}
    return tuple(criterion for criterion in order if criterion in wanted)
