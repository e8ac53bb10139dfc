"""Which passages of a draft call for a remark, and on which of their words it sits."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from auditor.records import Audit, Statement
from auditor.report.margin.remark_rules import RemarkRule
from auditor.rules.rubric import Limits
from auditor.rules.translating.shared_texts import ENGLISH


@dataclass(frozen=True, slots=True)
class Remark:
    """One remark on words of a draft."""

    rule: RemarkRule
    statement: Statement
    start: int
    end: int
    """Half-open offsets into the document's text."""
    is_inserted: bool = False
    """True if the words are part of an open tracked change."""

    @property
    def words(self) -> str:
        """The words that it sits on."""
        at = self.statement.start
        return self.statement.text[self.start - at : self.end - at]


@dataclass(frozen=True, slots=True)
class Remarks:
    """The remarks that are written, and the places that are only summed up."""

    written: tuple[Remark, ...]
    rest: tuple[Remark, ...]


def find_remarks(
    audit: Audit, rules: Iterable[RemarkRule], limits: Limits
) -> tuple[tuple[Remark, ...], tuple[Remark, ...]]:
    """Find the remarks of a draft: one a kind and paragraph, and those that only repeat one."""
    first: list[Remark] = []
    more: list[Remark] = []
    blocks = [block.start for block in audit.document.blocks]
    taken: set[tuple[str, int]] = set()
    rules = [rule for rule in rules if not _is_backed(rule, audit, limits)]
    for statement in audit.statements:
        for remark in _of_statement(statement, rules, limits, audit):
            key = (remark.rule.id, bisect_right(blocks, statement.start))
            (more if key in taken or statement.repeat_of else first).append(remark)
            taken.add(key)
    return tuple(first), tuple(more)


def choose(
    found: Sequence[Remark], more: Sequence[Remark], most: int, order: Sequence[RemarkRule]
) -> Remarks:
    """Choose the remarks that are written: in rounds, so that no kind crowds out the others."""
    waiting: dict[str, list[Remark]] = defaultdict(list)
    for remark in found:
        waiting[remark.rule.id].append(remark)
    chosen: list[Remark] = []
    while len(chosen) < most and any(waiting.values()):
        for rule in order:
            if waiting[rule.id] and len(chosen) < most:
                chosen.append(waiting[rule.id].pop(0))
    rest = [*(one for left in waiting.values() for one in left), *more]
    return Remarks(tuple(sorted(chosen, key=_where)), tuple(sorted(rest, key=_where)))


def _where(remark: Remark) -> tuple[int, int]:
    return remark.start, remark.end


def _of_statement(
    statement: Statement, rules: Iterable[RemarkRule], limits: Limits, audit: Audit
) -> Iterator[Remark]:
    """Find the remark that a passage calls for: the first kind that fits it."""
    for rule in rules:
        span = find_words(statement, rule, limits)
        if span is not None:
            start, end = statement.start + span[0], statement.start + span[1]
            is_inserted = audit.document.is_inserted(start, end)
            yield Remark(rule, statement, start, end, is_inserted)
            return


def calls_for(statement: Statement, rule: RemarkRule, limits: Limits, language: str) -> bool:
    """True if a passage calls for a kind of remark; in another language its labels alone tell."""
    if language == ENGLISH:
        return find_words(statement, rule, limits) is not None
    return statement.place in rule.places and _is_labelled(statement, rule, limits)


def find_words(statement: Statement, rule: RemarkRule, limits: Limits) -> tuple[int, int] | None:
    """Find the words of a passage that a kind of remark sits on; None where it calls for none."""
    if statement.place not in rule.places or not _is_labelled(statement, rule, limits):
        return None
    return _words(statement, rule)


def _is_labelled(statement: Statement, rule: RemarkRule, limits: Limits) -> bool:
    """True if a passage has the labels of a rule, and is at least as likely as not to have them."""
    if statement.reach != rule.reach or (rule.topic and statement.topic != rule.topic):
        return False
    if rule.strength and statement.strength != rule.strength:
        return False
    if rule.unmeasured and statement.judgement.measures:
        return False
    chances = statement.judgement.chances
    chance = chances.of_mental(rule.strength) if rule.strength else chances.of_reach(rule.reach)
    return not chances.reach or chance >= limits.likely_from


def _is_backed(rule: RemarkRule, audit: Audit, limits: Limits) -> bool:
    """True if the draft goes so far for babies' mental health that a rule does not apply."""
    return bool(rule.unbacked) and any(
        one.reach == "explicit"
        and one.topic == "mental"
        and one.strength >= rule.unbacked
        and (not one.judgement.chances.reach or one.judgement.confidence >= limits.likely_from)
        for one in audit.statements
    )


def _words(statement: Statement, rule: RemarkRule) -> tuple[int, int] | None:
    """Find the words of a passage that a remark sits on."""
    if not rule.fits(statement.text):
        return None
    if rule.patterns:
        span = rule.find_words(statement.text)
        if span is not None or not rule.rules:
            return span
    reasons = [one for one in statement.judgement.because if one.start < one.end]
    for name in rule.rules:
        for reason in reasons:
            if reason.rule == name or reason.rule.startswith(f"{name}."):
                return reason.start, reason.end
    return 0, len(statement.text.rstrip())
