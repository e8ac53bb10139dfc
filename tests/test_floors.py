"""Nobody is left with a release of a dependency whose fault opens the auditor."""

from __future__ import annotations

import configparser

import pytest

from tests.floors import ROOT, read_floors

MENDED = {
    "fsspec": ("2026.6", "templates in reference:// addresses ran code"),
    "jinja2": ("3.1.6", "markup could get out of attributes"),
    "pillow": ("10.3", "a picture could write over memory"),
    "pydantic": ("2.4", "a text could keep a pattern busy"),
    "waitress": ("3.0.1", "requests could be smuggled; connections could use up a processor"),
    "werkzeug": ("3.0.6", "a form could use up memory"),
}
"""The first release without a fault that matters here."""


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))


@pytest.mark.parametrize("name", MENDED)
def test_a_release_with_a_known_fault_is_not_installed(name: str) -> None:
    """The floor in setup.cfg is at least the release that mended it."""
    mended, why = MENDED[name]
    assert _numbers(read_floors()[name]) >= _numbers(mended), why


def test_every_dependency_has_a_floor() -> None:
    """What setup.cfg names without a lowest version could be of any age."""
    config = configparser.ConfigParser()
    config.read(ROOT / "setup.cfg", "utf-8")
    named = [line for line in config["options"]["install_requires"].splitlines() if line.strip()]
    assert all(">=" in line for line in named)
    assert len(read_floors()) >= len(named)
