"""Words by which a consultation's question is matched, and those of its answer, read from their file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from auditor.rules.positions import build, read_toml
from auditor.rules.resources import templates_folder

FILE = "consultation.toml"


@dataclass(frozen=True, slots=True)
class Asked:
    """Words of questions that name no subject, or are not about babies at all."""

    general: tuple[str, ...]
    """About the plan as a whole."""
    rest: tuple[str, ...]
    """Asking for anything else."""
    respondent: tuple[str, ...]
    elsewhere: tuple[str, ...]
    others: tuple[str, ...]
    """About other people, where no word of `children` stands beside them."""
    children: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Subject:
    """One of the sixteen questions, as people outside speak of it."""

    id: str
    name: str
    """What fits after "on": "babies' own mental health"."""
    cues: tuple[str, ...]
    shown: tuple[str, ...] = ()
    """Words of which a passage on it holds one."""


@dataclass(frozen=True, slots=True)
class Pasted:
    """How a line of questions is read that somebody pastes."""

    number: str
    limit: str


@dataclass(frozen=True, slots=True)
class ConsultationWords:
    """All that the file holds."""

    most: int
    unlimited_words: int
    leaning: tuple[str, ...]
    """Words at the head of a passage that lean on the one before it."""
    asked: Asked
    subject: tuple[Subject, ...]
    says: Mapping[str, str]
    pasted: Pasted
    sheet: Mapping[str, str]
    matching: Mapping[str, str]

    def subject_named(self, id: str) -> Subject:
        """Find a subject; one of another rubric, which the file does not know, is called by its id."""
        unknown = Subject(id, id.replace("-", " "), ())
        return next((one for one in self.subject if one.id == id), unknown)


@lru_cache(maxsize=1)
def consultation_words() -> ConsultationWords:
    """Read the words."""
    return build(ConsultationWords, read_toml(templates_folder() / FILE, name=FILE))
