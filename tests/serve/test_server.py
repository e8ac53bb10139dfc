"""Starting and stopping: on this machine's own address, from the menu, with nothing left over."""

from __future__ import annotations

import configparser
import shlex
import shutil
import socket
import stat
import subprocess
import webbrowser
from pathlib import Path

import pytest
from click.testing import CliRunner

from auditor.cli.main import cli
from auditor.errors import UsageError
from auditor.serve.menu import write_menu_entry
from auditor.serve.server import HOST, _listen, _open
from tests.serve.conftest import Page


def test_the_page_listens_on_this_machine_alone() -> None:
    """Nobody on the network can reach it."""
    with _listen(0) as listening:
        assert listening.getsockname()[0] == HOST == "127.0.0.1"


def test_a_taken_port_is_told() -> None:
    """A port that was asked for and is taken is an error with a remedy."""
    with socket.create_server((HOST, 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(UsageError, match=str(port)):
            _listen(port)


def test_the_browser_is_told_no_secret(stranger: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    """Command lines are readable by every user: the browser gets a private file, used up at once."""
    from auditor.cli.commands.serve import _opened

    shown: list[str] = []
    monkeypatch.setattr(webbrowser, "open", lambda address: bool(shown.append(address)) or True)
    state, used = stranger.state, stranger.state.start.value
    _open(state, lambda address, page: _opened(address, page, False, True))
    page = state.room / "start.html"
    assert shown == [page.as_uri()] and used not in shown[0]
    assert stat.S_IMODE(page.stat().st_mode) == 0o600 and used in page.read_text()
    stranger.get(f"/open?token={used}")
    assert not page.exists() and len(shown) == 1


def test_the_menu_entry_starts_the_page(tmp_path: Path) -> None:
    """The entry names a command that can be run as it stands, in a folder with any name."""
    program = tmp_path / 'my "programs" 100%' / "auditor"
    program.parent.mkdir()
    program.write_text('#!/bin/sh\nprintf "%s\\n" "$@"\n')
    program.chmod(0o755)
    path = write_menu_entry(tmp_path / "data", str(program))
    parser = configparser.RawConfigParser(strict=True)
    parser.optionxform = str  # type: ignore[assignment,method-assign]  # as its manual says
    parser.read_string(path.read_text())
    entry = parser["Desktop Entry"]
    assert entry["Type"] == "Application" and entry["Terminal"] == "false"
    # The entry's string rules take one backslash of two away, then its Exec rules apply.
    line = entry["Exec"].replace("\\\\", "\\").replace("%%", "%")
    done = subprocess.run(shlex.split(line), capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["serve", "--quiet"]
    assert (tmp_path / "data/icons/hicolor/scalable/apps/auditor.svg").is_file()


@pytest.mark.skipif(not shutil.which("desktop-file-validate"), reason="no validator here")
def test_the_menu_entry_is_valid(tmp_path: Path) -> None:
    """The desktop's own validator has nothing to say."""
    path = write_menu_entry(tmp_path, "/usr/bin/auditor")
    done = subprocess.run(["desktop-file-validate", path], capture_output=True, text=True)
    assert done.stdout + done.stderr == "" and done.returncode == 0


def test_contradicting_options_are_told(tmp_path: Path) -> None:
    """A folder for a history, and no history, cannot both be meant."""
    done = CliRunner().invoke(cli, ["serve", "--no-history", "--history", str(tmp_path)])
    assert isinstance(done.exception, UsageError)
