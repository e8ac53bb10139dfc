"""`auditor serve`: open the auditor as a page on this machine."""

from __future__ import annotations

from pathlib import Path

import click

from auditor.cli.options import (
    ChosenRules,
    flag,
    path_option,
    quiet_option,
    report_language_option,
    rules_options,
    value_option,
)
from auditor.errors import UsageError
from auditor.report.formats import need


@click.command("serve")
@value_option(
    "--port", "N", "Port to listen on; 0 takes any that is free.", type=click.IntRange(0, 65535)
)
@flag("--no-browser", "Print the address and open no window.")
@flag("--no-history", "Keep nothing on disk.")
@path_option(
    "--history",
    "DIR",
    "Keep the history in this folder instead of the user's data folder.",
    folder=True,
)
@value_option(
    "--max-upload", "MB", "How large one upload may be.", type=click.IntRange(1, 2000), default=100
)
@flag("--add-to-menu", "Add the page to the menu of programs (Linux), and stop.")
@report_language_option
@rules_options
@quiet_option
def command(
    port: int | None,
    no_browser: bool,
    no_history: bool,
    history: Path | None,
    max_upload: int,
    add_to_menu: bool,
    chosen: ChosenRules,
    quiet: bool,
) -> None:
    """Open the auditor as a page in the browser, for people who do not use a terminal.

    The page answers to this machine only. Stop it with Ctrl-C or by its own button.
    """
    if add_to_menu:
        from auditor.serve.menu import write_menu_entry

        click.echo(f"Added to the menu: {write_menu_entry()}")
        return
    if no_history and history is not None:
        raise UsageError(
            "--history and --no-history contradict each other", remedy="Give one of them."
        )

    need("flask", "the page")
    need("waitress", "the page")
    from auditor.serve.server import Wanted, serve

    folder = None if no_history else history or _user_folder()
    wanted = Wanted(
        port, folder, max_upload, chosen.lexicons, chosen.rubric, chosen.report_language
    )
    serve(wanted, lambda address, page: _opened(address, page, no_browser, quiet))


def _user_folder() -> Path:
    from platformdirs import user_data_path

    return user_data_path("auditor", appauthor=False)


def _opened(address: str, page: Path | None, no_browser: bool, quiet: bool) -> None:
    """Open a window with the page, or say where it is.

    The browser is given a private file that leads to the address: other users of this machine
    can read the command lines of programs, and so must not find the address there.
    """
    import webbrowser

    if page is None:
        if not quiet:
            click.echo(f"Another window opens with {address}", err=True)
        return
    shown = False if no_browser else webbrowser.open(page.as_uri())
    if not shown or not quiet:
        click.echo(f"The page is at {address}", err=True)
        click.echo("This address works once. It answers to this machine only.", err=True)
        click.echo("Stop it with Ctrl-C.", err=True)
