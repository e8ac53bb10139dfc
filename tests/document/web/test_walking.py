"""A page gone through: its blocks in order, each with its place."""

from __future__ import annotations

import pytest
from lxml import etree, html

from auditor.document.flow.account import Account
from auditor.document.web.visibility import find_visibility
from auditor.document.web.walking import Walker

Blocks = list[tuple[str, list[str]]]


def blocks(body: str) -> Blocks:
    """Walk through a page; return place and cells of each block."""
    page = html.fromstring(f"<html><body>{body}</body></html>")
    walker = Walker(find_visibility(page), Account(), lambda inner: [])
    walker.walk(page)
    return [(one.place, [str(cell) for cell in one.cells]) for one in walker.drafts]


CASES: list[tuple[str, Blocks]] = [
    ("<h2>Babies</h2><p>We will.</p>", [("heading", ["Babies"]), ("body", ["We will."])]),
    ("<ul><li>one<li>two</ul>", [("list", ["one"]), ("list", ["two"])]),
    ("<p>We <b>see</b> every <i>baby</i>.</p>", [("body", ["We see every baby."])]),
    ("<div>Loose text<p>and more.</p>after</div>", [
        ("body", ["Loose text"]), ("body", ["and more."]), ("body", ["after"]),
    ]),
    ("<p>Seen.</p><p hidden>Unseen.</p>", [("body", ["Seen."])]),
    ("<nav><p>Home</p></nav><p>Seen.</p>", [("running", ["Home"]), ("body", ["Seen."])]),
    ("<pre>One.\n\nTwo.</pre>", [("body", ["One."]), ("body", ["Two."])]),
    ("<div style='visibility:hidden'><svg><text>no</text></svg><p style='visibility:visible'>Seen.",
     [("body", ["Seen."])]),
    ("<svg><g style='visibility:hidden'><text>no</text><text style='visibility:visible'>Seen.</text></g></svg>",
     [("body", ["Seen."])]),
    ("<svg><switch><foreignObject><p>Seen.</p></foreignObject><text>See…</text></switch></svg>",
     [("body", ["Seen."])]),
    ("<svg><switch><text systemLanguage='fr'>Vu.</text><text>Seen.</text></switch></svg>",
     [("body", ["Seen."])]),
    ("<svg><g display='none'><text>no</text></g><text>Seen.</text></svg>", [("body", ["Seen."])]),
    ("<script>x()</script><p>Seen.</p>", [("body", ["Seen."])]),
]  # fmt: skip


@pytest.mark.parametrize(("body", "wanted"), CASES, ids=[case[0][:40] for case in CASES])
def test_blocks_come_in_the_order_of_the_page(body: str, wanted: Blocks) -> None:
    """What is not shown is left out; furniture is told as such."""
    assert blocks(body) == wanted


def test_depth_costs_no_stack() -> None:
    """A page may nest as deep as it likes."""
    root = etree.Element("html")
    inner = etree.SubElement(root, "body")
    for _ in range(5000):
        inner = etree.SubElement(inner, "div")
    inner.text = "Seen."
    walker = Walker(find_visibility(root), Account(), lambda inner: [])
    walker.walk(root)
    assert [str(one.cells[0]) for one in walker.drafts] == ["Seen."]
