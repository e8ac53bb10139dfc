"""What a reader must know beside the verdict."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from math import ceil

from auditor.rating.tally import Tally, ids_of, is_hardly_read
from auditor.rating.wording import has_words
from auditor.records import Block, Document, Flag, Statement
from auditor.rubric import FlagRule, Limits, Rubric


def find_flags(tally: Tally, document: Document, rubric: Rubric) -> tuple[Flag, ...]:
    """Raise the flags that hold, in the order of the rubric."""
    raised = ((rule.id, _KINDS[rule.id](rule, tally, document, rubric)) for rule in rubric.flag)
    return tuple(Flag(id, statements) for id, statements in raised if statements is not None)


def _find_excludes(
    rule: FlagRule, tally: Tally, document: Document, rubric: Rubric
) -> tuple[str, ...] | None:
    return _ids_or_none(tally.with_reach("excluded"))


def _find_nominal_promise(
    rule: FlagRule, tally: Tally, document: Document, rubric: Rubric
) -> tuple[str, ...] | None:
    return None if tally.mental else _ids_or_none(tally.with_reach("nominal"))


def _find_maternal_only(
    rule: FlagRule, tally: Tally, document: Document, rubric: Rubric
) -> tuple[str, ...] | None:
    return None if tally.mental else _ids_or_none(tally.with_reach("parental"))


def _find_other_topic_only(
    rule: FlagRule, tally: Tally, document: Document, rubric: Rubric
) -> tuple[str, ...] | None:
    return None if tally.mental else _ids_or_none(tally.other)


def _find_school_framed(
    rule: FlagRule, tally: Tally, document: Document, rubric: Rubric
) -> tuple[str, ...] | None:
    about_children = [one for one in tally.statements if one.reach not in ("none", "parental")]
    schooled = [one for one in about_children if has_words(one.text, rule.words)]
    needed = max(rule.at_least, rule.share * len(about_children))
    return _ids_or_none(schooled) if len(schooled) >= needed else None


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
    """Say whether as many answers as are needed are yes; asks no further than it must."""
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
        one.id for one in tally.statements
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


def _ids_or_none(statements: Iterable[Statement]) -> tuple[str, ...] | None:
    """Name the statements that raise a flag; None where there are none, so it is not raised."""
    return ids_of(statements) or None


_KINDS: dict[str, Callable[[FlagRule, Tally, Document, Rubric], tuple[str, ...] | None]] = {
    "excludes": _find_excludes,
    "nominal_promise": _find_nominal_promise,
    "maternal_only": _find_maternal_only,
    "other_topic_only": _find_other_topic_only,
    "school_framed": _find_school_framed,
    "limited_scope": _find_limited_scope,
    "pages_unread": _find_pages_unread,
    "draft": _find_draft,
}
