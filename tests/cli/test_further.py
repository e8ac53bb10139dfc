"""What is made beside the report is refused before anything is read, or written whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.cli.further import Further, check_further, write_charts
from auditor.errors import UsageError
from auditor.report.story.imprint import PLAIN
from auditor.report.view import view_of
from tests.builders import rich_audit, rules


@pytest.mark.parametrize(
    ("further", "documents", "said"),
    [
        (Further(None, False, Path("pack.zip"), None), 2, "make one file"),
        (Further(None, True, None, None), 1, "--suggest needs a marked copy"),
        (Further(Path("marked.pdf"), False, None, None), 1, "a marked copy of a .docx file"),
    ],
)
def test_contradictions_are_found_first(
    further: Further, documents: int, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One file for several documents, a suggestion without a copy, a copy of another kind."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError, match=said):
        check_further(further, [Path("draft.docx")] * documents, documents)
    assert not list(tmp_path.iterdir())


def test_a_folder_for_charts_is_made(tmp_path: Path) -> None:
    """And the charts are written into it by the name of the document."""
    charts = tmp_path / "charts"
    check_further(Further(None, False, None, charts), [Path("plan.pdf")], 1)
    write_charts(charts, "plan", view_of(rich_audit(), rules()), rules(), PLAIN)
    assert {path.suffix for path in charts.iterdir()} == {".svg", ".png"}
    assert all(path.name.startswith("plan-") for path in charts.iterdir())
