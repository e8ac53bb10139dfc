r"""Rich text as Word, LibreOffice, WordPad and macOS write it."""

from __future__ import annotations

import pytest

from tests.document.office.outlines import SEEN, UNSEEN, Outline, inserted, outline, read

ONE: Outline = [("body", SEEN)]
STYLES = (
    r"{\fonttbl{\f0\fnil\fcharset0 Arial;}{\f1\fcharset2 Symbol;}{\f2\fcharset204 Arial Cyr;}"
    r"{\f3\fcharset128 MS Mincho;}}{\stylesheet{\s0 Normal;}{\s1\sbasedon0 heading 1;}{\*\cs2 Strong;}"
    r"{\s3 toc 1;}{\s4 List Bullet;}{\s5 Title;}{\*\cs6 List Bullet Char;}}"
)
NOTE = r"{\super\chftn{\footnote\pard\plain\s0{\super\chftn} " + UNSEEN + "}}"
ROWS = (
    r"\trowd\trhdr\cellx1\cellx2\pard\intbl Age\cell Offer\cell\row"
    r"\trowd\clvmgf\cellx1\cellx2\pard\intbl Babies\cell one.\cell\row"
    r"\trowd\clvmrg\cellx1\cellx2\pard\intbl\cell two.\cell\row\pard "
)
CASES: dict[str, tuple[str, Outline]] = {
    "styles": (
        r"\s5 A plan\par\pard\s1 Babies\par\pard\s3 Babies 4\par\pard\s4 train\par\pard\s0 "
        + SEEN
        + r"\par",
        [
            ("heading", "A plan"),
            ("heading", "Babies"),
            ("toc", "Babies 4"),
            ("list", "train"),
            *ONE,
        ],
    ),
    "outline level": (
        r"\pard\outlinelevel1 Babies\par\pard " + SEEN,
        [("heading", "Babies"), *ONE],
    ),
    "letters by number, with substitutes": (
        r"We will see every b\u97?by under two\u8230\'85 \u8211\'96 \uc0\u163 4m",
        [("body", "We will see every baby under two… – £4m")],
    ),
    "letters of two numbers": (r"\uc1\u-10178?\u-8934? " + SEEN, [("body", "\U0001f91a " + SEEN)]),
    "letters by font": (r"{\f2 \'e4\'e5\'f2\'e8} {\f3 \'8e\'71\'8b\'9f}", [("body", "дети 子供")]),
    "quotation marks, dashes and hyphens": (
        r"\ldblquote Ba\-bies\rdblquote\emdash under\_twos\~now",
        [("body", "“Babies”—under-twos now")],
    ),
    "hidden, struck, deleted": (
        r"We will see {\v "
        + UNSEEN
        + r"}{\strike "
        + UNSEEN
        + r"}{\deleted "
        + UNSEEN
        + "}every baby under two.",
        ONE,
    ),
    "hidden on and off": (r"\v no\v0 " + SEEN + r"\strike no\plain\par", ONE),
    "note where it is called": (
        r"One." + NOTE + r"\par Two.\par",
        [("body", "One."), ("body", UNSEEN), ("body", "Two.")],
    ),
    "note in a heading": (
        r"\s1 Babies" + NOTE + r"\par",
        [("heading", "Babies"), ("body", UNSEEN)],
    ),
    "starred note, as LibreOffice writes it": (
        r"One.{{\super \chftn{\*\footnote \chftn\pard\plain { }{" + UNSEEN + r"}}}}\par",
        [("body", "One."), ("body", UNSEEN)],
    ),
    "rows": (ROWS + SEEN, [("table", "Babies | one."), ("table", "Babies | two."), *ONE]),
    "note in a cell": (
        r"\trowd\cellx1\cellx2\intbl a." + NOTE + r"\cell b.\cell\row\pard ",
        [("table", "a. | b."), ("body", UNSEEN)],
    ),
    "a table of one column": (r"\trowd\cellx1\intbl " + SEEN + r"\cell\row\pard ", ONE),
    "paragraphs in a cell": (
        r"\trowd\cellx1\cellx2\intbl a\par b.\cell c.\cell\row\pard ",
        [("table", "a b. | c.")],
    ),
    "bullets in groups of their own": (
        r"{\listtext\f1\'b7\tab}\ls1 train\par{\pntext\f1\'B7\tab}open\par",
        [("list", "train"), ("list", "open")],
    ),
    "a note with a mark of the writer's own": (
        r"We will see{\super *{\footnote\pard\plain{\super *} "
        + UNSEEN
        + "}} every baby under two.",
        [*ONE, ("body", UNSEEN)],
    ),
    "a text box in two forms": (
        SEEN
        + r"{\shp{\*\shpinst{\shptxt\pard Two.\par}}{\shprslt{\*\do{\dptxbxtext\pard Two.\par}}}}",
        [*ONE, ("body", "Two.")],
    ),
    "links and fields": (
        r'We will {\field{\*\fldinst HYPERLINK "http://x"}{\fldrslt see}} every baby under two.',
        ONE,
    ),
    "a contents field": (
        r"{\field{\*\fldinst TOC \\o}{\fldrslt Babies 4\par Infants 5\par}}\pard " + SEEN,
        [("toc", "Babies 4"), ("toc", "Infants 5"), *ONE],
    ),
    "text boxes of two kinds": (
        r"One.{\shp{\*\shpinst{\sp{\sn a}{\sv 1}}{\shptxt\pard Two.\par}}}"
        r"{\*\do{\dptxbxtext\pard Three.\par}}\par",
        [("body", "One."), ("body", "Two."), ("body", "Three.")],
    ),
    "pictures, data and unknown groups": (
        r"{\pict\pngblip 89504e47}{\*\datastore ab}{\*\unknown no}{\object{\*\objdata 00}{\result "
        + SEEN
        + "}}",
        ONE,
    ),
    "binary data": (r"{\pict\bin4 }}}}}" + SEEN, ONE),
    "heads and feet": (
        r"{\header Tarn Vale\par}{\footerf Tarn Vale\par}" + SEEN,
        [*ONE, ("running", "Tarn Vale")],
    ),
    "comments": (
        SEEN + r"{\*\atnid x}{\*\atnauthor y}\chatn{\*\annotation{\*\atndate 1}\pard why?\par}",
        ONE,
    ),
    "a picture given twice": (r"{\*\shppict{\pict ab}}{\nonshppict{\pict cd}}" + SEEN, ONE),
    "line ends as paragraphs": (
        "We will see\\line every baby under two.\\\nTwo.\\\n",
        [*ONE, ("body", "Two.")],
    ),
    "braces that do not match": (r"}}" + SEEN + r"{{{", ONE),
    "nested rows": (
        r"\trowd\cellx1\cellx2\intbl\itap1 a.\cell\itap1 b.\cell\row\pard ",
        [("table", "a. | b.")],
    ),
    "raised ordinals stay": (r"the 4{\super th} floor{\super 12}", [("body", "the 4th floor")]),
}

