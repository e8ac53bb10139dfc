"""OpenDocument files as LibreOffice writes them: text, slides, sheets."""

from __future__ import annotations

import pytest

from tests.document.office.files import ODF_NAMESPACES, odf, odt
from tests.document.office.outlines import SEEN, UNSEEN, Outline, inserted, outline, read

ONE: Outline = [("body", SEEN)]
STYLES = """
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>
<style:style style:name="P2" style:family="paragraph" style:parent-style-name="Heading_20_2"/>
<style:style style:name="P3" style:family="paragraph"><style:text-properties text:display="none"/></style:style>
<style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/></style:style>
<style:style style:name="T2" style:family="text"><style:text-properties style:text-line-through-style="solid"/></style:style>
<style:style style:name="T3" style:family="text"><style:text-properties style:text-line-through-style="none"/></style:style>
<style:style style:name="D1" style:family="drawing-page"><style:drawing-page-properties presentation:visibility="hidden"/></style:style>
<style:style style:name="H1" style:family="table"><style:table-properties table:display="false"/></style:style>
"""  # noqa: E501
CHANGES = (
    "<text:tracked-changes>"
    '<text:changed-region text:id="i1"><text:insertion/></text:changed-region>'
    '<text:changed-region text:id="d1"><text:deletion><text:p>never</text:p></text:deletion></text:changed-region>'
    '<text:changed-region text:id="f1"><text:format-change/></text:changed-region>'
    '<text:changed-region text:id="d2"><text:deletion/></text:changed-region></text:tracked-changes>'
)


def p(text: str, style: str = "") -> str:
    """Write a paragraph."""
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def cell(inner: str, spans: str = "") -> str:
    """Write a cell."""
    return f"<table:table-cell {spans}>{inner if inner.startswith('<') else p(inner)}</table:table-cell>"


def row(*cells: str) -> str:
    """Write a row."""
    made = (each if each.startswith("<table:") else cell(each) for each in cells)
    return f"<table:table-row>{''.join(made)}</table:table-row>"


def table(*rows: str) -> str:
    """Write a table."""
    return f"<table:table>{''.join(rows)}</table:table>"


