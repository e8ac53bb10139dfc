"""Small pages of several generators, each with the sentences that must come out whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.document.pages import make_paragraphs, make_sentences, typeset
from tests.document.truths import find_faults, missing

MADE = sorted((Path(__file__).parent / "made").glob("*.pdf"))


@pytest.mark.parametrize("path", MADE, ids=lambda path: path.stem)
def test_every_sentence_comes_out_whole(path: Path) -> None:
    """Columns, headings across them, tiles, side bars and narrow blocks lose and splice nothing."""
    assert find_faults(path) == []


HEADED = {
    "heading across": '#place(top, scope: "parent", float: true)[= Across both columns]\n',
    "callout across": '#place(top, scope: "parent", float: true, block(fill: luma(230), inset: 6pt)'
    "[A box stands across the columns of this page.])\n",
    "footnotes": "A first line.#footnote[The register was counted in two parts by hand.]\n\n",
    "contents": "#outline()\n",
    "table": "#table(columns: (1fr, auto), [*Measure*], [*2027*], [Visits], [412], [Calls], [530])\n",
}


@pytest.mark.parametrize("columns", [1, 2, 3])
@pytest.mark.parametrize("opening", HEADED.values(), ids=HEADED.keys())
def test_set_pages_keep_their_sentences(tmp_path: Path, columns: int, opening: str) -> None:
    """Of two hundred sentences in columns at most one in a hundred is broken."""
    sentences = make_sentences(200, 7 * columns)
    paragraphs = make_paragraphs(sentences, columns)
    parts = [
        (f"= Chapter {at // 5 + 1}\n\n{opening if at < 10 else ''}" if at % 5 == 0 else "") + text
        for at, text in enumerate(paragraphs)
    ]
    path = typeset(tmp_path / "page.pdf", "\n\n".join(parts), columns=columns)
    assert len(missing(path, sentences)) <= 2
