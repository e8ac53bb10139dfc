"""The margin of OpenDocument texts: comments on the right words, nothing else changed."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from auditor.document.margin.marks import Hand, Mark, Suggestion
from auditor.document.margin.opening import OpenFile, has_margin, open_file
from auditor.document.office.opendocument.names import OFFICE, TEXT
from auditor.document.office.package import parse_xml
from auditor.errors import DocumentError, UsageError
from tests.document.office.files import ODF_NAMESPACES, odf, odt

HAND = Hand("auditor", "au")
WORDS = "from age five"
NOTE = (
    '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
    "<text:note-body><text:p>{}</text:p></text:note-body></text:note>"
)
BOX = "<draw:frame><draw:text-box><text:p>{}</text:p></draw:text-box></draw:frame>"
CHANGES = (
    '<text:tracked-changes><text:changed-region text:id="ct1"><text:insertion><office:change-info>'
    "<dc:creator>Ann</dc:creator><dc:date>2026-01-02T03:04:05</dc:date></office:change-info>"
    "</text:insertion></text:changed-region></text:tracked-changes>"
)
BODIES: dict[str, tuple[str, str]] = {
    "plain": (f"<text:p>We see children {WORDS}.</text:p>", WORDS),
    "spans": (
        "<text:p>We see <text:span>children from</text:span> age <text:span>fi</text:span>ve.</text:p>",
        WORDS,
    ),
    "blanks": (
        '<text:p>We see<text:s text:c="3"/>children from\n age<text:tab/>five.</text:p>',
        WORDS,
    ),
    "link": (f'<text:p>We see <text:a xlink:href="x">children {WORDS}</text:a>.</text:p>', WORDS),
    "list": (
        f"<text:list><text:list-item><text:p>Children {WORDS}</text:p></text:list-item></text:list>",
        WORDS,
    ),
    "table": (
        "<table:table><table:table-row><table:table-cell><text:p>Who</text:p></table:table-cell>"
        f"<table:table-cell><text:p>Children {WORDS}</text:p></table:table-cell></table:table-row>"
        "</table:table>",
        WORDS,
    ),
    "note": (
        f"<text:p>We see children{NOTE.format(f'Those {WORDS}.')}.</text:p>",
        f"1Those {WORDS}.",
    ),
    "box": (
        f"<text:p>See.{BOX.format(f'We see those {WORDS}.')}</text:p>",
        f"We see those {WORDS}.",
    ),
    "comments of others": (
        "<text:p>We see <office:annotation office:name='__1'><dc:creator>Ann</dc:creator>"
        f"<text:p>Sure?</text:p></office:annotation>children {WORDS}"
        "<office:annotation-end office:name='__1'/>.</text:p>",
        WORDS,
    ),
    "insertion": (
        f'{CHANGES}<text:p>We see children <text:change-start text:change-id="ct1"/>only {WORDS}'
        '<text:change-end text:change-id="ct1"/>.</text:p>',
        WORDS,
    ),
}
bodies = pytest.mark.parametrize(("body", "held"), BODIES.values(), ids=BODIES.keys())


def opened(content: bytes, folder: Path, name: str = "draft.odt") -> OpenFile:
    """Put a draft into a folder and open it."""
    (folder / name).write_bytes(content)
    return open_file(folder / name)


def content_of(data: bytes) -> Any:
    """Return the tree of a file's content."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return parse_xml(archive.read("content.xml"))


def mark_on(file: OpenFile, words: str = WORDS, suggestion: Suggestion | None = None) -> Mark:
    """Return a mark on words of a file."""
    start = file.text.index(words)
    return Mark(start, start + len(words), ("A limit.", "Write: from birth"), suggestion)


def held_words(tree: Any) -> str:
    """Return the letters between the marks of our comment."""
    text, inside = "", False
    names = [one.get(f"{OFFICE}name") or "" for one in tree.iter(f"{OFFICE}annotation")]
    ours = next(one for one in names if one.startswith("auditor"))
    for each in _events(tree):
        if isinstance(each, str):
            text += each if inside else ""
        elif each.get(f"{OFFICE}name") == ours:
            inside = not inside
    return " ".join(text.split())