NOTE = (
    "<text:note><text:note-citation>1</text:note-citation>"
    f"<text:note-body>{p(UNSEEN)}</text:note-body></text:note>"
)
BOX = "<draw:frame><draw:text-box>{}</draw:text-box></draw:frame>"
BODIES: dict[str, tuple[str, Outline]] = {
    "title and headings by style and level": (
        p("A plan", "P1") + '<text:h text:outline-level="1">One</text:h>' + p("Two", "P2"),
        [("heading", "A plan"), ("heading", "One"), ("heading", "Two")],
    ),
    "blanks, tabs and breaks": (
        p('We<text:s text:c="3"/>will<text:tab/>see<text:line-break/>every baby under two.'),
        ONE,
    ),
    "blanks without end": (p('We will<text:s text:c="9999999"/>see every baby under two.'), ONE),
    "spans, links and fields": (
        p(
            "We <text:span>will <text:a>see</text:a></text:span> <text:text-input>every</text:text-input> "
            "ba<text:soft-page-break/>by<text:bookmark/> under two."
        ),
        ONE,
    ),
    "hidden by style": (
        p(UNSEEN, "P3") + p(f'<text:span text:style-name="T1">{UNSEEN}</text:span>') + p(SEEN),
        ONE,
    ),
    "struck out, and not": (
        p(f'<text:span text:style-name="T2">{UNSEEN}</text:span>')
        + p(f'<text:span text:style-name="T3">{SEEN}</text:span>'),
        ONE,
    ),
    "hidden paragraph and section": (
        p(f'<text:hidden-paragraph text:is-hidden="true"/>{UNSEEN}')
        + f'<text:section text:display="none">{p(UNSEEN)}</text:section>'
        + f'<text:section text:display="condition" text:is-hidden="false">{p(SEEN)}</text:section>',
        ONE,
    ),
    "hidden by a condition that always holds": (
        p(f'<text:hidden-text text:condition="ooow:1">{UNSEEN}</text:hidden-text>{SEEN}')
        + p(f'<text:hidden-paragraph text:condition="ooow:TRUE"/>{UNSEEN}')
        + p('<text:hidden-text text:condition="ooow:0">Two.</text:hidden-text>'),
        [*ONE, ("body", "Two.")],
    ),
    "list, list in list, two paragraphs in an item": (
        f"<text:list><text:list-item>{p('one')}{p('goes on')}</text:list-item><text:list-item>{p('two')}"
        f"<text:list><text:list-item>{p('three')}</text:list-item></text:list></text:list-item></text:list>",
        [("list", "one goes on"), ("list", "two"), ("list", "three")],
    ),
    "numbered headings in lists": (
        '<text:list><text:list-item><text:h text:outline-level="2">Babies</text:h></text:list-item></text:list>',
        [("heading", "Babies")],
    ),
    "note in a span in a list in a cell": (
        table(
            row("a.", "b."),
            row(
                f"<text:list><text:list-item>{p(f'<text:span>x{NOTE}</text:span> y')}"
                "</text:list-item></text:list>",
                "z.",
            ),
        ),
        [("table", "a. | b."), ("table", "x y | z."), ("body", UNSEEN)],
    ),
    "shape and group": (
        p(
            f"One.<draw:g><draw:rect>{p(SEEN)}</draw:rect><draw:custom-shape>{p('Two.')}</draw:custom-shape></draw:g>"
        ),
        [("body", "One."), *ONE, ("body", "Two.")],
    ),
    "table in a text box": (
        p("One." + BOX.format(table(row("A", "B"), row("x.", "y.")))),
        [("body", "One."), ("table", "x. | y.")],
    ),
    "shape at the page": (
        f"<draw:frame><draw:text-box>{p(SEEN)}</draw:text-box></draw:frame>",
        ONE,
    ),
    "cells that span": (
        table(
            row("A", "B"),
            row(cell("Babies", 'table:number-rows-spanned="2"'), "x."),
            "<table:table-row><table:covered-table-cell/>" + cell("y.") + "</table:table-row>",
        ),
        [("table", "Babies | x."), ("table", "Babies | y.")],
    ),
    "heads in a group, hidden row": (
        f"<table:table><table:table-header-rows>{row('A', '')}</table:table-header-rows>{row('x.', 'y.')}"
        f"<table:table-row table:visibility='collapse'>{cell(UNSEEN)}{cell('z')}</table:table-row></table:table>",
        [("table", "x. | y.")],
    ),
    "hidden columns": (
        '<table:table><table:table-column/><table:table-column table:visibility="collapse"/>'
        '<table:table-column table:number-columns-repeated="2"/>'
        + row("A", "B", "C")
        + "<table:table-row>"
        + cell("x.", 'table:number-columns-spanned="2"')
        + f"<table:covered-table-cell/>{cell('z.')}</table:table-row>"
        + row("a.", UNSEEN, "c.")
        + "</table:table>",
        [("table", "x. | z."), ("table", "a. | c.")],
    ),
    "frame of one cell": (
        table(
            row(
                f'<text:h text:outline-level="2">Babies</text:h>{p(SEEN)}'.join(
                    ("<table:table-cell>", "</table:table-cell>")
                )
            )
        ),
        [("heading", "Babies"), *ONE],
    ),
    "contents list and index": (
        f"<text:table-of-content><text:index-body><text:index-title>{p('Contents')}</text:index-title>"
        f"{p('Babies 4')}</text:index-body></text:table-of-content>{p(SEEN)}",
        [("toc", "Contents"), ("toc", "Babies 4"), *ONE],
    ),
    "a list of references that the program wrote, a script": (
        f"<text:bibliography><text:index-body>{p('Smith 2021')}</text:index-body></text:bibliography>"
        + p(f"<text:script>babies=1</text:script>{SEEN}"),
        [("reference", "Smith 2021"), *ONE],
    ),
    "a comment in a contents list": (
        "<text:table-of-content><text:index-body><text:p>Babies "
        "<office:annotation><text:p>why?</text:p></office:annotation>4</text:p></text:index-body>"
        f"</text:table-of-content>{p(SEEN)}",
        [("toc", "Babies 4"), *ONE],
    ),
    "comment, ruby and condition": (
        p(
            "We will see every <office:annotation><text:p>why?</text:p></office:annotation><text:ruby>"
            "<text:ruby-base>baby</text:ruby-base><text:ruby-text>no</text:ruby-text></text:ruby> "
            '<text:conditional-text text:condition="x">under two.</text:conditional-text>'
        ),
        ONE,
    ),
    "deletions kept apart and in place": (
        CHANGES
        + p(
            'We <text:change text:change-id="d1"/>will see <text:change-start text:change-id="d2"/>no '
            '<text:change-end text:change-id="d2"/>every baby under two.'
        ),
        ONE,
    ),
    "a deletion over two paragraphs": (
        CHANGES
        + p('<text:change-start text:change-id="d2"/>no')
        + p('no<text:change-end text:change-id="d2"/>')
        + p(SEEN),
        ONE,
    ),
    "a deletion of the end of a paragraph": (
        CHANGES
        + p('We will see <text:change-start text:change-id="d2"/>')
        + p('<text:change-end text:change-id="d2"/>every baby under two.'),
        ONE,
    ),
    "a deletion that never ends": (
        CHANGES + p(f'{SEEN}<text:change-start text:change-id="d2"/>no') + p("no"),
        ONE,
    ),
    "a note in a paragraph that another goes on in": (
        CHANGES
        + p('We will see <text:change-start text:change-id="d2"/>')
        + p(
            '<text:change-end text:change-id="d2"/>every baby under two.'
            "<text:note><text:note-body><text:p>The note.</text:p></text:note-body></text:note>"
        ),
        [*ONE, ("body", "The note.")],
    ),
    "a change of looks": (
        CHANGES
        + p(
            f'<text:change-start text:change-id="f1"/>{SEEN}<text:change-end text:change-id="f1"/>'
        ),
        ONE,
    ),
    "numbers that are written out, fields that are not": (
        "<text:h><text:number>1.2</text:number>Babies</text:h>"
        + p(f'<text:variable-set text:display="none">no</text:variable-set>{SEEN}'),
        [("heading", "1.2 Babies"), *ONE],
    ),
    "form fields": (
        '<office:forms><form:form><form:text form:current-value="babies"/></form:form></office:forms>'
        + p(SEEN),
        [("body", "babies"), *ONE],
    ),
}


