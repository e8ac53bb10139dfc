"""The words that tell kinds of document, read and checked."""

from __future__ import annotations

import pytest

from auditor.errors import DataError
from auditor.rules.kinds import read_kinds
from auditor.rules.positions import parse_toml

KIND = '[[kind]]\nid = "{}"\ntitles = ["a plan"]\nwords = ["plan"]\nshare = 0.2\n'


def test_kinds_stay_in_their_order() -> None:
    """Which is that in which they are tried."""
    made = read_kinds(
        parse_toml((KIND.format("clinical") + KIND.format("sector")).encode(), "kinds.toml")
    )
    assert [one.id for one in made.kind] == ["clinical", "sector"]


@pytest.mark.parametrize(
    ("ids", "line"), [(("clinic",), 2), (("clinical", "clinical"), 7)], ids=["unknown", "twice"]
)
def test_a_kind_is_known_and_stands_once(ids: tuple[str, ...], line: int) -> None:
    """The error names the line."""
    text = "".join(map(KIND.format, ids))
    with pytest.raises(DataError) as caught:
        read_kinds(parse_toml(text.encode(), "en/kinds.toml"))
    assert caught.value.place.startswith(f"en/kinds.toml:{line}:")