COLOURS = r"{\colortbl;\red255\green255\blue255;\red0\green70\blue90;}"
ON_A_GROUND = {
    "shaded letters": r"{\cf1\chcbpat2 " + SEEN + "}",
    "letters marked": r"{\cf1\highlight2 " + SEEN + "}",
    "shaded paragraph": r"\pard\cbpat2{\cf1 " + SEEN + "}",
    "shaded by a pattern": r"\pard\shading5000{\cf1 " + SEEN + "}",
    "a shaded cell": r"\trowd\clcbpat2\cellx1\pard\intbl{\cf1 " + SEEN + r"}\cell\row\pard ",
    "a shaded row": r"\trowd\trcbpat2\cellx1\pard\intbl{\cf1 " + SEEN + r"}\cell\row\pard ",
    "a coloured page": r"{\*\background{\shp}}{\cf1 " + SEEN + "}",
    "another colour": r"{\cf2 " + SEEN + "}",
    "the program's own": r"{\cf0 " + SEEN + "}",
    "a colour that is not there": r"{\cf9 " + SEEN + "}",
    "a box": r"{\shp{\*\shpinst{\shptxt\pard{\cf1 " + SEEN + r"}\par}}}",
}
ON_NOTHING = {
    "white letters": SEEN + r"{\cf1 " + UNSEEN + "}",
    "after a shaded paragraph": r"\pard\cbpat2 " + SEEN + r"\par\pard{\cf1 " + UNSEEN + "}",
    "in a cell beside a shaded one": (
        r"\trowd\clcbpat2\cellx1\cellx2\pard\intbl{\cf1 " + SEEN
        + r"}\cell{\cf1 " + UNSEEN + r"}\cell\row\pard "
    ),
    "by a style of another paragraph": r"{\stylesheet{\s8\cbpat2 Band;}}{\cf1 " + UNSEEN + "}" + SEEN,
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "is_told"),
    [(text, False) for text in ON_A_GROUND.values()]
    + [(text, True) for text in ON_NOTHING.values()],
    ids=[*ON_A_GROUND, *ON_NOTHING],
)
def test_white_letters_on_nothing_are_no_text(text: str, is_told: bool) -> None:
    """What lies on a ground is read, what lies on white paper is told of."""
    document = read((r"{\rtf1\ansi" + COLOURS + text + "}").encode("latin-1"), "plan.rtf")
    assert SEEN in str(outline(document)) and UNSEEN not in str(outline(document))
    assert [what for _, what in document.hidden if "white on white" in what] == [
        what for _, what in document.hidden
    ]
    assert bool(document.hidden) == is_told


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_rich_text(text: str, expected: Outline) -> None:
    """What a word processor shows of the file is read."""
    data = (r"{\rtf1\ansi\ansicpg1252\deff0" + STYLES + text + "}").encode("latin-1")
    assert outline(read(data, "plan.rtf")) == expected


def test_what_is_left_out_is_told() -> None:
    """Hidden, struck and deleted words and comments stand in the account."""
    text = rb"{\rtf1 x{\v A}{\strike B}{\deleted C}{\*\annotation D\par}\par}"
    hidden = [what for _, what in read(text, "plan.rtf").hidden]
    assert sorted(what.rsplit(" ", 1)[1] for what in hidden) == ["A", "B", "C", "D"]


def test_inserted_words_are_marked() -> None:
    """Words that a tracked change inserted are known."""
    assert inserted(read(rb"{\rtf1 We {\revised will see} babies.\par}", "p.rtf")) == ["will see"]


def test_the_title_and_the_name() -> None:
    """The file states its title; an old name does not hide what it is."""
    data = rb"{\rtf1{\info{\title A plan}{\author Me}}" + SEEN.encode() + b"}"
    document = read(data, "plan.doc")
    assert document.title == "A plan" and outline(document) == ONE
