"""All of the language stage put together: passages in, judged statements out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from auditor.language.ages import find_ages
from auditor.language.doubt import with_doubt
from auditor.language.evidence import criteria_against, find_criteria
from auditor.language.grammar import word_set
from auditor.language.marking import Marked, mark_context, mark_words, may_name, split
from auditor.language.mentions import Mention, mentions_in, set_asides
from auditor.language.oblique import find_oblique, find_oblique_in
from auditor.language.scope import find_scope
from auditor.language.strength import find_strength
from auditor.language.told import Told
from auditor.language.topics import find_topic
from auditor.progress import tell
from auditor.records import (
    SILENT_PLACES,
    Because,
    Document,
    Judgement,
    Passage,
    Reach,
    Statement,
)
from auditor.rules import Rules

_ORDER: tuple[Reach, ...] = ("early_years", "nominal", "older", "parental", "generic")
_SERVICES = word_set("services")
_OPENERS = word_set("openers")


def judge_all(passages: Iterable[Passage], rules: Rules) -> Iterator[Judgement]:
    """Judge passages one after the other."""
    return (judge(passage, rules) for passage in passages)


def judge(passage: Passage, rules: Rules) -> Judgement:
    """Judge one passage by the labelling guide: reach, topic, strength, criteria, and why."""
    if passage.place in SILENT_PLACES:
        return with_doubt(_silent(passage, rules), 0.0)
    part = split(passage.text)
    if not part.words:
        return Judgement("none")
    ages = find_ages(part.words, table=passage.place == "table")
    if not ages and not may_name(part, rules.lexicon) and not _may_borrow(passage, rules):
        return with_doubt(Judgement("none"), find_oblique_in(part.words))
    marked = mark_words(part, rules.lexicon, ages)
    judgement = _judge(passage, rules, marked)
    oblique = 0.0 if judgement.reach in ("explicit", "excluded") else find_oblique(marked)
    return with_doubt(judgement, oblique)


def _judge(passage: Passage, rules: Rules, marked: Marked) -> Judgement:
    contexts = _contexts(passage, rules)
    mentions = mentions_in(marked, heading=passage.place == "heading")
    scope = find_scope(marked, mentions, passage.place, contexts[0] if contexts else None)
    if scope.excludes:
        against = criteria_against(marked, contexts, rules.criterion_ids)
        return Judgement("excluded", criteria=against, because=scope.because)
    return _addressed(passage, rules, marked, mentions, contexts)


def _may_borrow(passage: Passage, rules: Rules) -> bool:
    """Say whether what a passage stands under could name people for it."""
    if passage.place == "body" and passage.text.split(None, 1)[0].lower() not in _OPENERS:
        return False
    return any(context.names_somebody for context in _contexts(passage, rules))


def _silent(passage: Passage, rules: Rules) -> Judgement:
    """Contents, references and running lines say nothing of the strategy, whatever they name."""
    part = split(passage.text)
    ages = find_ages(part.words)
    if not ages and not may_name(part, rules.lexicon):
        return Judgement("none")
    marked = mark_words(part, rules.lexicon, ages)
    named = [m for m in mentions_in(marked, heading=False) if m.reach == "explicit"]
    because = tuple(marked.because(f"place.{passage.place}", m.span) for m in named[:1])
    return Judgement("none", because=because, set_aside=f"place.{passage.place}" if named else "")


def _contexts(passage: Passage, rules: Rules) -> list[Marked]:
    """What the passage must be read together with: heading, lead-in, column heads."""
    texts = [passage.heading, passage.lead_in, " | ".join(passage.columns)]
    return [mark_context(text, rules.lexicon) for text in texts if text]


def _addressed(
    passage: Passage, rules: Rules, marked: Marked, mentions: list[Mention], contexts: list[Marked]
) -> Judgement:
    counted = [m for m in mentions if not m.set_aside and m.reach != "none"]
    babies = [m for m in counted if m.reach == "explicit" and not _is_occasion(marked, m)]
    if babies:
        return _explicit(passage, rules, marked, mentions, babies, contexts)
    lent = (
        None if any(m.age for m in mentions) else _lent(passage, rules, marked, counted, contexts)
    )
    if lent is not None:
        return _explicit(passage, rules, marked, mentions, lent, contexts)
    judgement = _other_reach(marked, mentions, counted)
    if judgement.reach == "none" and not mentions and passage.place == "table" and contexts:
        return _lent_reach(passage, contexts[0]) or judgement
    return judgement


def _other_reach(marked: Marked, mentions: list[Mention], counted: list[Mention]) -> Judgement:
    aside = set_asides(marked, mentions)
    counted = _without_venues(counted)
    occasions = [m for m in counted if m.reach == "explicit"]
    reason = aside[0][0] if aside else ("parents.occasion" if occasions else "")
    because = [marked.because(rule, span) for rule, span in aside[:1]]
    found: Reach = "none"
    for reach in _ORDER:
        named = [m for m in counted if m.reach == reach]
        if named and not (reach == "parental" and _is_bodily(marked)):
            found = reach
            because.append(marked.because(named[0].rule, named[0].span))
            break
    if found == "generic" and _is_older(mentions):
        found = "older"
    if found == "generic" and _is_parents_need(marked):
        found = "parental"
    if (occasions or any(rule == "parents.occasion" for rule, _ in aside)) and found in (
        "none",
        "generic",
        "older",
    ):
        found = "parental"
    return Judgement(found, because=tuple(because), set_aside=reason)


def _without_venues(counted: list[Mention]) -> list[Mention]:
    """Where an age says that the children are older, a nursery or a setting is only the place."""
    if any(m.reach == "older" and m.age is not None for m in counted):
        return [m for m in counted if m.reach != "early_years" or m.age is not None]
    return counted


def _is_older(mentions: list[Mention]) -> bool:
    """Say whether young people are named with an age that only the oldest have ("from 16½")."""
    return any(m.reach == "none" and m.age is not None and m.age.low < 216 for m in mentions)


def _is_bodily(marked: Marked) -> bool:
    """Say whether pregnancy or parenthood is spoken of as a matter of the body alone."""
    return marked.has("topics.bodily") and not marked.has("topics.mind", "parents.parents-need")


def _is_parents_need(marked: Marked) -> bool:
    """Say whether only parents are named, and their own mood or illness."""
    if not marked.has("parents.carer") or not marked.has("parents.parents-need"):
        return False
    carers = marked.phrases["parents.carer"]
    generic = marked.phrases.get("stages.generic", ())
    return all(any(c[0] <= g[0] < c[1] for c in carers) for g in generic)


def _is_occasion(marked: Marked, mention: Mention) -> bool:
    """Say whether a baby is only the occasion of a parent's need (rule 7 of the guide)."""
    if mention.rule != "babies.people" or not marked.has("parents.parents-need"):
        return False
    start = mention.span[0]
    for carer in marked.phrases.get("parents.carer", ()):
        between = marked.words[carer[1] : start]
        if 0 < len(between) <= 4 and between[0] in (
            "with",
            "of",
            "who",
            "caring",
            "expecting",
            "having",
        ):
            return True
    return False


