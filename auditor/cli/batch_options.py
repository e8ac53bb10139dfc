"""Options of `auditor batch` on single documents, on what to publish, and on looking before leaping."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Publishing:
    """The site to write, and what is to stand on it."""

    folder: Path | None = None
    only_reviewed: bool = False
    ranking: bool = False


def particulars_options(command: F) -> F:
    """Add --kind-column and --reviews."""
    for option in (
        click.option(
            "--reviews",
            type=click.Path(path_type=Path, exists=True),
            metavar="PATH",
            help="People's decisions: a sheet that names its documents, or a folder of sheets.",
        ),
        click.option(
            "--kind-column",
            default="",
            metavar="NAME",
            help="Column of the manifest with each document's kind, as for --kind.",
        ),
    ):
        command = option(command)
    return command


def site_options(command: F) -> F:
    """Add --site, --only-reviewed and --ranking."""
    for option in (
        click.option(
            "--ranking",
            is_flag=True,
            help="Show scores on the site, to sort by. Without it nothing is ranked.",
        ),
        click.option(
            "--only-reviewed",
            is_flag=True,
            help="Leave out of the site any document that no person has checked.",
        ),
        click.option(
            "--site",
            metavar="DIR",
            type=click.Path(path_type=Path, file_okay=False),
            help="Write a site to publish: pages for documents, questions, method.",
        ),
    ):
        command = option(command)
    return command


def dry_run_option(command: F) -> F:
    """Add --dry-run."""
    return click.option("--dry-run", is_flag=True, help="Say what would be done, and do nothing.")(
        command
    )
