"""Whether a page gave text at all, and whether that text is words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from auditor.document.page import LOST, ExtractedPage, Rect

NO_TEXT = "no text layer"
NO_MEANING = "text layer without meaning"
NO_VOWEL = re.compile(r"^[b-df-hj-np-tv-xzB-DF-HJ-NP-TV-XZ]{4,}$")
MIXED = r"[^\W\d_][\d!-&(*+/:-@[-`{-~]+[^\W\d_]|^[!-&(-/:-@[-`{-~]{3,}$"
BROKEN = re.compile(f"{NO_VOWEL.pattern}|{MIXED}")
ODD = re.compile("[^ -~]")
CONTROLS = bytes((*range(32), 127))
NO_LETTERS = bytes(code for code in range(256) if not 97 <= code <= 122)
FEWEST_WORDS = 25
"""Words below which a page is not judged by what its words look like."""
MOST_WORDS = 120
FEWEST_LETTERS = 150
MOST_LETTERS = 900
VOWELS = b"aeiouy"
NO_VOWELS = bytes(code for code in range(256) if code not in b" " + VOWELS)
MOST_CONSONANTS = 0.8
"""Of the letters: every language written with a to z has fewer, shifted letters have more."""
FEW_WORDS = 5
RULED = "._-*=~"
"""Signs that lines are ruled of."""
MISREAD = re.compile(
    r"[0-9:;<=>?][a-z]{1,20}[,.;:]?$|[A-Za-z]{1,20}[\[\]^_{|}<=>][a-z]{1,20}[,.;:]?$"
)
ORDINAL = re.compile(r"\d(?:st|nd|rd|th|s|x|m|k|g|p|km|kg|mg|ml|cm|mm|am|pm|hrs?)\b")
STOPS = ",.;:"
CLASSES = bytes(
    ord("a" if 97 <= code <= 122 else "!" if chr(code) in "0123456789:;<=>?[]^_{|}" else " ")
    for code in range(256)
)
"""Small letters, and the signs that stand for others before them."""
FEWEST_MISREAD, LEAST_MISREAD = 6, 0.04
"""Words of a page, and their share of all: so many are not misread by chance."""


def why_unread(page: ExtractedPage, *, outer: bool) -> str | None:
    """Return why a page counts as unread; None where it was read or has nothing on it.

    `outer` is true of the first and last page, which may well be pictures.
    """
    if page.unread:
        return page.unread
    if not page.words:
        return None if is_blank(page) else NO_TEXT
    if is_garbage(page.words):
        return NO_MEANING
    few = len(page.words) <= FEW_WORDS and not outer
    return NO_TEXT if few and covered(page, page.drawn.images) > 0.75 else None


def is_blank(page: ExtractedPage) -> bool:
    """True if there is next to nothing on a page."""
    return len(page.drawn.paths) < 30 and covered(page, page.drawn.images) < 0.05


def covered(page: ExtractedPage, rects: Sequence[Rect]) -> float:
    """Give the share of a page that rectangles cover, at most 1."""
    width, height = page.frame
    area = sum(
        max(0.0, min(x1, width) - max(x0, 0.0)) * max(0.0, min(y1, height) - max(y0, 0.0))
        for x0, y0, x1, y1 in rects
    )
    return min(1.0, area / (width * height)) if width * height else 0.0


def is_garbage(words: Sequence[str]) -> bool:
    """True if the words of a page are no words: unmapped glyphs, or a broken coding.

    >>> is_garbage(["WKLV", "VWUDWHJB", "VHWV", "RXW"] * 10)
    True
    >>> is_garbage("this strategy sets out what we will do".split() * 5)
    False
    """
    text = "".join(words)
    plain = text.encode("ascii", "ignore").translate(None, CONTROLS)
    many = 0.25 * len(text)
    if len(text) - len(plain) > many and sum(map(_is_strange, ODD.findall(text))) > many:
        return True
    if len(words) < FEWEST_WORDS:
        return False
    start = text[:MOST_LETTERS].lower().encode("ascii", "ignore")
    letters = start.translate(None, NO_LETTERS)
    consonants = letters.translate(None, VOWELS)
    if len(letters) >= FEWEST_LETTERS and len(consonants) > MOST_CONSONANTS * len(letters):
        return True
    sample = words[:: 1 + len(words) // MOST_WORDS]
    words = [word for word in sample if len(word) >= 4 and word.isascii() and not word.isdigit()]
    latin = [word for word in words if word.strip(RULED)]  # no leaders of a contents list or form
    if len(latin) <= 10 or _most_broken(latin) <= 0.4 * len(latin):
        return False
    return sum(map(_is_broken, latin)) > 0.4 * len(latin)


def find_misread(words: Sequence[str]) -> list[str]:
    """Find words in which letters are coded as other signs, if a page has many such.

    >>> find_misread("7he ne[t steps :e will take 'irectorate 7eam 7he".split() * 4)[:3]
    ['7he', 'ne[t', ':e']
    >>> find_misread("the 1st and 2nd of 3 plans (see a/b) at x@y.org".split() * 10)
    []
    """
    fewest = max(FEWEST_MISREAD, LEAST_MISREAD * len(words))
    if len(words) < fewest or _most_misread(words) < fewest:
        return []
    signs = [word for word in words if not word.rstrip(STOPS).isalpha()]
    found = [
        word for word in signs if LOST in word or (MISREAD.match(word) and not ORDINAL.match(word))
    ]
    return found if len(found) >= fewest else []


def _most_misread(words: Sequence[str]) -> int:
    """Return how many words can be misread: so many signs stand before small letters, or for them."""
    text = " ".join(words)
    return text.count(LOST) + text.encode("ascii", "replace").translate(CLASSES).count(b"!a")


def _most_broken(words: Sequence[str]) -> int:
    """Return how many words of a to z and signs can be broken: those with signs or no vowel."""
    letters = " ".join(words).lower().encode("ascii").translate(None, NO_VOWELS)
    voiceless = letters.split(b" ").count(b"")
    return len(words) - sum(map(str.isalpha, words)) + voiceless


def _is_broken(word: str) -> bool:
    """True if a word has no vowel, or signs among its letters."""
    if word.isalpha():
        return NO_VOWEL.match(word) is not None
    return "/" not in word and BROKEN.search(word) is not None


def _is_strange(letter: str) -> bool:
    """True if a letter is none: a control, of private use, or a sign for a missing one."""
    if letter < "\x7f":
        return letter < " "
    return letter == "\ufffd" or "\ue000" <= letter <= "\uf8ff" or not letter.isprintable()
