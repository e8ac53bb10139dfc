"""The tokens of rich text."""

from __future__ import annotations

import pytest

from auditor.document.office.rtf.tokens import Token, find_tokens

CASES = [
    (r"{\b1 Babies}", [Token("open", "{"), Token("word", "b", 1), Token("text", "Babies"), Token("close", "}")]),
    (r"\par\pard x", [Token("word", "par"), Token("word", "pard"), Token("text", "x")]),
    (r"\u-3999?", [Token("word", "u", -3999), Token("text", "?")]),
    (r"caf\'e9", [Token("text", "caf"), Token("byte", "\xe9")]),
    (r"a\~b\{", [Token("text", "a"), Token("symbol", "~"), Token("text", "b"), Token("symbol", "{")]),
    ("a\r\nb", [Token("text", "a"), Token("text", "b")]),
    (r"\bin3 }{\x", [Token("word", "bin", 3), Token("text", "x")]),
    ("\\", []),
]  # fmt: skip


@pytest.mark.parametrize(("source", "tokens"), CASES, ids=[case[0] for case in CASES])
def test_a_text_is_cut_into_tokens(source: str, tokens: list[Token]) -> None:
    """Bytes that follow a `bin` are jumped over, and a stray backslash is nothing."""
    assert list(find_tokens(source)) == tokens
