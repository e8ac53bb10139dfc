"""Markdown: made a page as the usual tools make it, and read as one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from auditor.document.flow.drafts import PlainText
from auditor.document.flow.hyphens import find_words
from auditor.document.web.encoding import decode_text
from auditor.document.web.html import read_page
from auditor.document.web.text.dashed_tables import replace_dashed_tables
from auditor.document.web.text.front_matter import part_front_matter
from auditor.document.web.text.grid_tables import replace_grid_tables

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

FENCED_DIV = re.compile(
    r"^[ ]{0,3}:{3,}[ \t]*(?:\{[^}\n]{0,300}\}|[\w-]{0,40})[ \t]{0,9}\[?([^\]:{}\n]{0,200})\]?"
    r"(?:\{[^}\n]{0,300}\})?[ \t:]*$",
    re.MULTILINE,
)
"""The start or end of a box of pandoc, or of Docusaurus, which gives it a title."""
SHORTCODE = re.compile(
    r"(?<![\w%])%%(?:(?!%%|\n[ \t]*\n).){1,2000}%%(?!\w)|"
    r"^%%[ \t]*\n(?:(?!%%).){1,2000}^%%[ \t]*$|"
    r"\{::comment\}(?:(?!\{:/).){0,2000}\{:/(?:comment)?\}|"
    r"\{\{[<%][^{}\n]{0,300}[%>]\}\}|\{%[^{}\n]{0,300}%\}|"
    r"^[*+-] [^\n]{0,40}\n\{:toc[^{}\n]{0,80}\}|\{:[^{}\n]{0,300}\}",
    re.MULTILINE | re.DOTALL,
)
"""What Hugo, GitBook and Jekyll fill in or draw around text, and comments of Obsidian."""
SHOWN = re.compile(
    r"(\bcaption=|\A\{\{?[<%]-?\s{0,9}[\w-]{1,40}\s{1,9})([\"'])((?:(?!\2).){1,300})\2"
)
"""What they may show: a caption, or what stands right after the name."""
NO_WORDS = re.compile(r"^\S+$|\.\w{2,4}$")
"""What follows a name and is shown to nobody: an id, a kind, a file."""
COMMENT = re.compile(r"(?<!`)<!--")
STRUCK = re.compile(
    r"(?<![^\s(\[“\"'])~(?=[^\s~])([^~\n]{0,300}\s[^~\n]{0,300})(?<=[^\s(])~(?![\w~£$])"
)
"""Words that GitHub strikes out by single lines; what pandoc sets low is one word."""
RAISED = re.compile(r"(?<=\w)\^([\w,–-]{1,8})\^")
"""What pandoc raises."""
HIGHLIGHT = re.compile(r"(?<!=)==(?=[^\s=])([^=\n]{1,300})(?<=\S)==(?!=)")
WIKI_LINK = re.compile(r"\[\[(?:[^\[\]\n|]{1,200}\|)?([^\[\]\n|]{1,200})\]\](?![(\[:])")
DIRECTIVE = re.compile(
    r"^(?:\\(?:newpage|pagebreak|clearpage)|\[{1,2}_?TOC_?\]{1,2}|\*\[[^\]\n]{1,80}\]:.*)[ \t]*$",
    re.MULTILINE,
)
"""Lines that ask for a new page or a contents list, or say what an abbreviation stands for."""
ATTRIBUTES = re.compile(r"(?<=\S)[ \t]+\{[#.][^{}\n]{0,200}\}[ \t]*$", re.MULTILINE)
SPAN = re.compile(r"\[([^\[\]]{1,300})\]\{[#.][^{}\n]{0,200}\}")
SPAN_ATTRIBUTES = re.compile(r"(?<=[\])`])\{[#.=][^{}\n]{0,200}\}")
IMAGE_ALONE = re.compile(r"^\s{0,3}!\[([^\]\n]*)\]\([^)\n]*\)(?:\{[^}\n]*\})?[ \t]*$", re.MULTILINE)
TASK = re.compile(r"^([ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+)\[[ xX]\][ \t]+", re.MULTILINE)
ALERT = re.compile(r"^(\s{0,3}>[ \t]?)\[!\w+\][+-]?[ \t]*(.*)$", re.MULTILINE)
ADMONITION = re.compile(
    r"^(?:!!!|\?\?\?\+?) \w+(?: \"([^\"\n]*)\")?[ \t]*\n((?:(?:    |\t).*\n?|[ \t]*\n)+)",
    re.MULTILINE,
)


def read_markdown(data: bytes) -> PlainText:
    """Read the headings, paragraphs, items, rows and notes of a Markdown file."""
    text = decode_text(data).replace("\r\n", "\n").replace("\r", "\n")
    title, text = part_front_matter(text)
    text = _without_comments(text)
    parser = _parser()
    known = find_words(text.split("\n"))
    text = replace_grid_tables(_without_attributes(text), parser.render, known)
    text = replace_dashed_tables(text, parser.render, known)
    found = read_page(f"<body>{parser.render(text)}</body>")
    headings = (draft.text for draft in found.drafts if draft.place == "heading")
    found.title = title or next(headings, "")
    return found


def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt
    from mdit_py_plugins.deflist import deflist_plugin
    from mdit_py_plugins.footnote import footnote_plugin

    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    return parser.use(footnote_plugin, inline=False).use(deflist_plugin)


def _without_comments(text: str) -> str:
    """Take out comments: one that began in a block of HTML would swallow the rest of the page.

    One that does not end is text, and so is what a line of code says of them.
    """
    kept: list[str] = []
    for nth, part in enumerate(COMMENT.split(text)):
        _, closed, after = part.partition("-->")
        kept.append(after if nth and closed else f"&lt;!--{part}" if nth else part)
    return "".join(kept)


def _without_attributes(text: str) -> str:
    """Take out what tools write for the look: classes, fences of divisions, boxes to tick.

    A picture alone in its paragraph is a figure with its description as caption.
    """
    text = DIRECTIVE.sub("", SHORTCODE.sub(_shown, text))
    text = TASK.sub(r"\1", ALERT.sub(r"\1\2\n\1", FENCED_DIV.sub(r"\n\1\n", text)))
    text = ADMONITION.sub(_plain_admonition, text)
    text = RAISED.sub(r"<sup>\1</sup>", STRUCK.sub(r"~~\1~~", text))
    text = WIKI_LINK.sub(r"\1", HIGHLIGHT.sub(r"\1", text))
    text = IMAGE_ALONE.sub(r"\1", text)
    text = SPAN_ATTRIBUTES.sub("", SPAN.sub(r"\1", text))
    return ATTRIBUTES.sub("", text)


def _shown(shortcode: re.Match[str]) -> str:
    """Return the words that a shortcode shows; of one alone on its lines, as a paragraph."""
    if not shortcode[0].startswith(("{{", "{%")):
        return ""
    found = SHOWN.findall(shortcode[0])
    shown = (said for name, _, said in found if name == "caption=" or not NO_WORDS.search(said))
    words = " ".join(shown)
    start, end, text = shortcode.start(), shortcode.end(), shortcode.string
    is_alone = text[max(0, start - 1) : start] in ("", "\n") and text[end : end + 1] in ("", "\n")
    return f"\n{words}\n" if words and is_alone else words


def _plain_admonition(found: re.Match[str]) -> str:
    """Write a box of MkDocs as the paragraphs that it holds."""
    body = re.sub(r"^(?:    |\t)", "", found[2], flags=re.MULTILINE)
    return f"\n{found[1] or ''}\n\n{body}\n"
