"""Texts of one language laid over the English ones, and what is not translated yet.

A translation has the shape of the English file: tables of texts, and lists of tables known
by their ids. Only texts may stand in it; numbers, ids and patterns stay as they are. A text
that it lacks stays English and is counted as missing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from string import Formatter
from typing import Any

from auditor.rules.positions import TomlFile, Trail, near, read_toml
from auditor.rules.sentence_templates import fill

IsText = Callable[[tuple[str, ...]], bool]
"""True if the value with such a name, as in ("verdict", "title"), is a text that is translated."""
_SPECIFIED = re.compile(r"\{(\w+):")


@dataclass(frozen=True, slots=True)
class Overlay:
    """A file of texts with a translation laid over it."""

    content: dict[str, Any]
    missing: tuple[str, ...]
    """The texts that are English still, each by its name: "criterion.access.advice"."""
    texts: int
    """How many texts there are to translate."""


def read_overlay(
    english: Traversable, folder: Traversable, path: Sequence[str], is_text: IsText
) -> Overlay:
    """Lay the file at a path over the English one; where there is none every text is missing.

    Raises:
        DataError: the translation has a mistake; its place names file, line and column.

    """
    file, name = folder.joinpath(*path), "/".join(path)
    own = read_toml(file, name=name) if file.is_file() else TomlFile(name, {})
    return lay_over(read_toml(english).content, own, is_text)


def lay_over(english: Mapping[str, Any], translation: TomlFile, is_text: IsText) -> Overlay:
    """Lay a translation over the English texts.

    Raises:
        DataError: a key is unknown or not to be translated, or a sentence has other names in
            braces than the English one.

    """
    wanted = dict(_texts(english, is_text))
    found: set[tuple[str, ...]] = set()
    content = _laid(english, translation.content, (), (), _Laying(translation, is_text, found))
    missing = tuple(".".join(name) for name in wanted if name not in found)
    return Overlay(content, missing, len(wanted))


@dataclass(frozen=True, slots=True)
class _Laying:
    """What every step of laying one file over another needs."""

    file: TomlFile
    is_text: IsText
    found: set[tuple[str, ...]]
    """The names of the texts translated so far, with ids."""


def _texts(table: Mapping[str, Any], is_text: IsText) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Give every text that is to be translated, by its name with the ids of lists."""
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from (((key, *name), text) for name, text in _within(value, (key,), is_text))
        elif _is_records(value):
            for one in value:
                for name, text in _within(one, (key,), is_text):
                    yield (key, str(one["id"]), *name), text
        elif is_text((key,)):
            yield (key,), value


def _within(
    table: Mapping[str, Any], name: tuple[str, ...], is_text: IsText
) -> Iterator[tuple[tuple[str, ...], Any]]:
    for key, value in table.items():
        if is_text((*name, key)) and value not in ("", "-"):
            yield (key,), value


def _is_records(value: object) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], Mapping)


def _laid(
    english: Mapping[str, Any],
    own: Mapping[str, Any],
    trail: Trail,
    name: tuple[str, ...],
    laying: _Laying,
) -> dict[str, Any]:
    """Return a table with the texts of the translation in place of the English ones."""
    laid = dict(english)
    for key, value in own.items():
        where = (*trail, key)
        if key == "id" and name and name[-1].startswith("#"):
            continue
        if key not in english:
            raise laying.file.mistake(where, f"unknown key “{key}”", near(key, english))
        laid[key] = _laid_value(english[key], value, where, (*name, key), laying)
    return laid


def _laid_value(
    english: Any, value: Any, trail: Trail, name: tuple[str, ...], laying: _Laying
) -> Any:
    if isinstance(english, Mapping) and isinstance(value, Mapping):
        return _laid(english, value, trail, name, laying)
    if _is_records(english) and _is_records(value):
        return _laid_records(english, value, trail, name, laying)
    if not laying.is_text(tuple(step for step in name if not step.startswith("#"))):
        raise laying.file.mistake(
            trail,
            f"“{trail[-1]}” is not translated",
            "Take the line out: only texts that a reader sees stand in a translation.",
        )
    laying.found.add(tuple(step.removeprefix("#") for step in name))
    if isinstance(english, list):
        return _laid_list(english, value, trail, laying.file)
    return checked_text(english, value, trail, laying.file)


def _laid_records(
    english: list[dict[str, Any]],
    own: list[dict[str, Any]],
    trail: Trail,
    name: tuple[str, ...],
    laying: _Laying,
) -> list[dict[str, Any]]:
    """Lay records over those of the same id; the order is the English one."""
    laid = {one["id"]: one for one in english}
    seen: set[object] = set()
    for index, one in enumerate(own):
        id, where = one.get("id"), (*trail, index)
        if id not in laid:
            known = ", ".join(map(str, laid))
            raise laying.file.mistake(
                (*where, "id"), f"there is no {trail[-1]} “{id}”", f"Known here: {known}."
            )
        if id in seen:
            raise laying.file.mistake(
                (*where, "id"), f"{trail[-1]} “{id}” stands here twice", "Take one of them out."
            )
        seen.add(id)
        laid[id] = _laid(laid[id], one, where, (*name, f"#{id}"), laying)
    return list(laid.values())


def _laid_list(english: list[str], value: Any, trail: Trail, file: TomlFile) -> list[str]:
    if not isinstance(value, list) or len(value) != len(english):
        raise file.mistake(
            trail, f"“{trail[-1]}” must be {len(english)} texts", "Translate each, in their order."
        )
    pairs = zip(english, value, strict=True)
    return [checked_text(one, own, trail, file) for one, own in pairs]


def checked_text(english: str, text: object, trail: Trail, file: TomlFile) -> str:
    """Return a translated text, its numbers to be written in digits.

    Raises:
        DataError: it is empty or no text, or its names in braces are not those of the English.

    """
    if not isinstance(text, str) or not text.strip():
        raise file.mistake(trail, f"“{trail[-1]}” must be text in quotes", "Translate it.")
    try:
        wanted, found = _names(english), _names(text)
        if wanted.keys() == found.keys():
            digits = _SPECIFIED.sub(r"{\1:%", text)
            fill(digits, {name: 2 if wanted[name] or found[name] else "x" for name in wanted})
            return digits
    except (ValueError, KeyError, IndexError) as error:
        raise file.mistake(
            trail, f"the sentence cannot be filled in ({error})", f"The English: {english}"
        ) from None
    raise file.mistake(trail, _difference(wanted, found), f"The English: {english}")


def _names(text: str) -> dict[str, bool]:
    """Return the names in braces of a text, and whether each is written as a number."""
    found: dict[str, bool] = {}
    for _, name, spec, _ in Formatter().parse(text):
        if name is not None:
            found[name] = found.get(name, False) or bool(spec)
    return found


def _difference(wanted: Mapping[str, bool], found: Mapping[str, bool]) -> str:
    lacking = [f"{{{name}}}" for name in wanted if name not in found]
    if lacking:
        return f"the translation lacks {', '.join(lacking)}"
    strange = [f"{{{name}}}" for name in found if name not in wanted]
    return f"the English text has no {', '.join(strange)}"
