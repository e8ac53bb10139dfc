"""Texts as TOML holds them, for files that people read and change."""

from __future__ import annotations

import json


def toml_text(text: str) -> str:
    r"""Write a text as TOML does, on one line.

    >>> print(toml_text('say "no" \\ to 0–2'))
    "say \"no\" \\ to 0–2"
    """
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