def _lent(
    passage: Passage, rules: Rules, marked: Marked, counted: list[Mention], contexts: list[Marked]
) -> list[Mention] | None:
    """Let the heading or lead-in name the babies for a statement that is incomplete without it."""
    if any(m.reach not in ("explicit", "generic") for m in counted) or not contexts:
        return None
    if not _is_incomplete(passage, marked, counted):
        return None
    for context in contexts:
        found = [
            m
            for m in mentions_in(context, heading=True)
            if m.reach == "explicit" and not m.set_aside
        ]
        if found:
            return [_borrowed(m) for m in found]
    return None


def _lent_reach(passage: Passage, context: Marked) -> Judgement | None:
    """Let the heading say of whom a bare table row speaks."""
    counted = [
        m
        for m in mentions_in(context, heading=True)
        if not m.set_aside and m.reach not in ("none", "explicit")
    ]
    judgement = _other_reach(context, counted, counted)
    if judgement.reach == "none":
        return None
    return Judgement(judgement.reach, because=(Because("context.heading", "", 0, 0),))


def _borrowed(mention: Mention) -> Mention:
    return Mention("explicit", "context." + mention.rule, (0, 0), 0, 0, "", mention.age)


def _is_incomplete(passage: Passage, marked: Marked, counted: list[Mention]) -> bool:
    words = marked.words
    if passage.place == "heading":
        return False
    if passage.place == "table" and sum(word.isalpha() and len(word) > 2 for word in words) < 3:
        return False
    if passage.place in ("list", "table"):
        return not any(m.reach == "generic" for m in counted) or passage.place == "table"
    if counted or len(words) > 22:
        return False
    return words[0] in _OPENERS and any(word in _SERVICES for word in words[1:6])


def _explicit(
    passage: Passage,
    rules: Rules,
    marked: Marked,
    mentions: list[Mention],
    babies: list[Mention],
    contexts: list[Marked],
) -> Judgement:
    title = mark_context(passage.plan, rules.lexicon) if passage.plan else None
    told = Told(marked, babies, passage.place, contexts, title)
    topic, topic_why = find_topic(told)
    lead_in = mark_context(passage.lead_in, rules.lexicon) if passage.lead_in else None
    heads = (*passage.columns, passage.heading or "")
    strength = find_strength(marked, mentions, passage.place, lead_in, heads)
    told = replace(told, mentions=[*mentions, *babies], topic=topic, strength=strength.value)
    criteria, why = find_criteria(told, rules.criterion_ids)
    named = tuple(
        marked.because(m.rule, m.span) if m.span != (0, 0) else Because(m.rule, "", 0, 0)
        for m in babies
    )
    return Judgement(
        "explicit",
        topic,
        strength.value,
        criteria,
        because=_unique((*named, topic_why, *strength.because, *why)),
    )


def _unique(reasons: Iterable[Because]) -> tuple[Because, ...]:
    return tuple(dict.fromkeys(reasons))


def find_statements(document: Document, rules: Rules) -> tuple[Statement, ...]:
    """Cut a document into statements and judge each, in reading order."""
    from auditor.language.sentences import find_passages

    seen: dict[tuple[str, str], str] = {}
    statements: list[Statement] = []
    ocr_pages = {page.number for page in document.pages if page.ocr}
    for number, passage in enumerate(find_passages(document), 1):
        tell("judging", passage.start, len(document.text))
        id = f"s{number:04d}"
        key = (passage.place, " ".join(passage.text.split()).casefold())
        repeat = seen.setdefault(key, id)
        start, end = passage.start, passage.start + len(passage.text)
        statements.append(
            Statement(
                id=id,
                text=passage.text,
                start=start,
                end=end,
                place=passage.place,
                section=passage.section,
                judgement=judge(passage, rules),
                file=passage.file,
                ocr=bool(ocr_pages) and document.words.page_at(start, end) in ocr_pages,
                repeat_of=None if repeat == id else repeat,
                columns=passage.columns,
            )
        )
    return tuple(statements)
