"""Why a statement is labelled as it is, in words that a reader can weigh."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from auditor.report.views.audit import BecauseView
from auditor.rules.sentence_templates import fill
from auditor.rules.translating.shared_texts import ENGLISH, shared_words

UNTOLD = "-"
"""The name of a rule that reports do not give: something else in them says the same."""
WORDS = "words"
"""The rule of a word that weighs by itself and is no mark of any list."""
LEAST = 0.5
"""Weight from which such a word is told of."""
_EDGES = re.compile(r"^\W+|\W+$")


@dataclass(frozen=True, slots=True)
class Reason:
    """A rule that made a label, and the words that made it apply."""

    rule: str
    text: str
    inside: bool
    """Whether the words stand in the statement itself, not in a heading or lead-in."""
    weight: float = 0.0
    """How much it spoke for the label, or against it where it is negative."""

    @property
    def is_against(self) -> bool:
        """True if it spoke against the label."""
        return self.weight < 0

    @property
    def words(self) -> str:
        """Its words on one line, without signs at their ends."""
        return _EDGES.sub("", " ".join(self.text.split()))


def reasons(because: Iterable[BecauseView]) -> tuple[Reason, ...]:
    """List the rules behind a label, each pair of rule and words once."""
    found: dict[tuple[str, str], Reason] = {}
    for one in because:
        found.setdefault((one["rule"], one["text"]), reason_of(one))
    return tuple(found.values())


def reason_of(one: BecauseView) -> Reason:
    """Return one rule behind a label."""
    inside, weight = one["start"] < one["end"], one.get("weight") or 0.0
    return Reason(one["rule"], one["text"], inside, weight)


def is_telling(reason: Reason) -> bool:
    """True if a reason says something to a reader: no article, and nothing said elsewhere.

    >>> is_telling(Reason("words", "the", True, 0.9)), is_telling(Reason("words", "staff", True, 0.9))
    (False, True)
    """
    if reason.rule != WORDS:
        return rule_name(reason.rule) != UNTOLD
    return abs(reason.weight) >= LEAST and not _empty_words().issuperset(
        reason.words.casefold().split()
    )


@lru_cache(maxsize=1)
def _empty_words() -> frozenset[str]:
    """Return the words that say nothing by themselves."""
    return frozenset(shared_words()["reason"]["empty"].split())


def tell_reasons(found: Sequence[Reason], language: str = ENGLISH) -> str:
    """Write why a statement is labelled as it is: what spoke for it, then what spoke against it.

    >>> tell_reasons((Reason("babies.people", "baby", True), Reason("words", "staff", True, -0.6)))
    '“baby” (names babies); against it: the word “staff” nearby'
    """
    telling = [one for one in found if is_telling(one)]
    speaking = _told((one for one in telling if not one.is_against), language)
    against = _told((one for one in telling if one.is_against and one.words), language)
    if not against:
        return ", ".join(speaking)
    said = fill(shared_words(language)["reason"]["against"], {"reasons": ", ".join(against)})
    return "; ".join([", ".join(speaking), said] if speaking else [said])


def _told(found: Iterable[Reason], language: str) -> list[str]:
    """Write reasons, the same words once; rules without words only where no words are told."""
    worded: dict[str, str] = {}
    bare: dict[str, None] = {}
    for one in found:
        known = one.words.casefold()
        if not known:
            bare.setdefault(rule_name(one.rule, language))
        elif not any(known in other for other in worded):
            worded[known] = _phrase(one, language)
    return list(worded.values()) or [name for name in bare if name]


def _phrase(reason: Reason, language: str) -> str:
    """Write one reason: its words, and what they stand for."""
    said, name = shared_words(language)["reason"], rule_name(reason.rule, language)
    if reason.rule == WORDS:
        form = said["words" if " " in reason.words else "word"]
    else:
        form = said["rule" if name else "bare"]
    return fill(form, {"text": reason.words, "name": name})


@lru_cache(maxsize=4096)
def rule_name(id: str, language: str = ENGLISH) -> str:
    """Return the name of a rule in plain words by the longest part of its id that has a name.

    >>> rule_name("scope.age-floor"), rule_name("nothing.known")
    ('age limit', '')
    """
    known = shared_words(language)["rule"]
    parts = id.split(".")
    tried = (".".join(parts[:length]) for length in range(len(parts), 0, -1))
    return next((known[one] for one in tried if one in known), "")
