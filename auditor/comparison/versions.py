"""Two versions of one document, statement by statement: what babies gained and lost.

`compare(old, new, rules)` takes two audits as plain data (`auditor.report.view.view_of`, or
an audit in JSON read back) and answers with plain data again, which is the JSON of
`auditor compare --format json` and all that the comparison's page sees; what stands in it,
`auditor.report.views.comparison` says.

`change` is "up", "down", "same", or "unknown" where one side cannot be told or does not apply.
STATEMENT is a statement as it stands in the audit. `kind` is "changed" where an old wording and
a new one belong together ("children and young people" became "infants, children and young
people"), with how similar they are. Lists of `gained` and `strengthened` are in the order of
the new version, `lost` and `weakened` in that of the old. Only statements that count are
compared: no repeats.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from auditor.comparison.alignment import Change, align, counting
from auditor.comparison.fulfilment import follow_promises
from auditor.report.story.audit_story import is_checked
from auditor.report.views.audit import AuditView, CriterionView
from auditor.report.views.comparison import (
    ChangeList,
    ChangeView,
    ComparisonView,
    CriterionChangeView,
    Direction,
    FlagChangesView,
    ScoreChangeView,
    VerdictChangeView,
    VersionView,
)
from auditor.rules import Rules


def compare(
    old: AuditView, new: AuditView, rules: Rules, *, progress: bool = False
) -> ComparisonView:
    """Return what babies gained and lost from one audit to the next.

    With `progress` the new one reports on the old one, a plan: what came of its promises is
    told as well.
    """
    changes = align(counting(old), counting(new), rules.rubric.limits.similar_from)
    said_again = [one for one in changes if one.direction == "same" and one.before != 0.0]
    reworded = [one for one in said_again if one.similar < 1.0]
    gained, lost = _listed(changes, "gained"), _listed(changes, "lost")
    strengthened, weakened = _listed(changes, "strengthened"), _listed(changes, "weakened")
    compared: ComparisonView = {
        "schema_version": "1.0",
        "tool": new["tool"],
        "old": _version(old),
        "new": _version(new),
        "same_rules": old["tool"] == new["tool"],
        "alike": _alike(changes),
        "checked": is_checked(old) and is_checked(new),
        "verdict": _compare_verdicts(old, new, rules),
        "score": _compare_scores(old, new),
        "counts": {
            "gained": len(gained),
            "lost": len(lost),
            "strengthened": len(strengthened),
            "weakened": len(weakened),
            "same": len(said_again),
            "reworded": len(reworded),
        },
        "criteria": _compare_criteria(old, new),
        "flags": _compare_flags(old, new),
        "gained": gained,
        "lost": lost,
        "strengthened": strengthened,
        "weakened": weakened,
        "reworded": [one.as_plain() for one in reworded],
    }
    if progress:
        compared["progress"] = follow_promises(counting(old), counting(new))
    return compared


def _alike(changes: Sequence[Change]) -> float:
    """Return the share of the shorter list that has its like in the other, 0 to 1."""
    paired = sum(1 for one in changes if one.old is not None and one.new is not None)
    shorter = min(
        sum(one.old is not None for one in changes), sum(one.new is not None for one in changes)
    )
    return round(paired / shorter, 2) if shorter else 1.0


def _listed(changes: Iterable[Change], name: ChangeList) -> list[ChangeView]:
    return [one.as_plain() for one in changes if one.direction == name]


def _version(view: AuditView) -> VersionView:
    document = view["document"]
    return {
        "name": document["name"],
        "title": document["title"],
        "sha256": document["sha256"],
        "pages": document["pages"],
        "pages_unread": document["pages_unread"],
        "words": document["words"],
        "verdict": view["verdict"],
        "verdict_because": view["verdict_because"],
        "score": view["score"],
        "counts": view["counts"],
        "flags": [flag["id"] for flag in view["flags"]],
    }


def _compare_verdicts(old: AuditView, new: AuditView, rules: Rules) -> VerdictChangeView:
    """Compare verdicts by their order in the rubric, the best first."""
    ranks = {rule.id: -index for index, rule in enumerate(rules.rubric.verdict)}
    before, after = ranks.get(old["verdict"]), ranks.get(new["verdict"])
    return {"old": old["verdict"], "new": new["verdict"], "change": _direction(before, after)}


def _compare_scores(old: AuditView, new: AuditView) -> ScoreChangeView:
    before, after = old["score"]["value"], new["score"]["value"]
    change = None if before is None or after is None else round(after - before, 1)
    return {"old": before, "new": after, "change": change}


def _compare_criteria(old: AuditView, new: AuditView) -> list[CriterionChangeView]:
    before = {one["id"]: one for one in old["criteria"]}
    return [_compare_criterion(before.get(one["id"]), one) for one in new["criteria"]]


def _compare_criterion(old: CriterionView | None, new: CriterionView) -> CriterionChangeView:
    level = old["level"] if old else None
    return {
        "id": new["id"],
        "title": new["title"],
        "weight": new["weight"],
        "old": level,
        "new": new["level"],
        "change": _direction(level, new["level"]),
        "old_evidence": old["evidence"] if old else [],
        "new_evidence": new["evidence"],
    }


def _direction(before: int | None, after: int | None) -> Direction:
    if before is None or after is None:
        return "same" if before == after else "unknown"
    return "up" if after > before else "down" if after < before else "same"


def _compare_flags(old: AuditView, new: AuditView) -> FlagChangesView:
    before = [flag["id"] for flag in old["flags"]]
    after = [flag["id"] for flag in new["flags"]]
    return {
        "gone": [id for id in before if id not in after],
        "new": [id for id in after if id not in before],
        "kept": [id for id in before if id in after],
    }
