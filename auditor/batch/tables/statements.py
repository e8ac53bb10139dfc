"""Every statement that bears on children, a row each: what it is about, how sure, who checked it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from auditor.batch.row import Entry
from auditor.report.office.cells import Cell
from auditor.report.office.tables import statement_cells
from auditor.report.views.audit import AuditView, StatementView
from auditor.report.views.reviews import DecidedStatementView

_OWN = """
id file page page_label section place text reach topic strength criteria confidence
likely_reach likely_reach_chance other_reach other_reach_chance mental_chance
likely_strength likely_strength_chance other_strength other_strength_chance
deciding repeat_of ocr inserted review reviewers machine_reach machine_topic machine_strength
"""
OWN = tuple(_OWN.split())
"""The columns of a statement itself; those of its document stand before them."""
_OF_DOCUMENT = """
number document_name document_title sha256 document_language document_kind verdict checked
"""
OF_DOCUMENT = tuple(_OF_DOCUMENT.split())


def columns_of(entries: Iterable[Entry]) -> tuple[str, ...]:
    """Return the columns of the table: the document's, the manifest's, the statement's."""
    given = dict.fromkeys(name for entry in entries for name in given_names(entry))
    return (*OF_DOCUMENT, *given, *OWN)


def given_names(entry: Entry) -> tuple[str, ...]:
    """Return the names under which the columns of the manifest come back here."""
    return tuple(
        f"manifest_{name}" if name in OWN or name in OF_DOCUMENT else name
        for name in entry.given_names
    )


def rows_of(entry: Entry, view: AuditView) -> Iterator[dict[str, Cell]]:
    """Give the rows of one document, in reading order."""
    cells = entry.cells()
    shared: dict[str, Cell] = {name: cells[name] for name in OF_DOCUMENT}
    values = (value for _, value in entry.columns)
    shared.update(zip(given_names(entry), values, strict=True))
    deciding = frozenset(view.get("deciding") or ())
    decided = _decided(view)
    for one in view["statements"]:
        yield {**shared, **statement_cells(one), **_chances(one), **_marks(one, deciding, decided)}


def _decided(view: AuditView) -> dict[str, DecidedStatementView]:
    reviews = view.get("reviews")
    return {one["id"]: one for one in reviews["statements"]} if reviews else {}


def _chances(one: StatementView) -> dict[str, Cell]:
    likely = one.get("likely")
    if likely is None:
        return {}
    reach: list[tuple[str, float]] = [
        (str(name), chance) for name, chance in likely["reach"].items()
    ]
    return {
        **_first_two("reach", reach),
        "mental_chance": likely["topic"].get("mental"),
        **_first_two("strength", list(likely["strength"].items())),
    }


def _first_two(name: str, chances: list[tuple[str, float]]) -> dict[str, Cell]:
    cells: dict[str, Cell] = {}
    for prefix, (label, chance) in zip(("likely", "other"), chances, strict=False):
        cells[f"{prefix}_{name}"] = int(label) if name == "strength" else label
        cells[f"{prefix}_{name}_chance"] = chance
    return cells


def _marks(
    one: StatementView, deciding: frozenset[str], decided: Mapping[str, DecidedStatementView]
) -> dict[str, Cell]:
    cells: dict[str, Cell] = {
        "deciding": _yes_or_no(one["id"] in deciding),
        "repeat_of": one.get("repeat_of"),
        "ocr": _yes_or_no(bool(one.get("ocr"))),
        "inserted": _yes_or_no(one.get("revision") == "inserted"),
    }
    if (said := decided.get(one["id"])) is not None:
        cells["review"] = "conflict" if said["conflict"] else said["decisions"][-1]["choice"]
        cells["reviewers"] = "; ".join(
            dict.fromkeys(each["reviewer"] for each in said["decisions"])
        )
        machine = said["machine"]
        cells["machine_reach"], cells["machine_topic"] = machine["reach"], machine["topic"]
        cells["machine_strength"] = machine["strength"]
    return cells


def _yes_or_no(value: bool) -> str:
    return "yes" if value else "no"
