"""One audit in the page, its downloads, comparisons, and the rules behind it."""

from __future__ import annotations

import io
import json
import re
import zipfile
from importlib.util import find_spec

import pikepdf
import pytest

from auditor.report.formats import FORMATS, render
from auditor.report.story.audit_story import deciding_ids
from auditor.report.view import view_of
from tests.builders import audit, explicit, rich_audit, rules, statement
from tests.serve.conftest import Page

NEEDS = {"pdf": "typst", "docx": "docxtpl", "xlsx": "xlsxwriter"}


@pytest.mark.parametrize("name", list(FORMATS))
def test_every_format_is_the_one_that_the_command_line_writes(page: Page, name: str) -> None:
    """A download has the same bytes as `auditor audit` makes."""
    if name in NEEDS and find_spec(NEEDS[name]) is None:
        pytest.skip("an optional part is not installed")
    id = page.keep()
    answer = page.get(f"/audits/{id}/download/{name}")
    made = rich_audit()
    assert answer.status_code == 200
    assert answer.data == render(name, view_of(made, rules()), made, rules())
    assert f"plan-audit{FORMATS[name].ending}" in answer.headers["Content-Disposition"]


def test_the_report_in_the_page_runs_nothing(page: Page) -> None:
    """The frame's own policy allows its style sheet alone, in a sandbox without scripts."""
    policy = page.get(f"/audits/{page.keep()}/report").headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy and "script-src" not in policy
    assert "sandbox" in policy and "allow-scripts" not in policy


def test_a_name_cannot_break_the_header_of_a_download(page: Page) -> None:
    """Quotes and line ends in a name stay inside the name."""
    id = page.keep(audit([explicit()], name='pl"an;\r\nX-Evil: 1 é.pdf'))
    headers = page.get(f"/audits/{id}/download/json").headers
    assert "X-Evil" not in headers
    assert "filename*=UTF-8''pl%22an" in headers["Content-Disposition"]


def test_two_versions_are_compared(page: Page) -> None:
    """The comparison stands in the page and can be downloaded."""
    old = page.keep(audit([explicit("Babies matter.", strength=1)], title="Draft"))
    new = page.keep(audit([explicit("We will fund a team for babies.", strength=3)], title="Final"))
    choice = page.get(f"/compare?how=two&audit={old}&audit={new}")
    assert choice.headers["Location"] == f"/versions?old={old}&new={new}"
    assert page.get(choice.headers["Location"]).status_code == 200
    changes = page.get(f"/versions/changes?old={old}&new={new}")
    assert "We will fund a team for babies." in re.sub("<[^>]+>", "", changes.text)
    begins = {"html": b"<!DOCTYPE html>", "md": b"# ", "pdf": b"%PDF-", "docx": b"PK"}
    for form, sign in begins.items():
        made = page.get(f"/versions/download/{form}?old={old}&new={new}")
        assert made.data.lstrip().startswith(sign), form
    data = json.loads(page.get(f"/versions/download/json?old={old}&new={new}").data)
    assert data["counts"]["gained"] + data["counts"]["strengthened"] >= 1


@pytest.mark.parametrize("count", [0, 1, 3])
def test_two_versions_means_two(page: Page, count: int) -> None:
    """Any other number is told plainly."""
    ids = "".join(f"&audit={page.keep()}" for _ in range(count))
    answer = page.get(f"/compare?how=two{ids}")
    assert answer.status_code == 422 and "exactly two" in answer.text


def test_many_documents_stand_side_by_side(page: Page) -> None:
    """The table of many can be read in the page and downloaded."""
    ids = [page.keep(audit([explicit()], name=f"{letter}.pdf")) for letter in "abc"]
    query = "&".join(f"audit={id}" for id in ids)
    screen = page.get(f"/side-by-side?{query}")
    assert "3 documents side by side" in screen.text
    table = page.get(f"/side-by-side/table?{query}")
    assert all(f"{letter}.pdf" in table.text for letter in "abc")
    assert "sandbox allow-scripts" in table.headers["Content-Security-Policy"]
    csv = page.get(f"/side-by-side/download/csv?{query}")
    assert csv.data.decode("utf-8-sig").count("\n") == 4


def test_the_questions_can_be_read(page: Page) -> None:
    """Each question stands there with its levels and its weight."""
    text = page.get("/rubric").text
    for one in rules().rubric.criteria:
        assert f'id="q-{one.id}"' in text


def test_unknown_things_are_not_found(page: Page) -> None:
    """An id that was never given, or a format that is none, gets 404."""
    id = page.keep()
    for path in (
        "/audits/none",
        f"/audits/{id}/download/exe",
        f"/audits/{id}/kept/other",
        f"/audits/{id}/pages/99.png",
        f"/audits/{id}/review/s9999",
        f"/audits/{id}/questions/none",
        "/side-by-side",
        "/versions?old=x&new=y",
    ):
        assert page.get(path).status_code == 404, path


