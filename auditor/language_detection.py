"""Which language a text is in, told offline from its letters and its small words.

The small words of a language that has lists stand in its `writing.toml`. They settle
most texts at no cost; the rest is told by the statistics of py3langid, which take a second
to load.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cache
from typing import cast

from auditor.records import SILENT_PLACES, Block
from auditor.rules import WORDS_OF
from auditor.rules.positions import read_toml
from auditor.rules.resources import lexicons_folder

UNKNOWN = "und"
"""The ISO 639 code for a language that could not be told."""
_KNOWN = """
en cy ga fr de es pt it nl sv no da fi pl ro cs hu el tr uk ru ar hi zh ja ca gl eu
"""
KNOWN = tuple(_KNOWN.split())
"""Those told apart: fewer make fewer mistakes on short texts."""
PLAIN_SHARE = 0.1
"""The share of a language's small words from which a text is plainly in it."""
SURE_SHARE, MOST_SHARED, FEWEST_WORDS = 0.3, 0.67, 200
"""From which share a text of so many words is in a language whose share is the largest by far."""
WITH_A_TWIN = frozenset(("pt",))
"""Languages whose small words are also those of one that has no lists: here Galician."""
FEWEST_LETTERS = 80
MOST_LETTERS = 6000


def detect_language(text: str, blocks: tuple[Block, ...]) -> str:
    """Return the language of the running text; "und" where there is too little of it."""
    sample: list[str] = []
    length = 0
    running = [block for block in blocks if block.place not in SILENT_PLACES]
    step = max(1, sum(block.end - block.start for block in running) // MOST_LETTERS)
    for block in running[:: min(step, max(1, len(running) // 20))]:
        sample.append(text[block.start : block.end])
        length += block.end - block.start
        if length > MOST_LETTERS:
            break
    if sum(map(str.isalpha, "".join(sample))) < FEWEST_LETTERS:
        return UNKNOWN
    words = " ".join(sample).lower().split()
    if share_of(WORDS_OF, words) > PLAIN_SHARE:
        return WORDS_OF
    return _plain_language(words) or classify(" ".join(words))


def _plain_language(words: Sequence[str]) -> str:
    """Return the language whose small words are many and stand out; "" where none do."""
    if len(words) < FEWEST_WORDS:
        return ""
    shares = sorted((share_of(language, words), language) for language in small_words())
    (next_best, _), (most, language) = shares[-2:]
    is_sure = most > SURE_SHARE and next_best < MOST_SHARED * most
    return language if is_sure and language not in WITH_A_TWIN else ""


@cache
def small_words() -> Mapping[str, frozenset[str]]:
    """Return the small words of each language that has lists, as they are shipped."""
    folder = lexicons_folder()
    return {
        item.name: frozenset(cast("list[str]", read_toml(file).content.get("common", [])))
        for item in sorted(folder.iterdir(), key=lambda item: item.name)
        if item.is_dir() and (file := item.joinpath("writing.toml")).is_file()
    }


def share_of(language: str, words: Sequence[str]) -> float:
    """Return which share of some words in lower case are small words of a language."""
    known = small_words().get(language, frozenset())
    lettered = sum(map(str.isalpha, words))
    return sum(map(known.__contains__, words)) / lettered if lettered else 0.0


def classify(text: str, among: Iterable[str] = KNOWN) -> str:
    """Return the likeliest language of a text."""
    return rank(text, among)[0][0]


def rank(text: str, among: Iterable[str] = KNOWN) -> list[tuple[str, float]]:
    """Return languages, likeliest first, each with what speaks for it: the logarithm of its odds."""
    wanted: Collection[str] = frozenset(among)
    return [(code, odds) for code, odds in _ranker()(text) if code in wanted]


@cache
def _ranker() -> Callable[[str], list[tuple[str, float]]]:
    """Return what ranks the languages, told once which there are."""
    import py3langid

    py3langid.set_languages(list(KNOWN))
    return lambda text: [(str(code), float(odds)) for code, odds in py3langid.rank(text)]
