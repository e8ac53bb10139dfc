"""Two versions of a document as a reader meets them: what changed for babies, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from auditor.errors import UnreadableDocumentError
from auditor.report.story.imprint import PLAIN, Imprint
from auditor.report.story.names import Names, names
from auditor.report.story.quotes import Quote, Segment, quoted, title_of
from auditor.report.views.comparison import ChangeView, ComparisonView
from auditor.rules.rubric import FlagRule, Rubric
from auditor.rules.sentence_templates import fill

UNLIKE = 0.1
"""Below this share of statements alike, two documents are no versions of one."""
ENOUGH = 20
"""Statements that both must have for that to be said."""
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

    view: ComparisonView
    rubric: Rubric
    lists: dict[str, tuple[Pair, ...]]
    """By name, in the order in which they are told; none where the two have little in common."""
    reworded: tuple[Pair, ...]
    names: Names
    flags: dict[str, tuple[FlagRule, ...]]
    """What is gone, new and kept."""
    imprint: Imprint

    @property
    def is_progress(self) -> bool:
        """True if the new document reports on the old one, a plan."""
        return "progress" in self.view

    @property
    def words(self) -> Mapping[str, str]:
        """The words of this kind of comparison."""
        words = self.names.words
        return {**words["comparison"], **(words["progress"] if self.is_progress else {})}

    @property
    def unread(self) -> bool:
        """Whether pages of either version could not be read."""
        return bool(self.view["old"]["pages_unread"] or self.view["new"]["pages_unread"])

    @property
    def title(self) -> str:
        """The title of the new version."""
        new = self.view["new"]
        return self.imprint.title or title_of(new["title"], new["name"])

    @property
    def is_unlike(self) -> bool:
        """True if the two look like different documents, not like versions of one."""
        return not self.is_progress and has_little_in_common(self.view)

    @property
    def headline(self) -> str:
        """What changed for babies, in a sentence."""
        said = self.words
        if self.is_unlike:
            return said["unlike"]
        if self.is_progress:
            told = {name: len(pairs) for name, pairs in self.lists.items()}
            promised = told["reported"] + told["unreported"]
            form = said["headline" if promised else "no_promise"]
            return fill(form, {**told, "promised": promised})
        change = self.view["verdict"]["change"]
        return said["empty" if self.empty and change != "unknown" else change]

    @property
    def tally(self) -> str:
        """How many statements changed; what did not happen is not told."""
        if self.is_progress or self.is_unlike:
            return ""
        counts, said = self.view["counts"], self.words
        told = [
            fill(said[f"tally_{name}"], {"n": counts[name]})
            for name in ("gained", "lost", "strengthened", "weakened", "same")
            if counts[name]
        ]
        return " ".join(one[0].upper() + one[1:] for one in told)

    @property
    def empty(self) -> bool:
        """Whether nothing changed for babies."""
        return not any(self.lists.values())


def tell_changes(
    comparison: ComparisonView, rubric: Rubric, *, imprint: Imprint = PLAIN
) -> Changes:
    """Put a comparison in the order in which a reader meets it."""
    flags = comparison["flags"]
    lists = _lists(comparison)
    return Changes(
        view=comparison,
        rubric=rubric,
        names=names(rubric),
        lists={name: _pairs(some, comparison) for name, some in lists.items()},
        reworded=_pairs(comparison["reworded"], comparison) if "gained" in lists else (),
        flags={
            name: tuple(_flag(id, rubric) for id in flags[name]) for name in ("gone", "new", "kept")
        },
        imprint=imprint,
    )


def _lists(comparison: ComparisonView) -> dict[str, list[ChangeView]]:
    """Return the lists to be told, by their names; none of documents that share little."""
    if "progress" in comparison:
        progress = comparison["progress"]
        return {name: progress[name] for name in ("unreported", "reported", "further")}
    if has_little_in_common(comparison):
        return {}
    return {name: comparison[name] for name in ("gained", "lost", "strengthened", "weakened")}


def has_little_in_common(comparison: ComparisonView) -> bool:
    """True if two documents look like different ones, not like versions of one."""
    counts = (comparison["old"]["counts"], comparison["new"]["counts"])
    return min(one["statements"] for one in counts) >= ENOUGH and comparison["alike"] < UNLIKE


def _flag(id: str, rubric: Rubric) -> FlagRule:
    """Find what a flag means; an audit that others made may have one of another rubric."""
    try:
        return rubric.flag_named(id)
    except KeyError:
        raise UnreadableDocumentError(
            f"an audit has the flag “{id}”, which this rubric does not know",
            remedy="Audit the document again, or give the rubric that it was audited with.",
        ) from None


def _pairs(changes: Iterable[ChangeView], comparison: ComparisonView) -> tuple[Pair, ...]:
    return tuple(_pair(one, comparison) for one in changes)


def _pair(change: ChangeView, comparison: ComparisonView) -> Pair:
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
