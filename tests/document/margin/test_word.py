"""The margin of Word files: comments on the right words, nothing else changed."""

from __future__ import annotations

import zipfile
from collections import Counter
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any, Literal

import pytest
from lxml import etree

from auditor.document.margin.marks import Hand, Mark, Suggestion
from auditor.document.margin.opening import OpenFile, open_file
from auditor.document.office.package import Package
from auditor.errors import DocumentError
from tests.document.margin.drafts import DRAFTS, INTRO, WORDS, Draft, package
from tests.document.office.files import W, para

HAND = Hand("auditor", "au")
COMMENT = ("An age limit leaves babies out.", "You could write: “from birth”")
made = pytest.mark.parametrize("make", DRAFTS, ids=lambda make: make.__name__)


def opened(content: bytes, folder: Path) -> OpenFile:
    """Put a draft into a folder and open it."""
    path = folder / "draft.docx"
    path.write_bytes(content)
    return open_file(path)


def commented(draft: Draft, folder: Path) -> bytes:
    """Return a draft with a comment on its words."""
    file = opened(draft.content, folder)
    start = file.text.index(WORDS)
    assert file.margin.holds(start, start + len(WORDS))
    return file.write([Mark(start, start + len(WORDS), COMMENT)], HAND)


def suggested(
    draft: Draft, folder: Path, side: Literal["before", "after"] = "after"
) -> bytes | None:
    """Return a draft with words suggested beside its words; None where none can stand."""
    file = opened(draft.content, folder)
    start = file.text.index(WORDS)
    at = start if side == "before" else start + len(WORDS)
    suggestion = Suggestion(at, " or from birth", side)
    if not file.margin.takes(suggestion):
        return None
    return file.write([Mark(start, start + len(WORDS), COMMENT, suggestion)], HAND)


def main_tree(content: bytes) -> Any:
    """Return the tree of a Word file's body, the names of the strict standard made usual."""
    package = Package(content)
    name = next(n for n in package.names if n in ("word/document.xml", "word/main7.xml"))
    return package.read_tree(name)


def raw_text(tree: Any) -> str:
    """Return every letter of a body, deleted ones too, whatever it is wrapped in."""
    return "".join(each.text or "" for each in tree.iter(f"{{{W}}}t", f"{{{W}}}delText"))


def held_words(tree: Any, id: str) -> str:
    """Return the letters between the marks of a comment, deleted ones left out."""
    text, inside = "", False
    for each in tree.iter():
        if each.tag == f"{{{W}}}commentRangeStart" and each.get(f"{{{W}}}id") == id:
            inside = True
        elif each.tag == f"{{{W}}}commentRangeEnd" and each.get(f"{{{W}}}id") == id:
            return " ".join(text.replace("\xa0", " ").split())
        elif inside and each.tag == f"{{{W}}}t":
            text += each.text or ""
    raise AssertionError(f"comment {id} has no marks")


def comments_of(content: bytes) -> dict[str, list[str]]:
    """Return the paragraphs of every comment of a Word file, by its id."""
    package = Package(content)
    found = {}
    for name in package.names:
        if name.startswith("word/comments"):
            for one in package.read_tree(name).iter(f"{{{W}}}comment"):
                found[one.get(f"{{{W}}}id")] = ["".join(p.itertext()) for p in one]
    return found


def new_comment(draft: Draft, content: bytes) -> str:
    """Return the id of the comment that was added."""
    (id,) = comments_of(content).keys() - comments_of(draft.content).keys()
    return str(id)


@made
def test_a_comment_sits_on_its_words(make: Callable[[], Draft], tmp_path: Path) -> None:
    """Whatever the words are wrapped in; around it where a box, note or field holds them."""
    draft = make()
    content = commented(draft, tmp_path)
    id = new_comment(draft, content)
    assert comments_of(content)[id] == list(COMMENT)
    tree = main_tree(content)
    assert held_words(tree, id) == draft.held
    shown = [one.get(f"{{{W}}}id") for one in tree.iter(f"{{{W}}}commentReference")]
    assert shown.count(id) == 1


@made
def test_the_words_of_the_file_stay_as_they_are(make: Callable[[], Draft], tmp_path: Path) -> None:
    """Every letter of the body is where it was, deleted and moved ones too."""
    draft = make()
    before, after = main_tree(draft.content), main_tree(commented(draft, tmp_path))
    assert raw_text(after) == raw_text(before)


@made
def test_all_else_survives(make: Callable[[], Draft], tmp_path: Path) -> None:
    """Revisions, fields, controls, notes, boxes and styles: every other element is still there."""
    draft = make()
    before, after = main_tree(draft.content), main_tree(commented(draft, tmp_path))
    ours = ("commentRangeStart", "commentRangeEnd", "commentReference", "r", "t", "rPr")
    counts = [
        Counter(
            etree.QName(one).localname
            for one in tree.iter("*")
            if etree.QName(one).localname not in ours
            and one.getparent() is not None
            and one.getparent().tag != f"{{{W}}}rPr"
        )
        for tree in (before, after)
    ]
    assert counts[0] == counts[1]


