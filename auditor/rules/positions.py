"""A TOML file read strictly into records, each mistake answered with its line and column.

`tomllib` says where a file breaks the grammar of TOML, but not where a key stands;
this module keeps the place of each key, so that a misspelt one can be pointed at.
"""

from __future__ import annotations

import dataclasses
import difflib
import json
import re
import tomllib
import typing
from collections.abc import Collection, Iterator, Sequence
from functools import cache, lru_cache
from typing import Any, TypeVar, cast

from auditor.errors import DataError

if typing.TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from pydantic import TypeAdapter
    from pydantic_core import ErrorDetails

MOST_BYTES = 16 * 1024**2
"""No file of rules is larger."""
R = TypeVar("R")
Trail = tuple[str | int, ...]
"""The way to a value: keys of tables and indexes of lists."""

_MARK = re.compile(
    r"""\n[ \t]*(?:(?P<open>\[\[?)[ \t]*(?P<name>[^\]\n]+?)[ \t]*\]"""
    r"""|(?P<key>[A-Za-z0-9_.-]+|"[^"\n]*"|'[^'\n]*')[ \t]*=)"""
)
"""The header of a table, or a key."""
_LONG_TEXTS = [re.compile(f"{quotes}.*?{quotes}", re.DOTALL) for quotes in ('"""', "'''")]
_INK = re.compile(r"[^\n]")
_GRAMMAR = re.compile(
    r"(?P<what>.*?)\s*\(at (?:line (?P<line>\d+), column (?P<column>\d+)|end.*)\)"
)
_UNKNOWN = "unexpected_keyword_argument"
_TOO_DEEP = ("tables or lists stand too deep in each other", "Write them one beside the other.")
_TOO_WRONG = ("hundreds of values are wrong", "Start again from the file as it is shipped.")
_MOST_FAULTS = 500
"""More are not looked at one by one."""
_TOLD = {
    "missing": ("“{key}” is missing", "Add a line `{key} = ...`."),
    "string_type": ("“{key}” must be text in quotes", "It holds {held!r}."),
    "int_type": ("“{key}” must be a whole number", "It holds {held!r}."),
    "float_type": ("“{key}” must be a number", "It holds {held!r}."),
    "bool_type": ("“{key}” must be true or false", "It holds {held!r}."),
    "literal_error": ("“{key}” cannot be {held!r}", "Use one of: {known}."),
    "tuple_type": ("“{key}” must be a list", "Write it in [square brackets]."),
    "dict_type": ("“{key}” must be a table", "Write `word = value` lines."),
    "dataclass_type": ("“{key}” must be a table", "Write its keys under a header."),
}
"""What is wrong and what to do, by the name that pydantic has for the mistake."""
_NEVER_RIGHT = [None]
"""What a date stands for where a file is read into records: none has a field for it."""


@dataclasses.dataclass(frozen=True, slots=True)
class TomlFile:
    """What a TOML file holds, and where each of its keys stands."""

    name: str
    content: dict[str, object]
    text: str = ""
    """What it was read from; its keys are looked for only once a place is asked for."""

    def place(self, trail: Trail) -> str:
        """Name file, line and column of a key, or of the nearest table that holds it."""
        places = _places_in(self.text)
        for length in range(len(trail), -1, -1):
            if trail[:length] in places:
                line, column = places[trail[:length]]
                return f"{self.name}:{line}:{column}"
        return f"{self.name}:1:1"

    def mistake(self, trail: Trail, message: str, remedy: str) -> DataError:
        """Make the error that points at a key."""
        return DataError(message, place=self.place(trail), remedy=remedy)

    def refuse_twice(self, key: str, ids: Sequence[str]) -> None:
        """Refuse two tables of a list that have one id."""
        for number, id in enumerate(ids):
            if ids.index(id) != number:
                trail = (key, number, "id")
                raise self.mistake(trail, f"“{id}” stands twice", "Take one of them out.")


def read_toml(file: Traversable, *, name: str | None = None) -> TomlFile:
    """Read a TOML file and note where its keys stand.

    Raises:
        DataError: the file is no TOML, or not UTF-8.

    """
    return parse_toml(file.read_bytes(), name or str(file))


def parse_toml(content: bytes, name: str) -> TomlFile:
    """Parse TOML and note where its keys stand; `name` is what errors call it.

    Raises:
        DataError: it is no TOML, or not UTF-8.

    """
    if len(content) > MOST_BYTES:
        raise DataError(
            f"the file is larger than {MOST_BYTES // 1024**2} MB",
            place=name,
            remedy="Word lists are far smaller: check that it is one.",
        )
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise DataError(
            "the file is not UTF-8 text", place=f"{name}:1:1", remedy="Save it as UTF-8."
        ) from error
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _grammar_error(str(error), text, name) from None
    except RecursionError:
        raise TomlFile(name, {}).mistake((), *_TOO_DEEP) from None
    return TomlFile(name, table, text)


def _grammar_error(said: str, text: str, name: str) -> DataError:
    """Turn what tomllib says into an error with a place and a remedy."""
    parts = _GRAMMAR.match(said)
    what = parts["what"] if parts else said
    line, column = text.count("\n") + 1, 1
    if parts and parts["line"]:
        line, column = int(parts["line"]), int(parts["column"])
    return DataError(
        f"not valid TOML: {what[:1].lower()}{what[1:]}",
        place=f"{name}:{line}:{column}",
        remedy="Look for a missing quote, comma or bracket on this line or the one before.",
    )


