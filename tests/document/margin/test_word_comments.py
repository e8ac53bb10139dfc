"""The part of a Word file that holds its comments."""

from __future__ import annotations

from auditor.document.margin.marks import Hand
from auditor.document.margin.word_comments import WordComments, next_number
from auditor.document.office.names import W
from auditor.document.office.package import Package, parse_xml, with_parts
from tests.document.margin.drafts import package, with_comments, without_styles
from tests.document.office.files import para, run

HAND = Hand("auditor", "au")


def comments_in(data: bytes, main: str = "word/document.xml") -> WordComments:
    """Open the comments of a file and add one."""
    comments = WordComments(Package(data), main, W)
    body = parse_xml(comments.package.read_part(main) or b"")
    comments.add(next(comments.open(body)), ("One.", "Two."), HAND)
    return comments


def test_a_part_is_made_related_and_typed() -> None:
    """A file without comments gets the part and all that tells of it."""
    parts = comments_in(package(para("A plan."))).parts()
    assert parts.keys() == {
        "word/comments.xml",
        "[Content_Types].xml",
        "word/_rels/document.xml.rels",
    }
    assert b'Target="comments.xml"' in parts["word/_rels/document.xml.rels"]
    assert b'PartName="/word/comments.xml"' in parts["[Content_Types].xml"]


def test_a_part_that_is_there_is_added_to() -> None:
    """Numbers go on from the highest, and nothing else changes."""
    parts = comments_in(with_comments().content).parts()
    assert parts.keys() == {"word/comments.xml"}
    ids = [one.get(f"{W}id") for one in parse_xml(parts["word/comments.xml"])]
    assert ids == ["7", "8", "9"]


def test_marks_of_comments_that_are_gone_keep_their_numbers() -> None:
    """A program that drops comments may leave their marks: ours must not end there."""
    left = '<w:commentRangeStart w:id="4"/><w:commentRangeEnd w:id="4"/>'
    parts = comments_in(package(para(left + run("A plan.")))).parts()
    assert [one.get(f"{W}id") for one in parse_xml(parts["word/comments.xml"])] == ["5"]


def test_relations_are_begun_where_there_are_none() -> None:
    """The barest of files, its body under another name."""
    parts = comments_in(without_styles().content, "word/main7.xml").parts()
    assert "word/_rels/main7.xml.rels" in parts


def test_the_style_of_comments_is_used_where_the_file_has_it() -> None:
    """Else their text is as the file's own."""
    styled, plain = (
        comments_in(data, main).parts()["word/comments.xml"]
        for data, main in (
            (package(para("A plan.")), "word/document.xml"),
            (without_styles().content, "word/main7.xml"),
        )
    )
    assert b"CommentText" in styled and b"pStyle" not in plain


def test_numbers_go_on_from_the_highest() -> None:
    """Odd ones are passed over."""
    tree = parse_xml(b'<a><b id="4"/><b id="x"/><b id="-1"/><b/></a>')
    assert next_number(tree, "id", "b") == 5
    assert next_number(tree, "id", "c") == 0


def test_comments_bear_the_date_of_the_file() -> None:
    """None where it tells none, or what is no date."""
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-'
        'properties" xmlns:dcterms="http://purl.org/dc/terms/"><dcterms:modified>{}'
        "</dcterms:modified></cp:coreProperties>"
    )
    for said, dated in (("2026-01-05T09:00:00Z", True), ("today", False), ("", False)):
        data = with_parts(
            package(para("A plan.")), {"docProps/core.xml": core.format(said).encode()}
        )
        made = comments_in(data).parts()["word/comments.xml"]
        assert (b'w:date="2026-01-05T09:00:00Z"' in made) == dated
        assert (b"w:date" in made) == dated