@made
def test_other_parts_keep_their_bytes(make: Callable[[], Draft], tmp_path: Path) -> None:
    """Only the body, the comments and what tells of them are written anew."""
    draft = make()
    with (
        zipfile.ZipFile(BytesIO(draft.content)) as old,
        zipfile.ZipFile(BytesIO(commented(draft, tmp_path))) as new,
    ):
        changed = {name for name in old.namelist() if old.read(name) != new.read(name)}
        assert new.namelist()[: len(old.namelist())] == old.namelist()
    told = {"[Content_Types].xml", "word/document.xml", "word/main7.xml", "word/comments.xml"}
    assert changed <= told | {"word/_rels/document.xml.rels"}


@made
def test_a_suggestion_is_a_tracked_insertion(make: Callable[[], Draft], tmp_path: Path) -> None:
    """Rejected, it leaves the file as it was; fields, boxes, notes and choices take none."""
    draft = make()
    content = suggested(draft, tmp_path)
    closed = ("with_footnote", "with_text_box", "with_choice", "with_field", "with_wrappers")
    assert (content is None) == (make.__name__ in closed)
    if content is None:
        return
    tree = main_tree(content)
    ours = [i for i in tree.iter(f"{{{W}}}ins") if i.get(f"{{{W}}}author") == "auditor"]
    assert ["".join(one.itertext()).strip() for one in ours] == ["or from birth"]
    assert all(one.getparent().tag not in (f"{{{W}}}ins", f"{{{W}}}moveTo") for one in ours)
    ids = [one.get(f"{{{W}}}id") for one in tree.iter(f"{{{W}}}ins", f"{{{W}}}del")]
    assert len(ids) == len(set(ids))
    ours[0].getparent().remove(ours[0])
    assert raw_text(tree) == raw_text(main_tree(draft.content))


def findings(content: bytes, path: Path) -> Counter[str]:
    """Return what a validator has against a file: schema, relations, content types."""
    from openxml_audit import FileFormat, OpenXmlValidator

    path.write_bytes(content)
    result = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(path)
    return Counter(f"{one.part_uri}: {one.description}" for one in result.errors)


@made
def test_a_marked_file_passes_the_schema_as_the_file_did(
    make: Callable[[], Draft], tmp_path: Path
) -> None:
    """Marks add nothing that the schema forbids, neither comments nor insertions."""
    draft = make()
    known = findings(draft.content, tmp_path / "old.docx")
    for content in (commented(draft, tmp_path), suggested(draft, tmp_path)):
        if content is not None:
            assert not findings(content, tmp_path / "new.docx") - known


def test_the_validator_sees_what_the_schema_forbids(tmp_path: Path) -> None:
    """What the test above rests on: an element in the wrong place, or of no known name."""
    right = package(para(INTRO))
    for wrong in ("<w:p><w:r><w:t>x</w:t><w:rPr/></w:r></w:p>", "<w:p><w:inz/></w:p>"):
        found = findings(package(wrong), tmp_path / "wrong.docx")
        assert found - findings(right, tmp_path / "right.docx")


@made
def test_a_marked_file_opens_again(make: Callable[[], Draft], tmp_path: Path) -> None:
    """python-docx reads it, and finds the comment."""
    from docx import Document

    draft = make()
    if make.__name__ in ("in_the_strict_standard", "as_a_template"):
        return
    content = commented(draft, tmp_path)
    texts = [one.text for one in Document(BytesIO(content)).comments]
    assert "\n".join(COMMENT) in texts


def test_the_same_file_gives_the_same_bytes(tmp_path: Path) -> None:
    """No date, no chance."""
    draft = DRAFTS[0]()
    assert commented(draft, tmp_path) == commented(draft, tmp_path)


def test_many_marks_in_one_paragraph_each_sit_on_their_own_words(tmp_path: Path) -> None:
    """Marks that touch, overlap and stand in each other."""
    file = opened(package(para("One two three four five six.")), tmp_path)
    wanted = ["One two", "two three", "three", "four", "five six.", "One two three four five six."]
    marks = [Mark(at := file.text.index(one), at + len(one), (one,)) for one in wanted]
    tree = main_tree(content := file.write(marks, HAND))
    held = {comments_of(content)[id][0]: held_words(tree, id) for id in comments_of(content)}
    assert held == {one: one for one in wanted}


def test_a_signed_file_is_left_alone(tmp_path: Path) -> None:
    """A comment would break the signature."""
    buffer = BytesIO(package(para(INTRO)))
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("_xmlsignatures/sig1.xml", "<x/>")
    with pytest.raises(DocumentError, match="signed"):
        opened(buffer.getvalue(), tmp_path)
