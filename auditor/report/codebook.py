"""The codebook of a batch's tables: what each column is, for people and for programs."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from markupsafe import Markup

from auditor.report.templating import markdown_environment
from auditor.rules.positions import read_toml
from auditor.rules.resources import templates_folder
from auditor.rules.rubric import Rubric
from auditor.rules.sentence_templates import fill


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table."""

    name: str
    type: str
    """A type of the Frictionless table schema."""
    title: str
    means: str
    values: tuple[str, ...] = ()
    """All values there can be, where they are few and fixed."""


@dataclass(frozen=True, slots=True)
class TableBook:
    """One table: what a row is, what tells rows apart, and the columns in order."""

    name: str
    title: str
    about: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]


@lru_cache(maxsize=1)
def words() -> Mapping[str, Any]:
    """Read what stands in the codebook."""
    return read_toml(templates_folder() / "codebook.toml").content


def describe(table: str, names: Sequence[str], given: Sequence[str], rubric: Rubric) -> TableBook:
    """Describe a table by the names of its columns; those in `given` came from a manifest."""
    about = words()[table]
    columns = tuple(
        _given(name) if name in given else _column(name, table, rubric) for name in names
    )
    return TableBook(table, about["title"], about["about"], tuple(about["key"].split()), columns)


def _given(name: str) -> Column:
    text = words()["text"]
    return Column(name, "string", text["given_title"], text["given"])


def _column(name: str, table: str, rubric: Rubric) -> Column:
    known = words()["columns"]
    if name in known and not (table == "comparison" and name.startswith("statements_")):
        said = known[name]
        return Column(name, said["type"], said["title"], said["means"], _values(name, said, rubric))
    prefix, _, id = name.partition("_")
    said = known[f"{prefix}_*"]
    title = fill(said["title"], {"title": _named(prefix, id, rubric)})
    return Column(name, said["type"], title, said["means"])


def _values(name: str, said: Mapping[str, Any], rubric: Rubric) -> tuple[str, ...]:
    """Return all values that a column can have; those of labels and answers are the rubric's."""
    if name.endswith("reach"):
        return tuple(one.id for one in rubric.reach if one.id != "none") + (
            ("none",) if name != "reach" else ()
        )
    if "verdict" in name and not name.endswith("because"):
        return (*(one.id for one in rubric.verdict), rubric.cannot_tell.id)
    return tuple(said.get("values", ()))


def _named(prefix: str, id: str, rubric: Rubric) -> str:
    if prefix == "level":
        return next((one.title for one in rubric.criteria if one.id == id), id)
    return next((one.name for one in rubric.reach if one.id == id), id)


def render_codebook(tables: Sequence[TableBook]) -> bytes:
    """Write the codebook for people, as Markdown."""
    template = markdown_environment().get_template("codebook.md.j2")
    page = template.render(tables=tables, words=words(), plain=Markup)
    return page.encode("utf-8", "replace")


def render_data_package(tables: Sequence[TableBook], tool: Mapping[str, str]) -> bytes:
    """Write the codebook for programs: a data package with a table schema for each table."""
    package = {
        "profile": "tabular-data-package",
        "name": "audits",
        "title": words()["text"]["title"],
        "description": words()["text"]["labels"],
        "sources": [{"title": f"{tool['name']} {tool['version']}, rubric {tool['rubric']}"}],
        "resources": [_resource(table) for table in tables],
    }
    return (json.dumps(package, ensure_ascii=False, indent=2) + "\n").encode()


def _resource(table: TableBook) -> dict[str, object]:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": f"{table.name}.csv",
        "title": table.title,
        "description": table.about,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8-sig",
        "schema": {
            "fields": [_field(column) for column in table.columns],
            "missingValues": [""],
            "primaryKey": list(table.key),
        },
    }


def _field(column: Column) -> dict[str, object]:
    field: dict[str, object] = {
        "name": column.name,
        "type": column.type,
        "title": column.title,
        "description": column.means,
    }
    if column.type == "boolean":
        field |= {"trueValues": ["yes"], "falseValues": ["no"]}
    if column.values:
        field["constraints"] = {"enum": list(column.values)}
    return field
