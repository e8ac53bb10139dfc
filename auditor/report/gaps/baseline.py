"""Gaps that are known: a file that a gate on drafts reads, so that only new ones fail."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from auditor.errors import UsageError
from auditor.report.data.toml_text import toml_text
from auditor.report.files import write_whole
from auditor.report.gaps.falls import Fall
from auditor.report.gaps.gap import Gap, plain_words
from auditor.report.gaps.words import gap_words
from auditor.report.views.audit import AuditView
from auditor.rules.positions import build, read_toml
from auditor.rules.rubric import Rubric

NO_SCORE = -1.0


@dataclass(frozen=True, slots=True)
class KnownDocument:
    """What is known of one document."""

    path: str
    """From the folder of the baseline, with slashes."""
    answer: str
    """The id of the verdict."""
    score: float = NO_SCORE
    leaves_out: tuple[str, ...] = ()
    """Passages that leave babies out."""
    levels: Mapping[str, int] = field(default_factory=dict)
    """How far each question came that is not met."""

    def has(self, gap: Gap) -> bool:
        """True if a gap is known; one that has grown is new."""
        if gap.level is not None:
            return gap.level >= self.levels.get(gap.id, gap.level + 1)
        return gap.says is not None and self._leaves_out(gap.says.text)

    def _leaves_out(self, passage: str) -> bool:
        return plain_words(passage) in map(plain_words, self.leaves_out)

    def excuses(self, fall: Fall, view: AuditView, rubric: Rubric) -> bool:
        """True if the baseline was written when the document had fallen as far."""
        if fall.what == "limit":
            return self._leaves_out(fall.passage)
        if fall.what == "question":
            levels = {one["id"]: one["level"] or 0 for one in view["criteria"]}
            return levels[fall.id] >= self.levels.get(fall.id, levels[fall.id] + 1)
        if fall.what == "score":
            return _score(view) >= self.score
        ranks = [*(rule.id for rule in rubric.verdict), rubric.cannot_tell.id]
        return self.answer in ranks and ranks.index(view["verdict"]) <= ranks.index(self.answer)


@dataclass(frozen=True, slots=True)
class Baseline:
    """Every document of which gaps are known."""

    document: tuple[KnownDocument, ...] = ()

    def of(self, path: str) -> KnownDocument:
        """Return what is known of a document; nothing, where it is not named."""
        nothing = KnownDocument(path, "")
        return next((one for one in self.document if one.path == path), nothing)

    def with_document(self, known: KnownDocument) -> Baseline:
        """Return a baseline that knows a document anew, in the order of the paths."""
        others = [one for one in self.document if one.path != known.path]
        return Baseline(tuple(sorted([*others, known], key=lambda one: one.path)))


def read_baseline(path: Path) -> Baseline:
    """Read a baseline.

    Raises:
        UsageError: there is no such file.
        DataError: the file has a mistake; its place names line and column.

    """
    if not path.is_file():
        raise UsageError(
            "no such baseline", place=str(path), remedy=f"Write it with --write-baseline {path}."
        )
    return build(Baseline, read_toml(path, name=str(path)))


def write_baseline(path: Path, baseline: Baseline) -> None:
    """Write a baseline, for people to read and edit."""
    text = "\n".join(_lines(baseline)) + "\n"
    write_whole(path, text.encode("utf-8", "replace"))


def know(path: str, view: AuditView, gaps: Iterable[Gap]) -> KnownDocument:
    """Gather what an audit shows of a document, to be known from now on."""
    found = tuple(gaps)
    passages = sorted({one.says.text for one in found if one.leaves_out and one.says})
    levels = {one.id: one.level for one in found if one.level is not None}
    return KnownDocument(path, view["verdict"], _score(view), tuple(passages), levels)


def _score(view: AuditView) -> float:
    score = view["score"]["value"]
    return NO_SCORE if score is None else score


def path_from(baseline: Path, document: Path) -> str:
    """Return the name of a document from the folder of a baseline; by its name alone where it lies elsewhere."""
    folder, file = baseline.resolve().parent, document.resolve()
    return file.relative_to(folder).as_posix() if file.is_relative_to(folder) else file.name


def _lines(baseline: Baseline) -> Iterator[str]:
    for line in gap_words().gate["baseline_head"].splitlines():
        yield f"# {line}"
    for one in baseline.document:
        yield from ("", "[[document]]")
        yield f"path = {toml_text(one.path)}"
        yield f"answer = {toml_text(one.answer)}"
        if one.score != NO_SCORE:
            yield f"score = {one.score}"
        if one.leaves_out:
            yield "leaves_out = ["
            yield from (f"  {toml_text(' '.join(passage.split()))}," for passage in one.leaves_out)
            yield "]"
        yield "[document.levels]"
        yield from (f"{id} = {level}" for id, level in sorted(one.levels.items()))
