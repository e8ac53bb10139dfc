"""What all tests share: the repository on the path, golden files, the command line, a browser."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

REPOSITORY = Path(__file__).resolve().parent.parent
if str(REPOSITORY) not in sys.path:
    sys.path.insert(0, str(REPOSITORY))

settings.register_profile("busy", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("gate", settings.get_profile("busy"), derandomize=True)
settings.load_profile("busy")  # a machine may be slow; a gate (`.ci/run`) must not hang on luck too


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add --update-golden, which accepts what is made now as what shall be made."""
    parser.addoption("--update-golden", action="store_true", help="accept new golden files")


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Say whether golden files are to be written rather than held against."""
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Start the browser, once for each module: its driver would disturb loops of other tests."""
    from tests.browser import started

    with started() as running:
        yield running


@dataclass(frozen=True)
class Ran:
    """How a command ended."""

    code: int
    out: str
    err: str


@pytest.fixture
def run_auditor(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> Callable[..., Ran]:
    """Run the command line in this process, as `auditor ARGUMENTS` would."""

    def run(*arguments: object) -> Ran:
        from auditor.cli.main import main

        capfd.readouterr()
        monkeypatch.setattr(sys, "argv", ["auditor", *map(str, arguments)])
        code: Any = 0
        try:
            main()
        except SystemExit as end:
            code = end.code
        sys.stdout.flush()
        out, err = capfd.readouterr()
        return Ran(int(code or 0), out, err)

    return run
