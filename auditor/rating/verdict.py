"""The answer with its range, the sentences that give it, and what it turns on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from auditor.language_detection import UNKNOWN
from auditor.rating.likelihood import Odds
from auditor.rating.stakes import (
    Stake,
    Standing,
    find_deciding,
    find_stakes,
    find_standing,
    find_verdict_odds,
)
from auditor.rating.strongest import quotable, strongest_first
from auditor.rating.tally import (
    Tally,
    describe_extent,
    describe_place,
    ids_of,
    is_hardly_read,
    unread_share,
)
from auditor.records import Document, Statement, Verdict, VerdictName
from auditor.rules import Rules
from auditor.rules.rubric import Rubric, VerdictRule
from auditor.rules.sentence_templates import fill, stop_after, with_stop
from auditor.rules.translating.reading_words import reading_words


@dataclass(frozen=True, slots=True)
class Answer:
    """The verdict of a document, how far it could be off, and the statements it turns on."""

    verdict: Verdict
    range: tuple[VerdictName, VerdictName]
    deciding: tuple[str, ...]
    silence: float
    """The chance that nothing in it speaks of babies' minds; 0 where the verdict is that it does."""


def decide(tally: Tally, document: Document, rules: Rules) -> Answer:
    """Answer for a document: `cannot_tell` where a silence may be a gap in what was read."""
    rubric = rules.rubric
    stakes = find_stakes(tally, rubric)
    standing = find_standing(stakes, rubric)
    rule, odds = standing.rule, find_verdict_odds(stakes, rubric)
    silence = 0.0 if rule.strength else odds.at_most(_highest_of_silence(rubric))
    because = _supporting(rule, stakes, rubric)
    reason = _find_doubt(document, rules) if rule.needs_reading else ""
    if reason:
        said = fill(reason, _doubt_values(rule, document, rubric))
        unknown = Verdict("cannot_tell", said, ids_of(because))
        return Answer(unknown, ("cannot_tell", "cannot_tell"), (), silence)
    deciding = find_deciding(stakes, rubric)
    said = " ".join(
        (
            _sentences(standing, because, tally, document, rubric),
            *_range_sentences(standing, odds, len(deciding), rubric),
            *(rules.trial_of(code) for code in _trial_languages(tally, document, rubric)),
        )
    )
    verdict = Verdict(cast(VerdictName, rule.id), said, ids_of(because))
    low, high = cast(VerdictName, standing.low), cast(VerdictName, standing.high)
    return Answer(verdict, (low, high), ids_of(deciding), silence)


def _highest_of_silence(rubric: Rubric) -> str:
    """Return the highest verdict of those that nothing speaks of babies' minds."""
    return next(rule.id for rule in rubric.verdict if not rule.strength)


def _supporting(
    rule: VerdictRule, stakes: Sequence[Stake], rubric: Rubric
) -> tuple[Statement, ...]:
    """Return the statements that made the verdict, strongest first."""
    likely = [one for one in stakes if one.is_reckoned(rule, rubric.limits.likely_from)]
    return strongest_first(
        one.statement for one in likely if not rule.strength or one.is_shown(rule)
    )


def _sentences(
    standing: Standing,
    because: Sequence[Statement],
    tally: Tally,
    document: Document,
    rubric: Rubric,
) -> str:
    is_open = standing.low != standing.high
    values = {
        **tally.counts(),
        "extent": describe_extent(document, rubric),
        "opening": describe_opening(document, rubric, in_doubt=is_open),
    }
    if because:
        quote = quotable(because[0], rubric.limits.quote_characters)
        values |= {"strongest": quote, "stop": stop_after(quote)}
        values["where"] = describe_place(because[0], document, rubric)
    rule = standing.rule
    rest = rubric.phrases.rest_doubt if _says_more(rule, tally, rubric) else rule.rest
    return with_stop(fill(f"{rule.sentence} {rest}", values))


