r"""The tokens of rich text: groups, control words, bytes in hexadecimal, text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

TOKEN = re.compile(
    r"\\([a-zA-Z]{1,32})(-?\d{1,10})?[ ]?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|([^\\{}\r\n]+)",
    re.DOTALL,
)
LETTERS = {
    "tab": " ", "line": " ", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’",
    "ldblquote": "“", "rdblquote": "”", "bullet": "•", "emspace": " ", "enspace": " ",
    "qmspace": " ", "page": " ", "column": " ", "softline": " ",
}  # fmt: skip
"""Control words that are a letter."""
SYMBOLS = {"~": " ", "_": "-", "-": "", "\t": " ", "|": "", ":": ""}
"""Control symbols that are a letter, or none."""

Kind = Literal["open", "close", "word", "symbol", "byte", "text"]


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of rich text."""

    kind: Kind
    text: str
    number: int | None = None


def find_tokens(source: str) -> Iterator[Token]:
    """Find the tokens of rich text; bytes that follow a `bin` are jumped over."""
    at = 0
    while at < len(source):
        found = TOKEN.match(source, at)
        if found is None:
            at += 1
            continue
        at = found.end()
        token = _token(found)
        if token.text == "bin" and token.kind == "word":
            at += max(0, token.number or 0)
        yield token


def _token(found: re.Match[str]) -> Token:
    word, number, byte, symbol, brace, text = found.groups()
    if word is not None:
        return Token("word", word, int(number) if number else None)
    if byte is not None:
        return Token("byte", chr(int(byte, 16)))
    if symbol is not None:
        return Token("symbol", symbol)
    if brace is not None:
        return Token("open" if brace == "{" else "close", brace)
    return Token("text", text)
