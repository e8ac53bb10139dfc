"""Lines that point to a page: of contents lists, lists of figures and indexes.

Nothing here looks back over a line more than once: forms have lines of thousands of dots.
"""

from __future__ import annotations

import re

HEADING = re.compile(
    r"(?:(?:table of )?contents?(?: page)?|(?:list|table) of (?:figures|tables|boxes|charts)|"
    r"(?:list of )?(?:figures and tables|tables and figures)|(?:what.s )?inside|"
    r"(?:(?:what is|what.s) )?in this (?:strategy|plan|document|report|issue|guide)|"
    r"index|inhalt|sommaire|"
    r"table des mati[eè]res|[íi]ndice(?: general| geral)?|(?:tabla de )?contenidos?|"
    r"sum[áa]rio|conte[úu]dos?|(?:tabl )?cynnwys)",
    re.IGNORECASE,
)
PAGE = re.compile(
    r"(?:[Pp]ages?|[Pp]p?\.?)?\s?(?:(\d{1,3})(?:\s?[-–]\s?\d{1,3})?|(?=[ivx])(x{0,3}(?:ix|iv|v?i{0,3})))"
)
INDEX_PAGES = re.compile(r"\d{1,3}(?:[-–]\d{1,3})?")
LEADER = frozenset(".…·_ \u00a0")
DOTS = frozenset(".…·_")
"""What leads right up to a page, be its Roman number in capitals."""
LONG_LEADERS = ".…·_\u00a0"
"""What counts in a long leader."""
SINGLE = ("V", "X")
"""Letters that a leader leads to in forms and scales as well."""
EDGES = " .:–—-•|*_\t"
"""What may stand around a heading."""
OPENING = frozenset(f"cfilstwíCFILSTWÍ{EDGES}")
"""What a heading, and what stands before it, may begin with."""
_FIRST_WORDS = (
    "content contents table list figures tables inside in index inhalt sommaire índice indice "
    "tabla contenido contenidos sumário sumario conteúdo conteudo conteúdos conteudos tabl cynnwys"
)
FIRST_WORDS = frozenset(("", *_FIRST_WORDS.split()))
"""What a heading begins with, besides "what is" and "what's"; "" is what stands before it."""
DASHES = ("-", "–", "—")
LEAST_DOTS = 3
LONG_LEADER = 6
LONGEST_HEADING = 60
LONGEST_TAIL = 16
"""Characters that a page, or pages from and to, may take."""
ROMAN = {"i": 1, "v": 5, "x": 10}


def heads_contents(text: str) -> bool:
    """True if words head a contents list.

    >>> heads_contents("Table of contents"), heads_contents("What’s inside"), heads_contents("Aims")
    (True, True, False)
    """
    if len(text) > LONGEST_HEADING or text[:1] not in OPENING:
        return False
    return HEADING.fullmatch(text.strip(EDGES)) is not None


def opens_heading(word: str) -> bool:
    """True if a word may be the first of a line that heads a contents list.

    >>> opens_heading("Contents:"), opens_heading("What’s"), opens_heading("Inner")
    (True, True, False)
    """
    bare = word.strip(EDGES).lower()
    return bare in FIRST_WORDS or bare.startswith("what")


def pointed_page(text: str) -> int | None:
    """Return the page that a line ends in; Roman pages come before all others.

    >>> pointed_page("Our vision 12"), pointed_page("Money . . . p. 4"), pointed_page("Foreword iv")
    (12, 4, -996)
    >>> pointed_page("Our vision - 12 -"), pointed_page("aged 5 -"), pointed_page("a well-")
    (12, None, None)
    >>> pointed_page("Foreword.....IV"), pointed_page("Phase IV")
    (-996, None)
    >>> pointed_page("since 2024"), pointed_page("1,375 births"), pointed_page("We saw 12.")
    (None, None, None)
    """
    found = page_at_end(text)
    return None if found is None else found[1]


def page_at_end(text: str) -> tuple[int, int] | None:
    """Return where the page begins that a line ends in, and its number."""
    text = text.rstrip()
    if text[-1:] in DASHES:
        text = _undashed(text)
    if not (text[-1:].isdigit() or text[-1:].lower() in ROMAN):
        return None
    for start in range(max(0, len(text) - LONGEST_TAIL), len(text)):
        if text[start] in DOTS or (start and text[start - 1] not in LEADER):
            continue
        is_led = start and text[start - 1] in DOTS and text[start:] not in SINGLE
        found = PAGE.fullmatch(text.lower() if is_led else text, start)
        if found is not None:
            return start, int(found[1]) if found[1] else _roman(found[2]) - 1000
    return None


def _undashed(text: str) -> str:
    """Return a line without the dashes that stand around the page at its end: "Aims - 4 -"."""
    bare = text.rstrip("-–— ")
    number = bare.rsplit(None, 1)[-1:] or [""]
    before = bare[: len(bare) - len(number[0])].rstrip()
    is_dashed = before[-1:] in DASHES and number[0].isdigit()
    return f"{before.rstrip('-–— ')} {number[0]}" if is_dashed else text


def _roman(digits: str) -> int:
    """Return the value of a Roman number."""
    values = [ROMAN[digit] for digit in digits]
    following = [*values[1:], 0]
    return sum(
        -value if value < after else value for value, after in zip(values, following, strict=True)
    )


def leads_to_page(text: str) -> bool:
    """True if a line of dots or the like leads to the page that a line ends in.

    >>> leads_to_page("Our vision ........ 12"), leads_to_page("Our vision 12")
    (True, False)
    >>> leads_to_page("and so on ..."), leads_to_page("Signed ........")
    (False, False)
    """
    found = page_at_end(text)
    return found is not None and trails_off(text[: found[0]])


def trails_off(text: str) -> bool:
    """True if a line ends in a leader that leads on to a number elsewhere.

    >>> trails_off("Our vision . . . ."), trails_off("We will."), trails_off("Money…")
    (True, False, True)
    """
    bare = text.rstrip("".join(LEADER))
    leader = text[len(bare) :]
    dots = len(leader) - leader.count(" ") - leader.count("\u00a0")
    return bool(bare) and (dots >= LEAST_DOTS or "…" in leader)


def has_leader(text: str) -> bool:
    """True if a line has words and a long leader, whether or not a number follows it.

    >>> has_leader("Our vision .......... "), has_leader("and so on ..."), has_leader("........")
    (True, False, False)
    """
    if sum(map(text.count, LONG_LEADERS)) < LONG_LEADER:
        return False
    found = page_at_end(text)
    text = (text[: found[0]] if found else text).rstrip()
    bare = text.rstrip("".join(LEADER))
    leader = text[len(bare) :]
    return bool(bare) and len(leader) - leader.count(" ") >= LONG_LEADER


def is_index_entry(text: str) -> bool:
    """True if a line is an entry of an index: words, then pages after commas.

    >>> is_index_entry("attachment, 12, 45-47"), is_index_entry("In 2024, we met 12 times")
    (True, False)
    """
    parts = [part.strip() for part in text.split(",")]
    pages = 0
    while pages < len(parts) and INDEX_PAGES.fullmatch(parts[-1 - pages]):
        pages += 1
    return 0 < pages < len(parts) and not parts[0][-1:].isdigit()
