"""A baseline: what is known of drafts, written for people and read strictly."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.errors import DataError, UsageError
from auditor.records import Statement
from auditor.report.gaps.baseline import (
    Baseline,
    KnownDocument,
    know,
    path_from,
    read_baseline,
    write_baseline,
)
from auditor.report.gaps.falls import find_falls
from auditor.report.gaps.gap import Gap, find_gaps
from auditor.report.story.audit_story import tell
from auditor.report.view import view_of
from auditor.report.views.audit import AuditView
from tests.builders import audit, excluded, explicit, rubric, rules, statement

MENTION = explicit("Babies can be seen.", strength=1, criteria=("access",))
LIMIT = excluded("CAMHS is for those aged 5 to 18.")


def made(statements: Iterable[Statement]) -> tuple[AuditView, tuple[Gap, ...]]:
    """Audit a few statements and find their gaps."""
    one = audit(statements)
    view = view_of(one, rules())
    return view, find_gaps(tell(view, rubric()), one)


def new_gaps(known: Iterable[Statement], now: Iterable[Statement]) -> list[str]:
    """Name the gaps of one draft that were not known of another."""
    document = know("plan.md", *made(known))
    return [gap.id for gap in made(now)[1] if not document.has(gap)]


def test_known_gaps_are_known() -> None:
    """The same draft has nothing new."""
    assert new_gaps([MENTION, LIMIT], [MENTION, LIMIT]) == []


def test_a_gap_that_was_closed_and_one_that_shrank_are_no_news() -> None:
    """Better is never new."""
    promise = explicit("We will see babies.", strength=3, criteria=("access",))
    assert new_gaps([MENTION, LIMIT], [promise, MENTION]) == []


def test_a_question_that_falls_and_another_limit_are_new() -> None:
    """From a mention to silence; a limit in other words."""
    assert new_gaps([MENTION], [statement()]) == ["access"]
    other = excluded("Referrals are accepted from the age of eight.")
    assert new_gaps([LIMIT], [LIMIT, other]) == ["leaves-babies-out"]


def test_a_limit_in_other_typography_is_the_same() -> None:
    """A dash or a space more changes nothing."""
    spaced = excluded("CAMHS is for those aged 5  to 18")
    assert new_gaps([LIMIT], [spaced]) == []


def test_a_document_that_is_not_named_has_only_new_gaps() -> None:
    """Nothing is known of it."""
    _, gaps = made([MENTION])
    assert not any(Baseline().of("other.md").has(gap) for gap in gaps)


def test_falls_that_a_baseline_was_written_after_are_excused() -> None:
    """Someone looked, and accepted; a further fall is not."""
    promise = [explicit(f"We will see {n} babies.", strength=3, criteria=("access",)) for n in "ab"]
    old, _ = made(promise)
    now, gaps = made([MENTION, LIMIT])
    known = know("plan.md", now, gaps)
    falls = find_falls(old, now, rubric())
    assert {one.what for one in falls} == {"answer", "score", "question", "limit"}
    assert all(known.excuses(one, now, rubric()) for one in falls)
    worse, _ = made([excluded("Help is for those aged 8 to 18.")])
    later = find_falls(old, worse, rubric())
    assert not any(known.excuses(one, worse, rubric()) for one in later if one.id == "access")
    assert not any(known.excuses(one, worse, rubric()) for one in later if one.what == "answer")


texts = st.text(st.characters(exclude_categories=("Cs",)), max_size=40)
documents = st.builds(
    KnownDocument,
    path=texts,
    answer=st.sampled_from([one.id for one in rubric().verdict]),
    score=st.floats(0, 100),
    leaves_out=st.lists(texts.map(lambda text: " ".join(text.split())), max_size=3).map(tuple),
    levels=st.dictionaries(
        st.sampled_from([one.id for one in rubric().criteria]), st.integers(0, 2), max_size=4
    ),
)


@settings(deadline=None)
@given(st.lists(documents, max_size=3, unique_by=lambda one: one.path).map(tuple))
def test_whatever_is_written_is_read_again(known: tuple[KnownDocument, ...]) -> None:
    """Quotes, backslashes and controls in a passage stand it."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "gaps.toml"
        write_baseline(path, Baseline(known))
        assert read_baseline(path) == Baseline(known)


def test_a_document_is_known_anew_and_others_stay() -> None:
    """In the order of their paths."""
    first = (
        Baseline()
        .with_document(KnownDocument("b", "absent"))
        .with_document(KnownDocument("a", "absent"))
    )
    later = first.with_document(KnownDocument("b", "measured"))
    assert [(one.path, one.answer) for one in later.document] == [
        ("a", "absent"),
        ("b", "measured"),
    ]


def test_a_path_is_told_from_the_folder_of_the_baseline(tmp_path: Path) -> None:
    """The same wherever the repository lies; elsewhere the name alone."""
    assert path_from(tmp_path / "gaps.toml", tmp_path / "plans" / "a.md") == "plans/a.md"
    assert path_from(tmp_path / "x" / "gaps.toml", tmp_path / "a.md") == "a.md"


def test_a_baseline_that_is_missing_or_wrong_is_told_with_its_remedy(tmp_path: Path) -> None:
    """The option that writes it; the line that is wrong."""
    with pytest.raises(UsageError, match="--write-baseline"):
        read_baseline(tmp_path / "none.toml")
    (tmp_path / "gaps.toml").write_text('[[document]]\npath = "a"\nanswer = "absent"\nlevel = 1\n')
    with pytest.raises(DataError, match=r"gaps\.toml:4:1"):
        read_baseline(tmp_path / "gaps.toml")