@pytest.mark.parametrize(
    ("name", "ending"),
    [
        ("annotated-docx", ".docx"),
        ("annotated-odt", ".odt"),
    ],
)
def test_what_was_kept_can_be_downloaded(page: Page, name: str, ending: str) -> None:
    """The audit's page offers each file that was kept, under a name of its own kind."""
    id = page.keep()
    page.state.history.keep_file(id, name, b"made")
    assert f'data-format="{name}"' in page.get(f"/audits/{id}").text
    answer = page.get(f"/audits/{id}/kept/{name}")
    assert answer.data == b"made"
    assert re.search(rf"filename=\"plan-\w+\{ending}\"", answer.headers["Content-Disposition"])


def blank(pages: int) -> bytes:
    """Make a PDF of empty pages."""
    pdf, buffer = pikepdf.new(), io.BytesIO()
    for _ in range(pages):
        pdf.add_blank_page(page_size=(595, 842))
    pdf.save(buffer)
    return buffer.getvalue()


def test_pack_and_marked_copy_have_people_s_decisions_in_them(page: Page) -> None:
    """They are made when they are asked for, from the copy that is kept."""
    id, pages = page.keep(), len(rich_audit().document.pages)
    copy = blank(pages)
    page.state.history.keep_file(id, "annotated", copy)
    assert page.get(f"/audits/{id}/kept/annotated").data == copy
    data = {"choice": "reject", "reviewer": "A. Okafor", "reason": "It is a name only."}
    page.post(f"/audits/{id}/review/s0004", data)
    page.post(f"/audits/{id}/imprint", {"author": "A charity"})
    named = []
    with pikepdf.open(io.BytesIO(page.get(f"/audits/{id}/kept/annotated").data)) as pdf:
        for one in pdf.pages:
            named += [str(mark.get("/NM", "")) for mark in one.obj.get("/Annots", [])]
    assert "key" in named and "s0005-1" in named and "s0004-1" not in named
    with zipfile.ZipFile(io.BytesIO(page.get(f"/audits/{id}/kept/pack").data)) as pack:
        audit_in_it = json.loads(pack.read("audit.json"))
        assert audit_in_it["reviews"]["reviewers"] == ["A. Okafor"]
        assert "A charity" in pack.read("summary.txt").decode("utf-8-sig")
        assert pack.read("annotated.pdf").startswith(b"%PDF-")


def test_the_marked_copy_is_checked_when_the_report_is(page: Page) -> None:
    """Not by one decision, but by one on every statement that the answer rests on."""
    id = page.keep()
    page.state.history.keep_file(id, "annotated", blank(len(rich_audit().document.pages)))
    view = page.state.history.find_view(id)
    assert view is not None
    deciding = deciding_ids(view)
    assert len(deciding) > 1
    said = []
    for one in deciding:
        page.post(f"/audits/{id}/review/{one}", {"choice": "accept", "reviewer": "A"})
        with pikepdf.open(io.BytesIO(page.get(f"/audits/{id}/kept/annotated").data)) as pdf:
            notes = pdf.pages[0].obj["/Annots"]
            key = next(note for note in notes if str(note.get("/NM")) == "key")
            copy, report = str(key["/Contents"]), page.get(f"/audits/{id}/download/md").text
        said.append(("Not yet checked" in copy, "Not yet checked" in report))
    assert said == [*[(True, True)] * (len(deciding) - 1), (False, False)]


def test_a_pack_says_why_it_has_no_marked_copy(page: Page) -> None:
    """The reason is kept when the document is audited."""
    id = page.keep()
    page.state.history.keep_file(id, "refused", b"only a PDF can be highlighted")
    assert page.get(f"/audits/{id}/kept/annotated").status_code == 404
    with zipfile.ZipFile(io.BytesIO(page.get(f"/audits/{id}/kept/pack").data)) as pack:
        assert "only a PDF can be highlighted" in pack.read("contents.txt").decode("utf-8-sig")


def test_a_plan_and_its_report_are_compared(page: Page) -> None:
    """What was promised, what is reported, in the page and as a file."""
    others = [statement(f"Teenagers of ward {n} asked for clubs.") for n in range(12)]
    promise = explicit("We will fund a team for babies.", strength=3)
    told = explicit("The team for babies was funded.", strength=2)
    old, new = page.keep(audit([promise, *others])), page.keep(audit([told, *others]))
    chosen = f"old={old}&new={new}&progress=1"
    assert "What a plan promised babies" in page.get(f"/versions?{chosen}").text
    assert "Promised, and reported on (1)" in page.get(f"/versions/changes?{chosen}").text
    assert "Promised" in page.get(f"/versions/download/md?{chosen}").text
