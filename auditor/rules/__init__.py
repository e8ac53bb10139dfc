"""Everything an audit goes by, read from one folder, checked together, hashed together."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.errors import DataError
from auditor.rules.positions import TomlFile, build, read_toml
from auditor.rules.resources import lexicons_folder, needed_file, rubric_file

if TYPE_CHECKING:  # who reads the rules imports what it takes; who names them pays for nothing
    from importlib.resources.abc import Traversable

    from auditor.records import Searched
    from auditor.rules.base_rates import BaseRates
    from auditor.rules.card import Card
    from auditor.rules.grammar import AgeGrammar, SmallWords
    from auditor.rules.inventory import Inventory
    from auditor.rules.kinds import Kinds
    from auditor.rules.lexicon import Lexicon
    from auditor.rules.rubric import Rubric
    from auditor.rules.weights import Weights
    from auditor.rules.writing import Writing

INVENTORY_FILE = "marks.toml"
AGES_FILE, SMALL_WORDS_FILE, KINDS_FILE = "ages.toml", "grammar.toml", "kinds.toml"
WRITING_FILE = "writing.toml"
WORDS_OF = "en"
"""The language whose words the judge's weights know bare; those of others bear their code."""


@dataclass(frozen=True, slots=True)
class Language:
    """What is known of one language: its words, its ages, its grammar, what they weigh."""

    code: str
    """ISO 639-1."""
    lexicon: Lexicon
    writing: Writing
    ages: AgeGrammar
    small_words: SmallWords
    kinds: Kinds
    inventory: Inventory
    base_rates: BaseRates
    weights: Weights | None
    """The judge's weights; None before it has learnt."""
    sha256: str
    """Of all of it, so that what was built for it can be found again."""


@dataclass(frozen=True, slots=True)
class Rules:
    """The words, weights and rubric of an audit; picklable, read once a process."""

    languages: Mapping[str, Language]
    rubric: Rubric
    sha256: str
    """"sha256:..." over every file of the folder that judgements hang on, the rubric left out."""
    card: Card | None = None
    """What is known of the judge's weights; None where they are about to be learnt."""

    @classmethod
    def read(
        cls,
        lexicons: Path | None = None,
        rubric: Path | None = None,
        report_language: str = "en",
        *,
        weighed: bool = True,
    ) -> Rules:
        """Read the rules shipped with the auditor, or all of the ones chosen.

        The lists of a chosen folder are all read at once; of those shipped, which have been
        checked, each language is read when it is first asked for.

        `weighed` is False only where the judge's weights are about to be learnt. Words and
        weights are the same whatever the language of the report.

        Raises:
            DataError: a file has a mistake; its place names file, line and column.
            UsageError: a folder or file does not exist, or there is no such translation.

        """
        from auditor.rules.inventory import read_inventory
        from auditor.rules.weights import WEIGHTS_FILE, read_weights

        folder = lexicons_folder(lexicons)
        questions = _read_questions(rubric_file(rubric, folder), folder, report_language)
        inventory = read_inventory(_toml(folder, INVENTORY_FILE))
        weights = read_weights(folder.joinpath(WEIGHTS_FILE), inventory) if weighed else None
        languages = Languages(folder, inventory, weights)
        if not languages:
            raise DataError(
                "no word lists", place=str(folder), remedy="Put .toml files into a folder en/."
            )
        if lexicons is not None:
            tuple(languages.values())
        card = _read_card(folder, weights) if weights else None
        return cls(languages, questions, f"sha256:{_digest(_files(folder))}", card)

    def language(self, code: str) -> Language:
        """Return a language; English, or the first there is, for one that has no word lists."""
        return (
            self.languages.get(code)
            or self.languages.get("en")
            or next(iter(self.languages.values()))
        )

    def searched_in(self, codes: Iterable[str]) -> Searched:
        """Return how many terms and patterns of some languages are searched for, in all."""
        from auditor.records import Searched

        found = [self.languages[code].lexicon.searched for code in codes if code in self.languages]
        return Searched(sum(one.terms for one in found), sum(one.patterns for one in found))

    def trial_of(self, code: str) -> str:
        """Return the sentence that says that a language is on trial; "" for one that is not."""
        from auditor.rules.sentence_templates import fill

        if code not in self.languages or not self.languages[code].writing.trial:
            return ""
        name = self.rubric.language_named(code)
        return fill(self.rubric.phrases.trial, {"language": name})

    @property
    def criterion_ids(self) -> tuple[str, ...]:
        """The ids of the criteria, in the order of the rubric."""
        return tuple(criterion.id for criterion in self.rubric.criteria)


def _read_questions(file: Traversable, folder: Traversable, language: str) -> Rubric:
    """Read the rubric, with its texts in the language of the report."""
    from auditor.rules.rubric_reading import read_rubric
    from auditor.rules.translating.languages import check_report_language
    from auditor.rules.translating.rubric_texts import read_translated
    from auditor.rules.translating.shared_texts import ENGLISH

    if language == ENGLISH:
        return read_rubric(file)
    check_report_language(language, folder)
    return read_translated(file, folder, language)


