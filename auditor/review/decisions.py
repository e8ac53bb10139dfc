"""What people say of an audit: decisions, replies and corrections, as they were written down."""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import dataclass, field, fields
from typing import Literal, cast, get_args

from auditor.records import Judgement
from auditor.report.views.reviews import Choice, NewLabelsView

Kind = Literal["statement", "evidence", "criterion", "rule", "correction"]

CHOICES: tuple[Choice, ...] = get_args(Choice)
KINDS: tuple[Kind, ...] = get_args(Kind)
KEY_LENGTH = 16


def key_of(text: str) -> str:
    r"""Return the mark by which words are known again: letters and digits alone count.

    >>> key_of("Babies’ needs, \n first!") == key_of("babies needs first")
    True
    """
    folded = unicodedata.normalize("NFKC", text).casefold()
    letters = "".join(one for one in folded if one.isalnum())
    return hashlib.sha256(letters.encode("utf-8", "replace")).hexdigest()[:KEY_LENGTH]


@dataclass(frozen=True, slots=True)
class Labels:
    """Labels of a statement, or the level of a criterion; None where nothing was said."""

    reach: str | None = None
    topic: str | None = None
    strength: int | None = None
    criteria: tuple[str, ...] | None = None
    level: int | None = None

    @classmethod
    def of(cls, said: Judgement) -> Labels:
        """Return the labels of a judgement."""
        return cls(said.reach, said.topic, said.strength, said.criteria)

    @property
    def filled(self) -> NewLabelsView:
        """The labels that were said, as plain data."""
        said = {each.name: getattr(self, each.name) for each in fields(self)}
        if self.criteria is not None:
            said["criteria"] = list(self.criteria)
        return cast("NewLabelsView", {name: one for name, one in said.items() if one is not None})

    @property
    def is_empty(self) -> bool:
        """True if nothing was said at all."""
        return self == Labels()


@dataclass(frozen=True, slots=True)
class Target:
    """What a person speaks of: a statement by its words, a criterion or a rule by its id."""

    kind: Kind
    text: str = ""
    key: str = ""
    before: str = ""
    """The key of the statement before it; "" at the beginning."""
    after: str = ""
    section: str = ""
    page: int | None = None
    id: str = ""
    """Its number when it was reviewed; it may have another now."""
    criterion: str | None = None
    rule: str = ""
    """For all statements that one rule made: its id."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One person's decision, with the labels that stood there when it was taken."""

    target: Target
    choice: Choice
    seen: Labels
    new: Labels
    reviewer: str
    reason: str = ""
    date: str = ""
    settles: bool = False
    """True if it settles what others disagree on: then it stands alone."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What the document's authors say to a judgement, or to the report as a whole."""

    target: Target | None
    text: str
    author: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """What was put right since an earlier issue of the report."""

    date: str
    text: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Reviews:
    """All that people said, in the order in which they wrote it."""

    decisions: tuple[Decision, ...] = ()
    replies: tuple[Reply, ...] = ()
    corrections: tuple[Correction, ...] = ()
    rows: tuple[dict[str, str], ...] = field(default=(), compare=False)
    """The rows as they were read, so that they can be written down again."""
