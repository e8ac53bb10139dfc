"""Pictures of rich text that may hold words are parts unread."""

from __future__ import annotations

import pytest

from auditor.document.flow.account import Account
from auditor.document.office.rtf.pictures import Pictures
from tests.document.office.outlines import SEEN, outline, read

LARGE = r"{\pict\picscalex100\picwgoal5670\pichgoal5670\pngblip 8950}"


def test_a_scale_counts() -> None:
    """A picture of 20 cm that is drawn at a fifth is small."""
    pictures, account = Pictures(), Account()
    for scale in (20, 50):
        pictures.sizes = {"picwgoal": 11340, "pichgoal": 11340, "picscalex": scale, "picscaley": 50}
        pictures.end(account)
    assert [round(each.area, 2) for each in account.unread] == [0.16]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (LARGE, 1),
        (r"{\*\shppict" + LARGE + r"}{\nonshppict" + LARGE + "}", 1),
        (r"{\shp{\*\shpinst{\sp{\sn pib}{\sv " + LARGE + r"}}}{\shprslt" + LARGE + "}}", 1),
        (r"{\*\listpicture" + LARGE + "}", 0),
        (LARGE.replace("5670", "567"), 0),
        (r"{\pict\pngblip 8950}", 0),
    ],
    ids=["plain", "given twice", "of a shape", "of a list", "small", "of no size"],
)
def test_a_large_picture_is_listed(text: str, count: int) -> None:
    """Once, with the room that it takes; its data are no text."""
    document = read((r"{\rtf1 " + SEEN + r"\par" + text + "}").encode(), "plan.rtf")
    assert outline(document) == [("body", SEEN)]
    assert [one.what for one in document.parts_unread] == ["picture without a description"] * count