def _events(element: Any) -> Any:
    """Give marks and letters in their order; what a comment says is none."""
    if element.tag in (f"{OFFICE}annotation", f"{OFFICE}annotation-end"):
        yield element
        return
    yield " " if element.tag in (f"{TEXT}s", f"{TEXT}tab") else element.text or ""
    for child in element:
        yield from _events(child)
        yield child.tail or ""


@bodies
def test_a_comment_sits_on_its_words(body: str, held: str, tmp_path: Path) -> None:
    """Around the note or box that holds them, else exactly on them."""
    file = opened(odt(body), tmp_path)
    content = file.write([mark_on(file)], HAND)
    assert held_words(content_of(content)) == held
    assert opened(content, tmp_path, "new.odt").text == file.text


@bodies
def test_a_suggestion_is_a_change_that_can_be_rejected(
    body: str, held: str, tmp_path: Path
) -> None:
    """It is registered in the file's list of changes; notes and boxes take none."""
    file = opened(odt(body), tmp_path)
    end = file.text.index(WORDS) + len(WORDS)
    suggestion = Suggestion(end, " or from birth", "after")
    assert file.margin.takes(suggestion) == (held == WORDS)
    if file.margin.takes(suggestion):
        content = file.write([mark_on(file, suggestion=suggestion)], HAND)
        assert opened(content, tmp_path, "new.odt").text == file.text.replace(
            WORDS, f"{WORDS} or from birth"
        )
        changed = [
            one.get(f"{TEXT}id") for one in content_of(content).iter(f"{TEXT}changed-region")
        ]
        assert changed[-1].startswith("auditor")


def test_other_parts_keep_their_bytes(tmp_path: Path) -> None:
    """The mimetype stays first, and only the content is written anew."""
    file = opened(odt(BODIES["plain"][0]), tmp_path)
    with (
        zipfile.ZipFile(tmp_path / "draft.odt") as old,
        zipfile.ZipFile(BytesIO(file.write([mark_on(file)], HAND))) as new,
    ):
        assert new.namelist() == old.namelist()
        assert [n for n in old.namelist() if old.read(n) != new.read(n)] == ["content.xml"]


def test_a_flat_file_is_marked_as_well(tmp_path: Path) -> None:
    """A file that is one tree, without a zip around it."""
    flat = (
        f'<office:document {ODF_NAMESPACES} office:mimetype="application/vnd.oasis.opendocument.text">'
        f"<office:body><office:text>{BODIES['plain'][0]}</office:text></office:body></office:document>"
    )
    file = opened(flat.encode(), tmp_path, "draft.fodt")
    assert held_words(parse_xml(file.write([mark_on(file)], HAND))) == WORDS


def test_a_marked_file_can_be_marked_again(tmp_path: Path) -> None:
    """Names of earlier marks are not used twice."""
    file = opened(odt(BODIES["plain"][0]), tmp_path)
    again = opened(file.write([mark_on(file)], HAND), tmp_path, "again.odt")
    tree = content_of(again.write([mark_on(again, "children")], HAND))
    names = [one.get(f"{OFFICE}name") for one in tree.iter(f"{OFFICE}annotation")]
    assert len(names) == len(set(names)) == 2


def test_what_is_no_text_has_no_margin(tmp_path: Path) -> None:
    """Slides and sheets, and kinds without comments, are refused."""
    with pytest.raises(UsageError, match="can be marked"):
        opened(odf("presentation", "<draw:page/>"), tmp_path, "slides.odp")
    (tmp_path / "plan.md").write_text("# A plan")
    with pytest.raises(UsageError, match="can be marked"):
        open_file(tmp_path / "plan.md")
    assert not has_margin(tmp_path / "plan.md")
    assert has_margin(tmp_path / "slides.odp")


def test_a_signed_file_is_left_alone(tmp_path: Path) -> None:
    """A comment would break the signature."""
    signed = odt(BODIES["plain"][0], raw={"META-INF/documentsignatures.xml": "<x/>"})
    with pytest.raises(DocumentError, match="signed"):
        opened(signed, tmp_path)