@pytest.mark.parametrize(("xml", "expected"), BODIES.values(), ids=BODIES)
def test_a_text(xml: str, expected: Outline) -> None:
    """The words of a text come out whole and in their order, whatever holds them."""
    assert outline(read(odt(xml, styles=STYLES), "plan.odt")) == expected


def test_inserted_words_are_marked() -> None:
    """Words between the marks of an insertion are known."""
    xml = CHANGES + p(
        'We <text:change-start text:change-id="i1"/>will see<text:change-end text:change-id="i1"/> babies.'
    )
    assert inserted(read(odt(xml), "plan.odt")) == ["will see"]


def test_what_is_left_out_is_told() -> None:
    """Deleted words and comments stand in the account."""
    xml = CHANGES + p("x<office:annotation><text:p>why?</text:p></office:annotation>")
    hidden = [what for _, what in read(odt(xml), "plan.odt").hidden]
    assert hidden == ["deleted text (tracked change): never", "comment of a reviewer: why?"]


def test_heads_and_feet_are_running_lines() -> None:
    """What the master pages say is set aside, once."""
    master = "".join(
        f"<style:master-page><style:{name}>{p('Tarn Vale')}</style:{name}></style:master-page>"
        for name in ("header", "footer-left")
    )
    document = read(odt(p(SEEN), master=master), "plan.odt")
    assert outline(document) == [*ONE, ("running", "Tarn Vale")]


