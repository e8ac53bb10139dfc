"""Word drafts of differing make, of invented text, each with the words that a comment is put on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO

from tests.document.office.files import NAMESPACES, W, para, relations, row, run, table, zipped

WORDS = "from age five"
"""What the comments of all tests sit on."""
SENTENCE = f"We see children {WORDS} and their families."
INTRO = "This plan is for the whole borough."
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/>'
    '<w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr>'
    '<w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="CommentText"><w:name w:val="annotation text"/>'
    '<w:basedOn w:val="Normal"/></w:style>'
    '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/>'
    "<w:rPr><w:b/></w:rPr></w:style>"
)
SECTION = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'


@dataclass(frozen=True, slots=True)
class Draft:
    """A Word file, and what the range of a comment on `WORDS` must hold."""

    content: bytes
    held: str = WORDS
    """The words between the marks: more where they stand around a box or a field."""


def package(
    body: str,
    parts: dict[str, tuple[str, str, str]] | None = None,
    *,
    main_type: str = "document.main",
    section: str = SECTION,
) -> bytes:
    """Write a whole Word file; `parts` by name, each with its relation, its type and content."""
    others = {
        "styles.xml": ("styles", "styles", f"<w:styles {NAMESPACES}>{STYLES}</w:styles>"),
        **(parts or {}),
    }
    types = "".join(
        f'<Override PartName="/word/{name}" ContentType="{MAIN.format(kind)}"/>'
        for name, (_, kind, _) in others.items()
        if kind
    )
    return zipped(
        {
            "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/'
            'content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-'
            'package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
            '<Default Extension="html" ContentType="text/html"/>'
            f'<Override PartName="/word/document.xml" ContentType="{MAIN.format(main_type)}"/>'
            f"{types}</Types>",
            "_rels/.rels": relations({"rId1": ("officeDocument", "word/document.xml")}),
            "word/document.xml": '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
            f"<w:document {NAMESPACES}><w:body>{body}{section}</w:body></w:document>",
            "word/_rels/document.xml.rels": relations(
                {
                    f"rId{at}": (kind, name)
                    for at, (name, (kind, _, _)) in enumerate(others.items(), 1)
                }
            ),
            **{f"word/{name}": content for name, (_, _, content) in others.items()},
        }
    )


def _around(before: str, after: str, inner: str = WORDS) -> str:
    """Write the sentence with something around its words."""
    return run("We see children ") + before + run(inner) + after + run(" and their families.")


def _plain(inner: str) -> Draft:
    return Draft(package(para(INTRO) + para(inner)))


def with_python_docx() -> Draft:
    """Headings, lists, a table and formats, as python-docx writes them."""
    from docx import Document

    made = Document()
    made.add_heading("A plan", 0)
    made.add_heading("Access", 1)
    paragraph = made.add_paragraph("We see ", style="List Bullet")
    paragraph.add_run("children fr").bold = True
    paragraph.add_run("om a").italic = True
    paragraph.add_run("ge five and their families.")
    made.add_table(2, 2).cell(1, 1).text = "Every week"
    buffer = BytesIO()
    made.save(buffer)
    return Draft(buffer.getvalue())


def with_split_runs() -> Draft:
    """Words cut into runs in the middle of letters, with spelling marks between them."""
    runs = "".join(run(part, "<w:b/>") for part in ("We see children fr", "om ", "a", "ge fi"))
    return _plain(runs + '<w:proofErr w:type="spellStart"/>' + run("ve and their families."))


def with_table() -> Draft:
    """Words in a cell of a table within a table, beside merged cells."""
    inner = _with_grid(table(row("Who", "When"), row(SENTENCE, "Weekly")))
    cells = f"<w:tc>{para('Access')}</w:tc><w:tc>{inner}<w:p/></w:tc>"
    outer = _with_grid(table(row("Action", "Owner"), f"<w:tr>{cells}</w:tr>"))
    return Draft(package(para(INTRO) + outer))


def _with_grid(made: str) -> str:
    """Give a table the widths of its columns, which the format asks for."""
    grid = '<w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="3000"/></w:tblGrid>'
    return made.replace("<w:tblPr/>", f"<w:tblPr/>{grid}", 1)


def with_footnote() -> Draft:
    """Words in a footnote."""
    notes = (
        f'<w:footnotes {NAMESPACES}><w:footnote w:type="separator" w:id="0"><w:p><w:r>'
        '<w:separator/></w:r></w:p></w:footnote><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/>'
        f"</w:r>{run(' ' + SENTENCE)}</w:p></w:footnote></w:footnotes>"
    )
    body = para(INTRO) + para(
        run("Our offer has limits") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + run(".")
    )
    return Draft(package(body, {"footnotes.xml": ("footnotes", "footnotes", notes)}), "")


def with_endnote() -> Draft:
    """Words beside the mark of an endnote, which is their own paragraph's."""
    notes = (
        f'<w:endnotes {NAMESPACES}><w:endnote w:id="5">'
        f"{para('A note of no weight.')}</w:endnote></w:endnotes>"
    )
    body = para(INTRO) + para(
        run(f"We see children {WORDS}")
        + '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:endnoteReference w:id="5"/></w:r>'
        + run(" and their families.")
    )
    return Draft(package(body, {"endnotes.xml": ("endnotes", "endnotes", notes)}))


