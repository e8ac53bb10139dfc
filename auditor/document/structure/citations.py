"""Citations: texts that name a source and say nothing else.

Every pattern is held against the beginning of a text, or looks for a mark of few letters,
so that none looks back over a long line.
"""

from __future__ import annotations

import re

YEAR = re.compile(r"\b(?:19|20)\d\d(?:[a-z]|[-/–]\d{2,4})?\b")
MARK = re.compile(
    r"\b(?:www\.|doi\b|[Ii]bid|et al\b|vol(?:ume)?\b\.?\s?\d|ISBN|op\.? cit|"
    r"Available (?:at|from|online)|available (?:online|(?:at|from)\s?:)|accessed\b|Accessed\b|"
    r"retrieved\b|Retrieved\b|(?:19|20)\d\d;\s?\d|eds?\.\)|Cm(?:nd)?\.? \d|s\.\s?\d|London: |Press\b)|"
    r"https?://|\d\s?\(\d{1,4}\)|\(\d{1,3}\):\s?\d|\[20\d\d\]"
)
PAGES = re.compile(r"\bpp?\.\s?\d")
AUTHOR = re.compile(
    r"(?!(?:ST|ND|RD|TH) )[A-Z][\w'’.-]{1,40},? (?:(?:[A-Z]\.?){1,4}(?!\w)|[A-Z]\w{1,30},)"
)
"""The beginning of an entry: a name and initials, or two names; "TH JUNE" is part of a date."""
_SHORT = r"[A-Z][\w'’-]{1,40} [A-Z]{1,3}"
AUTHORS = re.compile(rf"{_SHORT}(?:\. |, (?:et al\b|(?:[a-z]{{2,3}} ){{0,2}}{_SHORT}\b))")
"""How an entry begins that puts initials without stops after surnames: "Moss D, Igwe NK."."""
POINTER = re.compile(r"(?:see|data from|adapted from|cited in|ibid)\b", re.IGNORECASE)
SOURCE = re.compile(r"(?:sources?|references?)\s?:", re.IGNORECASE)
REMARK = re.compile(r"(?:N\.?B\.?|Notes?)\s?[:.–-]", re.IGNORECASE)
"""What a note begins with that explains."""
BRACKETED_YEAR = re.compile(r"\((?:19|20)\d\d[a-z]?\)")
VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|shall|should|must|may|might|can|could|would|"
    r"do|does|did|includes?|refers?|means?|covers?|shows?|found|says?|offers?|provides?|excludes?|"
    r"sees?|gives?|we|our|(?:aims|continues|hopes|intends|plans|proposes|wants) to)\b"
)
DONE = re.compile(
    r"\b(?!(?:published|updated|revised|edited|adapted|amended|related)\b)[a-z]{2,14}ed\b"
)
"""A verb that tells what was done: "counted", "lived"; not what is done with publications."""
_PERSON = r"[A-ZÀ-Þ][\w'’-]{1,40}, (?:[A-ZÀ-Þ]\.[ -]?){1,4}"
SURNAME_FIRST = re.compile(
    rf"{_PERSON}(?:(?:,? (?:and|&) |,? |; ){_PERSON}){{0,40}}\W{{0,3}}\((?:19|20)\d\d"
)
"""An entry that nobody would write into running text: "Dale, P. and Igwe, N. (2022) ..."."""
QUOTED = re.compile(r"[‘“\"'][^’”\"']{4,200}[’”\"']|https?://\S+|www\.\S+")
OPENING = re.compile(r"[.,;:(]")
"""What ends the name that a citation begins with."""
_SMALL = "a al and at by de et for in of on or the to und van von with &"
SMALL = frozenset(_SMALL.split())
FEWEST_WORDS = 5
FEWEST_TOLD = 8
"""Words of a sentence that tells what was done."""
LONGEST = 90
LONGEST_SOURCE = 24
LONGEST_NAME = 140
SHORTEST_ENTRY = 30
LEAST_CAPITALS = 0.75


def bare(text: str) -> str:
    """Return a text without the number or mark that it begins with.

    >>> bare("[12] Moss, D."), bare("3. See Annex A")
    ('Moss, D.', 'See Annex A')
    """
    start = _after_marks(text, 0)
    digits = start
    while digits < len(text) and digits - start < 3 and text[digits].isdigit():
        digits += 1
    return text[_after_marks(text, digits) :]


def _after_marks(text: str, start: int) -> int:
    while start < len(text) and not (text[start].isalnum() or text[start] in "“‘\"'"):
        start += 1
    return start


