"""A TOML file read strictly into records, each mistake answered with its line and column.

`tomllib` says where a file breaks the grammar of TOML, but not where a key stands;
this module keeps the place of each key, so that a misspelt one can be pointed at.
"""

from __future__ import annotations

import collections.abc
import dataclasses
import difflib
import re
import tomllib
import typing
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

from auditor.errors import DataError

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
_KINDS = {str: "text in quotes", int: "a whole number", float: "a number", bool: "true or false"}


@dataclasses.dataclass(frozen=True, slots=True)
class TomlFile:
    """What a TOML file holds, and where each of its keys stands."""

    name: str
    content: dict[str, object]
    places: dict[Trail, tuple[int, int]]

    def place(self, trail: Trail) -> str:
        """Name file, line and column of a key, or of the nearest table that holds it."""
        for length in range(len(trail), -1, -1):
            if trail[:length] in self.places:
                line, column = self.places[trail[:length]]
                return f"{self.name}:{line}:{column}"
        return f"{self.name}:1:1"

    def mistake(self, trail: Trail, message: str, remedy: str) -> DataError:
        """Make the error that points at a key."""
        return DataError(message, place=self.place(trail), remedy=remedy)


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
        raise DataError(
            "tables or lists stand too deep in each other",
            place=name,
            remedy="Write them one beside the other.",
        ) from None
    return TomlFile(name, table, dict(_find_places(text)))


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


def build(record: type[R], file: TomlFile, trail: Trail = ()) -> R:
    """Build a record from the table at the end of a trail, strictly.

    The record is a dataclass whose fields are str, int, float, bool, literals, records,
    tuples of these, and mappings to them; a field with a default may be left out.

    Raises:
        DataError: a key is unknown, missing, or holds the wrong kind of value.

    """
    table = _value_at(file, trail)
    if not isinstance(table, dict):
        raise file.mistake(
            trail, f"“{trail[-1]}” must be a table", "Write its keys under a header."
        )
    fields = {field.name: field for field in dataclasses.fields(record)}  # type: ignore[arg-type]  # a dataclass
    _refuse_unknown(table, set(fields), file, trail)
    plain: type = record
    kinds = _kinds_of(plain)
    values: dict[str, Any] = {}
    for name, field in fields.items():
        if name in table:
            values[name] = _cast(kinds[name], file, (*trail, name))
        elif field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING:
            raise file.mistake(trail, f"“{name}” is missing", f"Add a line `{name} = ...`.")
    return record(**values)


@cache
def _kinds_of(record: type) -> Mapping[str, Any]:
    """Return the type of each field of a record, worked out once."""
    return typing.get_type_hints(record)


def _refuse_unknown(
    table: dict[str, object], known: set[str], file: TomlFile, trail: Trail
) -> None:
    for key in table:
        if key not in known:
            raise file.mistake((*trail, key), f"unknown key “{key}”", near(key, sorted(known)))


def near(key: str, known: Collection[str], otherwise: str = "") -> str:
    """Return the remedy for a key that is unknown: the one like it, else all, or something else.

    >>> near("shutt", ("shut", "open")), near("x", ("shut", "open"))
    ('Did you mean “shut”?', 'Known here: shut, open.')
    """
    alike = difflib.get_close_matches(key, known, n=1)
    if alike:
        return f"Did you mean “{alike[0]}”?"
    return otherwise or f"Known here: {', '.join(known)}."


def _value_at(file: TomlFile, trail: Trail) -> Any:
    value: Any = file.content
    for step in trail:
        value = value[step]
    return value


def _cast(kind: Any, file: TomlFile, trail: Trail) -> Any:
    """Hold a value against the type of its field."""
    if type(None) in typing.get_args(kind):
        kind = next(part for part in typing.get_args(kind) if part is not type(None))
    origin = typing.get_origin(kind)
    if origin is tuple:
        return _cast_list(typing.get_args(kind)[0], file, trail)
    if origin is collections.abc.Mapping:
        return _cast_table(typing.get_args(kind), file, trail)
    if origin is typing.Literal:
        return _cast_choice(typing.get_args(kind), file, trail)
    if dataclasses.is_dataclass(kind):
        return build(kind, file, trail)  # type: ignore[arg-type]  # asked just above
    return _cast_plain(kind, file, trail)


def _cast_list(inner: Any, file: TomlFile, trail: Trail) -> tuple[Any, ...]:
    value = _value_at(file, trail)
    if not isinstance(value, list):
        raise file.mistake(
            trail, f"“{_key_of(trail)}” must be a list", "Write it in [square brackets]."
        )
    if all(type(one) is inner for one in value):  # most lists are long ones of text
        return tuple(value)
    return tuple(_cast(inner, file, (*trail, index)) for index in range(len(value)))


def _cast_table(kinds: tuple[Any, ...], file: TomlFile, trail: Trail) -> dict[str, Any]:
    value = _value_at(file, trail)
    if not isinstance(value, dict):
        raise file.mistake(
            trail, f"“{_key_of(trail)}” must be a table", "Write `word = value` lines."
        )
    keys, inner = kinds
    if known := typing.get_args(keys):
        _refuse_unknown(value, set(known), file, trail)
    return {key: _cast(inner, file, (*trail, key)) for key in value}


def _cast_choice(known: tuple[Any, ...], file: TomlFile, trail: Trail) -> Any:
    value = _value_at(file, trail)
    if value not in known:
        message = f"“{_key_of(trail)}” cannot be {value!r}"
        raise file.mistake(trail, message, f"Use one of: {', '.join(map(str, known))}.")
    return value


def _cast_plain(kind: Any, file: TomlFile, trail: Trail) -> Any:
    value = _value_at(file, trail)
    if kind is float and type(value) is int:
        return float(value)
    if type(value) is not kind:
        message = f"“{_key_of(trail)}” must be {_KINDS[kind]}"
        raise file.mistake(trail, message, f"It holds {value!r}.")
    return value


def _key_of(trail: Trail) -> str:
    """Return the innermost key on the way to a value."""
    return next((step for step in reversed(trail) if isinstance(step, str)), "")
