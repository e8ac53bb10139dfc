"""The remarks that a draft can call for, as templates/remarks.toml has them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from auditor.records import Place, Reach
from auditor.rules.positions import TomlFile, build, read_toml
from auditor.rules.resources import templates_folder
from auditor.rules.translating.shared_texts import ENGLISH, shared_texts

FILE = "remarks.toml"


@dataclass(frozen=True, slots=True)
class TopWords:
    """What the comment at the top of a draft is made of."""

    comments: str
    suggestions: str
    as_comments: str
    nothing: str
    rest: str
    rest_kind: str
    under: str
    no_heading: str
    reason_kind: str
    rule: str
    wording: str
    tool: str
    tool_suggested: str
    revision: str


@dataclass(frozen=True, slots=True)
class RemarkRule:
    """One kind of remark: at which passages it stands, and what it says."""

    id: str
    name: str
    meaning: str
    """What is wrong, said of all places of this kind."""
    reason: str
    """What is wrong here."""
    rule: str
    wording: str
    insertion: str
    reach: Reach
    topic: str = ""
    strength: int = 0
    """Of an explicit passage; 0 for any."""
    patterns: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    among: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    places: tuple[Place, ...] = ("body", "list", "table", "heading")
    unmeasured: bool = False
    unbacked: int = 0
    side: Literal["", "before", "after"] = ""
    """Where the insertion stands beside the words: "before" or "after"; behind the passage if empty."""
    insertion_first: str = ""
    finds: tuple[str, ...] = ()
    ignores: tuple[str, ...] = ()

    def fits(self, text: str) -> bool:
        """True if a passage has the words that it must have, and none that it must not."""
        needed = (self.among, self.also)
        return all(not one or _one_of(one).search(text) for one in needed) and not (
            self.unless and _one_of(self.unless).search(text)
        )

    def find_words(self, text: str) -> tuple[int, int] | None:
        """Find the words of a passage that a comment sits on; None where its patterns find none."""
        found = _one_of(self.patterns).search(text)
        return found.span() if found is not None and self.fits(text) else None


@dataclass(frozen=True, slots=True)
class RemarkRules:
    """All remarks, in the order of their weight."""

    most: int
    most_sections: int
    closers: tuple[str, ...]
    loose: tuple[str, ...]
    author: str
    initials: str
    top: TopWords
    remark: tuple[RemarkRule, ...]
    language: str = ENGLISH
    """In which what is said of a draft is written."""

    def without_loose_end(self, text: str) -> str:
        """Return a passage without what an item of a list ends in."""
        text = text.rstrip()
        for ending in sorted(self.loose, key=len, reverse=True):
            if text.endswith(ending):
                return text.removesuffix(ending).rstrip()
        return text


@cache
def _one_of(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """Make one expression for whole words of several; of none, one that finds nothing."""
    if not patterns:
        return re.compile(r"(?!)")
    either = "|".join(f"(?:{one})" for one in patterns)
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)


@cache
def remark_rules(language: str = ENGLISH) -> RemarkRules:
    """Read the remarks that are shipped, once, in the language of a report.

    Raises:
        DataError: the file has a mistake; its place names file, line and column.

    """
    if language == ENGLISH:
        return read_remark_rules(read_toml(templates_folder() / FILE, name=FILE))
    said = TomlFile(FILE, dict(shared_texts("remarks", language)))
    return replace(read_remark_rules(said), language=language)


def read_remark_rules(file: TomlFile) -> RemarkRules:
    """Read remarks and check them.

    Raises:
        DataError: an expression is none, a side is unknown, or an example fails.

    """
    rules = build(RemarkRules, file)
    for number, rule in enumerate(rules.remark):
        if broken := _broken((*rule.patterns, *rule.among, *rule.also, *rule.unless)):
            raise file.mistake(
                ("remark", number, "patterns"), f"cannot be used: {broken[0]}", "Write it anew."
            )
        for key, faults in (("finds", _unfound(rule)), ("ignores", _not_ignored(rule))):
            if faults:
                raise file.mistake(
                    ("remark", number, key),
                    f"not so: “{faults[0]}”",
                    "Change the example, or the patterns.",
                )
    return rules


def _broken(patterns: Iterable[str]) -> list[str]:
    broken = []
    for one in patterns:
        try:
            re.compile(one)
        except re.error:
            broken.append(one)
    return broken


def _unfound(rule: RemarkRule) -> list[str]:
    """Return the examples in which other words are found than those in brackets."""
    failed = []
    for example in rule.finds:
        wanted = re.findall(r"\[([^\]]*)\]", example)
        bare = example.replace("[", "").replace("]", "")
        span = rule.find_words(bare)
        if [bare[slice(*span)] if span else None] != wanted:
            failed.append(example)
    return failed


def _not_ignored(rule: RemarkRule) -> list[str]:
    return [example for example in rule.ignores if rule.find_words(example) is not None]
