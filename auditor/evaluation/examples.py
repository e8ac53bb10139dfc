"""The examples beside every word list, run: what must be found, and what must be ignored."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources.abc import Traversable

from auditor.errors import DataError
from auditor.lexicon import Group, Lexicon

_BRACKETED = re.compile(r"\[([^\]]*)\]")


def check_examples(lexicon: Lexicon, folder: Traversable) -> Iterator[DataError]:
    """Run every example of every group; give one error for each that fails.

    `folder` is where the lists were read from, so that errors name the example's line.
    """
    for group in lexicon.groups:
        for sentence in group.finds:
            if fault := _check_finds(group, sentence, lexicon):
                yield _at(fault, group, sentence, folder)
        for sentence in group.ignores:
            if fault := _check_ignores(group, sentence, lexicon):
                yield _at(fault, group, sentence, folder)


def find_words(group: Group, sentence: str, lexicon: Lexicon) -> list[str]:
    """Find the words of a sentence that belong to a group."""
    from auditor.language.marking import mark

    marked = mark(sentence, lexicon)
    return [marked.because(group.id, span).text for span in marked.spans(group.id)]


def _check_finds(group: Group, example: str, lexicon: Lexicon) -> DataError | None:
    """Say what is wrong where other words are found than those in brackets."""
    wanted = _BRACKETED.findall(example)
    if not wanted:
        return DataError(
            f"no words in brackets: “{example}”",
            remedy="Put [brackets] around the words to be found, or move it to `ignores`.",
        )
    found = find_words(group, _BRACKETED.sub(r"\1", example), lexicon)
    if found == wanted:
        return None
    return DataError(
        f"“{group.id}” finds {_listed(found)} instead of {_listed(wanted)} in “{example}”",
        remedy="Mend the phrases or asides of the group, or the brackets.",
    )


def _check_ignores(group: Group, example: str, lexicon: Lexicon) -> DataError | None:
    """Say what is wrong where words are found."""
    found = find_words(group, example, lexicon)
    if not found:
        return None
    return DataError(
        f"“{group.id}” finds {_listed(found)} in “{example}”, which must be ignored",
        remedy="Add a longer phrase to `asides`, or take a phrase away.",
    )


def _listed(words: list[str]) -> str:
    return ", ".join(f"[{word}]" for word in words) or "nothing"


def _at(fault: DataError, group: Group, example: str, folder: Traversable) -> DataError:
    """Name the line of an example; the line of its group where it cannot be told."""
    name, _, line = group.place.partition(":")
    place = _find_line(name, int(line.split(":")[0]), example, folder) or group.place
    return DataError(fault.message, place=place, remedy=fault.remedy)


def _find_line(name: str, group_line: int, example: str, folder: Traversable) -> str:
    for language in folder.iterdir():
        file = language.joinpath(name)
        if not language.is_dir() or not file.is_file():
            continue
        lines = file.read_text("utf-8").splitlines()
        for number, line in enumerate(lines[group_line - 1 :], group_line):
            if example in line:
                return f"{language.name}/{name}:{number}:{line.index(example) + 1}"
    return ""
