"""What a document is called: by its own metadata, its cover, or its file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from auditor.document.flow.drafts import PlainDraft
from auditor.document.text import Draft

LONGEST = 200
NO_TITLE = re.compile(
    r"^(?:untitled.*|title|document\d*|microsoft (?:word|powerpoint) - .*|"
    r".*\.(?:docx?|pptx?|pdf|indd|qxd|rtf)|.*\blocalhost\b.*|(?:https?|file):.*|"
    r"slide \d+|powerpoint presentation|print|layout \d+|\W*|\d+|"
    r"cover(?: page)?|(?:guideline|policy|sop|report|name of \w+) title|"
    r"(?:newsletter|report|brochure|business plan) \(\w+ (?:design|theme)\))$",
    re.IGNORECASE,
)
"""What programs and templates write where a title should be."""
_PART = re.compile(
    r"^\W*(?:(?:table of )?contents(?:\W.*)?|acknowledgements?|foreword|preface|introduction|"
    r"(?:executive )?summary(?: (?:and|&) recommendations)?|(?:key )?recommendations|overview|"
    r"supporting (?:chapters|papers|information)|appendi\w+|annex\w*|"
    r"(?:version|document|amendment) (?:control|history|details)|standard operating procedure.*|"
    r"sommaire|table des matières|avant-propos|índice|sumário|presentación|prólogo|cynnwys|"
    r"rhagair|crynodeb(?: gweithredol)?)\W*$",
    re.IGNORECASE,
)
"""Names of parts, which every document has."""
_KIND = re.compile(
    r"\b(?:strateg(?:y|ies)|plans?|polic(?:y|ies)|guidelines?|guidance|framework|assessment|review|report|"
    r"manifesto|programme|profile|protocol|handbook|guide|survey|charter|vision|pathway|roadmap|"
    r"specification|evaluation|analysis|briefing|bulletin|statement|mission|offer|standards?|"
    r"estrategia|política|programa|guía|informe|stratégie|politique|feuille de route|rapport|"
    r"estratégia|plano|relatório|strategaeth|cynllun|polisi|rhaglen|fframwaith|adroddiad)\b"
)
"""What a title calls its document, in small letters."""
_BODY_OF_PEOPLE = re.compile(
    r"\b(?:ministry|ministries|department|dept|council|association|trust|board|university|division|"
    r"directorate|secretariat|college|government|partnership|ministère|direction générale|"
    r"ministerio|ministério|cyngor|bwrdd)\b"
)
"""What an office or a body is called, in small letters."""
_DATE_OR_NUMBER = re.compile(
    r"^\W*(?:(?:version|v|draft|date|published|page)\b.*|(?:\w+ )?(?:\w+,? )?\d{4}|[\d./ -]+)\W*$",
    re.IGNORECASE,
)
_STATED = re.compile(
    r"^(?:(?:\w+ )?title|name of \w+)\s*[:|]?\s+(?P<title>\w.*?)(?: v\d[\d.]*)?$", re.IGNORECASE
)
"""A row or a running line that says what the title is."""
_WORD = re.compile(r"[^\W\d_]{4,}")
_OF_FILES = frozenset(("draft", "final", "version", "print", "copy", "report", "online"))
"""What the names of files say of the file, not of the document."""
_LONGEST_TITLE = 7
"""Words behind which a stop ends a sentence."""
_NUMBERED = re.compile(r"^\W*\d+\.")
_LETTERS = re.compile(r"[^\W\d_]{3}")


class _Candidate(NamedTuple):
    """Words that may be the title."""

    text: str
    size: float
    """Of the type, as a share of the largest on the page."""


def name_draft(stated: str, drafts: Sequence[PlainDraft]) -> str:
    """Return what a Word file is called: as it states, else by the heading that it opens with; or "".

    Word states no title unless somebody fills it in, and programs fill in the name of a file.
    """
    if stated and not NO_TITLE.match(stated):
        return stated
    first = next((one for one in drafts if one.text and one.place != "running"), None)
    opens = first is not None and first.place == "heading" and len(first.text) <= LONGEST
    return first.text if first is not None and opens and not _PART.match(first.text) else ""


def name_document(metadata: str, drafts: Sequence[Draft], first_page: int, stem: str) -> str:
    """Return what a PDF is called: by its metadata or its cover, else by its file.

    What has a sense of a title wins: large, of some length, saying what kind of document it is,
    sharing words with the name of the file; no notice, no name of a part or of an office alone.
    """
    stated = " ".join(metadata.split())
    of_file = _words(_KIND.sub(" ", stem.replace("_", " ").lower())) - _OF_FILES
    shown = list(_on_page(drafts, first_page)) or list(_on_page(drafts, first_page + 1))
    rated = [(_sense(one, of_file), one) for one in shown]
    most = max((sense for sense, _ in rated), default=0.0)
    close = [(sense, one) for sense, one in rated if sense > most - _CLOSE]
    found = sorted(close, key=lambda one: -one[1].size)[:1]
    if stated and len(stated) <= LONGEST:
        own = _Candidate(stated, 1.0)
        found.insert(0, (_sense(own, of_file), own))
    sense, best = max(found, key=lambda one: one[0], default=(-2.0, None))
    return best.text if best is not None and sense >= _LEAST_SENSE else stem


_LEAST_SENSE = 0.5
_CLOSE = 0.35
"""Of words on the cover whose sense differs by less, the largest are the title."""


def _sense(one: _Candidate, of_file: frozenset[str]) -> float:
    """Return how much words look like a title; from -2 to 1.7."""
    text = one.text
    if (
        len(text) > LONGEST
        or not _LETTERS.search(text)
        or NO_TITLE.match(text)
        or _PART.match(text)
    ):
        return -2.0
    words = text.split()
    shared = len(_words(text) & of_file) / len(of_file) if of_file else 0.0
    is_kind = _KIND.search(text.lower()) is not None
    sense = one.size + 0.3 * is_kind + 0.4 * shared
    is_notice = text[:1].islower() or any(word[-1] in ".!?" for word in words[_LONGEST_TITLE:])
    is_odd = len(words) == 1 or (not is_kind and (len(words) > 24 or _names_body(text)))
    return sense - 2 * is_notice - 0.8 * is_odd


def _is_office(text: str) -> bool:
    """True if words name an office or a body alone, and no document of it."""
    return _names_body(text) and _KIND.search(text.lower()) is None


def _names_body(text: str) -> bool:
    """True if words name an office or a body."""
    return _BODY_OF_PEOPLE.search(text.lower()) is not None


def _words(text: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _WORD.findall(text.replace("_", " ")))


def _on_page(drafts: Sequence[Draft], page: int) -> Iterator[_Candidate]:
    """Find what may be the title on a page: its display lines, and what a row or running line states."""
    of_page: list[Draft] = []
    for one in drafts:
        first = _first_page(one)
        if first == page:
            of_page.append(one)
        elif first is not None and first > page:
            break
    lines = [one for one in of_page if one.place in ("heading", "body") and _can_name(one.text)]
    largest = max((one.style[0] for one in lines), default=1.0) or 1.0
    for text, size in _joined(lines):
        yield _Candidate(text[:LONGEST].strip(), size / largest)
    yield from map(_stated, (one for one in of_page if one.place in ("table", "running")))
    if of_page and of_page[0].place == "table":
        yield _Candidate(of_page[0].text, 0.8)


def _first_page(draft: Draft) -> int | None:
    """Return the page on which a draft begins; None where it has no words."""
    return next((cell[0].page.number for cell in draft.cells if cell), None)


def _stated(row: Draft) -> _Candidate:
    """Return the title that a row or running line states; one without words where it states none."""
    stated = _STATED.match(row.text[:LONGEST])
    return _Candidate(stated["title"] if stated else "", 1.0)


def _can_name(text: str) -> bool:
    """True if a line can be a title or a part of one."""
    return (
        len(text) <= LONGEST
        and bool(_LETTERS.search(text))
        and "www." not in text
        and not _DATE_OR_NUMBER.match(text)
    )


def _goes_on(text: str, line: str, alike: float) -> bool:
    """True if a line goes on with a title; `alike` is the smaller size as a share of the larger."""
    if len(text) + len(line) >= LONGEST or _NUMBERED.match(line):
        return False
    if text.endswith((":", "–", "-", "&")) or line[:1] == "(" or line[:1].islower():
        return True
    ends = any(_is_office(one) or _PART.match(one) for one in (text, line))
    return alike >= 0.98 and not ends


def _joined(lines: Iterable[Draft]) -> Iterator[tuple[str, float]]:
    """Join lines that go on in the same size, or whose sentence goes on in a smaller one."""
    text, size = "", 0.0
    for one in lines:
        if text and _goes_on(
            text, one.text, min(one.style[0], size) / (max(one.style[0], size) or 1)
        ):
            text = f"{text} {one.text}"
            continue
        if text:
            yield text, size
        text, size = one.text, one.style[0]
    if text:
        yield text, size
