"""No name, title or error makes a terminal do anything but show text."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from auditor.cli.terminal import visible

NASTY = "a\x1b]0;owned\x07\x1b[2J\x9b31m\u202e\r\x08b"


@pytest.mark.parametrize(
    "text",
    [
        "plain",
        "zwei Zeilen\nund\tein Reiter",
        "Łódź, 北京, ünïcode, naïve",
        "👶🏽",
        "a\u00a0b",
    ],
)
def test_text_stays_as_it_is(text: str) -> None:
    """Letters of every language, line feeds and tabs are text."""
    assert visible(text) == text


@pytest.mark.parametrize(
    "sign",
    [
        "\x00",
        "\x07",
        "\x08",
        "\x0b",
        "\r",
        "\x1b",
        "\x7f",
        "\x80",
        "\x9b",
        "\x9f",
        "\u061c",
        "\u200e",
        "\u200f",
        "\u202e",
        "\u2066",
        "\u2069",
        "\u2028",
        "\ufeff",
        "\U000e0041",
    ],
)
def test_what_a_terminal_would_obey_is_spelt_out(sign: str) -> None:
    """Controls, marks of direction and invisible signs are shown as letters."""
    shown = visible(f"a{sign}b")
    assert sign not in shown and shown.startswith("a\\") and shown.isascii()


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
@pytest.mark.parametrize(
    "arguments",
    [
        ("audit", "{nasty}.pdf"),
        ("audit", "{folder}/{nasty}.txt"),
        ("read", "{folder}/{nasty}.txt"),
        ("batch", "{folder}/{nasty}.txt", "missing-{nasty}.pdf", "-o", "{folder}/out"),
        ("compare", "{nasty}", "{nasty}"),
        ("verify", "{nasty}", "{nasty}"),
        ("check", "{nasty}"),
        ("explain", "Babies {nasty} matter."),
    ],
    ids=["missing", "audit", "read", "batch", "compare", "verify", "check", "explain"],
)
def test_no_command_sends_controls_to_a_terminal(
    tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    """Seen from the far side of a terminal, every command writes text only."""
    (tmp_path / f"{NASTY}.txt").write_text(f"Babies matter {NASTY} to us. " * 5)
    command = [each.format(nasty=NASTY, folder=tmp_path) for each in arguments]
    seen = _in_terminal(command, tmp_path)
    assert b"owned" in seen or "explain" in command
    for sign in (b"\x1b]", b"\x07", b"\x1b[2J", b"\xc2\x9b", b"\xe2\x80\xae", b"\x08"):
        assert sign not in seen, seen


def _in_terminal(command: list[str], folder: Path) -> bytes:
    """Run the auditor in a terminal, and give all that reached it."""
    import pty

    near, far = pty.openpty()
    paths = os.pathsep.join(path for path in sys.path if path)
    with subprocess.Popen(
        [sys.executable, "-c", "from auditor.cli.main import main; main()", *command],
        stdout=far,
        stderr=far,
        stdin=subprocess.DEVNULL,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": paths, "TERM": "xterm"},
    ):
        os.close(far)
        seen = b""
        try:
            while piece := os.read(near, 65536):
                seen += piece
        except OSError:  # the far side is closed
            pass
    os.close(near)
    return seen
