"""Which statement a decision speaks of, when the document or the rules have changed since."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from auditor.places import locate
from auditor.records import SILENT_PLACES, Audit, Statement
from auditor.report.views.reviews import WhyUnplaced
from auditor.review.decisions import Target, key_of

ALIKE = 0.6
"""How alike words must be to be offered as the nearest, 0 to 1."""
SHARED = 0.4
"""Words two statements must share to be compared letter by letter, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Match:
    """What a decision speaks of: the statements with its words, or why there is none."""

    statements: tuple[Statement, ...] = ()
    """The one decided on, first; then those that repeat it word for word."""
    why: WhyUnplaced = ""
    nearest: Statement | None = None


@dataclass(frozen=True)
class Matcher:
    """The statements of an audit, by the marks through which they are known again."""

    audit: Audit

    @cached_property
    def _keyed(self) -> dict[str, list[Statement]]:
        keyed: dict[str, list[Statement]] = {}
        for one in self.audit.statements:
            keyed.setdefault(key_of(one.text), []).append(one)
        return keyed

    @cached_property
    def _around(self) -> dict[str, tuple[str, str]]:
        """Give each statement's neighbours, among those that have a reach."""
        listed = [one for one in self.audit.statements if one.reach != "none"]
        keys = ["", *(key_of(one.text) for one in listed), ""]
        return {one.id: (keys[index], keys[index + 2]) for index, one in enumerate(listed)}

    def find(self, target: Target) -> Match:
        """Find the statement with a target's words; where several have them, by what is around."""
        same = self._keyed.get(target.key) or self._keyed.get(key_of(target.text)) or []
        spoken = [one for one in same if one.place not in SILENT_PLACES] or same
        if not spoken:
            near = self._nearest(target.text)
            return Match(why="reworded" if near else "gone", nearest=near)
        ranked = sorted(spoken, key=lambda one: -self._fit(one, target))
        tied = [one for one in ranked if self._fit(one, target) == self._fit(ranked[0], target)]
        if len(tied) == 1:
            return Match(self._with_repeats(tied[0]))
        chosen = next((one for one in tied if one.repeat_of is None), None)
        if chosen is None or not _repeat(tied, chosen):
            return Match(why="several", nearest=tied[0])
        return Match(self._with_repeats(chosen))

    def find_numbered(self, id: str) -> Match:
        """Find a statement of this very audit by its number."""
        return Match(self._with_repeats(next(one for one in self.audit.statements if one.id == id)))

    def _with_repeats(self, one: Statement) -> tuple[Statement, ...]:
        repeats = (other for other in self._keyed[key_of(one.text)] if other.repeat_of == one.id)
        return (one, *repeats)

    def _fit(self, one: Statement, target: Target) -> float:
        """Weigh what a statement shares with the place where the target stood.

        Headings may be reworded and pages may move: what is nearer counts for more.
        """
        before, after = self._around.get(one.id, ("", ""))
        return (
            2 * _alike(" › ".join(one.section), target.section)
            + (before == target.before)
            + (after == target.after)
            + _near(locate(one, self.audit.document).page, target.page)
        )

    def _nearest(self, text: str) -> Statement | None:
        """Find the statement most like words that are no longer there."""
        wanted = _words(text)
        best: tuple[float, Statement | None] = (ALIKE, None)
        for one in self.audit.statements:
            theirs = _words(one.text)
            shared = len(wanted & theirs) / max(1, len(wanted | theirs))
            if shared < SHARED:
                continue
            alike = difflib.SequenceMatcher(None, text, one.text, autojunk=False).ratio()
            best = max(best, (alike, one), key=lambda pair: pair[0])
        return best[1]


def _repeat(some: Iterable[Statement], chosen: Statement) -> bool:
    """True if all others repeat one statement."""
    return all(one is chosen or one.repeat_of == chosen.id for one in some)


def _alike(one: str, other: str) -> float:
    return difflib.SequenceMatcher(None, one, other, autojunk=False).ratio()


def _near(page: int | None, other: int | None) -> float:
    """Weigh how near two pages are: 1 for the same, less for each between them."""
    return 0.0 if page is None or other is None else 1 / (1 + abs(page - other))


def _words(text: str) -> frozenset[str]:
    return frozenset(text.casefold().split())


def find_matches(targets: Iterable[Target], audit: Audit) -> list[Match]:
    """Find what each target speaks of, in their order."""
    matcher = Matcher(audit)
    criteria = {level.criterion for level in audit.levels}
    return [_find(target, matcher, criteria) for target in targets]


def _find(target: Target, matcher: Matcher, criteria: set[str]) -> Match:
    """A criterion is known by its id; a statement by its words, and the criterion if it has one."""
    if target.kind == "rule":
        return Match(why="gone")
    if target.rule:
        return matcher.find_numbered(target.id)
    if target.criterion is not None and target.criterion not in criteria:
        return Match(why="unknown_criterion")
    return Match() if target.kind == "criterion" else matcher.find(target)
