"""Word lists: from a file anyone may edit to records that code may trust.

A file holds one subject: `subject`, `source`, `date`, and `[[group]]` tables with

* `id` and `means`: the name of the group, and what its words mean;
* `phrases`: one turn of phrase each; `(a|b)` stands for either, `(a |)` for a word
  that may be missing, `accept~` for accept, accepts, accepted and accepting, and
  `...` for up to eight words between two parts;
* `asides`: longer phrases that take their words away ("baby boomers" before "baby");
* `finds`: sentences in which exactly the [bracketed] words must be found;
* `ignores`: sentences in which nothing may be found.

Unknown keys are errors, so that a slip of the pen is never a silent gap.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from itertools import product
from typing import Any

from auditor.errors import DataError
from auditor.records import Searched

GROUP_KEYS = frozenset(("id", "means", "phrases", "asides", "finds", "ignores"))
FILE_KEYS = frozenset(("subject", "source", "date", "group"))
BESIDE = ("rubric.toml", "grammar.toml", "doubt.toml")
"""Files beside the word lists that judgements hang on too: they are part of the hash."""
GAP = "..."
VERB_FORMS = 4
"""How many forms of a verb "~" stands for."""
_CHOICE = re.compile(r"\(([^()]*)\)")


@dataclass(frozen=True, slots=True)
class Group:
    """Phrases that mean one thing, with the sentences that prove them."""

    id: str
    """"babies.people": the file, a dot, the group."""
    means: str
    phrases: tuple[str, ...]
    asides: tuple[str, ...]
    finds: tuple[str, ...]
    ignores: tuple[str, ...]
    place: str
    """"babies.toml:12", for messages."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All word lists of one language, checked."""

    groups: tuple[Group, ...]
    languages: tuple[str, ...]
    sha256: str
    searched: Searched

    def group(self, id: str) -> Group:
        """Find a group by its id.

        Raises:
            DataError: a group that the rules need is missing.

        """
        for group in self.groups:
            if group.id == id:
                return group
        raise DataError(
            f'the group "{id}" is missing', remedy="Put it back: the rules speak of it by name."
        )


def read_lexicon(folder: Traversable) -> Lexicon:
    """Read and check every word list in a folder: one subfolder a language.

    Raises:
        DataError: a file has a mistake, or there is no word list at all.

    """
    languages = tuple(sorted(item.name for item in folder.iterdir() if _is_language(item)))
    groups: list[Group] = []
    digest = hashlib.sha256()
    for language in languages:
        for file in sorted(folder.joinpath(language).iterdir(), key=lambda item: item.name):
            if file.name.endswith(".toml"):
                groups.extend(_read_file(file, digest))
    if not groups:
        raise DataError(
            "no word lists", place=str(folder), remedy="Put .toml files into a folder en/."
        )
    _check_unique(groups)
    for name in BESIDE:
        file = folder.joinpath(name)
        if file.is_file():
            digest.update(_plain(file.read_bytes()))
    return Lexicon(tuple(groups), languages, f"sha256:{digest.hexdigest()}", _count(groups))


def _is_language(item: Traversable) -> bool:
    return item.is_dir() and re.fullmatch(r"[a-z]{2,3}", item.name) is not None


def _plain(content: bytes) -> bytes:
    """Read line ends alike on every system, so that the hash is the same."""
    return content.replace(b"\r\n", b"\n")


def _read_file(file: Traversable, digest: Any) -> Iterator[Group]:
    content = _plain(file.read_bytes())
    digest.update(file.name.encode() + b"\0" + content)
    try:
        text = content.decode("utf-8")
        data = tomllib.loads(text)
    except UnicodeDecodeError as error:
        raise DataError("not UTF-8", place=file.name, remedy="Save the file as UTF-8.") from error
    except tomllib.TOMLDecodeError as error:
        raise toml_error(file.name, error) from error
    _check_keys(data, FILE_KEYS, file.name, text)
    for number, table in enumerate(data.get("group", ())):
        yield _make_group(file.name, text, number, table)


def toml_error(name: str, error: tomllib.TOMLDecodeError) -> DataError:
    """Say where a file stops being TOML: file:line:column."""
    where = re.search(r"line (\d+), column (\d+)", str(error))
    place = f"{name}:{where[1]}:{where[2]}" if where else name
    reason = re.sub(r" ?\(at .*\)", "", str(error))
    return DataError(
        f"not valid TOML: {reason}",
        place=place,
        remedy="Look for a missing quote, comma or bracket.",
    )