CHART = f"""<office:document-content {ODF_NAMESPACES}><office:body><office:chart><chart:chart>
<chart:title>{p("Babies seen")}</chart:title><chart:plot-area><chart:axis><chart:title>{p("Year")}
</chart:title></chart:axis></chart:plot-area>{table(row("", "2026"), row("Under one", "41"), row("Two", "52"))}
</chart:chart></office:chart></office:body></office:document-content>"""


def test_a_chart_reads_as_title_and_rows() -> None:
    """A chart stands in the file as a file of its own; its picture is not listed beside it."""
    frame = (
        '<draw:frame svg:width="12cm" svg:height="9cm"><draw:object xlink:href="./Object 1"/>'
        '<draw:image xlink:href="x.png"/></draw:frame>'
    )
    document = read(odt(p(frame), raw={"Object 1/content.xml": CHART}), "plan.odt")
    assert [text for _, text in outline(document)][:2] == ["Babies seen", "Year"]
    assert ("table", "Under one | 41") in outline(document)
    assert not document.parts_unread


@pytest.mark.parametrize(("size", "count"), [("12cm", 1), ("5in", 1), ("2cm", 0)])
def test_a_large_picture_is_a_part_unread(size: str, count: int) -> None:
    """A picture that may hold words is listed with its description."""
    sides = f'svg:width="{size}" svg:height="{size}"'
    frame = f"<draw:frame {sides}><draw:image/><svg:desc>A map</svg:desc></draw:frame>"
    found = read(odt(p(frame) + p(SEEN)), "plan.odt").parts_unread
    assert len(found) == count and all("A map" in part.what for part in found)
    assert all(0.2 < part.area < 0.3 for part in found)


def test_slides() -> None:
    """Titles are headings; hidden slides, prompts and numbers are no text; notes follow."""
    shapes = (
        '<draw:frame presentation:class="title"><draw:text-box>'
        + p("Babies")
        + "</draw:text-box></draw:frame>"
        '<draw:frame presentation:class="outline" presentation:placeholder="true"><draw:text-box>'
        + p("Click to add")
        + "</draw:text-box></draw:frame>"
        + BOX.format(f"<text:list><text:list-item>{p('train')}</text:list-item></text:list>")
        + '<draw:frame presentation:class="page-number"><draw:text-box>'
        + p("1")
        + "</draw:text-box></draw:frame>"
        f"<presentation:notes>{BOX.format(p(SEEN))}</presentation:notes>"
    )
    hidden = f'<draw:page draw:style-name="D1">{BOX.format(p(UNSEEN))}</draw:page>'
    data = odf("presentation", f"<draw:page>{shapes}</draw:page>{hidden}", styles=STYLES)
    document = read(data, "plan.odp")
    assert outline(document) == [("heading", "Babies"), ("list", "train"), ("running", "1"), *ONE]
    sections = [block.section for block in document.blocks]
    assert sections[1] == ("Babies",) and sections[-1] == ("Babies", "Notes of the speaker")
    assert UNSEEN in document.hidden[0][1]


def test_sheets() -> None:
    """Each sheet stands under its name; repeated cells and rows without words cost nothing."""
    empty = (
        '<table:table-row table:number-rows-repeated="1048000"><table:table-cell '
        'table:number-columns-repeated="16384"/></table:table-row>'
    )
    rows = row("Age", "Offer") + row("Babies", SEEN) + empty
    sheets = (
        f'<table:table table:name="Actions">{rows}</table:table><table:table table:name="No" '
        f'table:style-name="H1">{row(UNSEEN, "x")}</table:table>'
    )
    document = read(odf("spreadsheet", sheets, styles=STYLES), "plan.ods")
    assert outline(document) == [("heading", "Actions"), ("table", f"Babies | {SEEN}")]
    assert document.hidden


def test_a_flat_file_reads_alike() -> None:
    """A file that is one tree needs no zip."""
    kind = 'office:mimetype="application/vnd.oasis.opendocument.text"'
    flat = (
        f"<?xml version='1.0'?><office:document {ODF_NAMESPACES} {kind}><office:body><office:text>"
        f"{p(SEEN)}</office:text></office:body></office:document>"
    )
    assert outline(read(flat.encode(), "plan.fodt")) == ONE
