"""Everything an audit goes by: the word lists and the rubric, read and checked."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from auditor.lexicon import Lexicon, read_lexicon
from auditor.resources import lexicons_folder, rubric_file
from auditor.rubric import Rubric, read_rubric


@dataclass(frozen=True, slots=True)
class Rules:
    """The word lists and the rubric of an audit; picklable, read once a process."""

    lexicon: Lexicon
    rubric: Rubric

    @classmethod
    def read(cls, lexicons: Path | None = None, rubric: Path | None = None) -> Rules:
        """Read the rules shipped with the auditor, or the ones chosen.

        Raises:
            DataError: a file has a mistake; its place names file, line and column.
            UsageError: a folder or file does not exist.

        """
        return cls(read_lexicon(lexicons_folder(lexicons)), read_rubric(rubric_file(rubric)))

    @property
    def criterion_ids(self) -> tuple[str, ...]:
        """The ids of the criteria, in the order of the rubric."""
        return tuple(criterion.id for criterion in self.rubric.criteria)
