"""The group of commands: each is listed, found and helped with."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

import pytest

from auditor.cli.main import COMMANDS

Run = Callable[..., Any]


def test_version_and_help_speak_of_every_command(run_auditor: Run) -> None:
    """`--help` lists what there is."""
    from auditor import __version__

    assert __version__ in run_auditor("--version").out
    shown = run_auditor("--help").out
    assert all(f"  {name} " in shown for name in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_is_called_after_its_module(command: str) -> None:
    """`auditor audit` is found in the module of that name."""
    assert import_module(f"auditor.cli.commands.{command}").command.name == command


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(command: str, run_auditor: Run) -> None:
    """Each says what it does and which options it takes."""
    ran = run_auditor(command, "--help")
    assert ran.code == 0
    assert "Usage: auditor" in ran.out and "Options" in ran.out