def text_box(inner: str) -> str:
    """Write a text box as Word does: twice, for itself and for programs that know it not."""
    box = f"<w:txbxContent>{inner}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline distT="0" '
        'distB="0" distL="0" distR="0"><wp:extent cx="3600000" cy="900000"/><wp:docPr id="1" '
        'name="Text Box 1"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="http://schemas.'
        'microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/>'
        '<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="3600000" cy="900000"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx>'
        f"{box}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>"
        '</mc:Choice><mc:Fallback><w:pict><v:shape id="b1" type="#t202" style="width:283pt;'
        f'height:71pt"><v:textbox>{box}</v:textbox></v:shape></w:pict></mc:Fallback>'
        "</mc:AlternateContent></w:r>"
    )


def with_text_box() -> Draft:
    """Words in a text box."""
    body = para(INTRO) + para(run("See the box.") + text_box(para(SENTENCE)))
    return Draft(package(body), 2 * SENTENCE)


def with_comments() -> Draft:
    """Comments of others on the same words, one of them an answer to the other."""
    comments = (
        f'<w:comments {NAMESPACES} xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml">'
        '<w:comment w:id="7" w:author="Ann" w:date="2026-01-02T03:04:05Z" w:initials="A">'
        f"{para('Is this right?')}</w:comment>"
        f'<w:comment w:id="8" w:author="Bob" w:initials="B">{para("It is.")}</w:comment></w:comments>'
    )
    marks = "".join(f'<w:commentRangeStart w:id="{id}"/>' for id in (7, 8))
    ends = "".join(
        f'<w:commentRangeEnd w:id="{id}"/><w:r><w:commentReference w:id="{id}"/></w:r>'
        for id in (7, 8)
    )
    body = para(INTRO) + para(_around(marks, ends))
    return Draft(package(body, {"comments.xml": ("comments", "comments", comments)}))


def with_insertion() -> Draft:
    """Words within the open insertion of somebody else."""
    return _plain(
        run("We see children ")
        + f'<w:ins w:id="30" w:author="Ann" w:date="2026-01-02T03:04:05Z">{run(f"only {WORDS} on")}'
        "</w:ins>" + run(" and their families.")
    )


def with_deletion() -> Draft:
    """Deleted words in the middle of the words, and a deleted end of paragraph."""
    deleted = (
        '<w:del w:id="31" w:author="Bob"><w:r><w:delText xml:space="preserve">the early '
        "</w:delText></w:r></w:del>"
    )
    joined = para(run("We see children from "), '<w:rPr><w:del w:id="32" w:author="Bob"/></w:rPr>')
    return Draft(
        package(para(INTRO) + joined + para(run(f"{WORDS} ") + deleted + run("and families.")))
    )


def with_format_change() -> Draft:
    """Words in a run whose look was changed by somebody, to be accepted or rejected."""
    change = (
        '<w:rPrChange w:id="33" w:author="Ann" w:date="2026-01-02T03:04:05Z"><w:rPr/></w:rPrChange>'
    )
    return _plain(run(SENTENCE, f"<w:b/>{change}"))


def with_move() -> Draft:
    """Words that were moved here from another paragraph."""
    gone = (
        '<w:moveFromRangeStart w:id="40" w:author="Ann" w:name="m1"/>'
        f'<w:moveFrom w:id="41" w:author="Ann">{run(SENTENCE)}</w:moveFrom>'
        '<w:moveFromRangeEnd w:id="40"/>'
    )
    here = (
        '<w:moveToRangeStart w:id="42" w:author="Ann" w:name="m1"/>'
        f'<w:moveTo w:id="43" w:author="Ann">{run(SENTENCE)}</w:moveTo>'
        '<w:moveToRangeEnd w:id="42"/>'
    )
    return Draft(package(para(INTRO) + para(run("Once. ") + gone) + para(here)))


