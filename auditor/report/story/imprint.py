"""Whose report it is: a title, a date, an author and a logo that a person supplies."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from pathlib import Path

from auditor.errors import UsageError

LARGEST_LOGO = 500_000
"""Bytes."""
_KINDS = ((b"\x89PNG\r\n", "png"), (b"\xff\xd8\xff", "jpeg"))


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture, as the bytes of its file."""

    content: bytes
    kind: str
    """"png" or "jpeg"."""

    @property
    def address(self) -> str:
        """The picture as an address that holds it, for a page that loads nothing."""
        return f"data:image/{self.kind};base64,{base64.b64encode(self.content).decode()}"


@dataclass(frozen=True, slots=True)
class Imprint:
    """What a person says of the report itself; nothing else in it depends on the day."""

    title: str = ""
    """In place of the title found in the document."""
    date: str = ""
    author: str = ""
    logo: Logo | None = None


PLAIN = Imprint()
"""The imprint where a person supplies nothing."""


def read_logo(path: Path) -> Logo:
    """Read a logo.

    Raises:
        UsageError: there is no such file, it is no picture that can be shown, or too large.

    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UsageError(
            "cannot read the logo", place=str(path), remedy="Name a PNG or JPEG file."
        ) from error
    return logo_of(content, str(path))


def logo_of(content: bytes, name: str = "") -> Logo:
    """Make a logo of the bytes of a picture.

    Raises:
        UsageError: it is no picture that can be shown, or too large.

    """
    kind = next((kind for begins, kind in _KINDS if content.startswith(begins)), None)
    if kind is None:
        raise UsageError("the logo is neither PNG nor JPEG", place=name, remedy="Save it as PNG.")
    if len(content) > LARGEST_LOGO:
        raise UsageError(
            f"the logo has more than {LARGEST_LOGO // 1000} kB",
            place=name,
            remedy="Save it smaller: 600 pixels across is enough.",
        )
    return Logo(content, kind)
