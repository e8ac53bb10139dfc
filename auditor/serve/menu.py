"""The auditor among the programs of a Linux desktop, so that nobody needs a terminal."""

from __future__ import annotations

import os
import sys
import sysconfig
from pathlib import Path

from auditor.errors import UsageError
from auditor.report.files import write_whole
from auditor.report.templating import html_environment
from auditor.rules.resources import templates_folder

NAME = "auditor.desktop"
ICON = "auditor.svg"


def write_menu_entry(data: Path | None = None, program: str | None = None) -> Path:
    """Write the entry and its icon into the user's own folder of programs.

    Raises:
        UsageError: the system has no such entries, or the folder cannot be written to.

    """
    if data is None and not sys.platform.startswith("linux"):
        raise UsageError(
            "menu entries of this kind are for Linux",
            remedy="docs/page.md says what to do on Windows and macOS.",
        )
    home = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    place = (data or home) / "applications"
    icon = (data or home) / "icons" / "hicolor" / "scalable" / "apps" / ICON
    for folder in (place, icon.parent):
        folder.mkdir(parents=True, exist_ok=True)
    write_whole(icon, (templates_folder() / "serve" / "icon.svg.j2").read_bytes())
    write_whole(place / NAME, _entry(program or _command()).encode())
    return place / NAME


def _command() -> str:
    """Return the command as it was installed: the menu knows no search path."""
    return str(Path(sysconfig.get_path("scripts")) / "auditor")


def _entry(program: str) -> str:
    template = html_environment().get_template("serve/auditor.desktop.j2")
    from markupsafe import Markup

    return template.render(program=Markup(quoted(program)))


def quoted(program: str) -> str:
    r"""Quote a path as the Exec line of a desktop entry wants it.

    >>> print(quoted('/opt/my "tools"/100%/python'))
    "/opt/my \\"tools\\"/100%%/python"
    """
    escaped = "".join("\\" + sign if sign in '"`$\\' else sign for sign in program)
    return '"' + escaped.replace("\\", "\\\\").replace("%", "%%") + '"'