def _read_card(folder: Traversable, weights: Weights) -> Card:
    from auditor.rules.card import CARD_FILE, Card

    source = _toml(folder, CARD_FILE)
    card = build(Card, source)
    if card.weights != weights.sha256:
        raise source.mistake(
            ("weights",),
            "the card is of other weights than judge.npz",
            "Copy both, or make both anew with `auditor train`.",
        )
    return card


class Languages(Mapping[str, Language]):
    """The languages of a folder by their codes, each read when it is first asked for."""

    def __init__(self, folder: Traversable, inventory: Inventory, weights: Weights | None) -> None:
        """Find which languages there are: a folder each."""
        self._folder, self._inventory, self._weights = folder, inventory, weights
        self._of_marks: Weights | None = None
        """The weights of languages whose words the judge has not learnt."""
        self._codes = sorted(
            item.name
            for item in folder.iterdir()
            if item.is_dir() and re.fullmatch(r"[a-z]{2,3}", item.name)
        )
        self._read: dict[str, Language] = {}

    def __getitem__(self, code: str) -> Language:
        """Return a language.

        Raises:
            DataError: a file of it has a mistake.
            KeyError: there is no such language.

        """
        if code not in self._codes:
            raise KeyError(code)
        if code not in self._read:
            weights = self._weights if code == WORDS_OF else self._weights_of_marks()
            self._read[code] = _read_language(self._folder, code, self._inventory, weights)
        return self._read[code]

    def _weights_of_marks(self) -> Weights | None:
        """Return the weights for other languages, read once: the judge's, and those beside them."""
        from auditor.rules.weights import BESIDE_FILE, joined, read_weights

        file = self._folder.joinpath(BESIDE_FILE)
        if self._weights is None or not file.is_file():
            return self._weights
        if self._of_marks is None:
            beside = read_weights(file, self._inventory, name=BESIDE_FILE)
            self._of_marks = joined(self._weights, beside)
        return self._of_marks

    def __contains__(self, code: object) -> bool:
        """True if there is such a language; it is not read for that."""
        return code in self._codes

    def __iter__(self) -> Iterator[str]:
        """Give the codes in order."""
        return iter(self._codes)

    def __len__(self) -> int:
        """Count the languages."""
        return len(self._codes)


def _read_language(
    root: Traversable, name: str, inventory: Inventory, weights: Weights | None
) -> Language:
    from auditor.rules.base_rates import BASE_RATES_FILE, BaseRates
    from auditor.rules.grammar import read_ages, read_small_words
    from auditor.rules.kinds import read_kinds
    from auditor.rules.lexicon import read_lexicon
    from auditor.rules.translating.rubric_texts import RUBRIC_FILE
    from auditor.rules.writing import read_writing

    folder = root.joinpath(name)
    both = (INVENTORY_FILE, BASE_RATES_FILE)
    shared = [(one, needed_file(root, one).read_bytes()) for one in both]

    writing = read_writing(_toml(folder, WRITING_FILE, f"{name}/"))
    beside = (AGES_FILE, SMALL_WORDS_FILE, KINDS_FILE, WRITING_FILE, RUBRIC_FILE)
    return Language(
        code=name,
        lexicon=read_lexicon(folder, beside, inventory, writing),
        writing=writing,
        ages=read_ages(_toml(folder, AGES_FILE, f"{name}/")),
        small_words=read_small_words(_toml(folder, SMALL_WORDS_FILE, f"{name}/")),
        kinds=read_kinds(_toml(folder, KINDS_FILE, f"{name}/")),
        inventory=inventory,
        base_rates=build(BaseRates, _toml(root, BASE_RATES_FILE)),
        weights=weights,
        sha256=_digest(chain(_files(folder), shared)) + (weights.sha256 if weights else ""),
    )


def _toml(folder: Traversable, name: str, prefix: str = "") -> TomlFile:
    return read_toml(needed_file(folder, name), name=f"{prefix}{name}")


def _files(folder: Traversable, prefix: str = "") -> Iterator[tuple[str, bytes]]:
    """Give every file that judgements hang on, by its name within the folder, in order."""
    from auditor.rules.card import CARD_FILE
    from auditor.rules.translating.rubric_texts import RUBRIC_FILE

    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        if item.is_dir() and not item.name.startswith((".", "_")):
            yield from _files(item, f"{prefix}{item.name}/")
        elif item.name.endswith((".toml", ".npz")) and item.name not in (RUBRIC_FILE, CARD_FILE):
            yield prefix + item.name, item.read_bytes()


def _digest(files: Iterable[tuple[str, bytes]]) -> str:
    """Hash files, line ends alike on every system."""
    digest = hashlib.sha256()
    for name, content in files:
        plain = content if name.endswith(".npz") else content.replace(b"\r\n", b"\n")
        digest.update(name.encode() + b"\0" + plain + b"\0")
    return digest.hexdigest()
