"""The rows of a review sheet: from an audit as plain data, a row a judgement."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from auditor.report.story.audit_story import deciding_ids
from auditor.report.views.audit import AuditView, CriterionView, StatementView
from auditor.review.decisions import key_of
from auditor.review.rules import Ruled, find_rules

Row = dict[str, str | int | None]


@dataclass(frozen=True, slots=True)
class Known:
    """A statement with the marks by which it is known again."""

    statement: StatementView
    key: str
    before: str
    after: str


def know(statements: Sequence[StatementView]) -> tuple[Known, ...]:
    """Mark each statement with its key and its neighbours'; only those with a reach count."""
    keys = [key_of(one["text"]) for one in statements]
    around = ["", *keys, ""]
    return tuple(
        Known(one, keys[index], around[index], around[index + 2])
        for index, one in enumerate(statements)
    )


def rows_of(view: AuditView) -> list[Row]:
    """Make the rows of a sheet: what decides first, then questions, rules, and all statements."""
    levels = {one["id"]: one["level"] for one in view["criteria"]}
    first = deciding_ids(view)
    every = {known.statement["id"]: known for known in judged(view)}
    deciding = [every[id] for id in first if id in every]
    rest = [known for id, known in every.items() if id not in first]
    return [
        *_rows_on(deciding, levels, first),
        *(_criterion_row(one) for one in view["criteria"]),
        *(_rule_row(one) for one in find_rules(view)),
        *_rows_on(rest, levels),
    ]


def _rows_on(
    some: Iterable[Known], levels: Mapping[str, int | None], first: Sequence[str] = ()
) -> Iterator[Row]:
    """Give each statement's row, then one for each question that it answers."""
    for known in some:
        id = known.statement["id"]
        rank: Row = {"decides": first.index(id) + 1} if id in first else {}
        yield _statement_row(known) | rank
        yield from (_evidence_row(known, one, levels) for one in known.statement["criteria"])


def _rule_row(one: Ruled) -> Row:
    named = f"{one.name} ({one.words})" if one.words else one.name
    return {"kind": "rule", "rule": one.id, "text": f"{named}: {len(one.statements)} statements"}


def judged(view: AuditView) -> Iterator[Known]:
    """Give the statements to review: those with a reach, then what was set aside."""
    for known in know(view["statements"]):
        if not known.statement.get("repeat_of"):
            yield known
    for one in view["near_misses"]:
        if one["reach"] == "none":
            yield Known(one, key_of(one["text"]), "", "")


def sampled_row(known: Known, *, hide_labels: bool) -> Row:
    """Make the row of a statement drawn; a second coder must not see what the machine said."""
    hidden = ("reach", "topic", "strength", "criteria") if hide_labels else ()
    return {name: cell for name, cell in _statement_row(known).items() if name not in hidden}


def draw(known: Iterable[Known], count: int) -> tuple[Known, ...]:
    """Draw a sample: the same each time for the same words, in the order of the document."""
    listed = tuple(known)
    chosen = sorted(range(len(listed)), key=lambda n: _lot(listed[n]))[:count]
    return tuple(listed[n] for n in sorted(chosen))


def _lot(known: Known) -> str:
    marks = f"{known.key}/{known.before}/{known.after}"
    return hashlib.sha256(f"sample/{marks}".encode()).hexdigest()


def _criterion_row(one: CriterionView) -> Row:
    return {
        "kind": "criterion",
        "id": one["id"],
        "criterion": one["id"],
        "text": f"{one['title']}: {one['because']}",
        "level": one["level"],
    }


def _statement_row(known: Known) -> Row:
    one = known.statement
    return {
        "kind": "statement",
        "id": one["id"],
        "page": one["page"],
        "section": " › ".join(one["section"]),
        "text": one["text"],
        "reach": one["reach"],
        "topic": one["topic"],
        "strength": one["strength"],
        "criteria": " ".join(one["criteria"]),
        "key": known.key,
        "before": known.before,
        "after": known.after,
    }


def _evidence_row(known: Known, criterion: str, levels: Mapping[str, int | None]) -> Row:
    return _statement_row(known) | {
        "kind": "evidence",
        "criterion": criterion,
        "level": levels.get(criterion),
    }
