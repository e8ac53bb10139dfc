"""Versions of one plan over the years, by the manifest: what was gained, lost, stalled and kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from auditor.batch.row import Entry
from auditor.batch.tables.audits import read_audit
from auditor.comparison.alignment import worth
from auditor.comparison.versions import compare
from auditor.report.office.cells import Cell
from auditor.report.views.audit import StatementView
from auditor.report.views.comparison import ComparisonView
from auditor.report.views.series import (
    PromiseView,
    SeriesView,
    StepKind,
    StepView,
    VersionRowView,
)
from auditor.report.web.batch_page import find_year
from auditor.rules import Rules

SERIES_COLUMN = "series"
PLACE_COLUMN = "place"
ROLE_COLUMN = "role"
PROGRESS = "progress"
"""What the role of a report on progress begins with."""
COMMITTED = 3
"""The level from which a question has a commitment."""
MEASURED = 4.0
"""What a statement is worth that has something to check it by."""


def find_series(entries: Sequence[Entry]) -> dict[str, list[Entry]]:
    """Find the series that the manifest names, each in the order of its years; one alone is none."""
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        name = _column(entry, SERIES_COLUMN)
        if name and entry.row.outcome == "audited" and find_year(dict(entry.columns)):
            found.setdefault(name, []).append(entry)
    return {
        name: sorted(members, key=_moment) for name, members in found.items() if len(members) > 1
    }


def _moment(entry: Entry) -> tuple[str, bool, int]:
    """Order the documents of one year: plans before reports on them, then as given."""
    return find_year(dict(entry.columns)), _is_progress(entry), entry.number


def _column(entry: Entry, name: str) -> str:
    return next((value for key, value in entry.columns if key.lower() == name), "")


def _is_progress(entry: Entry) -> bool:
    return _column(entry, ROLE_COLUMN).lower().startswith(PROGRESS)


def tell_series(entries: Sequence[Entry], folder: Path, rules: Rules) -> Iterator[SeriesView]:
    """Give each series, by name; its audits are read one pair at a time."""
    for name, members in sorted(find_series(entries).items()):
        place = next((found for one in members if (found := _column(one, PLACE_COLUMN))), name)
        yield {
            "name": name,
            "place": place,
            "versions": [_version(one) for one in members],
            "steps": [
                _step(kind, old, new, folder, rules) for kind, old, new in _find_steps(members)
            ],
        }


def _version(entry: Entry) -> VersionRowView:
    return {
        "number": entry.number,
        "year": find_year(dict(entry.columns)),
        "is_progress": _is_progress(entry),
        "verdict": entry.row.verdict,
    }


def _find_steps(members: Sequence[Entry]) -> Iterator[tuple[StepKind, Entry, Entry]]:
    """Pair each plan with the plan before it, and each report on progress with the plan it follows."""
    plan: Entry | None = None
    for entry in members:
        if plan is not None:
            yield ("progress" if _is_progress(entry) else "version"), plan, entry
        if not _is_progress(entry):
            plan = entry


def _step(kind: StepKind, old: Entry, new: Entry, folder: Path, rules: Rules) -> StepView:
    before, after = read_audit(old, folder), read_audit(new, folder)
    compared = compare(before, after, rules, progress=kind == "progress")
    sorted_out = _sort_out(compared)
    return {
        "kind": kind,
        "old": old.number,
        "new": new.number,
        "gained": sorted_out["gained"],
        "lost": sorted_out["lost"],
        "stalled": sorted_out["stalled"],
        "kept": sorted_out["kept"],
        "silent": sorted_out["silent"],
        "unknown": sorted_out["unknown"],
        "statements_gained": [one["new"] for one in compared["gained"] if one["new"]],
        "statements_lost": [one["old"] for one in compared["lost"] if one["old"]],
        "promises": _promises(compared),
        "alike": compared["alike"],
    }


def _sort_out(compared: ComparisonView) -> dict[str, list[str]]:
    """Sort the questions by what became of them."""
    found: dict[str, list[str]] = {
        name: [] for name in ("gained", "lost", "stalled", "kept", "silent", "unknown")
    }
    for one in compared["criteria"]:
        found[_fate(one["old"], one["new"])].append(one["id"])
    return found


def _fate(old: int | None, new: int | None) -> str:
    """Return what became of a question.

    >>> [_fate(1, 3), _fate(3, 1), _fate(2, 2), _fate(4, 4), _fate(0, 0), _fate(None, 2)]
    ['gained', 'lost', 'stalled', 'kept', 'silent', 'unknown']
    """
    if old is None or new is None:
        return "unknown"
    if old != new:
        return "gained" if new > old else "lost"
    if not old:
        return "silent"
    return "kept" if old >= COMMITTED else "stalled"


def _promises(compared: ComparisonView) -> list[PromiseView]:
    """Return what came of each promise, in the order of the plan; none without a report."""
    progress = compared.get("progress")
    if progress is None:
        return []
    told = [*progress["reported"], *progress["unreported"]]
    promises = [_promise(one["old"], one["new"]) for one in told if one["old"]]
    return sorted(promises, key=lambda one: one["statement"]["id"])


def _promise(promise: StatementView, told: StatementView | None) -> PromiseView:
    further = worth(told) > worth(promise) or worth(told) == MEASURED
    return {
        "statement": promise,
        "fate": "untold" if told is None else "further" if further else "repeated",
        "told": told,
    }


def steps_table(series: Sequence[SeriesView], rows: Mapping[int, Entry]) -> list[dict[str, Cell]]:
    """Give the steps of all series as rows."""
    return [_cells(one, step, rows) for one in series for step in one["steps"]]


def _cells(one: SeriesView, step: StepView, rows: Mapping[int, Entry]) -> dict[str, Cell]:
    old, new = rows[step["old"]], rows[step["new"]]
    fates = [promise["fate"] for promise in step["promises"]]
    told = step["kind"] == "progress"
    return {
        "series": one["name"],
        "step": step["kind"],
        "old": old.number,
        "new": new.number,
        "old_year": find_year(dict(old.columns)),
        "new_year": find_year(dict(new.columns)),
        "old_verdict": old.row.verdict,
        "new_verdict": new.row.verdict,
        **{name: " ".join(step[name]) for name in ("gained", "lost", "stalled", "kept", "silent")},
        "statements_gained": len(step["statements_gained"]),
        "statements_lost": len(step["statements_lost"]),
        "promises": len(fates) if told else None,
        "promises_further": fates.count("further") if told else None,
        "promises_repeated": fates.count("repeated") if told else None,
        "promises_untold": fates.count("untold") if told else None,
    }
