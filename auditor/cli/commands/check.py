"""`auditor check`: check the word lists, the grammar, the weights and the rubric."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from importlib.resources.abc import Traversable
from pathlib import Path

import click

from auditor.cli.options import ChosenRules, flag, quiet_option, rules_options
from auditor.errors import DataError, UsageError
from auditor.rules import Rules
from auditor.rules.lexicon import tidy
from auditor.rules.resources import lexicons_folder, rubric_file
from auditor.rules.rubric_reading import read_rubric
from auditor.rules.translating.languages import Lack, find_lacks, report_languages, share_told
from auditor.rules.translating.shared_texts import ENGLISH


@click.command("check")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH...]")
@flag("--tidy", "First write the word lists one phrase to a line.")
@rules_options
@quiet_option
def command(paths: tuple[Path, ...], tidy: bool, chosen: ChosenRules, quiet: bool) -> None:
    """Check all that judgements go by: every key, and every example beside the words.

    PATH is a folder with marks.toml and a folder a language, a file in one, or a
    rubric; without any, what audits go by is checked, and what the translations of
    reports lack is noted. Says "all good", or file:line:column and a remedy.
    """
    faults = [fault for one in _checks(paths, chosen, tidy) for fault in one]
    for fault in faults:
        click.echo(f"Error: {fault}", err=True)
    if faults:
        sys.exit(DataError.exit_code)
    if not quiet:
        for lack in () if paths else _lacks(chosen):
            click.echo(f"Note: {lack}")
        click.echo("all good")


def _checks(paths: tuple[Path, ...], chosen: ChosenRules, tidy: bool) -> Iterator[list[DataError]]:
    if not paths:
        yield _check_folder(chosen, tidy)
    for path in paths:
        if not path.exists():
            raise UsageError("no such file or folder", place=str(path), remedy="Check the name.")
        if path.is_file() and _is_rubric(path):
            yield _find_mistake(partial(read_rubric, path))
        else:
            yield _check_folder(replace(chosen, lexicons=_folder_of(path)), tidy)


def _is_rubric(path: Path) -> bool:
    """True for a rubric, told by what it holds; a broken one is told by its name.

    One in a folder of a language is a translation, and is checked with the folder.
    """
    if (path.resolve().parent.parent / "marks.toml").is_file():
        return False
    text = path.read_bytes()
    return b"[[criterion]]" in text or b"[[verdict]]" in text or path.name.startswith("rubric")


def _folder_of(path: Path) -> Path:
    """Return the folder of rules that a path is, or is in: the one with marks.toml."""
    for folder in (path, *path.resolve().parents):
        if (folder / "marks.toml").is_file():
            return folder
    raise UsageError(
        "no marks.toml here or above",
        place=str(path),
        remedy="Give a folder of rules: copy the lexicons folder and change the copy.",
    )


def _find_mistake(read: Callable[[], object]) -> list[DataError]:
    """Return the first mistake of what is read, if there is any."""
    try:
        read()
    except DataError as error:
        return [error]
    return []


def _check_folder(chosen: ChosenRules, tidy: bool) -> list[DataError]:
    folder = lexicons_folder(chosen.lexicons)
    try:
        if tidy:
            _tidy(Path(str(folder)))
        rules = chosen.read()
    except DataError as error:
        return [error]
    faults = [fault for code in rules.languages for fault in _check_language(code, rules, folder)]
    finders = [find for _, find in _translations(chosen)]
    return [*faults, *(fault for find in finders for fault in _find_mistake(find))]


def _lacks(chosen: ChosenRules) -> Iterator[str]:
    """Give how much of each translation of reports there is, and what it lacks."""
    for code, find in _translations(chosen):
        lacks = tuple(find())
        yield share_told(code, lacks)
        yield from (lack.told for lack in lacks if lack.missing)


def _translations(chosen: ChosenRules) -> Iterator[tuple[str, Callable[[], Iterable[Lack]]]]:
    """Give each language that reports are translated into, with what finds its lacks."""
    folder = lexicons_folder(chosen.lexicons)
    english = rubric_file(chosen.rubric, folder)
    for code in report_languages(folder):
        if code != ENGLISH:
            yield code, partial(find_lacks, code, english, folder)


def _check_language(code: str, rules: Rules, folder: Traversable) -> list[DataError]:
    """Return every fault of one language; one that cannot be read has one."""
    from auditor.evaluation.examples import ExampleCheck

    try:
        return list(ExampleCheck(rules.languages[code], folder).faults())
    except DataError as error:
        return [error]


def _tidy(folder: Path) -> None:
    for file in sorted(folder.glob("??/*.toml")):
        text = file.read_text("utf-8")
        if "[[group]]" in text:
            file.write_text(tidy(text), "utf-8")