def with_rich_control() -> Draft:
    """Words in a content control that holds any text, within one that holds paragraphs."""
    inline = f'<w:sdt><w:sdtPr><w:id w:val="5"/></w:sdtPr><w:sdtContent>{run(SENTENCE)}</w:sdtContent></w:sdt>'
    block = f'<w:sdt><w:sdtPr><w:id w:val="6"/></w:sdtPr><w:sdtContent>{para(inline)}</w:sdtContent></w:sdt>'
    return Draft(package(para(INTRO) + block))


def _control(inner: str) -> str:
    return (
        f'<w:sdt><w:sdtPr><w:id w:val="8"/></w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>'
    )


def with_control_of_paragraphs() -> Draft:
    """Words in the first of the paragraphs that a content control holds."""
    return Draft(package(para(INTRO) + _control(para(SENTENCE) + para("And so on."))))


def with_control_in_a_cell() -> Draft:
    """Words that a content control holds, in a cell that begins with it."""
    cells = f"<w:tc>{para('Access')}</w:tc><w:tc>{_control(para(SENTENCE))}</w:tc>"
    rows = table(row("Action", "Owner"), f"<w:tr>{cells}</w:tr>")
    return Draft(package(para(INTRO) + _with_grid(rows)))


def with_choice() -> Draft:
    """Words that are the chosen entry of a list: the marks stand around the control."""
    control = (
        '<w:sdt><w:sdtPr><w:id w:val="7"/><w:dropDownList><w:listItem w:displayText="'
        f'{WORDS}" w:value="5"/></w:dropDownList></w:sdtPr><w:sdtContent>{run(WORDS)}'
        "</w:sdtContent></w:sdt>"
    )
    return _plain(run("We see children ") + control + run(" and their families."))


def _field(instruction: str, result: str) -> str:
    """Write a field of runs."""
    marks = [
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    ]
    told = f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
    return marks[0] + told + marks[1] + result + marks[2]


def with_field() -> Draft:
    """Words in the result of a field: the marks stand around the field."""
    field = _field("REF limit", run(f"older, {WORDS},"))
    return Draft(
        package(para(INTRO) + para(run("We see children ") + field + run(" and families."))),
        f"older, {WORDS},",
    )


def with_simple_field() -> Draft:
    """Words beside a simple field and a page number."""
    return _plain(
        run("On page ")
        + f'<w:fldSimple w:instr="PAGE">{run("4")}</w:fldSimple>'
        + run(f": {SENTENCE}")
    )


def with_link() -> Draft:
    """Words half in a link, between bookmarks."""
    return _plain(
        '<w:bookmarkStart w:id="0" w:name="limit"/>'
        + run("We see children ")
        + f'<w:hyperlink w:anchor="limit">{run("from a", "<w:i/>")}</w:hyperlink>'
        + run("ge five and their families.")
        + '<w:bookmarkEnd w:id="0"/>'
    )


def with_contents() -> Draft:
    """A contents list that the program keeps, in its control, before the words."""
    entry = para(_field('TOC \\o "1-2"', run("Access") + "<w:r><w:tab/></w:r>" + run("3")))
    control = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
        f"</w:docPartObj></w:sdtPr><w:sdtContent>{entry}</w:sdtContent></w:sdt>"
    )
    return Draft(package(control + para("Access", '<w:pStyle w:val="Heading1"/>') + para(SENTENCE)))


def with_running_heads() -> Draft:
    """A head and a foot of pages, two sections, columns."""
    head = f"<w:hdr {NAMESPACES}>{para('A plan for the borough')}</w:hdr>"
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:cols w:num="2"/></w:sectPr>'
    )
    body = para(INTRO) + f"<w:p><w:pPr>{SECTION}</w:pPr></w:p>" + para(SENTENCE)
    return Draft(package(body, {"header1.xml": ("header", "header", head)}, section=section))


