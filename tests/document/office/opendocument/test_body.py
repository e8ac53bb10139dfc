"""The blocks of an OpenDocument file."""

from __future__ import annotations

import pytest
from lxml import etree

from auditor.document.flow.account import Account
from auditor.document.office.opendocument.body import Body
from auditor.document.office.opendocument.styles import Style, Styles
from auditor.document.office.opendocument.text import Changes
from tests.document.office.files import ODF_NAMESPACES

CASES = [
    ("<text:p>Seen.</text:p>", [("body", "Seen.")]),
    ('<text:h text:outline-level="1">A plan</text:h>', [("heading", "A plan")]),
    ("<text:section><text:p>Seen.</text:p></text:section>", [("body", "Seen.")]),
    ("<text:list><text:list-item><text:p>one</text:p></text:list-item></text:list>", [("list", "one")]),
    (
        "<text:table-of-content><text:index-body><text:p>Babies 4</text:p></text:index-body>"
        "</text:table-of-content>",
        [("toc", "Babies 4")],
    ),
    ('<text:section text:display="none"><text:p>Unseen.</text:p></text:section>', []),
    ('<text:p text:style-name="H">Unseen.</text:p>', []),
]  # fmt: skip


@pytest.mark.parametrize(("inner", "wanted"), CASES, ids=[case[0][:40] for case in CASES])
def test_each_block_has_its_place(inner: str, wanted: list[tuple[str, str]]) -> None:
    """What is hidden is none."""
    tree = etree.fromstring(f"<office:text {ODF_NAMESPACES}>{inner}</office:text>")
    styles = Styles({("paragraph", "H"): Style("H", is_hidden=True)})
    body = Body(None, styles, Changes(), Account())
    assert [(one.place, str(one.cells[0])) for one in body.blocks(tree)] == wanted
