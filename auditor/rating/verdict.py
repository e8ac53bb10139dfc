"""The answer in one word, and the sentence that gives it."""

from __future__ import annotations

from auditor.rating.tally import (
    Tally,
    describe_extent,
    describe_place,
    ids_of,
    is_hardly_read,
    quote,
    strongest_first,
)
from auditor.records import Document, Statement, Verdict
from auditor.rubric import Rubric, VerdictRule
from auditor.rules import Rules
from auditor.sentences import fill

UNKNOWN_LANGUAGE = "und"
"""The ISO 639 code for a language that could not be told."""

def decide_verdict(tally: Tally, document: Document, rules: Rules) -> Verdict:
    """Give the first verdict that holds, or `cannot_tell` where a silence may be a gap."""
    rubric = rules.rubric
    rule = next(rule for rule in rubric.verdict if _holds(rule, tally))
    reason = _find_doubt(document, rules) if rule.needs_reading else ""
    deciding = _deciding(rule, tally)
    if reason:
        said = fill(reason, _doubt_values(rule, document))
        return Verdict("cannot_tell", said, ids_of(deciding))
    values = {**tally.counts(), "extent": describe_extent(document, rubric)}
    if deciding:
        values["strongest"] = quote(deciding[0], rubric)
        values["where"] = describe_place(deciding[0], document, rubric)
    return Verdict(rule.id, fill(rule.sentence, values), ids_of(deciding))  # type: ignore[arg-type]


def _holds(rule: VerdictRule, tally: Tally) -> bool:
    if rule.strength:
        return len(tally.of_strength(rule.strength)) >= rule.statements
    return not rule.reach or bool(tally.with_reach(*rule.reach))


def _deciding(rule: VerdictRule, tally: Tally) -> tuple[Statement, ...]:
    """Find the statements that made the verdict, strongest first."""
    if rule.strength:
        return strongest_first(tally.of_strength(rule.strength))
    return tally.with_reach(*rule.reach)


def _find_doubt(document: Document, rules: Rules) -> str:
    """Find the sentence that says why silence cannot be told from a gap; "" where it can."""
    reasons, limits = rules.rubric.cannot_tell, rules.rubric.limits
    if is_hardly_read(document, rules.rubric):
        return reasons.unread
    if document.word_count < limits.least_words:
        return reasons.empty
    if document.language == UNKNOWN_LANGUAGE:
        return reasons.unknown_language
    if document.language not in rules.lexicon.languages:
        return reasons.language
    return ""


def _doubt_values(rule: VerdictRule, document: Document) -> dict[str, int | str]:
    whys = dict.fromkeys(page.unread for page in document.unread if page.unread)
    return {
        "unread": len(document.unread), "pages": len(document.pages), "why": "; ".join(whys),
        "language": document.language, "would_be": rule.title.lower(),
    }


def is_cannot_tell(verdict: Verdict, rubric: Rubric) -> bool:
    """Say whether the verdict is that nothing can be said."""
    return verdict.name == rubric.cannot_tell.id
