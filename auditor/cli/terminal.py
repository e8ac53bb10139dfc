"""What may reach a terminal: text. A name or a title cannot move the cursor or hide a line."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from typing import Any, TextIO

_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls, but for tab and line feed
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # marks of direction
    "\u2028\u2029\ufeff\U000e0000-\U000e007f]"  # other line ends, marks, invisible tags
)


def visible(text: str) -> str:
    r"""Write what a terminal would obey, or not show, as letters.

    >>> print(visible("plan\x1b[2J\u202e.pdf"))
    plan\x1b[2J\u202e.pdf
    """
    return _UNSEEN.sub(lambda found: found[0].encode("unicode_escape").decode("ascii"), text)


class VisibleText:
    """A stream to a terminal that gets visible text only."""

    def __init__(self, stream: TextIO) -> None:
        """Write to a stream."""
        self._stream = stream

    def write(self, text: str) -> int:
        """Write some text; the programs' own line ends stay."""
        self._stream.write(visible(text.replace("\r\n", "\n")))
        return len(text)

    def writelines(self, lines: Iterable[str]) -> None:
        """Write several texts."""
        for line in lines:
            self.write(line)

    def __getattr__(self, name: str) -> Any:
        """Be the stream in every other way."""
        return getattr(self._stream, name)


def drawn_on(stream: TextIO) -> TextIO:
    """Return the terminal itself, for the progress bar, which moves the cursor and names nothing."""
    return stream._stream if isinstance(stream, VisibleText) else stream


def shield_terminal() -> None:
    """Let nothing but visible text reach a terminal; files and pipes get all bytes as they are."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is not None and stream.isatty():
            setattr(sys, name, VisibleText(stream))
