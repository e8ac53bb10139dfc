"""How far an explicit statement goes: mentioned, explained, action, measured.

A statement is measured when an action has something to hold it to. A list item
takes the action of the sentence that opens its list. A number that is an age, a
clause or a count of what is there is no measure.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from auditor.language.acts import find_action
from auditor.language.grammar import word_set
from auditor.language.marking import Marked
from auditor.language.measures import MONEY, PERCENT, YEAR, find_measure
from auditor.language.mentions import Mention
from auditor.language.rows import TARGET_YEAR, find_figures, judge_row
from auditor.records import Because, Place

_FINITE = word_set("finite")


@dataclass(frozen=True, slots=True)
class Strength:
    """A value from 1 to 4, and why."""

    value: int
    because: tuple[Because, ...]


def find_strength(
    marked: Marked,
    mentions: Sequence[Mention],
    place: Place,
    lead_in: Marked | None = None,
    columns: Sequence[str] = (),
) -> Strength:
    """Judge how far a statement that names babies goes."""
    if place == "heading":
        return Strength(1, (Because("strength.heading", "", 0, 0),))
    if place == "table" and "|" in marked.words:
        level, reason = judge_row(marked, columns)
        return Strength(level, (reason,))
    action = find_action(marked, place, lead_in)
    if action is None:
        return _without_action(marked, mentions, place)
    measure = find_measure(marked, mentions)
    if measure is None:
        return Strength(3, (action,))
    return Strength(4, (action, measure))


def _without_action(marked: Marked, mentions: Sequence[Mention], place: Place) -> Strength:
    """Tell a bare mention from an explanation."""
    if any(m.text.lower().startswith("babes in arms") for m in mentions):
        return Strength(1, (Because("strength.stock-phrase", "", 0, 0),))
    if place == "list":
        target = _list_target(marked)
        if target is not None:
            return target
    scope = marked.phrases.get("strength.scope-line", ())
    babies = [m.span[0] for m in mentions if m.reach == "explicit" and not m.set_aside]
    if scope and babies and scope[0][0] <= max(babies) and not _explains(marked):
        return Strength(1, (marked.because("strength.scope-line", scope[0]),))
    if len(marked.ages) >= 2 and not find_figures(marked):
        return Strength(1, (Because("strength.age-bands", "", 0, 0),))
    if not _is_sentence(marked, place):
        return Strength(1, (Because("strength.label", "", 0, 0),))
    return Strength(2, (Because("strength.statement", "", 0, 0),))


def _list_target(marked: Marked) -> Strength | None:
    """A list item without a verb that is itself a measure: "£450k in 2026/27, ring-fenced"."""
    text = marked.wording.text
    money, year, percent = MONEY.search(text), YEAR.search(text), PERCENT.search(text)
    target = TARGET_YEAR.search(text)
    found = money or percent or None
    if found and (target or year):
        start, end = marked.wording.source(*found.span())
        return Strength(4, (Because("strength.target", marked.source[start:end], start, end),))
    return None


def _explains(marked: Marked) -> bool:
    """Say whether a scope line goes on to give a reason."""
    return marked.any_word(
        ("because", "since", "so", "shaped", "depends", "needs", "why", "risk", "matters"),
        0,
        len(marked.words),
    )


def _is_sentence(marked: Marked, place: Place) -> bool:
    words = set(marked.words)
    if words & _FINITE or "'re" in words or "n't" in words:
        return True
    if place == "list":
        return False
    return marked.words[-1:] == ["."] and len(marked.words) > 5


