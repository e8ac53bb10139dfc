"""What all tests share: the repository on the path, and one switch for golden files."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parent.parent
if str(REPOSITORY) not in sys.path:
    sys.path.insert(0, str(REPOSITORY))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add --update-golden, which accepts what is made now as what shall be made."""
    parser.addoption("--update-golden", action="store_true", help="accept new golden files")


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Say whether golden files are to be written rather than held against."""
    return bool(request.config.getoption("--update-golden"))
