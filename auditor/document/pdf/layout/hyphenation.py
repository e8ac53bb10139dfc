"""Hyphens at line ends: kept where they belong to the word, dropped where typesetting put them.

The document's own words decide: a joined form seen elsewhere is joined, a hyphenated
one keeps its hyphen.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, filterfalse, pairwise, repeat

from auditor.document.page import ExtractedPage
from auditor.document.pdf.layout.line_ends import count_room

HYPHENS = "-\u2010\xad\x02\ufffe"
_HYPHEN_ENDS = tuple(HYPHENS)
PRINTED_BY_BREAKING = "\u2010\xad\x02"
"""Hyphens that typesetting puts where it cuts a word, and nobody types."""
COMPOUND_LEFT = frozenset(
    [
        "self",
        "evidence",
        "trauma",
        "parent",
        "mother",
        "whole",
        "half",
        "full",
        "peer",
        "long",
        "short",
        "high",
        "low",
        "cross",
        "one",
        "two",
        "three",
        "four",
        "five",
        "twenty",
        "thirty",
        "forty",
        "fifty",
        "sixty",
        "seventy",
        "eighty",
        "ninety",
        "early",
    ]
)
COMPOUND_RIGHT = frozenset(
    [
        "based",
        "led",
        "term",
        "year",
        "old",
        "olds",
        "wide",
        "related",
        "specific",
        "centred",
        "focused",
        "informed",
        "time",
        "twos",
        "fives",
        "threes",
        "infant",
        "quality",
    ]
)
PREFIXES = frozenset(["agro", "anti", "co", "meta", "multi", "non", "semi", "socio", "well"])
"""Beginnings that words of their own follow behind a hyphen as a rule."""
_EDGES = ".,;:!?()[]{}\"'“”‘’–—•*/"
MOST_COMPOUNDS = 0.02
"""Of all lines: so many end in the hyphen of a compound where no words are cut."""
LEAST_ROOMY = 0.25
"""Of the hyphens at line ends: so many lines leave room besides, where no words are cut."""
LINKING = frozenset(["a", "and", "at", "by", "for", "in", "of", "on", "or", "the", "to", "up"])
"""Short words in the middle of compounds: "out-of-hours", "birth-to-two"."""
PARTICLES = frozenset(["in", "off", "on", "out", "up"])
"""What ends compounds of verbs: "drop-in", "follow-up"."""
PARTED_VERBS = frozenset(
    ["catch", "check", "drop", "follow", "log", "roll", "scale", "sign", "start"]
)
"""Verbs that stand before particles also in a document that has them nowhere else."""
OPEN_LEFT = frozenset(["here", "there", "through", "up", "where", "with"])
"""What particles are written together with: "with-/out", "there-/in"."""
SOLID = frozenset(["in", "out", "over", "re", "under"])
"""What most words that begin with it are written together with: "under-/take", "out-/come"."""
FEWEST_LED = 2
"""Hyphenated words of a document that begin alike: only then do others, too."""
TAIL = re.compile(r"(?<![^\W\d_])(?<![^\W\d_]-)[^\W\d_]+(?:-[^\W\d_]+)*$")
LEAD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The document's own words, and how it prints words that are cut."""

    words: frozenset[str]
    tells_breaks: bool
    """Whether it prints another hyphen where a word is cut than within compounds."""
    cuts_words: bool = True
    """Whether it may cut words at the ends of lines: many do not, and all their hyphens belong."""
    leaves_room: Callable[[], bool] = lambda: False
    """Tells whether its lines leave room that halves of words would fill, so that it cuts none."""
    leads: frozenset[str] = frozenset()
    """What several of its hyphenated words begin with: "pre" of "pre-school" and "pre-term"."""
    mostly_joined: frozenset[str] = frozenset()
    """Words that it prints with a hyphen too, and more often without."""
    breaking: str = PRINTED_BY_BREAKING
    """The hyphens that it prints nowhere but where a word is cut."""

    def keeps_hyphen(self, left: str, right: str, raw: str) -> bool:
        """Decide by the document's own words whether a hyphen at a line's end belongs.

        `left` and `right` are what stands before and after it, hyphens within included.
        """
        whole_left, whole_right = left.lower(), right.lower()
        a, b = whole_left.rsplit("-", 1)[-1], whole_right.split("-", 1)[0]
        seen = self._keeps_as_seen(whole_left, whole_right, a, b)
        if seen is not None:
            return seen
        if (a != whole_left and a in LINKING) or (b != whole_right and b in LINKING):
            return True
        if raw[-1] in self.breaking:
            return False
        is_name = right[0].isupper() != left.isupper()  # "Anglo-/Saxon", "UK-/level"
        if is_name or self.tells_breaks or self._are_of_compound(a, b):
            return True
        return self.leaves_room()

    def _keeps_as_seen(self, left: str, right: str, a: str, b: str) -> bool | None:
        """Decide by how the document prints two halves elsewhere; None where it does not tell."""
        is_joined = left + right in self.words
        if len(a) == 1:  # nobody cuts a word behind one letter
            return not is_joined
        is_joined = is_joined or a + b in self.words
        if f"{left}-{right}" in self.words or f"{a}-{b}" in self.words:
            return not is_joined or (self._is_word(b) and a + b not in self.mostly_joined)
        return False if is_joined else None

    def _are_of_compound(self, a: str, b: str) -> bool:
        """True if two halves look like those of a compound rather than of a word that was cut."""
        if a in COMPOUND_LEFT or b in COMPOUND_RIGHT or self._is_parted_verb(a, b):
            return True
        if self._is_word(b) and (a in self.leads or a in PREFIXES):
            return True
        needed = all if self.cuts_words else any
        return len(a) > 2 and len(b) > 2 and needed(half in self.words for half in (a, b))

    def _is_parted_verb(self, a: str, b: str) -> bool:
        """True if two halves are a verb and its particle: "drop-in", but not "cab-in"."""
        return b in PARTICLES and a not in OPEN_LEFT and (a in PARTED_VERBS or self._is_word(a))

    def _is_word(self, half: str) -> bool:
        return len(half) > 2 and half in self.words