def _says_more(rule: VerdictRule, tally: Tally, rubric: Rubric) -> bool:
    """True if the labels as they are shown would give a higher rung, but not surely."""
    higher = rubric.verdict[: rubric.verdict.index(rule)] if rule.strength else ()
    return any(len(tally.of_strength(one.strength)) >= one.statements for one in higher)


def describe_opening(document: Document, rubric: Rubric, *, in_doubt: bool) -> str:
    """Return how the answer begins: what the document is not, where that must be said first."""
    phrases, kind = rubric.phrases, rubric.kind_named(document.kind)
    if not kind.opening:
        return phrases.opening_doubt if in_doubt else phrases.opening
    phrase = phrases.opening_kind_doubt if in_doubt else phrases.opening_kind
    return fill(phrase, {"kind": kind.opening})


def _range_sentences(
    standing: Standing, odds: Odds, deciding: int, rubric: Rubric
) -> tuple[str, ...]:
    """Give what else the answer could be, and on how many statements it rests."""
    if standing.low == standing.high:
        return ()
    phrase = rubric.phrases.range if deciding else rubric.phrases.range_at_large
    values: dict[str, int | str] = {
        "deciding": deciding,
        "could_be": _could_be(standing, odds, rubric),
    }
    return (fill(phrase, values),)


def _trial_languages(tally: Tally, document: Document, rubric: Rubric) -> list[str]:
    """Return the languages on trial that an answer rests on: more than a line that names nobody."""
    naming = {one.language for one in tally.statements if one.reach != "none"}
    least = rubric.limits.trial_share * sum(one.words for one in document.languages)
    return [
        one.code
        for one in document.languages
        if one.is_trial and one.words and (one.code in naming or one.words > least)
    ]


def _could_be(standing: Standing, odds: Odds, rubric: Rubric) -> str:
    """Return the other verdicts that are likely enough: one, two, or the ends of the range."""
    titles = {rule.id: rule.title for rule in rubric.verdict}
    least, phrases = rubric.limits.range_least, rubric.phrases
    others = [id for id, chance in odds.chances if id != standing.rule.id and chance >= least]
    if len(others) == 1:
        return fill(phrases.could_be_one, {"name": titles[others[0]]})
    low, high = others if len(others) == 2 else (standing.low, standing.high)
    phrase = phrases.could_be_two if len(others) == 2 else phrases.could_be_many
    return fill(phrase, {"low": titles[low], "high": titles[high]})


def _find_doubt(document: Document, rules: Rules) -> str:
    """Return the sentence that says why silence cannot be told from a gap; "" where it can."""
    reasons, limits = rules.rubric.cannot_tell, rules.rubric.limits
    if is_hardly_read(document, rules.rubric):
        takes_room = any(part.area for part in document.parts_unread)
        return reasons.unread_parts if takes_room else reasons.unread
    if document.word_count < limits.least_words:
        return reasons.empty
    if document.language == UNKNOWN:
        return reasons.unknown_language
    if document.language not in rules.languages:
        return reasons.language
    unread = sum(one.words for one in document.languages if not one.is_read)
    if unread > limits.unread_share * sum(one.words for one in document.languages):
        return reasons.language_part
    return ""


def _doubt_values(rule: VerdictRule, document: Document, rubric: Rubric) -> dict[str, int | str]:
    whys = dict.fromkeys(page.unread for page in document.unread if page.unread)
    whys |= dict.fromkeys(part.why for part in document.parts_unread if part.area)
    foreign = [one.code for one in document.languages if not one.is_read] or [document.language]
    return {
        "unread": len(document.unread),
        "parts": len(document.parts_unread),
        "share": str(round(100 * unread_share(document, rubric))),
        "pages": len(document.pages),
        "why": "; ".join(reading_words(why, rubric.report_language) for why in whys),
        "language": ", ".join(map(rubric.language_named, foreign)),
        "would_be": rule.title,
    }


def is_cannot_tell(verdict: Verdict, rubric: Rubric) -> bool:
    """True if the verdict is that nothing can be said."""
    return verdict.name == rubric.cannot_tell.id
