"""Word files as Word, Google Docs, LibreOffice and pandoc write them: nothing lost, nothing spliced."""

from __future__ import annotations

import pytest

from tests.document.office.files import (
    NAMESPACES,
    cell,
    docx,
    para,
    part,
    row,
    run,
    styled,
    table,
    text_box,
)
from tests.document.office.outlines import SEEN, UNSEEN, Outline, inserted, outline, read

MOVED = "The team moves to Mill Lane in May."
STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="House2"><w:name w:val="House 2"/><w:basedOn w:val="h2"/></w:style>
<w:style w:type="paragraph" w:styleId="h2"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="Level"><w:name w:val="Chapter"/>
<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Toc1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Dash"><w:name w:val="Dash"/>
<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Loop"><w:name w:val="Loop"/><w:basedOn w:val="Loop"/></w:style>
<w:style w:type="paragraph" w:styleId="Secret"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Secret2"><w:name w:val="Secret 2"/><w:basedOn w:val="Secret"/></w:style>
<w:style w:type="character" w:styleId="Gone"><w:name w:val="Gone"/><w:rPr><w:strike/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Gone2"><w:name w:val="Gone 2"/><w:rPr><w:dstrike/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Call"><w:name w:val="Call"/>
<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>
<w:style w:type="table" w:styleId="Unseen"><w:name w:val="Unseen"/><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Shy"><w:name w:val="Shy"/><w:rPr><w:vanish/></w:rPr></w:style>
"""
DELETED = '<w:del w:id="1" w:author="x"><w:r><w:delText>never </w:delText></w:r></w:del>'
NEW = '<w:ins w:id="2" w:author="x">{}</w:ins>'
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> {} </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


def sdt(inner: str, properties: str = "") -> str:
    """Wrap elements in a content control."""
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"


def body(*texts: str) -> Outline:
    """Expect paragraphs."""
    return [("body", text) for text in texts]


BODIES: dict[str, tuple[str, Outline]] = {
    "content control within content control": (sdt(sdt(para(SEEN))), body(SEEN)),
    "content control around runs": (
        para(f"{run('We will ')}{sdt(run('see every'))}{run(' baby under two.')}"),
        body(SEEN),
    ),
    "custom XML around runs": (
        para(f'<w:customXml w:element="x">{run(SEEN)}</w:customXml>'),
        body(SEEN),
    ),
    "smart tag in a word": (
        para(
            f"{run('We will see every ')}<w:smartTag>{run('ba')}</w:smartTag>{run('by under two.')}"
        ),
        body(SEEN),
    ),
    "hyperlink": (para(f"<w:hyperlink>{run(SEEN)}</w:hyperlink>"), body(SEEN)),
    "simple field": (
        para(
            f'{run("We will see every ")}<w:fldSimple w:instr="DOCPROPERTY a">{run("baby")}'
            f"</w:fldSimple>{run(' under two.')}"
        ),
        body(SEEN),
    ),
    "complex field": (
        para(
            run("We will see ")
            + FIELD.format("MERGEFIELD a", run("every baby"))
            + run(" under two.")
        ),
        body(SEEN),
    ),
    "field within the instruction of a field": (
        para(
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>'
            + FIELD.format("x", run("not this"))
            + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
            + run(SEEN)
            + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        ),
        body(SEEN),
    ),
    "field that never ends hides nothing after it": (
        para(
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>XE</w:instrText></w:r>'
        )
        + para(SEEN),
        body(SEEN),
    ),
    "drop-down of a form": (
        para(
            run("We will see every ") + '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList>'
            '<w:result w:val="1"/><w:listEntry w:val="child"/><w:listEntry w:val="baby"/></w:ddList>'
            "</w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMDROPDOWN </w:instrText></w:r>"
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>' + run(" under two.")
        ),
        body(SEEN),
    ),
    "tabs, breaks and hyphens": (
        para(
            "<w:r><w:t>We will</w:t><w:tab/><w:t>see every</w:t><w:br/><w:t>in</w:t><w:softHyphen/>"
            "<w:t>fant</w:t><w:noBreakHyphen/><w:t>school</w:t></w:r>"
        ),
        body("We will see every infant-school"),
    ),
    "raised mark typed by hand": (
        para(
            run("Seen under 25")
            + run("3", '<w:vertAlign w:val="superscript"/>')
            + run(" and on the 4")
            + run("th", '<w:vertAlign w:val="superscript"/>')
            + run(" floor.")
        ),
        body("Seen under 25 and on the 4th floor."),
    ),
    "raised marks by style, and marks of the writer's own": (
        para(
            run("We will see")
            + run("3", '<w:rStyle w:val="Call"/>')
            + run(" every baby")
            + '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="9"/><w:t>*</w:t></w:r>'
            + run(" under two.")
        ),
        body(SEEN),
    ),
    "a hidden mark between paragraphs": (
        para(run("We will see "), "<w:rPr><w:vanish/></w:rPr>") + para("every baby under two."),
        body(SEEN),
    ),
    "a hidden mark before a table": (
        para(run(SEEN), "<w:rPr><w:vanish/></w:rPr>") + table(row("Babies", MOVED)) + para("End."),
        [*body(SEEN), ("table", f"Babies | {MOVED}"), *body("End.")],
    ),
    "a hidden mark after a heading": (
        para(run("Babies"), '<w:pStyle w:val="h2"/><w:rPr><w:vanish/><w:specVanish/></w:rPr>')
        + para(SEEN),
        [("heading", "Babies"), *body(SEEN)],
    ),
    "a table whose style hides it": (
        table(row("Babies", UNSEEN)).replace(
            "<w:tblPr/>", '<w:tblPr><w:tblStyle w:val="Unseen"/></w:tblPr>'
        )
        + para(SEEN),
        body(SEEN),
    ),
    "drop capital": (
        para("W", '<w:framePr w:dropCap="drop" w:lines="3"/>')
        + para("e will see every baby under two."),
        body(SEEN),
    ),
    "deleted words": (
        para(run("We will ") + DELETED + run("see every baby under two.")),
        body(SEEN),
    ),
    "deleted end of paragraph": (
        para(run("We will see"), '<w:rPr><w:del w:id="1"/></w:rPr>')
        + para(run(" every baby under two.")),
        body(SEEN),
    ),
    "deleted row and cells": (
        table(
            row("Age", "Offer"),
            row("Boys", UNSEEN, properties='<w:del w:id="1"/>'),
            row("Babies", SEEN),
        ),
        [("table", f"Babies | {SEEN}")],
    ),
    "changes around whole paragraphs": (
        f'<w:moveFrom w:id="1">{para(SEEN)}</w:moveFrom>'
        '<w:del w:id="2"><w:p><w:r><w:delText>no</w:delText></w:r></w:p></w:del>'
        f'<w:ins w:id="3">{para(MOVED)}</w:ins><w:moveTo w:id="4">{para(SEEN)}</w:moveTo>',
        body(MOVED, SEEN),
    ),
    "moved words stand where they went": (
        para('<w:moveFrom w:id="1"><w:r><w:t>' + SEEN + "</w:t></w:r></w:moveFrom>")
        + para(MOVED)
        + para(f'<w:moveTo w:id="2">{run(SEEN)}</w:moveTo>'),
        body(MOVED, SEEN),
    ),
    "hidden by run, style, base style and character style": (
        para(run(UNSEEN, "<w:vanish/>"))
        + styled(UNSEEN, "Secret")
        + styled(UNSEEN, "Secret2")
        + para(run(UNSEEN, '<w:rStyle w:val="Shy"/>'))
        + para(SEEN),
        body(SEEN),
    ),
    "shown again": (
        para(run(SEEN, '<w:vanish w:val="0"/>'), '<w:pStyle w:val="Secret"/>')
        + para(run(MOVED, '<w:rStyle w:val="Shy"/>'), '<w:pStyle w:val="Secret"/>'),
        body(SEEN, MOVED),
    ),
    "struck once, twice and by style": (
        para(run(UNSEEN, "<w:dstrike/>"))
        + para(run(UNSEEN, '<w:rStyle w:val="Gone"/>'))
        + para(run(UNSEEN, '<w:rStyle w:val="Gone2"/>'))
        + para(run(SEEN, '<w:strike w:val="false"/>')),
        body(SEEN),
    ),
    "hidden row": (
        table(
            row("Age", "Offer"), row("Boys", UNSEEN, properties="<w:hidden/>"), row("Babies", SEEN)
        ),
        [("table", f"Babies | {SEEN}")],
    ),
    "headings by name, base, level and outline": (
        styled("One", "berschrift1")
        + styled("Two", "House2")
        + styled("Three", "Level")
        + para("Four", '<w:outlineLvl w:val="1"/>')
        + styled("Loop", "Loop"),
        [*(("heading", name) for name in ("One", "Two", "Three", "Four")), ("body", "Loop")],
    ),
    "items by number, style and typed bullet": (
        para("one", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>')
        + styled("two", "Dash")
        + para("• three")
        + para("four", '<w:pStyle w:val="Dash"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
        [("list", "one"), ("list", "two"), ("list", "three"), ("body", "four")],
    ),
    "contents by style, field and gallery": (
        styled("Babies 4", "Toc1")
        + para(
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("Infants 5")
        )
        + para(run("Toddlers 6") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>')
        + sdt(
            para("Parents 7"),
            '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>',
        )
        + para(SEEN),
        [
            *(("toc", text) for text in ("Babies 4", "Infants 5", "Toddlers 6", "Parents 7")),
            ("body", SEEN),
        ],
    ),
    "a contents field within one paragraph": (
        para(FIELD.format("TOC \\\\c", run("Table 1 Babies 4"))) + para(SEEN),
        [("toc", "Table 1 Babies 4"), *body(SEEN)],
    ),
    "text box once, after its paragraph": (
        para(run(MOVED) + text_box(para(SEEN) + para(UNSEEN))),
        body(MOVED, SEEN, UNSEEN),
    ),
    "text box in old form alone": (
        para(
            "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>"
            + para(SEEN)
            + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
        ),
        body(SEEN),
    ),
    "hidden shape, in both of its forms": (
        para(
            run(SEEN)
            + text_box(para(UNSEEN))
            .replace('<wp:docPr id="1"', '<wp:docPr hidden="1" id="1"')
            .replace("<v:shape>", '<v:shape style="visibility: hidden">')
        ),
        body(SEEN),
    ),
    "hidden shape of the old form": (
        para(
            run(SEEN) + '<w:r><w:pict><v:shape style="visibility:hidden"><v:textbox><w:txbxContent>'
            f"{para(UNSEEN)}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
        ),
        body(SEEN),
    ),
    "heading in a text box in a heading": (
        para(
            run("Babies") + text_box(styled("Our promise", "h2") + para(SEEN)),
            '<w:pStyle w:val="h2"/>',
        ),
        [("heading", "Babies"), ("heading", "Our promise"), ("body", SEEN)],
    ),
    "word art": (
        para('<w:r><w:pict><v:shape><v:textpath string="Babies first"/></v:shape></w:pict></w:r>'),
        body("Babies first"),
    ),
    "formula": (
        para(run("Rate is ") + "<m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath>" + run(".")),
        body("Rate is a=b."),
    ),
    "row and cell in content controls": (
        table(row("Age", "Offer"), sdt(f"<w:tr>{cell('Babies')}{sdt(cell(SEEN))}</w:tr>")),
        [("table", f"Babies | {SEEN}")],
    ),
    "several paragraphs in a cell stay apart": (
        table(row("Age", "Offer"), row("Babies", cell(para("one") + para("two")))),
        [("table", "Babies | one two")],
    ),
    "nested table follows its row": (
        table(
            row("Area", "Offer"),
            row("North", cell(para("see below.") + table(row("Babies", SEEN)) + para(""))),
        ),
        [("table", "North | see below."), ("table", f"Babies | {SEEN}")],
    ),
    "frame of one cell": (
        table(row(cell(styled("Our promise", "h2") + para(SEEN) + para("• train")))),
        [("heading", "Our promise"), ("body", SEEN), ("list", "train")],
    ),
    "frame of one row": (
        table(
            row(
                cell(styled("North", "h2") + para(SEEN)), cell(styled("South", "h2") + para(UNSEEN))
            )
        ),
        [("heading", "North"), ("body", SEEN), ("heading", "South"), ("body", UNSEEN)],
    ),
    "columns spanned, cells before the row": (
        table(
            row("A", "B", "C"),
            row(cell("wide.", '<w:gridSpan w:val="2"/>'), "y."),
            row("x.", "z.", properties='<w:gridBefore w:val="1"/>'),
        ),
        [("table", "wide. | y."), ("table", "x. | z.")],
    ),
    "ruby": (
        para(
            "<w:r><w:ruby><w:rt><w:r><w:t>kana</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>kanji</w:t></w:r>"
            "</w:rubyBase></w:ruby></w:r>"
        ),
        body("kanji"),
    ),
    "alternate content around a paragraph": (
        f"<mc:AlternateContent><mc:Choice>{para(SEEN)}</mc:Choice><mc:Fallback>{para(SEEN)}</mc:Fallback>"
        "</mc:AlternateContent>",
        body(SEEN),
    ),
    "Google Docs: everything in controls": (
        sdt(
            para(
                sdt(run("We will ") + NEW.format(run("see every ")), '<w:tag w:val="goog_rdk_0"/>')
                + sdt(run("baby under two."), '<w:tag w:val="goog_rdk_1"/>')
            )
        ),
        body(SEEN),
    ),
}


@pytest.mark.parametrize(("xml", "expected"), BODIES.values(), ids=BODIES)
def test_a_body(xml: str, expected: Outline) -> None:
    """The words of a body come out whole and in their order, whatever they are wrapped in."""
    assert outline(read(docx(xml, styles=STYLES), "plan.docx")) == expected


def test_deleted_hidden_and_struck_words_are_told_apart() -> None:
    """What is left out stands in the account, each by what it is."""
    xml = (
        para(run("We will ") + DELETED + run("see babies."))
        + para(run("A", "<w:vanish/>"))
        + para(run("B", "<w:strike/>"))
    )
    hidden = [what for _, what in read(docx(xml), "plan.docx").hidden]
    assert hidden == [
        "deleted text (tracked change): never",
        "hidden text: A",
        "text struck out: B",
    ]


@pytest.mark.parametrize(
    ("xml", "expected"),
    [
        (para(run("We ") + NEW.format(run("will see")) + run(" babies.")), ["will see"]),
        (para(f'<w:moveTo w:id="2">{run(SEEN)}</w:moveTo>'), [SEEN]),
        (
            table(row("A", "B"), row("Babies", SEEN, properties='<w:ins w:id="1"/>')),
            [f"Babies | {SEEN}"],
        ),
        (table(row(cell(para("x")), properties='<w:ins w:id="1"/>')), ["x"]),
        (para(run("• We ") + NEW.format(run("will"))), ["will"]),
        (para(run(SEEN)), []),
    ],
    ids=["words", "moved", "row", "frame", "item", "nothing"],
)
def test_inserted_words_are_marked(xml: str, expected: list[str]) -> None:
    """Words that an open tracked change inserted are read, and known by their spans."""
    document = read(docx(xml), "plan.docx")
    found = inserted(document)
    assert " | ".join(found) == " | ".join(expected)
    assert document.is_inserted(0, len(document.text)) == bool(expected)


NOTE = '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote><w:footnote w:id="{}">{}</w:footnote>'
CALL = '<w:r><w:footnoteReference w:id="1"/></w:r>'


@pytest.mark.parametrize(
    ("xml", "expected"),
    [
        (para(run("One.") + CALL) + para("Two."), body("One.", UNSEEN, "Two.")),
        (
            table(row("A", "B"), row("North", cell(para(run("x.") + CALL))), row("South", "y.")),
            [("table", "North | x."), ("body", UNSEEN), ("table", "South | y.")],
        ),
        (para(run("One.") + text_box(para(run("Box.") + CALL))), body("One.", "Box.", UNSEEN)),
        (para(run("One.") + CALL) + para(run("Again.") + CALL), body("One.", UNSEEN, "Again.")),
        (para(f'{run("One.")}<w:del w:id="1">{CALL}</w:del>'), body("One.")),
    ],
    ids=["paragraph", "cell", "text box", "called twice", "call deleted"],
)
def test_a_note_stands_where_it_is_called(xml: str, expected: Outline) -> None:
    """A note follows the paragraph, row or box that calls it, once."""
    notes = part(
        "w:footnotes", NOTE.format(1, para("<w:r><w:footnoteRef/></w:r>" + run(" " + UNSEEN)))
    )
    data = docx(xml, {"footnotes.xml": ("footnotes", notes)})
    assert outline(read(data, "plan.docx")) == expected


def test_heads_feet_and_comments_are_no_evidence() -> None:
    """Heads and feet of any section are running lines, once; comments are kept apart."""
    xml = para(SEEN + "") + (
        '<w:sectPr><w:headerReference w:type="first" r:id="r_header1"/>'
        '<w:footerReference w:type="default" r:id="r_footer1"/></w:sectPr>'
    )
    data = docx(
        xml,
        {
            "header1.xml": (
                "header",
                part("w:hdr", sdt(para("Tarn Vale")) + table(row("Draft", "2"))),
            ),
            "footer1.xml": ("footer", part("w:ftr", para("Tarn Vale"))),
            "comments.xml": (
                "comments",
                part("w:comments", f"<w:comment>{para('Why babies?')}</w:comment>"),
            ),
        },
    )
    document = read(data, "plan.docx")
    assert outline(document) == [("body", SEEN), ("running", "Tarn Vale"), ("running", "Draft | 2")]
    assert document.hidden == ((0, "comment of a reviewer: Why babies?"),)


DIAGRAM = (
    '<dgm:ptLst><dgm:pt modelId="9" type="doc"/>'
    '<dgm:pt modelId="2"><dgm:t><a:p><a:r><a:t>Second</a:t></a:r></a:p></dgm:t></dgm:pt>'
    '<dgm:pt modelId="1"><dgm:t><a:p><a:r><a:t>First</a:t></a:r></a:p></dgm:t></dgm:pt>'
    '<dgm:pt modelId="3" type="pres"><dgm:t><a:p><a:r><a:t>no</a:t></a:r></a:p></dgm:t></dgm:pt>'
    '</dgm:ptLst><dgm:cxnLst><dgm:cxn srcId="9" destId="1" srcOrd="0"/>'
    '<dgm:cxn srcId="9" destId="2" srcOrd="1"/></dgm:cxnLst>'
)
CHART = (
    "<c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>Babies seen</a:t></a:r></a:p></c:rich></c:tx></c:title>"
    "<c:plotArea><c:barChart><c:ser><c:tx><c:strRef><c:strCache><c:pt idx='0'><c:v>2026</c:v></c:pt>"
    "</c:strCache></c:strRef></c:tx><c:cat><c:strRef><c:strCache><c:pt idx='0'><c:v>Under one</c:v></c:pt>"
    "</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:numCache><c:pt idx='0'><c:v>41</c:v></c:pt>"
    "</c:numCache></c:numRef></c:val></c:ser></c:barChart></c:plotArea></c:chart>"
)
DRAWN = (
    '<w:r><w:drawing><wp:inline><wp:extent cx="{0}" cy="{0}"/>'
    '<wp:docPr id="1" name="P" descr="A map"/>{1}</wp:inline></w:drawing></w:r>'
)


def test_a_diagram_reads_from_its_root() -> None:
    """The points of a diagram come out in the order of its lines, without what it only draws."""
    xml = para(DRAWN.format(9, '<dgm:relIds r:dm="r_diagrams_data1"/>'))
    data = docx(xml, {"diagrams/data1.xml": ("diagramData", part("dgm:dataModel", DIAGRAM))})
    assert outline(read(data, "plan.docx")) == [("list", "First"), ("list", "Second")]


def test_a_chart_reads_as_title_and_rows() -> None:
    """A chart gives its title, and its values by category under the names of its series."""
    xml = para(DRAWN.format(9, '<a:graphic><c:chart r:id="r_charts_chart1"/></a:graphic>'))
    document = read(
        docx(xml, {"charts/chart1.xml": ("chart", part("c:chartSpace", CHART))}), "p.docx"
    )
    assert outline(document) == [("body", "Babies seen"), ("table", "Under one | 41")]
    assert document.blocks[1].columns == ("", "2026")


@pytest.mark.parametrize(("side", "count"), [(3_000_000, 1), (300_000, 0)])
def test_a_large_picture_is_a_part_unread(side: int, count: int) -> None:
    """A picture that may hold words is listed; a logo is not."""
    document = read(docx(para(run(SEEN) + DRAWN.format(side, "<a:blip/>"))), "plan.docx")
    assert len(document.parts_unread) == count
    assert all("A map" in unread.what for unread in document.parts_unread)
    area = 3_000_000**2 / (7_560_000 * 10_692_000)
    assert [unread.area for unread in document.parts_unread] == [area] * count


def test_an_embedded_file_is_a_part_unread() -> None:
    """A file within a file is listed with the program that made it."""
    document = read(
        docx(para('<w:r><w:object><o:OLEObject ProgID="Excel.Sheet"/></w:object></w:r>')), "p.docx"
    )
    assert "Excel.Sheet" in document.parts_unread[0].what


CHUNK = '<w:altChunk r:id="r_x"/>'


@pytest.mark.parametrize("holder", [CHUNK, table(row(cell(CHUNK + para("")), cell("")))])
@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.html", f"<html><body><p>{SEEN}</p></body></html>".encode(), body(SEEN)),
        ("b.docx", docx(para(SEEN)), body(SEEN)),
        ("c.rtf", b"{\\rtf1 We will see every baby under two.\\par}", body(SEEN)),
        ("d.bin", b"\x89PNG", []),
    ],
)
def test_a_file_that_stands_in_for_text(
    name: str, content: bytes, expected: Outline, holder: str
) -> None:
    """Text that another file fills in is read, or listed where its kind is not read."""
    data = docx(holder, {"x.xml": ("aFChunk", "<x/>")}, raw={})
    import zipfile
    from io import BytesIO

    buffer = BytesIO(data)
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr(f"word/{name}", content)
    moved = buffer.getvalue()
    document = read(_retarget(moved, "x.xml", name), "plan.docx")
    assert outline(document) == expected
    assert bool(document.parts_unread) == (not expected)


def _retarget(data: bytes, old: str, new: str) -> bytes:
    """Let the relations of a Word file lead to another part."""
    import zipfile
    from io import BytesIO

    written = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as source, zipfile.ZipFile(written, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name.endswith("document.xml.rels"):
                content = content.replace(f'Target="{old}"'.encode(), f'Target="{new}"'.encode())
            target.writestr(name, content)
    return written.getvalue()


STRICT = NAMESPACES.replace(
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
TEMPLATE = "application/vnd.ms-word.document.macroEnabled.main+xml"


def test_strict_and_macro_files_read_alike() -> None:
    """Names of the strict standard and other main types change nothing."""
    strict = f"<w:document {STRICT}><w:body>{para(SEEN)}</w:body></w:document>".encode()
    data = docx(para("x"), raw={})
    assert outline(read(_replaced(data, "word/document.xml", strict), "plan.docx")) == body(SEEN)
    assert outline(read(docx(para(SEEN), main_type=TEMPLATE), "plan.docm")) == body(SEEN)


def _replaced(data: bytes, name: str, content: bytes) -> bytes:
    import zipfile
    from io import BytesIO

    written = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as source, zipfile.ZipFile(written, "w") as target:
        for each in source.namelist():
            target.writestr(each, content if each == name else source.read(each))
    return written.getvalue()
