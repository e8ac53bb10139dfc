"""Two versions of a document as a reader meets them: what changed for babies, word by word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from auditor.report.quotes import Quote, Segment, View, quoted
from auditor.rubric import FlagRule, Rubric

LISTS = ("gained", "lost", "strengthened", "weakened")
"""The lists of a comparison, in the order in which they are told."""
_WORD = re.compile(r"\s*\S+\s*")


@dataclass(frozen=True, slots=True)
class Pair:
    """A statement before and after; either may be missing."""

    old: Quote | None
    new: Quote | None
    old_words: tuple[Segment, ...]
    """The old words; marked where the new version has others."""
    new_words: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything that a page on two versions tells."""

    view: View
    rubric: Rubric
    lists: dict[str, tuple[Pair, ...]]
    reworded: tuple[Pair, ...]
    flags: dict[str, tuple[FlagRule, ...]]
    """What is gone, new and kept."""
    date: str | None

    @property
    def unread(self) -> bool:
        """Whether pages of either version could not be read."""
        return any(self.view[side]["pages_unread"] for side in ("old", "new"))

    @property
    def empty(self) -> bool:
        """Whether nothing changed for babies."""
        return not any(self.lists.values())


def tell_changes(comparison: View, rubric: Rubric, *, date: str | None = None) -> Changes:
    """Put a comparison in the order in which a reader meets it."""
    return Changes(
        view=comparison,
        rubric=rubric,
        lists={name: _pairs(comparison, name) for name in LISTS},
        reworded=_pairs(comparison, "reworded"),
        flags={
            name: tuple(rubric.flag_named(id) for id in comparison["flags"][name])
            for name in ("gone", "new", "kept")
        },
        date=date,
    )


def _pairs(comparison: View, name: str) -> tuple[Pair, ...]:
    return tuple(_pair(one, comparison) for one in comparison[name])


def _pair(change: View, comparison: View) -> Pair:
    """Make both sides of a change ready to be quoted."""
    old = quoted(change["old"], comparison["old"]) if change["old"] else None
    new = quoted(change["new"], comparison["new"]) if change["new"] else None
    if old and new:
        return Pair(old, new, *differences(old.text, new.text))
    return Pair(old, new, old.segments if old else (), new.segments if new else ())


def differences(old: str, new: str) -> tuple[tuple[Segment, ...], tuple[Segment, ...]]:
    """Mark, in an old and a new wording, the words that the other does not have.

    >>> before, after = differences("children and youth", "infants, children and youth")
    >>> [part.text for part in after if part.marked]
    ['infants, ']
    """
    before, after = _WORD.findall(old) or [old], _WORD.findall(new) or [new]
    same = SequenceMatcher(
        None, [_bare(word) for word in before], [_bare(word) for word in after], autojunk=False
    ).get_matching_blocks()
    return (
        _marked(before, [(block.a, block.size) for block in same]),
        _marked(after, [(block.b, block.size) for block in same]),
    )


def _bare(word: str) -> str:
    """Take a word without the punctuation that depends on where it stands."""
    return word.strip().strip(".,;:").casefold()


def _marked(words: Sequence[str], same: Sequence[tuple[int, int]]) -> tuple[Segment, ...]:
    """Join words into segments, marked outside the blocks that both wordings have."""
    parts: list[Segment] = []
    done = 0
    for start, size in same:
        parts.append(Segment("".join(words[done:start]), True))
        parts.append(Segment("".join(words[start : start + size]), False))
        done = start + size
    return tuple(part for part in parts if part.text)