def in_the_strict_standard() -> Draft:
    """The names of the strict standard."""
    import zipfile

    parts = {}
    with zipfile.ZipFile(BytesIO(package(para(INTRO) + para(SENTENCE)))) as archive:
        for name in archive.namelist():
            text = archive.read(name).decode()
            for kind in ("wordprocessingml/2006/main", "officeDocument/2006/relationships"):
                old = f"http://schemas.openxmlformats.org/{kind}"
                text = text.replace(old, f"http://purl.oclc.org/ooxml/{kind.replace('/2006', '')}")
            parts[name] = text
    return Draft(zipped(dict(parts)))


def with_odd_letters() -> Draft:
    """Soft hyphens, tabs, breaks, odd blanks and a hyphen that does not break, around the words."""
    return _plain(
        "<w:r><w:t>We see</w:t><w:tab/><w:t>chil\u00addren</w:t><w:br/>"
        '<w:t xml:space="preserve">under-elevens\u00a0and  from age\u00a0</w:t>'
        '<w:t xml:space="preserve">five </w:t><w:noBreakHyphen/><w:t>and their families.</w:t></w:r>'
    )


def with_wrappers() -> Draft:
    """Words in smart tags, custom XML, a change of direction."""
    return _plain(
        run("We see children ")
        + '<w:smartTag w:uri="urn:x" w:element="age"><w:customXml w:uri="urn:x" w:element="y">'
        + run("from age ")
        + "</w:customXml></w:smartTag>"
        + f'<w:bdo w:val="ltr">{run("five and")}</w:bdo>'
        + run(" their families.")
    )


def with_drop_capital() -> Draft:
    """A drop capital, which is the first letter of the next paragraph."""
    capital = para(
        run("W"), '<w:framePr w:dropCap="drop" w:lines="3" w:wrap="around" w:vAnchor="text"/>'
    )
    return Draft(package(capital + para(run(SENTENCE[1:]))))


def with_words_behind_a_drop_capital() -> Draft:
    """Words of which the first letter is a drop capital: the marks stand around all the others."""
    capital = para(run(WORDS[0]), '<w:framePr w:dropCap="drop" w:lines="3" w:wrap="around"/>')
    return Draft(package(capital + para(run(f"{WORDS[1:]}, children are seen."))), WORDS[1:])


def with_formula() -> Draft:
    """A formula before the words."""
    formula = "<m:oMath><m:r><m:t>n=5</m:t></m:r></m:oMath>"
    return _plain(run("Where ") + formula + run(f": {SENTENCE}"))


def with_inner_file() -> Draft:
    """A file within the file before the words."""
    inner = f"<html><body><p>{INTRO}</p></body></html>"
    return Draft(
        package(
            para("A plan.") + '<w:altChunk r:id="rId2"/>' + para(SENTENCE),
            {"part.html": ("aFChunk", "", inner)},
        )
    )


def as_a_template() -> Draft:
    """A template of Word."""
    return Draft(package(para(INTRO) + para(SENTENCE), main_type="template.main"))


def written_by_hand() -> Draft:
    """Line breaks, comments of XML and instructions between the elements."""
    body = (para(INTRO) + "<!-- a comment of XML --><?note x?>" + para(SENTENCE)).replace(
        "><w:", ">\n  <w:"
    )
    return Draft(package(body))


def without_styles() -> Draft:
    """Only the two parts that no Word file can be without, under another name."""
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default '
        'Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/main7.xml" ContentType="{MAIN.format("document.main")}"/></Types>'
    )
    document = (
        f'<d:document xmlns:d="{W}"><d:body>{para(INTRO)}{para(SENTENCE)}</d:body></d:document>'
    )
    return Draft(
        zipped(
            {
                "[Content_Types].xml": types,
                "_rels/.rels": relations({"a": ("officeDocument", "/word/main7.xml")}),
                "word/main7.xml": document.replace("<w:", "<d:").replace("</w:", "</d:"),
            }
        )
    )


DRAFTS: tuple[Callable[[], Draft], ...] = (
    with_python_docx,
    with_split_runs,
    with_table,
    with_footnote,
    with_endnote,
    with_text_box,
    with_comments,
    with_insertion,
    with_deletion,
    with_format_change,
    with_move,
    with_rich_control,
    with_control_of_paragraphs,
    with_control_in_a_cell,
    with_choice,
    with_field,
    with_simple_field,
    with_link,
    with_contents,
    with_running_heads,
    in_the_strict_standard,
    with_odd_letters,
    with_wrappers,
    with_drop_capital,
    with_words_behind_a_drop_capital,
    with_formula,
    with_inner_file,
    as_a_template,
    written_by_hand,
    without_styles,
)
