"""Word lists: from a file that anyone may edit to records that code may trust.

A file holds one subject of one language: `subject`, `source`, `date`, and `[[group]]`
tables with

* `id`: the kind of mark that its words make (`marks.toml` says what each means);
* `phrases`: one turn of phrase to a line; `(a|b)` stands for either, `(a |)` for a word
  that may be missing, `accept~` for the word in all its forms, `{de}` for one of a set
  of small words (`writing.toml`), `*rá` for every word with that end (where a dictionary
  reads headwords), and `...` for up to eight words between two parts;
* `asides`: longer phrases that take their words away ("baby boomers" before "baby");
* `finds`: sentences in which exactly the [bracketed] words must be found;
* `ignores`: sentences in which nothing may be found.

Unknown keys and groups are errors, and so is a group that is missing: a slip of the
pen is never a silent gap.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from itertools import product

from auditor.errors import DataError
from auditor.records import Searched
from auditor.rules.inventory import Inventory
from auditor.rules.positions import TomlFile, build, near, read_toml
from auditor.rules.writing import AS_IT_STANDS, Writing

GAP = "..."
VERB_FORMS = 4
"""How many forms of a verb "~" stands for."""
MOST_FORMS = 4096
"""How many phrases one short form may stand for."""
_CHOICE = re.compile(r"\(([^()]*)\)")
_STRINGS = re.compile(r'"(?:[^"\\]|\\.)*"')
_PARTS = re.compile(r'"(?:[^"\\]|\\.)*"|#[^\n]*')
_LIST = re.compile(r'^(?P<key>\w+) = \[(?P<inside>(?:[^"#\]]|"(?:[^"\\]|\\.)*"|#[^\n]*)*)\]$', re.M)


@dataclass(frozen=True, slots=True)
class Group:
    """Phrases that make one kind of mark, with the sentences that prove them."""

    id: str
    """"babies.people": the file, a dot, the group."""
    phrases: tuple[str, ...]
    asides: tuple[str, ...]
    finds: tuple[str, ...]
    ignores: tuple[str, ...]
    place: str
    """"en/babies.toml:12:1", for messages."""


@dataclass(frozen=True, slots=True)
class _Table:
    id: str
    phrases: tuple[str, ...]
    asides: tuple[str, ...] = ()
    finds: tuple[str, ...] = ()
    ignores: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _File:
    subject: str
    source: str
    date: str
    group: tuple[_Table, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All word lists of one language, checked: a group for each kind of mark."""

    groups: tuple[Group, ...]
    writing: Writing = AS_IT_STANDS

    @property
    def searched(self) -> Searched:
        """How many terms and patterns are searched for."""
        phrases = [phrase for group in self.groups for phrase in group.phrases]
        gapped = sum(GAP in phrase for phrase in phrases)
        whole = [phrase for phrase in phrases if GAP not in phrase]
        return Searched(sum(count_forms(phrase, self.writing) for phrase in whole), gapped)


def read_lexicon(
    folder: Traversable,
    beside: Sequence[str],
    inventory: Inventory,
    writing: Writing = AS_IT_STANDS,
) -> Lexicon:
    """Read and check the word lists of a language; `beside` names the folder's other files.

    Raises:
        DataError: a file has a mistake, or a group is missing, unknown or there twice.

    """
    files = sorted(item.name for item in folder.iterdir() if item.name.endswith(".toml"))
    groups: dict[str, Group] = {}
    for name in files:
        if name not in beside:
            file = read_toml(folder.joinpath(name), name=f"{folder.name}/{name}")
            _check_lines(file)
            for group in _read_groups(file, inventory, writing):
                if group.id in groups:
                    raise DataError(
                        f"two groups are called “{group.id}”",
                        place=group.place,
                        remedy=f"Rename one; the other stands at {groups[group.id].place}.",
                    )
                groups[group.id] = group
    for id in inventory.ids:
        if id not in groups:
            raise DataError(
                f"the group “{id}” is missing",
                place=f"{folder.name}/{id.partition('.')[0]}.toml:1:1",
                remedy="Put it back: marks.toml and the judge's weights speak of it.",
            )
    return Lexicon(tuple(groups[id] for id in inventory.ids), writing)


def _read_groups(source: TomlFile, inventory: Inventory, writing: Writing) -> Iterator[Group]:
    subject = source.name.rpartition("/")[2].removesuffix(".toml")
    for number, table in enumerate(build(_File, source).group):
        trail = ("group", number)
        group = Group(
            f"{subject}.{table.id}",
            table.phrases,
            table.asides,
            table.finds,
            table.ignores,
            source.place(trail),
        )
        _check_known(group, source, (*trail, "id"), inventory)
        for key in ("phrases", "asides"):
            for phrase in getattr(table, key):
                _check_phrase(phrase, writing, source, (*trail, key))
        yield group