def gather_vocabulary(pages: Sequence[ExtractedPage]) -> Vocabulary:
    """Gather the document's words, halves of words cut at line ends left out."""
    seen, halves = _words_and_halves(pages)
    every = " ".join(seen)
    breaking = _breaking_hyphens(every)
    spelt = [word.replace("\u2010", "-") for word in seen] if "\u2010" in every else seen
    bare = list(_bare(spelt))
    found = frozenset(bare)
    compounds = set(_bare([word for word in spelt if "-" in word and word[-1] not in HYPHENS]))
    telling = sum(left[-1] in breaking for left, _ in halves)
    is_often = len(halves) > MOST_COMPOUNDS * sum(len(page.lines) for page in pages)
    is_cut = any(_joined(*pair) in found for pair in halves)
    most = (2.0 if is_cut else LEAST_ROOMY) * len(halves)
    return Vocabulary(
        found,
        telling > 3 and 2 * telling > len(halves),
        is_often or is_cut,
        cache(lambda: count_room(pages) > most),
        frozenset(_leads(compounds)),
        frozenset(_mostly_joined(compounds, bare)),
        breaking,
    )


def _words_and_halves(
    pages: Sequence[ExtractedPage],
) -> tuple[set[str], list[tuple[str, str]]]:
    """Return the words of pages but for halves of cut ones, and those: each before, each after its cut."""
    seen: set[str] = set()
    halves: list[tuple[str, str]] = []
    for page in pages:
        words = page.words
        soft = page.soft.nonzero()[0].tolist()
        ends = [at for at in (page.lines.last - 1).tolist() if words[at].endswith(_HYPHEN_ENDS)]
        halved = {*ends, *soft}
        if halved:
            seen.update(_others(words, halved.union([at + 1 for at in halved])))
            halves += [(words[at], words[at + 1]) for at in halved if at + 1 < len(words)]
        else:
            seen.update(words)
    return seen, halves


def _leads(compounds: Collection[str]) -> Iterator[str]:
    """Return what several hyphenated words begin with; "pre-school" and "pre-schools" are one."""
    stems = {(lead, rest[:4]) for lead, _, rest in (word.partition("-") for word in compounds)}
    counts = Counter(lead for lead, _ in stems)
    return (lead for lead, count in counts.items() if count >= FEWEST_LED and lead not in SOLID)


def _mostly_joined(compounds: Collection[str], words: Collection[str]) -> Iterator[str]:
    """Return the compounds that stand in more forms without their hyphen: "Stillbirth", "stillbirth,"."""
    joined = {word: word.replace("-", "") for word in compounds}
    both = joined.keys() | joined.values()
    counts = Counter(filter(both.__contains__, words))
    return (solid for word, solid in joined.items() if counts[solid] > counts[word])


def _breaking_hyphens(every: str) -> str:
    """Return the hyphens that tell a cut: one that stands within words more than others does not."""
    if "\u2010" not in every:
        return PRINTED_BY_BREAKING
    if len(re.findall(r"\w\u2010(?=\w)", every)) > len(re.findall(r"\w-(?=\w)", every)):
        return PRINTED_BY_BREAKING.replace("\u2010", "")
    return PRINTED_BY_BREAKING


def _bare(words: Iterable[str]) -> Iterator[str]:
    """Return words in small letters, without the stops and brackets around them."""
    every = list(words)
    others = map(str.lower, filterfalse(str.isalnum, every))
    return chain(map(str.lower, filter(str.isalnum, every)), map(str.strip, others, repeat(_EDGES)))


def _joined(left: str, right: str) -> str:
    return (left.rstrip(HYPHENS) + right).lower().strip(_EDGES)


def _others(words: Sequence[str], left_out: set[int]) -> Iterator[str]:
    bounds = [-1, *sorted(left_out), len(words)]
    return chain.from_iterable(words[a + 1 : b] for a, b in pairwise(bounds))