def is_citation(text: str) -> bool:
    """True if a note or entry names a source and says nothing else.

    >>> is_citation("1. Moss, D. (2020) Who Is Left Out? Tarnbrook Public Health, p. 14.")
    True
    >>> is_citation("Ages are given in completed years throughout this 2024 plan.")
    False
    >>> is_citation("Aged 5 to 18, National Service Standard 2019, not babies or toddlers, p. 4.")
    False
    """
    words = text.split()
    if len(words) > LONGEST:
        return False
    opening = bare(text)
    if POINTER.match(opening) or (SOURCE.match(opening) and len(words) <= LONGEST_SOURCE):
        return not speaks(opening)
    if REMARK.match(opening) and speaks(opening):
        return False
    return _opens_named_and_dated(opening) or _is_marked_or_dated(text, opening)


def _is_marked_or_dated(text: str, opening: str) -> bool:
    """True if a text has the marks of a citation, or a name and a year, and says nothing else."""
    dated, marked = YEAR.search(text) is not None, MARK.search(text) is not None
    if AUTHOR.match(opening) and (dated or marked or PAGES.search(text)):
        return not speaks(text) or (dated and marked)
    if marked:
        return not speaks(text) or (_opens_with_name(opening) and dated)
    if not dated or speaks(text) or not _opens_with_name(opening):
        return False
    return (", " in text or ". " in text) and len(text.split()) >= FEWEST_WORDS


def is_entry(text: str) -> bool:
    """True if a block can be an entry of a list of references."""
    if is_citation(text):
        return True
    if speaks(text) and not AUTHOR.match(bare(text)):
        return False
    if MARK.search(text) is not None and len(text) >= SHORTEST_ENTRY:
        return True
    return YEAR.search(text) is not None and len(text.split()) >= FEWEST_WORDS


def opens_author_and_dates(text: str) -> bool:
    """True if a text begins with an author and has a year, whatever its title says.

    >>> opens_author_and_dates("Heffner LJ. How old is too old? 2004")
    True
    """
    return AUTHOR.match(bare(text)) is not None and YEAR.search(text) is not None


def opens_named(text: str) -> bool:
    """True if a text begins as entries do: with authors, or with a name, and a date or a mark.

    >>> opens_named("7. Moss D, Igwe N. Who is left out? Public Health."), opens_named("We met.")
    (True, False)
    >>> opens_named("19. Tarn Vale Council. What do babies need? Available from: our website")
    True
    """
    opening = bare(text)
    if AUTHORS.match(opening):
        return True
    is_named = AUTHOR.match(opening) is not None or _opens_with_name(opening)
    return is_named and (YEAR.search(text) is not None or MARK.search(text) is not None)


def speaks(text: str) -> bool:
    """True if words say something: titles in quotation marks and addresses do not count."""
    return VERB.search(QUOTED.sub(" ", text)) is not None


def tells(text: str) -> bool:
    """True if a text is a whole sentence that tells what was done, and bears no mark of a source.

    >>> tells("4 The 2021 census counted 1,402 babies, of whom 88 lived in temporary homes.")
    True
    >>> tells("Tarn Vale Council. What babies needed in 2021. www.example.org")
    False
    """
    opening = bare(text)
    is_whole = opening[:1].isupper() and text.endswith(".") and ". " not in opening
    if not is_whole or len(opening.split()) < FEWEST_TOLD or MARK.search(text) is not None:
        return False
    return DONE.search(QUOTED.sub(" ", opening)) is not None


def opens_with_author(text: str) -> bool:
    """True if a text begins as entries do: a surname, initials and a year in brackets."""
    has_year = "(19" in text or "(20" in text
    return has_year and SURNAME_FIRST.match(bare(text)) is not None


def _opens_named_and_dated(text: str) -> bool:
    """True if a text begins with a name, a year in brackets and then a title.

    >>> _opens_named_and_dated("Tarn Vale Council (2023) What Babies Need.")
    True
    >>> _opens_named_and_dated("Our survey (2023) says that babies are missed.")
    False
    """
    year = BRACKETED_YEAR.search(text, 0, LONGEST_NAME)
    if year is None or not _is_name(text[: year.start()]):
        return False
    after = text[year.end() :].lstrip(" .,:;‘“\"'–-")
    return not after[:1].islower()


def _opens_with_name(text: str) -> bool:
    """True if what stands before the first stop is a name."""
    end = OPENING.search(text, 0, LONGEST_NAME)
    return _is_name(text[: end.start()] if end else text[:LONGEST_NAME])


def _is_name(text: str) -> bool:
    """True if most words begin with a capital, and none is a figure.

    >>> _is_name("Department for Education and Skills"), _is_name("Babies and toddlers excluded")
    (True, False)
    >>> _is_name("Aged 5 to 18")
    False
    """
    words = [word.strip("‘’“”\"',.;()") for word in text.split()]
    words = [word for word in words if word and word not in SMALL]
    capitals = sum(word[0].isupper() for word in words)
    figures = any(word.isdigit() and len(word) < 4 for word in words)
    return bool(words) and not figures and capitals >= LEAST_CAPITALS * len(words)
