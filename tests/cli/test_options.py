"""Options that stand everywhere."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from auditor.cli.options import check_language, imprint_options
from auditor.errors import UsageError
from auditor.report.story.imprint import Imprint
from tests.builders import rules

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 40


@click.command()
@imprint_options
def command(imprint: Imprint) -> Imprint:
    """Return the imprint that a command gets."""
    return imprint


def told(*arguments: str) -> Imprint:
    """Give options on a command line; return the imprint."""
    made: Imprint = command.main(list(arguments), standalone_mode=False)
    return made


def test_only_languages_with_word_lists_are_taken() -> None:
    """A slip in a code is not a document about which nothing can be told."""
    check_language("auto", rules())
    check_language("en", rules())
    with pytest.raises(UsageError, match="auto, en"):
        check_language("xx", rules())


@pytest.mark.parametrize(
    ("content", "said"),
    [
        pytest.param(b"GIF89a", "neither PNG nor JPEG", id="another kind"),
        pytest.param(PNG + b"\0" * 500_000, "kB", id="too large"),
        pytest.param(None, "cannot read", id="missing"),
    ],
)
def test_a_logo_that_cannot_be_shown_is_refused(
    content: bytes | None, said: str, tmp_path: Path
) -> None:
    """Before anything is audited."""
    path = tmp_path / "logo.png"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(UsageError, match=said):
        told("--logo", str(path))


def test_a_logo_stands_in_the_imprint(tmp_path: Path) -> None:
    """What a person supplies is kept; the rest is empty."""
    (tmp_path / "logo.png").write_bytes(PNG)
    made = told("--date", "1 May 2027", "--logo", str(tmp_path / "logo.png"))
    assert (made.title, made.date, made.author) == ("", "1 May 2027", "")
    assert made.logo is not None and made.logo.address.startswith("data:image/png;base64,")
