"""What a worker of the page makes of a document beside its audit."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.serve.jobs.child import make_auditor
from auditor.serve.jobs.messages import Download, ToAudit
from tests.document.margin.drafts import package
from tests.document.office.files import odt, para

TEXT = "We accept referrals of children from age 5."


@pytest.mark.parametrize(
    ("file", "content", "kept"),
    [
        ("draft.docx", package(para(TEXT)), {"annotated-docx"}),
        ("draft.odt", odt(f"<text:p>{TEXT}</text:p>"), {"annotated-odt"}),
        ("plan.md", TEXT.encode(), {"refused"}),
    ],
)
def test_a_draft_comes_back_with_its_comments(
    file: str, content: bytes, kept: set[str], tmp_path: Path
) -> None:
    """A marked copy is kept of what has a margin; of what has none, why there is none."""
    (tmp_path / file).write_bytes(content)
    sent: list[object] = []
    make_auditor((None, None))(ToAudit((tmp_path / file,), "auto", "off"), sent.append)
    made = {one.name: one.content for one in sent if isinstance(one, Download)}
    assert made.keys() == kept
    assert all(made[name].startswith(b"PK") or name == "refused" for name in kept)
