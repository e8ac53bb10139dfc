"""Decisions on all statements that one rule made, so that nobody decides forty times."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from auditor.records import SILENT_PLACES, Audit, Statement
from auditor.report.story.reasons import UNTOLD, reason_of, rule_name
from auditor.report.views.audit import AuditView, BecauseView, StatementView
from auditor.review.decisions import Decision, Labels, Target, key_of

FEWEST = 2
"""Statements from which a rule is worth a decision of its own."""
UNNAMED = ("context", "named", "order", "review", "words")
"""Rules that are no entry of a list: nobody rejects a heading or a lone word everywhere."""
MOST_WORDS = 3
"""Words by which a rule is told from another of the same name."""


@dataclass(frozen=True, slots=True)
class Ruled:
    """A rule, in plain words, and the statements that it made."""

    id: str
    name: str
    statements: tuple[StatementView, ...]

    @property
    def words(self) -> str:
        """The words by which it spoke most often, as “at birth”, “0 to 2”; "" where it has none."""
        said = Counter(text for one in self.statements for text in self._words_in(one))
        listed = ", ".join(f"“{text}”" for text, _ in said.most_common(MOST_WORDS))
        return f"{listed} …" if len(said) > MOST_WORDS else listed

    def _words_in(self, statement: StatementView) -> set[str]:
        """Return its words in one statement, each once."""
        own = (reason_of(one) for one in statement["because"] if one["rule"] == self.id)
        return {one.words.casefold() for one in own if one.words and not one.is_against}


def find_rules(view: AuditView) -> tuple[Ruled, ...]:
    """Find the rules that made several statements, the one that made most first."""
    made: dict[str, list[StatementView]] = {}
    for one in view["statements"]:
        if not one.get("repeat_of"):
            for rule in dict.fromkeys(_made_by(one["because"])):
                made.setdefault(rule, []).append(one)
    found = [Ruled(id, rule_name(id), tuple(some)) for id, some in made.items()]
    several = (one for one in found if len(one.statements) >= FEWEST)
    return tuple(sorted(several, key=lambda one: (-len(one.statements), one.id)))


def _made_by(because: Iterable[BecauseView]) -> Iterator[str]:
    """Return the rules that spoke for a label, those that a reader has a name for."""
    for one in because:
        if (one.get("weight") or 0) >= 0 and is_ruling(one["rule"]):
            yield one["rule"]


def is_ruling(rule: str) -> bool:
    """True if a rule is one that people can decide on as a whole: no value of a mark, as after “:”.

    >>> is_ruling("scope.age-floor"), is_ruling("age.high:24"), is_ruling("words")
    (True, False, False)
    """
    is_listed = ":" not in rule and rule.split(".")[0] not in UNNAMED
    return is_listed and rule_name(rule) not in ("", UNTOLD)


def spread_over_statements(decisions: Sequence[Decision], audit: Audit) -> Iterator[Decision]:
    """Turn each decision on a rule into one on every statement that the rule made.

    One whose rule made nothing here is given on as it is, so that it is told of as unplaced.
    """
    for decision in decisions:
        if decision.target.kind == "rule":
            made = [one for one in audit.statements if _is_made_by(decision.target.rule, one)]
            yield from (_on(one, decision) for one in made)
            if not made:
                yield decision


def _is_made_by(rule: str, statement: Statement) -> bool:
    said = statement.judgement
    if said.reach == "none" or statement.repeat_of or statement.place in SILENT_PLACES:
        return False
    return any(one.rule == rule and (one.weight or 0) >= 0 for one in said.because)


def _on(statement: Statement, decision: Decision) -> Decision:
    target = Target(
        "statement",
        statement.text,
        key_of(statement.text),
        section=" › ".join(statement.section),
        id=statement.id,
        rule=decision.target.rule,
    )
    return replace(decision, target=target, seen=Labels.of(statement.judgement))
