"""What a reader must know beside the verdict."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from math import ceil

from auditor.rating.likelihood import at_least
from auditor.rating.strongest import reads_whole
from auditor.rating.tally import Tally, ids_of, is_hardly_read
from auditor.records import Block, Document, Flag, Reach, Statement
from auditor.rules.rubric import FlagRule, Limits, Rubric
from auditor.rules.wording import has_words


@dataclass(frozen=True, slots=True)
class Flags:
    """The flags of a document: those that hold, and those that may."""

    raised: tuple[Flag, ...]
    in_doubt: tuple[Flag, ...]


def find_flags(tally: Tally, document: Document, rubric: Rubric, *, silence: float) -> Flags:
    """Find the flags that hold and those that may, in the order of the rubric.

    `silence` is the chance that nothing speaks of babies' minds, 0 where the verdict is that
    something does: flags that say "and nothing of the youngest" can be no surer than that.
    """
    raised: list[Flag] = []
    in_doubt: list[Flag] = []
    for rule in rubric.flag:
        if not _can_tell(rule, document):
            continue
        flag, chance = _find_flag(rule, tally, document, rubric)
        sure = chance * silence if rule.id in _OF_SILENCE else chance
        if flag is not None and sure > 0:
            (raised if sure >= rubric.limits.flag_from else in_doubt).append(flag)
    return Flags(tuple(raised), tuple(in_doubt))


def _can_tell(rule: FlagRule, document: Document) -> bool:
    """True if a flag is for documents of this kind, and its words in their language."""
    if rule.words and document.language != rule.language:
        return False
    return not rule.kinds or document.kind in rule.kinds


def _find_flag(
    rule: FlagRule, tally: Tally, document: Document, rubric: Rubric
) -> tuple[Flag | None, float]:
    """Return a flag, and the chance that its statements are what it says they are."""
    reach = _OF_REACH.get(rule.id)
    if reach is None:
        statements = _KINDS[rule.id](rule, tally, document, rubric)
        return (None if statements is None else Flag(rule.id, statements)), 1.0
    least = rubric.limits.likely_from
    chances = [(_chance(one, reach), one) for one in tally.with_reach(reach)]
    found = sorted(
        ((chance, one) for chance, one in chances if chance >= least),
        key=lambda entry: (
            entry[0] < rubric.limits.flag_from,
            not reads_whole(entry[1]),
            -round(entry[0], 1),
            entry[1].start,
        ),
    )
    flag = Flag(rule.id, ids_of(one for _, one in found)) if found else None
    return flag, at_least(1, (chance for chance, _ in found))


_OF_REACH: dict[str, Reach] = {
    "excludes": "excluded",
    "nominal_promise": "nominal",
    "maternal_only": "parental",
    "other_topic_only": "explicit",
}
"""Flags that one statement of a reach raises, if it is sure enough."""
_OF_SILENCE = frozenset(("nominal_promise", "maternal_only", "other_topic_only"))


def _chance(statement: Statement, reach: Reach) -> float:
    """Return the chance that a statement is what a flag says; it is called so already."""
    chances = statement.judgement.chances
    if reach != "explicit":
        return chances.of_reach(reach) if chances.reach else 1.0
    if not chances.reach:
        return float(statement.topic != "mental")
    return chances.of_reach("explicit") * (1 - chances.mental)


def _find_school_framed(
    rule: FlagRule, tally: Tally, document: Document, rubric: Rubric
) -> tuple[str, ...] | None:
    about_children = [one for one in tally.statements if one.reach not in ("none", "parental")]
    schooled = [one for one in about_children if has_words(one.text, rule.words)]
    needed = max(rule.at_least, rule.share * len(about_children))
    return (ids_of(schooled) or None) if len(schooled) >= needed else None


def _find_limited_scope(
    rule: FlagRule, tally: Tally, document: Document, rubric: Rubric
) -> tuple[str, ...] | None:
    if not tally.statements or is_hardly_read(document, rubric):
        return None
    needed = max(rule.at_least, rule.share * len(tally.statements))
    about_children = (one.reach != "none" for one in tally.statements)
    about_mental_health = (has_words(one.text, rule.words) for one in tally.statements)
    speaks = _are_as_many(about_children, needed) and _are_as_many(about_mental_health, needed)
    return None if speaks else ()


def _are_as_many(answers: Iterable[bool], needed: float) -> bool:
    """True if as many answers as are needed are yes; asks no further than it must."""
    return sum(islice(filter(None, answers), ceil(needed))) >= needed


def _find_pages_unread(
    rule: FlagRule, tally: Tally, document: Document, rubric: Rubric
) -> tuple[str, ...] | None:
    return () if document.unread else None


def _find_draft(
    rule: FlagRule, tally: Tally, document: Document, rubric: Rubric
) -> tuple[str, ...] | None:
    lines = [
        (block.start, block.end)
        for block, said in _self_descriptions(document, rubric.limits)
        if has_words(said, rule.words)
    ]
    if not lines and not has_words(document.title, rule.words):
        return None
    return tuple(
        one.id
        for one in tally.statements
        if any(start <= one.start and one.end <= end for start, end in lines)
    )


def _self_descriptions(document: Document, limits: Limits) -> Iterator[tuple[Block, str]]:
    """Find where a document says what it is: headings and lines of its cover, running heads."""
    for index, block in enumerate(document.blocks):
        words = document.text[block.start : block.end].split()
        if block.place == "running" or (index < limits.cover_blocks and block.place == "heading"):
            if len(words) <= limits.cover_words:
                yield block, " ".join(words)
        elif index < limits.cover_blocks:
            yield block, " ".join(words[: limits.cover_begins])


_KINDS: dict[str, Callable[[FlagRule, Tally, Document, Rubric], tuple[str, ...] | None]] = {
    "school_framed": _find_school_framed,
    "limited_scope": _find_limited_scope,
    "pages_unread": _find_pages_unread,
    "draft": _find_draft,
}