def _check_keys(table: Mapping[str, Any], known: frozenset[str], name: str, text: str) -> None:
    for key in table:
        if key not in known:
            line = line_of(text, rf"^\s*{re.escape(key)}\s*=")
            raise DataError(
                f'unknown key "{key}"',
                place=f"{name}:{line}:1",
                remedy=f"Use one of: {', '.join(sorted(known))}.",
            )


def line_of(text: str, pattern: str, count: int = 0) -> int:
    """Find the line, counting from 1, of the n-th place where a pattern stands."""
    for index, match in enumerate(re.finditer(pattern, text, re.M)):
        if index == count:
            return text.count("\n", 0, match.start()) + 1 + match[0].count("\n")
    return 1


def _make_group(name: str, text: str, number: int, table: Mapping[str, Any]) -> Group:
    line = line_of(text, r"^\[\[group\]\]", number)
    place = f"{name}:{line}:1"
    _check_keys(table, GROUP_KEYS, name, text)
    for key in ("id", "means", "phrases"):
        if key not in table:
            raise DataError(f'a group without "{key}"', place=place, remedy=f"Add {key} = ...")
    lists = {key: _strings(table, key, place) for key in ("phrases", "asides", "finds", "ignores")}
    return Group(
        id=f"{name.removesuffix('.toml')}.{table['id']}",
        means=str(table["means"]),
        place=place,
        **lists,
    )


def _strings(table: Mapping[str, Any], key: str, place: str) -> tuple[str, ...]:
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(x, str) and x.strip() for x in value):
        raise DataError(
            f'"{key}" must be a list of phrases in quotes',
            place=place,
            remedy=f'Write {key} = ["one phrase", "another"].',
        )
    for phrase in value if key in ("phrases", "asides") else ():
        _check_brackets(phrase, place)
    return tuple(value)


def _check_brackets(phrase: str, place: str) -> None:
    """Choices do not nest, and every bracket that opens closes."""
    rest = _CHOICE.sub("", phrase)
    if "(" in rest or ")" in rest:
        raise DataError(
            f'brackets that do not pair in "{phrase}"',
            place=place,
            remedy="Write each choice as (one|other), without brackets inside it.",
        )


def _check_unique(groups: list[Group]) -> None:
    seen: dict[str, str] = {}
    for group in groups:
        if group.id in seen:
            raise DataError(
                f'two groups are called "{group.id}"',
                place=group.place,
                remedy=f"Rename one; the other stands at {seen[group.id]}.",
            )
        seen[group.id] = group.place


def _count(groups: list[Group]) -> Searched:
    terms = patterns = 0
    for group in groups:
        for phrase in group.phrases:
            if GAP in phrase:
                patterns += 1
            else:
                terms += count_forms(phrase)
    return Searched(terms=terms, patterns=patterns)


def expand(phrase: str) -> Iterator[str]:
    """Write out every phrase that a short form stands for.

    >>> sorted(expand("parent-(infant|baby) team(s|)"))
    ['parent-baby team', 'parent-baby teams', 'parent-infant team', 'parent-infant teams']
    >>> list(expand("close~"))
    ['close', 'closes', 'closed', 'closing']
    """
    for chosen in _choose(phrase):
        form = " ".join(chosen.split())
        if "~" in form:
            yield from _inflect(form)
        else:
            yield form


def count_forms(phrase: str) -> int:
    """Count the phrases that a short form stands for, without writing them out.

    >>> count_forms("parent-(infant|baby) team(s|)"), count_forms("(close~|shut)")
    (4, 5)
    """
    return sum(VERB_FORMS ** chosen.count("~") for chosen in _choose(phrase))


def _choose(phrase: str) -> Iterator[str]:
    """Make every choice that stands in brackets."""
    parts = _CHOICE.split(phrase)
    if len(parts) == 1:
        return iter(parts)
    choices = [part.split("|") if index % 2 else [part] for index, part in enumerate(parts)]
    return map("".join, product(*choices))


def _inflect(phrase: str) -> Iterator[str]:
    if "~" not in phrase:
        yield phrase
        return
    head, tail = phrase.split("~", 1)
    stem = re.split(r"[\s-]", head)[-1]
    for form in verb_forms(stem):
        yield from _inflect(head[: len(head) - len(stem)] + form + tail)


def verb_forms(verb: str) -> tuple[str, str, str, str]:
    """Give the regular forms of a verb.

    >>> verb_forms("carry")
    ('carry', 'carries', 'carried', 'carrying')
    >>> verb_forms("teach")
    ('teach', 'teaches', 'teached', 'teaching')
    """
    if verb.endswith("e") and not verb.endswith("ee"):
        return verb, verb + "s", verb + "d", verb[:-1] + "ing"
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    third = verb + ("es" if re.search(r"(s|x|z|ch|sh)$", verb) else "s")
    return verb, third, verb + "ed", verb + "ing"