@lru_cache(maxsize=1)
def _places_in(text: str) -> dict[Trail, tuple[int, int]]:
    return dict(_find_places(text))


def _find_places(text: str) -> Iterator[tuple[Trail, tuple[int, int]]]:
    """Find where each table and key begins; text within multi-line strings is passed over."""
    table: Trail = ()
    counts: dict[Trail, int] = {}
    line, counted = 0, 0
    for long in _LONG_TEXTS:
        text = long.sub(lambda found: _INK.sub(" ", found[0]), text)
    text = f"\n{text}"
    for found in _MARK.finditer(text):
        start = found.start("open" if found["open"] else "key")
        line, counted = line + text.count("\n", counted, start), start
        place = (line, start - text.rfind("\n", 0, start))
        if found["open"]:
            table = _table_trail(found, counts)
            yield table, place
        else:
            yield (*table, *_key_parts(found["key"])), place


def _table_trail(header: re.Match[str], counts: dict[Trail, int]) -> Trail:
    """Follow a table header, counting the tables of a list."""
    trail: Trail = ()
    parts = _key_parts(header["name"])
    for depth, part in enumerate(parts, 1):
        trail = (*trail, part)
        if header["open"] == "[[" and depth == len(parts):
            counts[trail] = counts.get(trail, -1) + 1
        if trail in counts:
            trail = (*trail, counts[trail])
    return trail


def _key_parts(key: str) -> list[str]:
    """Take a dotted or quoted key apart."""
    if key[:1] in "\"'":
        return [key[1:-1]]
    return [part.strip().strip("\"'") for part in key.split(".")]


def build(record: type[R], file: TomlFile) -> R:
    """Build a record from a file, strictly.

    The record is a dataclass whose fields are str, int, float, bool, literals, records,
    tuples of these, and mappings to them; a field with a default may be left out.

    Raises:
        DataError: a key is unknown, missing, or holds the wrong kind of value.

    """
    from pydantic import ValidationError  # whoever only names the types pays for no library

    plain: type = record
    try:
        # as JSON, in which pydantic takes lists for tuples and tables for records
        written = json.dumps(file.content, ensure_ascii=False, default=lambda date: _NEVER_RIGHT)
        return cast(R, _reader(plain).validate_json(written, strict=True, extra="forbid"))
    except RecursionError:
        raise file.mistake((), *_TOO_DEEP) from None
    except ValidationError as error:
        if error.error_count() > _MOST_FAULTS:
            raise file.mistake((), *_TOO_WRONG) from None
        faults = error.errors(include_url=False)
        # a key misspelt is missing too: how it is written says more
        first = min(faults, key=lambda fault: fault["type"] != _UNKNOWN)
        raise _mistake(first, plain, file) from None
    except ValueError:  # a whole number of thousands of digits
        raise file.mistake((), "a number is too long", "Write it with fewer digits.") from None


@cache
def _reader(record: type) -> TypeAdapter[Any]:
    from pydantic import TypeAdapter

    return TypeAdapter(record)


def _mistake(fault: ErrorDetails, record: type, file: TomlFile) -> DataError:
    """Say in plain words what pydantic found, and what to do."""
    kind, trail = fault["type"], fault["loc"]
    known = re.findall("'([^']*)'", fault.get("ctx", {}).get("expected", ""))
    if kind == _UNKNOWN:
        known = _keys_of(record, trail[:-1])
    if trail[-1:] == ("[key]",):
        kind, trail = _UNKNOWN, trail[:-1]
    key = next((step for step in reversed(trail) if isinstance(step, str)), "")
    if kind == _UNKNOWN:
        return file.mistake(trail, f"unknown key “{key}”", near(key, sorted(known)))
    message, remedy = _TOLD.get(kind, _TOO_DEEP)
    told = {"key": key, "held": _held(trail, file), "known": ", ".join(known)}
    return file.mistake(trail, message.format_map(told), remedy.format_map(told))


def _keys_of(record: Any, trail: Trail) -> list[str]:
    """Return the keys of the record that stands at the end of a trail."""
    for step in trail:
        if dataclasses.is_dataclass(record):
            record = typing.get_type_hints(record)[str(step)]
        else:
            record = typing.get_args(record)[0 if isinstance(step, int) else 1]
    return [field.name for field in dataclasses.fields(record)]


def _held(trail: Trail, file: TomlFile) -> object:
    """Return what a file holds at the end of a trail, or as far as it leads."""
    value: Any = file.content
    for step in trail:
        try:
            value = value[step]
        except (LookupError, TypeError):  # a key that is missing, or part of a date
            break
    return value


def near(key: str, known: Collection[str], otherwise: str = "") -> str:
    """Return the remedy for a key that is unknown: the one like it, else all, or something else.

    >>> near("shutt", ("shut", "open")), near("x", ("shut", "open"))
    ('Did you mean “shut”?', 'Known here: shut, open.')
    """
    alike = difflib.get_close_matches(key, known, n=1)
    if alike:
        return f"Did you mean “{alike[0]}”?"
    return otherwise or f"Known here: {', '.join(known)}."
