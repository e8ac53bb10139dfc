"""Office files as the programs write them, built of invented text and their own XML."""

from __future__ import annotations

import zipfile
from io import BytesIO

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": W,
        "r": RELATION,
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
        "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
        "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
        "xdr": "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing",
    }.items()
)
OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
ODF_NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        **{
            prefix: f"{OASIS}{name}:1.0"
            for prefix, name in {
                "office": "office",
                "text": "text",
                "table": "table",
                "draw": "drawing",
                "style": "style",
                "presentation": "presentation",
                "chart": "chart",
                "svg": "svg-compatible",
                "fo": "xsl-fo-compatible",
                "form": "form",
                "meta": "meta",
            }.items()
        },
        "dc": "http://purl.org/dc/elements/1.1/",
        "xlink": "http://www.w3.org/1999/xlink",
    }.items()
)


def zipped(parts: dict[str, str | bytes]) -> bytes:
    """Pack parts into a zip."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def relations(targets: dict[str, tuple[str, str]]) -> str:
    """Write relations: of each id its kind and target."""
    outside = ' TargetMode="External"'
    each = "".join(
        f'<Relationship Id="{id}" Type="{RELATION}/{kind}" Target="{target}"'
        f"{outside if '://' in target else ''}/>"
        for id, (kind, target) in targets.items()
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{each}</Relationships>'


def part(root: str, inner: str) -> str:
    """Write a part of an office file."""
    return f'<?xml version="1.0" encoding="UTF-8"?><{root} {NAMESPACES}>{inner}</{root}>'


def docx(
    body: str,
    parts: dict[str, tuple[str, str]] | None = None,
    *,
    styles: str = "",
    raw: dict[str, bytes] | None = None,
    main_type: str = MAIN_TYPE,
) -> bytes:
    """Write a Word file: its body, and other parts by name, each with its kind and content."""
    others = {"styles.xml": ("styles", part("w:styles", styles)), **(parts or {})}
    return zipped(
        {
            "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/'
            f'content-types"><Override PartName="/word/document.xml" ContentType="{main_type}"/>'
            "</Types>",
            "_rels/.rels": relations({"rId1": ("officeDocument", "word/document.xml")}),
            "word/document.xml": part("w:document", f"<w:body>{body}</w:body>"),
            "word/_rels/document.xml.rels": relations(
                {
                    f"r_{name.rsplit('.', 1)[0].replace('/', '_')}": (kind, name)
                    for name, (kind, _) in others.items()
                }
            ),
            **{f"word/{name}": content for name, (_, content) in others.items()},
            **(raw or {}),
        }
    )


def run(text: str, properties: str = "") -> str:
    """Write a run of text."""
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r>'


def para(inner: str, properties: str = "") -> str:
    """Write a paragraph of runs, or of one run where plain text is given."""
    look = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{look}{inner if inner.startswith('<') or not inner else run(inner)}</w:p>"


def styled(text: str, style: str) -> str:
    """Write a paragraph of a style."""
    return para(text, f'<w:pStyle w:val="{style}"/>')


def cell(inner: str, properties: str = "") -> str:
    """Write a cell of paragraphs, or of one where plain text is given."""
    look = f"<w:tcPr>{properties}</w:tcPr>" if properties else ""
    return f"<w:tc>{look}{inner if inner.startswith('<') else para(inner)}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    """Write a row of cells; plain text makes a cell."""
    look = f"<w:trPr>{properties}</w:trPr>" if properties else ""
    made = "".join(
        each if each.startswith("<w:tc") or each.startswith("<w:sdt") else cell(each)
        for each in cells
    )
    return f"<w:tr>{look}{made}</w:tr>"


def table(*rows: str) -> str:
    """Write a table."""
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"


def text_box(inner: str) -> str:
    """Write a text box as Word does: twice, for itself and for programs that know it not."""
    box = f"<w:txbxContent>{inner}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:docPr '
        'id="1" name="Text Box 1"/><a:graphic><a:graphicData uri="x"><wps:wsp><wps:txbx>'
        f"{box}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape>"
        "</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def odf(
    kind: str,
    body: str,
    *,
    styles: str = "",
    master: str = "",
    raw: dict[str, str] | None = None,
    title: str = "",
) -> bytes:
    """Write an OpenDocument file of a kind: "text", "presentation", "spreadsheet"."""
    content = (
        f"<office:document-content {ODF_NAMESPACES}><office:automatic-styles>{styles}"
        f"</office:automatic-styles><office:body><office:{kind}>{body}</office:{kind}>"
        "</office:body></office:document-content>"
    )
    return zipped(
        {
            "mimetype": f"application/vnd.oasis.opendocument.{kind}",
            "content.xml": content,
            "styles.xml": f"<office:document-styles {ODF_NAMESPACES}><office:master-styles>{master}"
            "</office:master-styles></office:document-styles>",
            "meta.xml": f"<office:document-meta {ODF_NAMESPACES}><office:meta><dc:title>{title}"
            "</dc:title></office:meta></office:document-meta>",
            **(raw or {}),
        }
    )


def odt(
    body: str, *, styles: str = "", master: str = "", raw: dict[str, str] | None = None
) -> bytes:
    """Write an OpenDocument text."""
    return odf("text", body, styles=styles, master=master, raw=raw)