def _check_known(
    group: Group, source: TomlFile, trail: tuple[str | int, ...], inventory: Inventory
) -> None:
    if group.id in inventory.ids:
        return
    remedy = near(group.id, inventory.ids, "Add it to marks.toml, with what it means.")
    raise source.mistake(trail, f"unknown group “{group.id}”", remedy)


def _check_phrase(
    written: str, writing: Writing, source: TomlFile, trail: tuple[str | int, ...]
) -> None:
    """Refuse an empty phrase, brackets that do not pair, and a form that stands for too many."""
    for name in writing.unknown_sets(written):
        known = ", ".join(writing.sets) or "there are none"
        raise source.mistake(
            trail, f"unknown set “{{{name}}}” in “{written}”", f"Sets of writing.toml: {known}."
        )
    phrase = writing.spell_out(written)
    rest = _CHOICE.sub("", phrase)
    if not phrase.strip(" .~()|"):
        raise source.mistake(trail, "an empty phrase", "Take the line out.")
    if "(" in rest or ")" in rest:
        raise source.mistake(
            trail,
            f"brackets that do not pair in “{phrase}”",
            "Write each choice as (one|other), without brackets inside it.",
        )
    count = 1
    for choice in _CHOICE.findall(phrase):
        count *= choice.count("|") + 1
    if count * _forms_of_verb(writing) ** phrase.count("~") > MOST_FORMS:
        raise source.mistake(
            trail, f"“{phrase[:60]}” stands for too many phrases", "Write it as several lines."
        )


def _check_lines(file: TomlFile) -> None:
    """Refuse two phrases on one line: nobody can review them there."""
    for number, line in enumerate(file.text.splitlines(), 1):
        if line.count('"') < 4 or line.lstrip().startswith("#"):
            continue
        if len(_STRINGS.findall(line.partition(" #")[0])) > 1:
            raise DataError(
                "more than one phrase on a line",
                place=f"{file.name}:{number}:1",
                remedy="Run `auditor check --tidy`, which writes one to a line.",
            )


def tidy(text: str) -> str:
    """Write every list of phrases one to a line.

    >>> print(tidy('phrases = ["a", "b"]'))
    phrases = [
      "a",
      "b",
    ]
    """
    return _LIST.sub(_tidy_list, text)


def _tidy_list(found: re.Match[str]) -> str:
    lines: list[str] = []
    end = 0
    for part in _PARTS.finditer(found["inside"]):
        is_beside = lines and "\n" not in found["inside"][end : part.start()]
        if part[0].startswith("#") and is_beside:
            lines[-1] += f"  {part[0]}"
        else:
            lines.append(f"  {part[0]}" + ("," if part[0].startswith('"') else ""))
        end = part.end()
    return f"{found['key']} = [" + "".join(f"\n{line}" for line in lines) + "\n" * bool(lines) + "]"


def expand(phrase: str, writing: Writing = AS_IT_STANDS) -> Iterator[str]:
    """Write out every phrase that a short form stands for; "~" stays where a dictionary reads it.

    >>> sorted(expand("parent-(infant|baby) team(s|)"))
    ['parent-baby team', 'parent-baby teams', 'parent-infant team', 'parent-infant teams']
    >>> list(expand("close~"))
    ['close', 'closes', 'closed', 'closing']
    """
    for chosen in _choose(writing.spell_out(phrase)):
        form = " ".join(chosen.split())
        if "~" in form and writing.inflection == "endings":
            yield from _inflect(form)
        else:
            yield form


def count_forms(phrase: str, writing: Writing = AS_IT_STANDS) -> int:
    """Count the phrases that a short form stands for, without writing them out.

    >>> count_forms("parent-(infant|baby) team(s|)"), count_forms("(close~|shut)")
    (4, 5)
    """
    forms = _forms_of_verb(writing)
    return sum(forms ** chosen.count("~") for chosen in _choose(writing.spell_out(phrase)))


def _forms_of_verb(writing: Writing) -> int:
    return VERB_FORMS if writing.inflection == "endings" else 1


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
    if verb.endswith("e"):
        return verb, verb + "s", verb + "d", (verb if verb.endswith("ee") else verb[:-1]) + "ing"
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    third = verb + ("es" if re.search(r"(s|x|z|ch|sh)$", verb) else "s")
    return verb, third, verb + "ed", verb + "ing"
