"""Kinds of elements of web pages, and what says that one is furniture, hidden or a mark."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice, takewhile
from typing import Any

from lxml import etree

from auditor.document.flow.wording import is_note_mark

_SKIPPED = """
script style noscript template head title meta link base select datalist audio video canvas
map noembed noframes rp rt annotation annotation-xml meter progress
"""
SKIPPED = frozenset(_SKIPPED.split())
_BLOCKS = """
address article aside blockquote body caption center dd details dialog dir div dl dt fieldset
figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav
ol p plaintext pre listing xmp search section summary table tbody td textarea tfoot th thead
tr ul
"""
BLOCKS = frozenset(_BLOCKS.split())
PARTS_OF_TABLES = frozenset(("row", "cell", "gridcell", "columnheader", "rowheader"))
"""Roles of what stands apart, whatever its name."""
KEEPS_LINES = frozenset(("pre", "listing", "xmp", "plaintext", "textarea"))
HEADINGS = {f"h{rank}": rank for rank in range(1, 7)}
SECTIONS = frozenset(("article", "aside", "main", "nav", "section", "blockquote", "td", "figure"))
"""Within these, a header or footer is that of the section, not of the page."""
INSERTED_PAGE = "foreignobject"
NOT_DRAWN = frozenset(("defs", "symbol", "clippath", "mask", "marker", "pattern", INSERTED_PAGE))
"""What a drawing holds to draw with, not to show; a page within it is read for itself."""
DELETED = {"del": "deleted text", "s": "text struck out", "strike": "text struck out"}
EMBEDS = frozenset(("iframe", "frame", "object", "embed"))

LANDMARKS = {
    "navigation": "navigation of the web page",
    "banner": "page header of the web page",
    "contentinfo": "page footer of the web page",
    "search": "search of the web page",
    "dialog": "dialog of the web page",
    "alertdialog": "dialog of the web page",
    "doc-toc": "contents list of the web page",
    "doc-pagebreak": "page number",
}
BREADCRUMB = re.compile(r"(?:^|[\s_-])breadcrumbs?(?:$|[\s_-])", re.IGNORECASE)
WORD = re.compile(r"\w+")
MENU = re.compile(
    r"^(?:(?:main|top|site|page|primary|global|left|right|side|sub|foot(?:er)?)[-_]?)?"
    r"(?:nav(?:bar|igation)?|menu)s?$",
    re.IGNORECASE,
)
LOWER = re.compile(r"^\s{0,9}\+?(\d{0,9}\.?\d{1,9})(r?em)?")
LINE_OF_EMS = 0.8
LINE_OF_DOTS = 8
"""How much lower the next line of a drawing begins, at least."""
LEAST_LINKED = 0.8
"""Share of the words of a menu that are links."""
LONGEST_MENU = 2_000
"""Pieces of text in a menu, at most."""
CONTENTS = re.compile(r"^(?:toc|table-of-contents|contents-list|toctree-wrapper)$", re.IGNORECASE)
CONSENT = re.compile(r"cookie|consent|gdpr|onetrust|ccm-root|cmp-?(?:box|banner|container)", re.I)
_FOR_EARS = """
visually-hidden visuallyhidden govuk-visually-hidden nhsuk-u-visually-hidden sr-only
screen-reader-text screen-reader-only u-visually-hidden element-invisible
"""
FOR_EARS = frozenset(_FOR_EARS.split())
"""Classes of text that is read out and not shown; their style sheet mostly stands elsewhere."""
_NOTES = r"(?:_?ftn|fn|(?:sd)?(?:foot|end)note|_?edn|cite_note|note(?=[-_:.]?\d)|data[FE](?=\d))"
NOTE_ROLES = ("doc-footnote", "doc-endnote", "doc-endnotes")
NOTE_TYPES = frozenset(("footnote", "endnote", "rearnote", "note"))
NOTE_ID = re.compile(rf"^{_NOTES}[-_:.]?\w{{1,12}}$", re.I)
NOTE_LINK = re.compile(rf"#{_NOTES}[-_:.]?(?!ref)\w", re.I)
BACK_LINK = re.compile(
    r"#(?:_?ftnref|fnref|footnote-ref|cite_ref|_?ednref|noteref|called[FE]\d)", re.I
)
MARK = re.compile(r"^[\[(]?(?:\d{1,3}|[a-z]{1,2}|[ivx]{1,5}|[*†‡§↩^↑︎]{1,3})[\])]?$")
LONGEST_BANNER = 250
"""Words of a notice about cookies."""
LONGEST_MARK = 12
SMALLEST_PICTURE = (400, 250)
"""Width and height from which a picture may hold words worth reading."""
DOTS_A_PAGE = 794 * 1123
"""A sheet of A4 at 96 dots to an inch."""


def role_of(element: Any) -> str:
    """Return the role that an element states."""
    return (element.get("role") or "").strip().lower()


def classes_of(element: Any) -> list[str]:
    """Return the classes of an element."""
    return (element.get("class") or "").split()


def types_of(element: Any) -> list[str]:
    """Return what an element of a book says that it is."""
    return (element.get("epub:type") or "").split()


def is_block_by_name(element: Any) -> bool:
    """True if an element is a block by its name or by the part of a table that it plays."""
    return element.tag in BLOCKS or element.get("role") in PARTS_OF_TABLES


def is_note_link(element: Any) -> bool:
    """True if a link is the mark of a note, or leads back from one."""
    href = element.get("href") or ""
    if role_of(element) in ("doc-noteref", "doc-backlink") or "noteref" in types_of(element):
        return True
    if not (NOTE_LINK.search(href) or BACK_LINK.search(href) or "#cmnt" in href):
        return False
    return bool(MARK.match(short_text(element)))


def is_page_number(element: Any) -> bool:
    """True if an element tells where a page of the printed book begins."""
    is_break = role_of(element) == "doc-pagebreak" or "pagebreak" in types_of(element)
    return is_break and bool(short_text(element))


def note_id(name: str) -> str:
    """Return the id of a note by the name that a link or an element gives it.

    >>> note_id("#_ftn3"), note_id("sdfootnote3sym"), note_id("fn:a")
    ('ftn3', 'sdfootnote3', 'fn:a')
    """
    return name.rpartition("#")[2].lstrip("_").removesuffix("sym")


def is_link_back(element: Any) -> bool:
    """True if a link leads from a note back to what calls it."""
    back = BACK_LINK.search(element.get("href") or "") is not None
    return back or role_of(element) == "doc-backlink" or "anc" in (element.get("href") or "")[-4:]


def is_raised_mark(element: Any, before: str) -> bool:
    """True if raised letters are the mark of a note: "3", "[4]", "*"; not the power of a length."""
    return is_note_mark(short_text(element), before)


def short_text(element: Any) -> str:
    """Return the words of an element that has few, else ""."""
    found = ""
    for text in element.itertext():
        found += text.strip()
        if len(found) > LONGEST_MARK:
            return ""
    return found


def is_note(element: Any) -> bool:
    """True if an element holds a note."""
    if role_of(element) in NOTE_ROLES or not NOTE_TYPES.isdisjoint(types_of(element)):
        return True
    if "mso-element:footnote" in (element.get("style") or "").replace(" ", ""):
        return True
    id = element.get("id") or ""
    return bool(id) and element.tag in ("li", "div", "p", "aside", "dd") and bool(NOTE_ID.match(id))


def is_contents(element: Any) -> bool:
    """True if an element is a contents list."""
    names = [element.get("id") or "", *classes_of(element)]
    return element.tag in ("div", "ul", "ol", "nav", "section") and any(map(CONTENTS.match, names))


def landmark_of(element: Any, *, is_within_section: bool) -> str:
    """Return why an element is furniture of the page; "" where it is none."""
    tag, role = element.tag, role_of(element)
    if role in LANDMARKS and tag not in ("body", "main", "html"):
        if role in ("banner", "dialog", "alertdialog") and _has_title(element):
            return ""
        return LANDMARKS[role]
    if tag in ("nav", "search"):
        return LANDMARKS["navigation"]
    if tag in ("header", "footer") and not is_within_section and not _has_title(element):
        return f"page {tag} of the web page"
    if BREADCRUMB.search(element.get("class") or "") or _is_menu(element):
        return LANDMARKS["navigation"]
    return ""


def _is_menu(element: Any) -> bool:
    """True if an element is named as a menu and holds links and little else."""
    names = [element.get("id") or "", *classes_of(element)]
    if element.tag not in ("div", "ul", "ol", "td") or not any(map(MENU.match, names)):
        return False
    texts = list(islice(element.itertext(), LONGEST_MENU + 1))
    if len(texts) > LONGEST_MENU:
        return False
    linked = sum(_count_words(link.itertext()) for link in element.iter("a"))
    return linked > LEAST_LINKED * _count_words(texts)


def _count_words(texts: Iterable[str]) -> int:
    return sum(len(WORD.findall(text)) for text in texts)


def _has_title(element: Any) -> bool:
    return next(element.iter("h1"), None) is not None


def is_consent(element: Any) -> bool:
    """True if an element is a notice about cookies."""
    if element.tag in ("html", "body", "main", "article"):
        return False
    named = f"{element.get('id') or ''} {element.get('class') or ''}"
    if not CONSENT.search(named) or _has_title(element):
        return False
    words = 0
    speaks = False
    for text in element.itertext():
        words += len(text.split())
        speaks = speaks or "cookie" in text.lower()
        if words > LONGEST_BANNER:
            return False
    return speaks


def drawn_texts(drawing: Any) -> Iterator[tuple[Any, ...]]:
    """Find the texts of a drawing, and the pages that stand in it, each with what is around it."""
    for each in drawing.iter("text", INSERTED_PAGE):
        within = takewhile(lambda above: above is not drawing, each.iterancestors())
        around = *within, drawing
        if any(above.tag in NOT_DRAWN for above in around):
            continue
        if all(map(_is_drawn, (each, *around))):
            yield each, *around


def drawn_words(text: Any) -> str:
    """Return the words of a text in a drawing: a part that begins a line stands apart."""
    pieces: list[str] = []
    height = text.get("y")
    for event, part in etree.iterwalk(text, events=("start", "end", "comment", "pi")):
        if event == "start":
            starts = part.get("x") is not None and part.get("y") != height
            pieces += [" "] if part is not text and (starts or _moves_down(part)) else []
            height = part.get("y", height)
            pieces.append(part.text or "")
        elif part is not text:
            pieces.append(part.tail or "")
    return "".join(pieces)


def _moves_down(part: Any) -> bool:
    """True if a part stands a line lower, not only as low as the "2" of "CO2"."""
    found = LOWER.match(part.get("dy") or "")
    return found is not None and float(found[1]) >= (LINE_OF_EMS if found[2] else LINE_OF_DOTS)


def _is_drawn(part: Any) -> bool:
    """True if nothing switches a part of a drawing off; of several forms of the same, one is on."""
    holder = part.getparent()
    if holder is not None and holder.tag == "switch":
        forms = [form for form in holder if isinstance(form.tag, str)]
        usual = (form for form in forms if not form.get("systemlanguage"))
        if part is not next(usual, forms[0]):
            return False
    return bool(part.get("display") != "none")


def _sides(picture: Any) -> tuple[int, int] | None:
    """Return the width and height that a picture is shown with, where the page says so."""
    sides = (picture.get("width") or "", picture.get("height") or "")
    if all(side.isdecimal() and len(side) < 6 for side in sides):
        return int(sides[0]), int(sides[1])
    return None


def _picture_area(picture: Any) -> float:
    """Return how many pages a picture takes; one whose size is not given, the fewest it may."""
    width, height = _sides(picture) or SMALLEST_PICTURE
    return min(1.0, width * height / DOTS_A_PAGE)


def unread_picture(picture: Any) -> tuple[str, float]:
    """Return what a picture is, and how many pages it takes unless it is described in words."""
    described = (picture.get("alt") or "").strip()
    words = described or picture.get("src", "").rsplit("/", 1)[-1][:60]
    return f"picture “{words}”", 0.0 if described else _picture_area(picture)


def is_large_picture(picture: Any) -> bool:
    """True if a picture may hold words worth reading."""
    if sides := _sides(picture):
        return sides[0] >= SMALLEST_PICTURE[0] and sides[1] >= SMALLEST_PICTURE[1]
    return any(around.tag == "figure" for around in islice(picture.iterancestors(), 2))
