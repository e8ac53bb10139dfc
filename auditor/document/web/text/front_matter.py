"""The facts that stand at the head of a Markdown file: no text of it, but they may hold its title."""

from __future__ import annotations

import re

YAML = re.compile(r"\A\s*---[ \t]*\n(.*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
TOML = re.compile(r"\A\s*\+\+\+[ \t]*\n(.*?\n)?\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL)
JSON = re.compile(r"\A\s*\{\s*\n(.*?\n)?\}[ \t]*(?:\n|\Z)", re.DOTALL)
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
    for form in (YAML, TOML, JSON):
        found = form.match(text)
        if found and KEY.search(found[1] or "") and not found[1].startswith("\n"):
            title = TITLE.search(found[1])
            said = title[1].strip().rstrip(",").strip(" \"'") if title else ""
            return said, text[found.end() :]
    if found := PANDOC.match(text):
        return found[1].strip(), text[found.end() :]
    return "", text
