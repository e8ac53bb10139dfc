"""The `auditor` command: finds each subcommand when it is asked for."""

from __future__ import annotations

import os
import sys
from importlib import import_module

import click

from auditor import __version__
from auditor.cli.terminal import shield_terminal
from auditor.errors import AuditorError

COMMANDS = {
    "audit": "Audit strategy documents and write a report on each.",
    "batch": "Audit many documents: folders, globs, manifests, URLs.",
    "compare": "Show what babies gained and lost between two versions.",
    "review": "Make a sheet for people to accept, reject or relabel judgements.",
    "verify": "Say whether a report still follows from its file.",
    "read": "Show what was read of a file, and what was set aside.",
    "explain": "Show what is found in a sentence, and by which rule.",
    "check": "Check all that judgements go by: words, weights, rubric.",
    "label": "Label statements in the gold format.",
    "evaluate": "Score the labels against a gold set.",
    "train": "Learn the judge's weights from labelled statements.",
    "schema": "Print the JSON Schema of an audit.",
    "serve": "Open the auditor as a page on this machine.",
}


class LazyGroup(click.Group):
    """A group that imports a subcommand's module only when it runs."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the subcommands in the order in which people need them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the subcommand from `auditor.cli.commands.<name>`, where it is called `command`."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"auditor.cli.commands.{cmd_name}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the subcommands without importing any of them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.command(
    cls=LazyGroup,
    context_settings={
        "help_option_names": ["-h", "--help"],
        "auto_envvar_prefix": "AUDITOR",
        "color": False if os.environ.get("NO_COLOR") else None,
    },
)
@click.version_option(__version__, prog_name="auditor")
def cli() -> None:
    """Read strategy documents and report whether babies and the 0-2s are explicitly addressed."""


def main() -> None:
    """Run the command line; turn errors into one line and an exit code."""
    shield_terminal()
    try:
        cli.main(prog_name="auditor", standalone_mode=True)
    except AuditorError as error:
        click.echo(f"Error: {error}", err=True)
        sys.exit(error.exit_code)
