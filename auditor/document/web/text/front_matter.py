"""The facts that stand at the head of a Markdown file: no text of it, but they may hold its title."""

from __future__ import annotations

import json
import re
from typing import Any

YAML = re.compile(r"\A\s*---[ \t]*\n(.*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
TOML = re.compile(r"\A\s*\+\+\+[ \t]*\n(.*?\n)?\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL)
BARE = re.compile(
    r"\A\s*(title:[^\n]*\n(?:\w[\w -]{0,29}:[^\n]*\n|[ \t]+\S[^\n]*\n)+)\n", re.IGNORECASE
)
"""Facts without a line around them, as Pelican and MultiMarkdown have them."""
SENTENCE = re.compile(r"\n[^\n]*[.!?][\"'”’)]?[ \t]*$", re.MULTILINE)
"""A line below the title that ends as sentences do: words to be read, and no fact."""
PANDOC = re.compile(r"\A%[ \t]+(\S[^\n]*)\n(?:%[^\n]*\n){0,2}")
KEY = re.compile(r"^[\"']?[\w.-]+[\"']?\s*[:=]", re.MULTILINE)
TITLE = re.compile(r"^[\"']?title[\"']?[ \t]{0,9}[:=](.+)$", re.MULTILINE | re.IGNORECASE)


def part_front_matter(text: str) -> tuple[str, str]:
    r"""Part the facts from the text; return the title that they give, and the text.

    >>> part_front_matter("---\ntitle: A plan\n---\n\nWe will.\n")
    ('A plan', '\nWe will.\n')
    >>> part_front_matter("---\n\nNo facts, but rules\n\n---\n")[0]
    ''
    """
    facts, rest = _part_json(text)
    if facts:
        return _title_of(facts), rest
    for form in (YAML, TOML, BARE):
        found = form.match(text)
        if found and form is BARE and SENTENCE.search(found[1].rstrip()):
            continue
        if found and KEY.search(found[1] or "") and not found[1].startswith("\n"):
            title = TITLE.search(found[1])
            said = title[1].strip(" \t\"'") if title else ""
            return said, text[found.end() :]
    if found := PANDOC.match(text):
        return found[1].strip(), text[found.end() :]
    return "", text


def _title_of(facts: dict[str, Any]) -> str:
    """Return the title among facts written in JSON, which may name halves of letters."""
    title = facts.get("title")
    return title.encode("utf-8", "replace").decode() if isinstance(title, str) else ""


def _part_json(text: str) -> tuple[dict[str, Any], str]:
    """Return facts that are written in JSON, and what follows; no facts where it is no JSON."""
    bare = text.lstrip()
    if bare[:1] != "{":
        return {}, text
    try:
        facts, end = json.JSONDecoder().raw_decode(bare)
    except (ValueError, RecursionError):
        return {}, text
    return facts, bare[end:]
