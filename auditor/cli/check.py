"""`auditor check`: check the word lists and the rubric."""

from __future__ import annotations

import contextlib
import shutil
import sys
import tempfile
from collections.abc import Iterator
from importlib.resources.abc import Traversable
from pathlib import Path

import click

from auditor.cli.options import quiet_option, rules_options
from auditor.errors import DataError, UsageError


@click.command("check")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH...]")
@rules_options
@quiet_option
def command(
    paths: tuple[Path, ...], lexicons: Path | None, rubric: Path | None, quiet: bool
) -> None:
    """Check word lists and rubric: every key, and every example beside the words.

    PATH is a folder of word lists, one word list, or a rubric; without any, those
    that audits go by are checked. Says "all good", or file:line:column and a remedy.
    """
    faults = [fault for one in _checks(paths, lexicons, rubric) for fault in one]
    for fault in faults:
        click.echo(f"Error: {fault}", err=True)
    if faults:
        sys.exit(DataError.exit_code)
    if not quiet:
        click.echo("all good")


def _checks(
    paths: tuple[Path, ...], lexicons: Path | None, rubric: Path | None
) -> Iterator[list[DataError]]:
    from auditor.resources import lexicons_folder, rubric_file

    if not paths:
        yield _check_rubric(rubric_file(rubric))
        yield _check_lists(lexicons_folder(lexicons))
    for path in paths:
        yield _check_path(path)


def _check_path(path: Path) -> list[DataError]:
    if not path.exists():
        raise UsageError("no such file or folder", place=str(path), remedy="Check the name.")
    if path.is_file() and _is_rubric(path):
        return _check_rubric(path)
    with _as_lexicon(path) as folder:
        faults = _check_lists(folder)
    beside = path / "rubric.toml"
    return [*faults, *(_check_rubric(beside) if beside.is_file() else [])]


def _is_rubric(path: Path) -> bool:
    """Tell a rubric from a word list by what it holds; a broken one by its name."""
    text = path.read_bytes()
    return b"[[criterion]]" in text or b"[[verdict]]" in text or path.name.startswith("rubric")


@contextlib.contextmanager
def _as_lexicon(path: Path) -> Iterator[Path]:
    """Give a folder with one folder a language, as word lists are read from."""
    if path.is_dir() and not list(path.glob("*.toml")):
        yield path
        return
    if path.is_dir() and any(child.is_dir() and list(child.glob("*.toml"))
                             for child in path.iterdir()):
        yield path
        return
    with tempfile.TemporaryDirectory() as name:
        language = Path(name, path.name if path.is_dir() and len(path.name) == 2 else "en")
        language.mkdir()
        for file in [path] if path.is_file() else path.glob("*.toml"):
            shutil.copy(file, language / file.name)
        yield Path(name)


def _check_rubric(file: Traversable) -> list[DataError]:
    from auditor.rubric import read_rubric

    try:
        read_rubric(file)
    except DataError as error:
        return [error]
    return []


def _check_lists(folder: Traversable) -> list[DataError]:
    from auditor.evaluation.examples import check_examples
    from auditor.lexicon import read_lexicon

    try:
        lexicon = read_lexicon(folder)
    except DataError as error:
        return [error]
    return list(check_examples(lexicon, folder))
